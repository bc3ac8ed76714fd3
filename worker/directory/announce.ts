// Tells every unit of a new pack and of a changed statute library; whoever could not be reached hears of the pack again later.
import { type Env, unitOf } from "../env.ts";
import { keep, rows, run, setting } from "../sql.ts";
import { dropOldPacks, packOf } from "./effective.ts";
import { revisionsOfAll } from "./layers.ts";

/** Units told at one time. */
const AT_ONCE = 16;

interface Untold {
  readonly id: string;
  readonly revision: number;
}

/** Units in which something holds now that they have not heard of. */
function untold(sql: SqlStorage): readonly Untold[] {
  const revisions = revisionsOfAll(sql);
  return rows<{ id: string; announced: number }>(sql, "SELECT id, announced FROM units ORDER BY id").flatMap(
    ({ id, announced }) => {
      const revision = revisions.get(id) ?? 0;
      return announced < revision ? [{ id, revision }] : [];
    },
  );
}

async function tell(env: Env, sql: SqlStorage, { id, revision }: Untold): Promise<void> {
  const { body, key, signature, hash, by } = packOf(sql, id);
  await unitOf(env, id).takePack({ body, key, signature, hash }, by);
  run(sql, "UPDATE units SET announced = ? WHERE id = ?", revision, id);
}

/** Hands every unit the pack that holds in it; true when all have it, false when some could not be reached. */
export async function announcePack(env: Env, sql: SqlStorage): Promise<boolean> {
  const units = untold(sql);
  if (units.length > 0) dropOldPacks(sql, [...revisionsOfAll(sql).keys()]);
  let reached = true;
  for (let i = 0; i < units.length; i += AT_ONCE) {
    const told = await Promise.allSettled(units.slice(i, i + AT_ONCE).map((unit) => tell(env, sql, unit)));
    reached &&= told.every(({ status }) => status === "fulfilled");
  }
  return reached;
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
