// The whole worker with one question more, for measuring: what a unit's object has written and how much it keeps.
import app, { Directory, Unit as Plain } from "../index.ts";

/** What one object has cost since it was opened. */
export interface Cost {
  /** Rows inserted, changed or deleted. */
  readonly written: number;
  readonly bytes: number;
  readonly entries: number;
  /** Rows of numbers that it keeps, and revisions that it has made. */
  readonly counts: number;
  readonly revision: number;
}

export class Unit extends Plain {
  async cost(): Promise<Cost> {
    const { sql } = this.ctx.storage;
    const one = (query: string): number => sql.exec<{ n: number }>(query).one().n;
    return {
      written: one("SELECT total_changes() AS n"),
      bytes: sql.databaseSize,
      entries: one("SELECT count(*) AS n FROM entries"),
      counts: one("SELECT count(*) AS n FROM rollup_counts"),
      revision: one(
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
