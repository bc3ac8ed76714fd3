// Items in SQLite: every move is a ledger entry, the present state is their fold, a row of it is kept for lists.
import type { ItemStep, ItemView } from "../../shared/api/routes/items.ts";
import type { Item, ItemOpening, ItemPerson, Move, Moved } from "../../shared/supervision/item.ts";
import { foldItem, foldMove, openItem } from "../../shared/supervision/item-fold.ts";
import { nextRing } from "../../shared/supervision/item-limits.ts";
import { row, rows, run } from "../sql.ts";
import type { Act, NewEntry } from "./act.ts";
import { numberOf } from "./case-number.ts";
import { markRollup } from "./rollup/dirty.ts";
import { monthsOf, wordsOf } from "./words.ts";

/** What an item is about, in words that may be deleted. */
export interface About {
  readonly title: string;
  readonly clause?: string | undefined;
}

interface ItemRow {
  readonly id: string;
  readonly title: string;
  readonly clause: string | null;
  readonly by_name: string;
  readonly json: string;
}

interface StepRow {
  readonly n: number;
  readonly idx: number;
  readonly at: number;
  readonly by: string;
  readonly by_name: string;
  readonly body: string;
}

/** What the tree says of a move: persons by id, no word that anybody wrote. */
interface StepBody extends Omit<Move, "owner" | "do"> {
  readonly do: Moved["do"] | "open";
  readonly owner?: string;
}

/** Marks by which a record in the tree says which item it is of. */
interface Named {
  readonly item: string;
  readonly do: string;
  readonly rule?: string;
  readonly on?: string;
}

/** What of the opening stands in the tree beside the entry's own marks. */
type OpenBody = Omit<ItemOpening, "id" | "by" | "at" | "caseKey" | "owner"> & { readonly owner?: string };

function keepRow(act: Act, item: Item): void {
  run(
    act.sql,
    "UPDATE items SET state = ?, ring_at = ?, json = ?, named = 1 WHERE id = ?",
    item.state,
    nextRing(item) ?? null,
    JSON.stringify(item),
    item.id,
  );
  markRollup(act.sql, `item ${item.id}`, act.now);
  act.push({ type: "case", caseKey: item.caseKey });
}

/** Names of members stay outside the tree; there they are ids. */
function rememberName(sql: SqlStorage, person: ItemPerson | undefined): void {
  if (person === undefined) return;
  run(sql, "INSERT OR REPLACE INTO item_people (id, name) VALUES (?, ?)", person.id, person.name);
}

const personOf = (sql: SqlStorage, id: string): ItemPerson => ({
  id,
  name: row<{ name: string }>(sql, "SELECT name FROM item_people WHERE id = ?", id)?.name ?? id,
});

/** Appends an entry and keeps beside the item what its record in the tree says, so that the fold needs no look into the ledger. */
function keepStep(act: Act, step: { item: string; n: number; key: string }, entry: NewEntry): void {
  const index = act.append(entry);
  run(
    act.sql,
    "INSERT INTO item_moves (item, n, key, idx, at, by, by_name, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
    step.item,
    step.n,
    step.key,
    index,
    act.now,
    entry.by,
    entry.byName,
    JSON.stringify(entry.body),
  );
}

/** Begins an item; `key` is the sender's own, unique in the unit. */
export function beginItem(
  act: Act,
  opening: ItemOpening,
  about: About,
  byName: string,
  key: string,
  said?: string,
): Item {
  const { sql } = act;
  const { id, by, at: _, caseKey, owner, ...rest } = opening;
  rememberName(sql, owner);
  const kind = opening.origin === "rule" ? "item-warned" : "item-raised";
  const body = { item: id, do: "open", ...rest, ...(owner === undefined ? {} : { owner: owner.id }) };
  const item = openItem(opening);
  run(
    sql,
    `INSERT INTO items (id, key, case_key, rule, element, title, clause, by_name, state, ring_at, json)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    id,
    key,
    caseKey,
    opening.rule ?? null,
    opening.on ?? null,
    about.title,
    about.clause ?? null,
    byName,
    item.state,
    nextRing(item) ?? null,
    JSON.stringify(item),
  );
  keepStep(act, { item: id, n: 0, key: "open" }, { kind, by, byName, caseKey, body, outside: said });
  keepRow(act, item);
  return item;
}

/** Which kind of entry a move is: what somebody else finds and what ends it are told apart by it. */
function kindOf(before: Item, after: Item): string {
  if (after.state === "closed" && before.state !== "closed") return "item-closed";
  return before.foundAt === undefined && after.foundAt !== undefined ? "item-found" : "item-moved";
}

/** Appends a move that was allowed and keeps what it makes of the item. */
export function appendMove(
  act: Act,
  before: Item,
  move: Move,
  who: { readonly id: string; readonly name: string },
  key: string,
  outside?: string,
): Item {
  const { sql, now: at } = act;
  const after = foldMove(before, { ...move, by: who.id, at });
  const { owner, ...rest } = move;
  rememberName(sql, owner);
  const { rule, on } = before;
  const body = { item: before.id, rule, on, ...rest, ...(owner === undefined ? {} : { owner: owner.id }) };
  const kind = kindOf(before, after);
  const entry = { kind, by: who.id, byName: who.name, caseKey: before.caseKey, body, outside };
  keepStep(act, { item: before.id, n: after.moves, key }, entry);
  keepRow(act, after);
  return after;
}

const stepsOf = (sql: SqlStorage, id: string): readonly StepRow[] =>
  rows<StepRow>(sql, "SELECT n, idx, at, by, by_name, body FROM item_moves WHERE item = ? ORDER BY n", id);

/** The item as its entries make it; undefined when there is none. */
export function itemFromSteps(sql: SqlStorage, id: string): Item | undefined {
  const [first, ...rest] = stepsOf(sql, id);
  const kept = row<{ case_key: string }>(sql, "SELECT case_key FROM items WHERE id = ?", id);
  if (first === undefined || kept === undefined) return undefined;
  const person = (owner: string | undefined) => (owner === undefined ? {} : { owner: personOf(sql, owner) });
  const { item: _, do: __, owner, ...opening } = JSON.parse(first.body) as OpenBody & Named;
  return foldItem(
    { ...opening, id, caseKey: kept.case_key, by: first.by, at: first.at, ...person(owner) },
    rest.map((step): Moved => {
      const { item: _, rule: __, on: ___, owner: to, ...move } = JSON.parse(step.body) as StepBody & Named;
      return { ...move, do: move.do as Moved["do"], by: step.by, at: step.at, ...person(to) };
    }),
  );
}

/** Every step that was made, the beginning first; what was said to it as far as it is still kept. */
export function historyOf(sql: SqlStorage, id: string): ItemStep[] {
  const months = monthsOf(sql);
  return stepsOf(sql, id).map((step) => {
    const { do: name, limit, until, kind, owner } = JSON.parse(step.body) as StepBody;
    const month = row<{ month: string | null }>(
      sql,
      "SELECT month FROM entries WHERE idx = ?",
      step.idx,
    )?.month;
    return {
      n: step.n,
      do: name,
      by: step.by,
      byName: step.by_name,
      at: step.at,
      said: wordsOf(sql, step.idx, month ?? null, months)?.outside ?? null,
      index: step.idx,
      ...(limit === undefined ? {} : { limit }),
      ...(until === undefined ? {} : { until }),
      ...(kind === undefined ? {} : { kind }),
      ...(owner === undefined ? {} : { owner: personOf(sql, owner) }),
    };
  });
}

const shown = (sql: SqlStorage, unit: string, found: ItemRow): ItemView => {
  const item = JSON.parse(found.json) as Item;
  const { title, clause, by_name: byName } = found;
  const number = item.caseKey === "" ? "" : numberOf(sql, item.caseKey);
  return {
    ...item,
    parties: [...item.parties],
    unit,
    number,
    title,
    byName,
    ...(clause === null ? {} : { clause }),
  };
};

const ITEM = "SELECT id, title, clause, by_name, json FROM items";

export const itemsOf = (sql: SqlStorage, unit: string): ItemView[] =>
  rows<ItemRow>(sql, `${ITEM} ORDER BY id`).map((found) => shown(sql, unit, found));

export const itemsOfCase = (sql: SqlStorage, unit: string, caseKey: string): ItemView[] =>
  rows<ItemRow>(sql, `${ITEM} WHERE case_key = ? ORDER BY id`, caseKey).map((found) =>
    shown(sql, unit, found),
  );

export function itemView(sql: SqlStorage, unit: string, id: string): ItemView | undefined {
  const found = row<ItemRow>(sql, `${ITEM} WHERE id = ?`, id);
  return found === undefined ? undefined : shown(sql, unit, found);
}
