// The statutes whose text this deployment has loaded; a replaced or dropped text stays on record with who did it.
import type { Reply } from "../../shared/api/contract.ts";
import type { LoadedStatute } from "../../shared/api/routes/statutes.ts";
import type { Member } from "../../shared/api/shapes.ts";
import { accepted, type Result, refused } from "../../shared/facts/errors.ts";
import { checkText, statuteHash } from "../../shared/law/library/check-text.ts";
import type { StatuteText } from "../../shared/law/library/statute-text.ts";
import { row, rows, run } from "../sql.ts";

/** Most texts in force at one time. */
const MAX_LOADED = 500;

interface Row {
  readonly hash: string;
  readonly statute: string;
  readonly edition: string;
  readonly begins: string | null;
  readonly part: number;
  readonly articles: number;
  readonly by_name: string;
  readonly at: number;
}

const COLUMNS = "hash, statute, edition, begins, part, articles, by_name, at";

const loadedOf = ({ hash, statute, edition, begins, part, articles, by_name, at }: Row): LoadedStatute => ({
  hash,
  statute,
  edition,
  from: begins,
  partial: part === 1,
  articles,
  byName: by_name,
  at,
});

/** What is loaded, by title and edition. */
export const loadedStatutes = (sql: SqlStorage): Reply<"statutes"> => ({
  statutes: rows<Row>(
    sql,
    `SELECT ${COLUMNS} FROM statutes WHERE ended IS NULL ORDER BY statute, edition`,
  ).map(loadedOf),
});

/** The text of a hash, in force or not: a browser may still hold its name. */
export function statuteText(sql: SqlStorage, hash: string): Result<Reply<"statuteText">> {
  const found = row<{ json: string }>(sql, "SELECT json FROM statutes WHERE hash = ? LIMIT 1", hash);
  return found === undefined
    ? refused("not-found", "没有载入这部法规的条文")
    : accepted({ text: JSON.parse(found.json) as StatuteText });
}

const end = (sql: SqlStorage, n: number, { id }: Member, now: number): number =>
  run(sql, "UPDATE statutes SET ended = ?, ended_by = ? WHERE n = ?", now, id, n);

/** Loads a text in place of the one of its edition; the very same text again changes nothing. */
export function loadStatute(
  sql: SqlStorage,
  member: Member,
  text: StatuteText,
  now: number,
): Result<Reply<"loadStatute">> {
  const checked = checkText(text);
  if (!checked.ok) return checked;
  const hash = statuteHash(text);
  const { statute, edition } = text;
  const before = row<Row & { n: number }>(
    sql,
    `SELECT n, ${COLUMNS} FROM statutes WHERE statute = ? AND edition = ? AND ended IS NULL`,
    statute,
    edition,
  );
  if (before?.hash === hash) return accepted({ statute: loadedOf(before), replaced: false });
  const count = row<{ n: number }>(sql, "SELECT count(*) AS n FROM statutes WHERE ended IS NULL")?.n ?? 0;
  if (before === undefined && count >= MAX_LOADED)
    return refused("too-large", `已载入 ${MAX_LOADED} 部法规，请先停用不用的`);
  if (before !== undefined) end(sql, before.n, member, now);
  run(
    sql,
    `INSERT INTO statutes (hash, statute, edition, begins, part, articles, json, by, by_name, at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    hash,
    statute,
    edition,
    text.from ?? null,
    text.partial === true ? 1 : 0,
    text.articles.length,
    JSON.stringify(text),
    member.id,
    member.name,
    now,
  );
  const { name } = member;
  const kept = { hash, statute, edition, begins: text.from ?? null, part: text.partial === true ? 1 : 0 };
  return accepted({
    statute: loadedOf({ ...kept, articles: text.articles.length, by_name: name, at: now }),
    replaced: before !== undefined,
  });
}

/** Takes a text out of force; cards then say that none is loaded. */
export function dropStatute(
  sql: SqlStorage,
  member: Member,
  hash: string,
  now: number,
): Result<Reply<"dropStatute">> {
  const found = row<{ n: number }>(sql, "SELECT n FROM statutes WHERE hash = ? AND ended IS NULL", hash);
  if (found === undefined) return refused("not-found", "没有载入这部法规，或者已经停用");
  end(sql, found.n, member, now);
  return accepted({ ok: true });
}
