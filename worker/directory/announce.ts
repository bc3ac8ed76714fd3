// Tells every unit of a new pack and of a changed statute library; whoever could not be reached hears of the pack again later.
import { type Env, unitOf } from "../env.ts";
import { keep, rows, run, setting } from "../sql.ts";
import { dropOldPacks, packOf, revisionOf } from "./effective.ts";
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

/** So many units at a time; true when all could be reached. */
async function toAll<T>(units: readonly T[], tells: (unit: T) => Promise<void>): Promise<boolean> {
  let reached = true;
  for (let i = 0; i < units.length; i += AT_ONCE) {
    const told = await Promise.allSettled(units.slice(i, i + AT_ONCE).map(tells));
    reached &&= told.every(({ status }) => status === "fulfilled");
  }
  return reached;
}

/** How long browsers have to themselves before many objects are handed the pack (ms). */
const BROWSERS_FIRST = 1_500;
/** A browser that is at work has been seen within this time (ms): its token is renewed more often. */
const AT_WORK = 3_600_000;

/** Units of whose members somebody is at work. */
const atWork = (sql: SqlStorage): ReadonlySet<string> =>
  new Set(
    rows<{ unit: string }>(
      sql,
      `SELECT DISTINCT members.unit FROM sessions JOIN members ON members.id = sessions.member
        WHERE sessions.ended IS NULL AND max(sessions.seen_at, sessions.made_at) > ?`,
      Date.now() - AT_WORK,
    ).map(({ unit }) => unit),
  );

/**
 * Says to the open sockets where people are at work which pack holds now, and then hands every unit's object the pack itself,
 * which is a thousand times as long; there all others hear of it. True when all have it, false when some could not be reached.
 */
export async function announcePack(env: Env, sql: SqlStorage): Promise<boolean> {
  const units = untold(sql);
  if (units.length === 0) return true;
  dropOldPacks(sql, [...revisionsOfAll(sql).keys()]);
  const awake = atWork(sql);
  const first = units.filter(({ id }) => awake.has(id));
  await toAll(first, async ({ id }) => {
    const { revision, hash } = revisionOf(sql, id);
    await unitOf(env, id).relay({ type: "pack", revision, hash });
  });
  if (units.length > AT_ONCE) await new Promise((resolve) => setTimeout(resolve, BROWSERS_FIRST));
  return toAll(units, (unit) => tell(env, sql, unit));
}

const UNTOLD = "statutes-untold";

/** The library has changed; the next alarm says so. */
export const statutesChanged = (sql: SqlStorage): void => keep(sql, UNTOLD, "1");

/** Says to every unit's open sockets, once, that the library has changed; a browser that misses it looks by itself in a while. */
export async function announceStatutes(env: Env, sql: SqlStorage): Promise<void> {
  if (setting(sql, UNTOLD) !== "1") return;
  keep(sql, UNTOLD, "0");
  const units = rows<{ id: string }>(sql, "SELECT id FROM units");
  await toAll(units, ({ id }) => unitOf(env, id).relay({ type: "statutes" }));
}
