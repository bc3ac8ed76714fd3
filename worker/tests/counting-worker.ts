// The whole worker with one question more, for measuring: what a unit's object has written and how much it keeps.
import app, { Directory, Unit as Plain } from "../index.ts";
import { keep, setting } from "../sql.ts";
import type { RollupActs } from "../unit/rollup/acts.ts";

/** What one object has cost. */
export interface Cost {
  /** Rows inserted, changed or deleted; the count itself adds one for each request. */
  readonly written: number;
  readonly bytes: number;
  readonly entries: number;
  /** Rows of numbers that it keeps, and revisions that it has made. */
  readonly counts: number;
  readonly revision: number;
}

const WRITTEN = "measured-written";

export class Unit extends Plain {
  /** Rows written before the object was opened last: an idle one is closed, and SQLite counts from then on. */
  #before: number | undefined;

  #one(query: string): number {
    return this.ctx.storage.sql.exec<{ n: number }>(query).one().n;
  }

  #note(): number {
    const { sql } = this.ctx.storage;
    this.#before ??= Number(setting(sql, WRITTEN) ?? "0");
    const written = this.#before + this.#one("SELECT total_changes() AS n");
    keep(sql, WRITTEN, String(written));
    return written;
  }

  override async sync(...asked: Parameters<Plain["sync"]>): ReturnType<Plain["sync"]> {
    const answer = await super.sync(...asked);
    this.#note();
    return answer;
  }

  override async rollup<K extends keyof RollupActs>(
    kind: K,
    input: RollupActs[K]["in"],
  ): Promise<RollupActs[K]["out"]> {
    const answer = await super.rollup(kind, input);
    this.#note();
    return answer;
  }

  override async alarm(): Promise<void> {
    await super.alarm();
    this.#note();
  }

  async cost(): Promise<Cost> {
    return {
      written: this.#note(),
      bytes: this.ctx.storage.sql.databaseSize,
      entries: this.#one("SELECT count(*) AS n FROM entries"),
      counts: this.#one("SELECT count(*) AS n FROM rollup_counts"),
      revision: this.#one(
        "SELECT ifnull((SELECT CAST(value AS INTEGER) FROM settings WHERE key = 'rollup-revision'), 0) AS n",
      ),
    };
  }
}
export { Directory };

app.get("/cost/:unit", async (c) => {
  const unit = c.env.UNIT.get(c.env.UNIT.idFromName(c.req.param("unit"))) as unknown as Unit;
  return c.json(await unit.cost());
});
export default app;
