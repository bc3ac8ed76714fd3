// How fast another system may send: so many messages at once, then one a second; a loop gone wild must not keep officers waiting.

/** Messages that a connection may send in a burst, and how long one of them takes to be free again (ms). */
const BURST = 60;
const EACH = 1_000;

/** When all messages of a connection are free again (ms); lost with the object, which costs a burst at most. */
const paces = new WeakMap<SqlStorage, Map<string, number>>();

/** Counts one signed message of a connection; after how many seconds it may come again where it may not now. */
export function paceOf(sql: SqlStorage, source: string, now: number): number | undefined {
  const free = paces.get(sql) ?? new Map<string, number>();
  paces.set(sql, free);
  for (const [id, at] of free) if (at <= now) free.delete(id);
  const at = Math.min(Math.max(free.get(source) ?? now, now), now + BURST * EACH);
  // Kept also where it refuses: a clock that was set back holds nobody up for longer than a burst.
  free.set(source, at);
  if (at + EACH > now + BURST * EACH) return Math.ceil((at + EACH - now - BURST * EACH) / 1_000);
  free.set(source, at + EACH);
  return undefined;
}
