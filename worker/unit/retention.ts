// Deletes what lies outside the tree when its time is over: words by whole months, cases that rest; the proofs stay as they are.
import { logFault } from "../log.ts";
import { keep, row, rows, run, setting } from "../sql.ts";
import type { Act } from "./act.ts";
import { dropItem, forgetItems, OF_ITEMS, SETTLED } from "./item-retention.ts";
import { planSweep } from "./sweep.ts";
import { dropMonth, hasWords, monthOf, monthsOf } from "./words.ts";

/** 网络安全法 wants logs kept six months at least; three years are what supervision works with. Months. */
export const SHORTEST = 6;
export const USUAL = 36;

const DAY = 24 * 3_600_000;
/** How often it is looked whether something is due (ms). */
const EVERY = 7 * DAY;
/** The most by which one look lets time pass: a clock set forward by a year makes nothing a year older (ms). */
const STEP = 8 * DAY;

const CLOCK = "retention-clock";
const NEXT = "retention-at";
const MONTHS = "retention-months";
const WIPE = "retention-wipe";
/** The largest size that the database has had (bytes). */
const TOP = "retention-top";

/** Settles how long is kept; less than the law allows, or no number, is refused in the log and the usual time holds. */
export function settleRetention(sql: SqlStorage, unit: string, asked: string | undefined): void {
  const months = asked === undefined || asked === "" ? USUAL : Number(asked);
  const lawful = Number.isInteger(months) && months >= SHORTEST;
  if (!lawful)
    logFault("retention-refused: 日志至少留存 6 个月", { unit, asked, least: SHORTEST, kept: USUAL });
  const kept = String(lawful ? months : USUAL);
  if (setting(sql, MONTHS) !== kept) keep(sql, MONTHS, kept);
}

/** When it is next looked (ms). */
export const nextRetention = (sql: SqlStorage): number | undefined => {
  const at = setting(sql, NEXT);
  return at === undefined ? undefined : Number(at);
};

/** Plans the first look, once there is something that can grow old. */
export function planRetention(sql: SqlStorage, now: number): void {
  if (setting(sql, NEXT) !== undefined) return;
  keep(sql, NEXT, String(now + EVERY));
  keep(sql, CLOCK, String(now));
}

/** The month (+08:00) that lies so many months before an instant. */
function monthsBefore(at: number, months: number): string {
  const [year = 0, month = 0] = monthOf(at).split("_").map(Number);
  const count = year * 12 + (month - 1) - months;
  return `${String(Math.floor(count / 12)).padStart(4, "0")}_${String((count % 12) + 1).padStart(2, "0")}`;
}

/** First instant of a month at +08:00 (ms). */
const beginOf = (month: string): number => Date.parse(`${month.replace("_", "-")}-01T00:00:00+08:00`);

/** What is kept for each case, beside the ledger. */
const OF_CASES = [
  "facts",
  "lists",
  "findings",
  "unknowns",
  "ticks",
  "notes",
  "objections",
  "reminders",
  "outbox",
  "wrong",
  "marks",
  "across",
  "views",
];

/** Deletes the cases at which nobody has worked since, in which nothing is pending and to which no item in hand belongs. */
function forgetCases(sql: SqlStorage, before: number): number {
  const keys = rows<{ key: string }>(
    sql,
    `SELECT key FROM cases WHERE updated_at < ? AND next_change IS NULL
       AND NOT EXISTS (SELECT 1 FROM items WHERE case_key = cases.key AND NOT ${SETTLED}) LIMIT 500`,
    before,
    before,
  ).map(({ key }) => key);
  const list = JSON.stringify(keys);
  run(
    sql,
    `DELETE FROM told WHERE reminder IN
       (SELECT id FROM reminders WHERE case_key IN (SELECT value FROM json_each(?)))`,
    list,
  );
  for (const { id } of rows<{ id: string }>(
    sql,
    "SELECT id FROM items WHERE case_key IN (SELECT value FROM json_each(?))",
    list,
  ))
    dropItem(sql, id);
  for (const table of OF_CASES)
    run(sql, `DELETE FROM ${table} WHERE case_key IN (SELECT value FROM json_each(?))`, list);
  run(sql, "DELETE FROM cases WHERE key IN (SELECT value FROM json_each(?))", list);
  return keys.length;
}

/** Rows of tables whose pages are shared with what stays: written anew, so that no page keeps a copy of what went. */
function rewrite(sql: SqlStorage, table: string): void {
  const found = row<{ sql: string }>(
    sql,
    "SELECT sql FROM sqlite_master WHERE type = 'table' AND name = ?",
    table,
  );
  const indexes = rows<{ sql: string | null }>(
    sql,
    "SELECT sql FROM sqlite_master WHERE type = 'index' AND tbl_name = ?",
    table,
  );
  if (found === undefined) throw new Error(`there is no table ${table}`);
  run(sql, `ALTER TABLE ${table} RENAME TO old_${table}`);
  run(sql, found.sql);
  run(sql, `INSERT INTO ${table} SELECT * FROM old_${table}`);
  run(sql, `DROP TABLE old_${table}`);
  for (const index of indexes) if (index.sql !== null) run(sql, index.sql);
}

/** Tables in which people's own words stand. */
const SAID = ["ticks", "notes", "objections", ...OF_ITEMS];

/**
 * The look itself. Time passes here by what the clock says, but never backwards and by no more than a step for each look;
 * whoever sets the clock back delays a deletion, whoever sets it forward does not bring one on.
 */
export function retain(act: Act): void {
  const { sql, now } = act;
  if ((nextRetention(sql) ?? Number.POSITIVE_INFINITY) > now) return;
  const last = Number(setting(sql, CLOCK) ?? String(now));
  const clock = Math.min(Math.max(now, last), last + STEP);
  keep(sql, CLOCK, String(clock));
  keep(sql, NEXT, String(now + EVERY));
  keep(sql, TOP, String(Math.max(Number(setting(sql, TOP) ?? "0"), sql.databaseSize)));
  planSweep(sql);
  const boundary = monthsBefore(clock, Math.max(Number(setting(sql, MONTHS) ?? USUAL), SHORTEST));
  const over = monthsOf(sql).filter((month) => month < boundary);
  const held = over.filter((month) => hasWords(sql, month));
  for (const month of over) dropMonth(sql, month);
  const cases = forgetCases(sql, beginOf(boundary));
  const items = forgetItems(sql, beginOf(boundary));
  if (cases + items > 0) for (const table of SAID) rewrite(sql, table);
  // An empty month leaves nothing behind that would have to be overwritten.
  if (held.length === 0 && cases + items === 0) return;
  keep(sql, WIPE, "1");
  act.append({
    kind: "forgotten",
    by: "object",
    byName: "",
    caseKey: "",
    body: { before: boundary, months: over, cases, items },
  });
}

/** Size of one piece of what overwrites free pages; a row may have 2 MB at most. */
const PIECE = 1_000_000;
/** Pieces of one commit. */
const AT_ONCE = 16;

/**
 * Overwrites the pages that a deletion has set free, which keep their old content until they are used again. In commits of
 * their own: within one, pages that are used and set free again would never be written. True when there was something to do.
 */
export async function wipe(storage: DurableObjectStorage): Promise<boolean> {
  const { sql } = storage;
  if (setting(sql, WIPE) === undefined) return false;
  run(sql, "CREATE TABLE IF NOT EXISTS blank (piece BLOB NOT NULL)");
  // The size told leaves free pages out, and they are used before the file grows: at its largest size ever none is left.
  const top = Number(setting(sql, TOP) ?? "0") + PIECE;
  for (let n = 1; sql.databaseSize < top; n += 1) {
    run(sql, "INSERT INTO blank (piece) VALUES (zeroblob(?))", PIECE);
    if (n % AT_ONCE === 0) await storage.sync();
  }
  keep(sql, TOP, String(sql.databaseSize));
  await storage.sync();
  run(sql, "DROP TABLE blank");
  run(sql, "DELETE FROM settings WHERE key = ?", WIPE);
  await storage.sync();
  return true;
}
