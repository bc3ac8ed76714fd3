// Publications that wait for approval by others than their author.
import type { Body, Reply } from "../../shared/api/contract.ts";
import { accepted, type Result, refused } from "../../shared/facts/errors.ts";
import type { Caller } from "../caller.ts";
import { chance } from "../chance.ts";
import { iso, row, rows, run } from "../sql.ts";
import { packOf } from "./effective.ts";
import type { LayerEdit } from "./layer-edit.ts";
import { memberOf } from "./members.ts";
import { type Change, madeReady, onCurrent, publishedReply, readChange } from "./publish.ts";
import { inSubtree, subtree, unitById } from "./units.ts";

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
  readonly unit: string;
  readonly layer: string;
  readonly profiles: string;
}

/** Stand for the two people who have yet to approve a hard gate, where a draft is only tried. */
const YET_TO_APPROVE = ["批准人一", "批准人二"];

/** Approvals that a change needs: what the deployment asks for, and two where a hard gate is among the rules. */
const neededFor = ({ rules, layer }: Change, configured: number): number =>
  [...rules, ...layer.rules].some(({ gate }) => gate === "hard") ||
  layer.changes.some(({ tighten }) => tighten?.["gate"] === "hard")
    ? Math.max(configured, 2)
    : configured;

/** Publishes at once where the author may do it alone, else keeps a draft for others to approve. */
export function publish(
  sql: SqlStorage,
  { member }: Caller,
  body: Body<"publish">,
  configured: number,
  now: number,
): Result<Reply<"publish">> {
  const current = onCurrent(sql, member.unit, body.base);
  if (!current.ok) return current;
  if (
    body.rules.length +
      body.checklists.length +
      (body.changes?.length ?? 0) +
      (body.profiles?.length ?? 0) ===
    0
  )
    return refused("bad-rule", "没有改动,不能发布", "rules");
  const unit = unitById(sql, member.unit);
  const change = readChange(sql, unit, body);
  if (!change.ok) return change;
  const needed = neededFor(change.value, configured);
  const ready = madeReady(sql, unit, change.value, {
    name: member.name,
    say: body.say,
    now,
    approvers: YET_TO_APPROVE,
  });
  if (!ready.ok) return ready;
  if (needed <= 1) return accepted(publishedReply(ready.value(member.id), "published", 1, 1));
  run(
    sql,
    `INSERT INTO drafts (id, base, by, by_name, say, rules, checklists, needed, at, state, unit, layer, profiles)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'waiting', ?, ?, ?)`,
    `d${chance(8)}`,
    body.base,
    member.id,
    member.name,
    body.say,
    JSON.stringify(change.value.rules),
    JSON.stringify(change.value.checklists),
    needed,
    now,
    unit.id,
    JSON.stringify(change.value.layer),
    JSON.stringify(change.value.profiles),
  );
  return accepted(publishedReply(packOf(sql, unit.id), "waiting", 0, needed));
}

const approversOf = (sql: SqlStorage, draft: string): string[] =>
  rows<{ member: string }>(sql, "SELECT member FROM approvals WHERE draft = ? ORDER BY at", draft).map(
    ({ member }) => member,
  );

const idsIn = (json: string): string[] => (JSON.parse(json) as { id: string }[]).map(({ id }) => id);

const layerIn = ({ layer }: DraftRow): LayerEdit => JSON.parse(layer) as LayerEdit;

/** Rules of which a draft speaks, whether of the pack or of the unit's layer. */
const ruleIdsOf = (draft: DraftRow): string[] => {
  const { rules, changes } = layerIn(draft);
  return [...idsIn(draft.rules), ...rules.map(({ id }) => id), ...changes.map(({ rule }) => rule)];
};

/** What waits for approval in a unit and below it. */
export function draftsOf(sql: SqlStorage, top: string): Reply<"drafts"> {
  const units = new Map(subtree(sql, top).map(({ id, name }) => [id, name]));
  const waiting = rows<DraftRow>(sql, "SELECT * FROM drafts WHERE state = 'waiting' ORDER BY at");
  return {
    drafts: waiting
      .filter(({ unit }) => units.has(unit))
      .map((draft) => ({
        id: draft.id,
        by: draft.by,
        byName: draft.by_name,
        at: iso(draft.at),
        say: draft.say,
        rules: ruleIdsOf(draft),
        checklists: idsIn(draft.checklists),
        profiles: idsIn(draft.profiles),
        approvals: approversOf(sql, draft.id),
        needed: draft.needed,
        unit: draft.unit,
        unitName: units.get(draft.unit) ?? draft.unit,
      })),
  };
}

/** Members as a change names them: two people of one name stay two. */
const namesOf = (sql: SqlStorage, members: readonly string[]): string[] =>
  members.map((id) => {
    const member = memberOf(sql, id);
    return member === undefined ? id : `${member.name}（${member.account}）`;
  });

/** One approval; the last one needed publishes. A draft on what no longer holds in its unit can only be made anew. */
export function approve(
  sql: SqlStorage,
  { member }: Caller,
  id: string,
  now: number,
): Result<Reply<"approve">> {
  const draft = row<DraftRow>(sql, "SELECT * FROM drafts WHERE id = ? AND state = 'waiting'", id);
  if (draft === undefined) return refused("not-found", "没有找到这个待批准的发布");
  if (!inSubtree(sql, member.unit, draft.unit))
    return refused("outside-unit", "这是管辖范围以外单位的发布，不能批准");
  if (draft.by === member.id)
    return refused("author-cannot-approve", "起草人不能批准自己的改动,请由他人批准");
  const current = onCurrent(sql, draft.unit, draft.base);
  if (!current.ok) return current;
  const before = approversOf(sql, id);
  if (before.includes(member.id)) return refused("conflict", "您已经批准过");
  if (before.length + 1 < draft.needed) {
    noteApproval(sql, id, member.id, now);
    return accepted({ state: "waiting" });
  }
  const change: Change = {
    rules: JSON.parse(draft.rules),
    checklists: JSON.parse(draft.checklists),
    profiles: JSON.parse(draft.profiles),
    layer: layerIn(draft),
  };
  const ready = madeReady(sql, unitById(sql, draft.unit), change, {
    name: draft.by_name,
    say: draft.say,
    now,
    approvers: namesOf(sql, [...before, member.id]),
  });
  if (!ready.ok) return ready;
  noteApproval(sql, id, member.id, now);
  const { revision } = ready.value(draft.by);
  run(sql, "UPDATE drafts SET state = 'published' WHERE id = ?", id);
  return accepted({ state: "published", revision });
}

const noteApproval = (sql: SqlStorage, draft: string, member: string, now: number): number =>
  run(sql, "INSERT INTO approvals (draft, member, at) VALUES (?, ?, ?)", draft, member, now);
