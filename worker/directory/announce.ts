// Tells every unit of a new pack; whoever could not be reached is told again later.
import { type Env, unitOf } from "../env.ts";
import { rows, run } from "../sql.ts";
import { currentPack } from "./packs.ts";

/** Units told at one time. */
const AT_ONCE = 16;

const untold = (sql: SqlStorage, revision: number): readonly string[] =>
  rows<{ id: string }>(sql, "SELECT id FROM units WHERE announced < ? LIMIT ?", revision, AT_ONCE).map(
    ({ id }) => id,
  );

/** True when all units know the current pack; false when some could not be reached. */
export async function announcePack(env: Env, sql: SqlStorage): Promise<boolean> {
  const { revision, label: _, by, ...signed } = currentPack(sql);
  for (let units = untold(sql, revision); units.length > 0; units = untold(sql, revision)) {
    const told = await Promise.allSettled(units.map((unit) => unitOf(env, unit).takePack(signed, by)));
    units.forEach((unit, i) => {
      if (told[i]?.status === "fulfilled")
        run(sql, "UPDATE units SET announced = ? WHERE id = ?", revision, unit);
    });
    if (told.some(({ status }) => status === "rejected")) return false;
  }
  return true;
}
