// Raising items and moving them by people: each request once, each move checked against the item as its ledger has it.
import type { Body, Reply } from "../../shared/api/contract.ts";
import type { ItemDraft } from "../../shared/api/routes/items.ts";
import { accepted, type Result, refused } from "../../shared/facts/errors.ts";
import type { ItemPerson, Move } from "../../shared/supervision/item.ts";
import { checkMove } from "../../shared/supervision/item-check.ts";
import { MOST_LIMIT, STATE_LIMIT } from "../../shared/supervision/item-limits.ts";
import type { Caller } from "../caller.ts";
import { chance } from "../chance.ts";
import { row, rows } from "../sql.ts";
import type { Act } from "./act.ts";
import { appendMove, beginItem, historyOf, itemFromSteps, itemView } from "./items.ts";

/** One item with all that was done about it. */
export function itemWhole(sql: SqlStorage, unit: string, id: string, now: number): Result<Reply<"item">> {
  const item = itemView(sql, unit, id);
  if (item === undefined) return refused("not-found", "没有找到这件督办事项");
  return accepted({ item, history: historyOf(sql, id), now });
}

/** A draft with the member to whom it belongs, whom the directory knows. */
export type OwnedDraft = Omit<ItemDraft, "owner"> & { readonly owner?: ItemPerson | undefined };

/** Whoever handles the case, as the unit knows it. */
function handlerOf(sql: SqlStorage, caseKey: string): ItemPerson | undefined {
  const found = row<{ by: string; by_name: string }>(
    sql,
    "SELECT by, by_name FROM cases WHERE key = ?",
    caseKey,
  );
  return found === undefined ? undefined : { id: found.by, name: found.by_name };
}

/** Whether a draft can become an item here; the place is that of the draft. */
export function checkDraft(sql: SqlStorage, draft: OwnedDraft, now: number): Result<null> {
  const { limit, caseKey = "", note } = draft;
  if (limit !== undefined && (limit <= now || limit > now + MOST_LIMIT))
    return refused("bad-value", "期限须晚于现在,最长 90 天", "limit");
  if (caseKey !== "" && row(sql, "SELECT 1 FROM cases WHERE key = ?", caseKey) === undefined)
    return refused("not-found", "本单位台账里没有这件案件", "caseKey");
  if (
    note !== undefined &&
    row(sql, "SELECT 1 FROM notes WHERE id = ? AND case_key = ?", note, caseKey) === undefined
  )
    return refused("not-found", "没有找到这条批注", "note");
  return draft.origin === "note" && note === undefined
    ? refused("bad-value", "由批注提出的,须写明批注", "note")
    : accepted(null);
}

/** Raises items, all or none; one whose key is known is there already. The ids in the drafts' order. */
export function raiseItems(act: Act, { member }: Caller, drafts: readonly OwnedDraft[]): Result<string[]> {
  for (const [i, draft] of drafts.entries()) {
    const checked = checkDraft(act.sql, draft, act.now);
    if (!checked.ok)
      return refused(checked.refusal.code, checked.refusal.message, `rows[${i}].${checked.refusal.at ?? ""}`);
  }
  return accepted(drafts.map((draft) => raise(act, member, draft)));
}

function raise(act: Act, member: Caller["member"], draft: OwnedDraft): string {
  const { key, origin, caseKey = "", title, clause, note, ref, said } = draft;
  const known = row<{ id: string }>(act.sql, "SELECT id FROM items WHERE key = ?", key);
  if (known !== undefined) return known.id;
  const { id: by, name } = member;
  const owner = draft.owner ?? handlerOf(act.sql, caseKey);
  const limit = draft.limit ?? act.now + STATE_LIMIT.found;
  const opening = { id: `i${chance(8)}`, origin, caseKey, note, ref, owner, by, at: act.now, limit };
  return beginItem(act, opening, { title, clause }, name, key, said).id;
}

/** What was said with its evidence, as one text outside the tree. */
const together = (said: string | undefined, evidence: string | undefined): string | undefined =>
  [said?.trim() ?? "", evidence === undefined || evidence.trim() === "" ? "" : `凭证:${evidence.trim()}`]
    .filter((part) => part !== "")
    .join("\n") || undefined;

/** The open items of a case go with it to its next officer; whoever had them stays one who may not judge them. */
export function handOverItems(
  act: Act,
  caseKey: string,
  from: string,
  to: ItemPerson,
  { member }: Caller,
  said: string,
): void {
  for (const { id } of rows<{ id: string }>(
    act.sql,
    "SELECT id FROM items WHERE case_key = ? AND state <> 'closed'",
    caseKey,
  )) {
    const item = itemFromSteps(act.sql, id);
    if (item?.owner?.id === from)
      appendMove(
        act,
        item,
        { do: "assign", owner: { id: to.id, name: to.name } },
        member,
        `hand.${item.moves + 1}`,
        said,
      );
  }
}

/** Makes one move, and answers which item it was; the same key again changes nothing. */
export function moveItem(
  act: Act,
  { member }: Caller,
  id: string,
  body: Omit<Body<"moveItem">, "owner"> & { readonly owner?: ItemPerson | undefined },
): Result<string> {
  const { sql, now } = act;
  const item = itemFromSteps(sql, id);
  if (item === undefined) return refused("not-found", "没有找到这件督办事项");
  const { key, seen, said, evidence, ...move } = body;
  if (row(sql, "SELECT 1 FROM item_moves WHERE item = ? AND key = ?", id, key) !== undefined)
    return accepted(id);
  const checked = checkMove(item, move, { said, evidence }, { id: member.id, roles: member.roles }, now);
  if (!checked.ok) return checked;
  if (seen !== item.moves) return refused("conflict", "这件事项刚有新的办理,请刷新后再办");
  appendMove(act, item, move satisfies Move, member, key, together(said, evidence));
  return accepted(id);
}
