// Publications that wait for approval by others than their author.
import type { Body, Reply } from "../../shared/api/contract.ts";
import { accepted, type Result, refused } from "../../shared/facts/errors.ts";
import type { Caller } from "../caller.ts";
import { chance } from "../chance.ts";
import { iso, row, rows, run } from "../sql.ts";
import { currentPack } from "./packs.ts";
import { type Change, onCurrent, packWith, publishChange, publishedReply, readChange } from "./publish.ts";

interface DraftRow {
  readonly id: string;
  readonly base: number;
  readonly by: string;
  readonly by_name: string;
  readonly say: string;
  readonly rules: string;
  readonly checklists: string;
  readonly needed: number;
  readonly at: number;
}

/** Approvals that a change needs: what the deployment asks for, and two where a hard gate is among the rules. */
const neededFor = ({ rules }: Change, configured: number): number =>
  rules.some(({ gate }) => gate === "hard") ? Math.max(configured, 2) : configured;

/** Publishes at once where the author may do it alone, else keeps a draft for others to approve. */
export function publish(
  sql: SqlStorage,
  { member }: Caller,
  body: Body<"publish">,
  configured: number,
  now: number,
): Result<Reply<"publish">> {
  const current = onCurrent(sql, body.base);
  if (!current.ok) return current;
  if (body.rules.length + body.checklists.length === 0)
    return refused("bad-rule", "没有改动,不能发布", "rules");
  const change = readChange(sql, body);
  if (!change.ok) return change;
  const needed = neededFor(change.value, configured);
  if (needed <= 1) {
    const published = publishChange(sql, change.value, member.id, body.say, now);
    return published.ok ? accepted(publishedReply(published.value, "published", 1, 1)) : published;
  }
  const builds = packWith(sql, change.value, now);
  if (!builds.ok) return builds;
  run(
    sql,
    `INSERT INTO drafts (id, base, by, by_name, say, rules, checklists, needed, at, state)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'waiting')`,
    `d${chance(8)}`,
    body.base,
    member.id,
    member.name,
    body.say,
    JSON.stringify(change.value.rules),
    JSON.stringify(change.value.checklists),
    needed,
    now,
  );
  return accepted(publishedReply(currentPack(sql), "waiting", 0, needed));
}

const approversOf = (sql: SqlStorage, draft: string): string[] =>
  rows<{ member: string }>(sql, "SELECT member FROM approvals WHERE draft = ? ORDER BY at", draft).map(
    ({ member }) => member,
  );

const idsIn = (json: string): string[] => (JSON.parse(json) as { id: string }[]).map(({ id }) => id);

export const draftsOf = (sql: SqlStorage): Reply<"drafts"> => ({
  drafts: rows<DraftRow>(sql, "SELECT * FROM drafts WHERE state = 'waiting' ORDER BY at").map((draft) => ({
    id: draft.id,
    by: draft.by,
    byName: draft.by_name,
    at: iso(draft.at),
    say: draft.say,
    rules: idsIn(draft.rules),
    checklists: idsIn(draft.checklists),
    approvals: approversOf(sql, draft.id),
    needed: draft.needed,
  })),
});

/** One approval; the last one needed publishes. A draft on an older revision can only be made anew. */
export function approve(
  sql: SqlStorage,
  { member }: Caller,
  id: string,
  now: number,
): Result<Reply<"approve">> {
  const draft = row<DraftRow>(sql, "SELECT * FROM drafts WHERE id = ? AND state = 'waiting'", id);
  if (draft === undefined) return refused("not-found", "没有找到这个待批准的发布");
  if (draft.by === member.id)
    return refused("author-cannot-approve", "起草人不能批准自己的改动,请由他人批准");
  const current = onCurrent(sql, draft.base);
  if (!current.ok) return current;
  const before = approversOf(sql, id);
  if (before.includes(member.id)) return refused("conflict", "您已经批准过");
  run(sql, "INSERT INTO approvals (draft, member, at) VALUES (?, ?, ?)", id, member.id, now);
  if (before.length + 1 < draft.needed) return accepted({ state: "waiting" });
  const change: Change = { rules: JSON.parse(draft.rules), checklists: JSON.parse(draft.checklists) };
  const published = publishChange(sql, change, draft.by, draft.say, now);
  if (!published.ok) return published;
  run(sql, "UPDATE drafts SET state = 'published' WHERE id = ?", id);
  return accepted({ state: "published", revision: published.value.revision });
}
