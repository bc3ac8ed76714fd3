// Tells every unit of a new pack and of a changed statute library; whoever could not be reached hears of the pack again later.
import { type Env, unitOf } from "../env.ts";
import { keep, rows, run, setting } from "../sql.ts";
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

const UNTOLD = "statutes-untold";

/** The library has changed; the next alarm says so. */
export const statutesChanged = (sql: SqlStorage): void => keep(sql, UNTOLD, "1");

/** Says to every unit's open sockets, once, that the library has changed; a browser that misses it looks by itself in a while. */
export async function announceStatutes(env: Env, sql: SqlStorage): Promise<void> {
  if (setting(sql, UNTOLD) !== "1") return;
  keep(sql, UNTOLD, "0");
  const units = rows<{ id: string }>(sql, "SELECT id FROM units");
  for (let i = 0; i < units.length; i += AT_ONCE)
    await Promise.allSettled(
      units.slice(i, i + AT_ONCE).map(({ id }) => unitOf(env, id).relay({ type: "statutes" })),
    );
}
