// The whole worker with two questions more, for measuring: a unit's object filled with deadlines, and how late each of them rang.
import app, { Directory, Unit as Plain } from "../index.ts";

/** Deadlines that one request puts in; a day and more ahead are all but the first `near`. */
export interface Filling {
  readonly from: number;
  readonly until: number;
  readonly near: number;
  /** When the first is due (ms), and over how long the near ones lie (ms). */
  readonly first: number;
  readonly span: number;
}

const DAY = 86_400_000;
const MINUTE = 60_000;

export class Unit extends Plain {
  readonly #late: number[] = [];

  /** Copies the one case that was reported, with all its facts, under other numbers and with deadlines of their own. */
  async fill({ from, until, near, first, span }: Filling): Promise<number> {
    const { sql } = this.ctx.storage;
    const key = sql.exec<{ key: string }>("SELECT min(key) AS key FROM cases WHERE key NOT LIKE 'x:%'").one();
    const numbers = `WITH RECURSIVE n(i) AS (SELECT ${from} UNION ALL SELECT i + 1 FROM n WHERE i + 1 < ${until})`;
    for (const [table, named] of [
      ["facts", "case_key"],
      ["cases", "key"],
    ] as const) {
      const columns = sql.exec<{ name: string }>(`SELECT name FROM pragma_table_info('${table}')`).toArray();
      const taken = columns.map(({ name }) =>
        name === named
          ? "'x:' || i"
          : name === "next_change"
            ? `CASE WHEN i < ${near} THEN ${first} + i * ${Math.floor(span / near)} ELSE ${first + DAY} + i * ${MINUTE} END`
            : name,
      );
      sql.exec(
        `INSERT INTO ${table} ${numbers} SELECT ${taken} FROM n, ${table} WHERE ${named} = ?`,
        key.key,
      );
    }
    await this.ctx.storage.setAlarm(first);
    return sql.exec<{ n: number }>("SELECT count(*) AS n FROM cases WHERE next_change IS NOT NULL").one().n;
  }

  late(): readonly number[] {
    return this.#late;
  }

  override async alarm(): Promise<void> {
    const due = this.ctx.storage.sql
      .exec<{ key: string; at: number }>(
        "SELECT key, next_change AS at FROM cases WHERE next_change <= ?",
        Date.now(),
      )
      .toArray();
    await super.alarm();
    const now = Date.now();
    for (const { key, at } of due) {
      const next = this.ctx.storage.sql
        .exec<{ at: number | null }>("SELECT next_change AS at FROM cases WHERE key = ?", key)
        .one().at;
      if (next !== at) this.#late.push(now - at);
    }
  }
}
export { Directory };

const unitOf = (env: { UNIT: DurableObjectNamespace }, id: string): Unit =>
  env.UNIT.get(env.UNIT.idFromName(id)) as unknown as Unit;

app.post("/fill/:unit", async (c) =>
  c.json(await unitOf(c.env, c.req.param("unit")).fill((await c.req.json()) as Filling)),
);
app.get("/late/:unit", async (c) => c.json(await unitOf(c.env, c.req.param("unit")).late()));
export default app;
