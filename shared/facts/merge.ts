// Merges facts read on several pages and frames of one case into one sheet, with where each value was read.

import { dictionary, elementOf, fieldOf } from "../dictionary/dictionary.ts";
import type { ElementId } from "../dictionary/field.ts";
import { pathOf } from "../dictionary/path.ts";
import { dayKey, dayOf } from "../time/civil.ts";
import type { Fact } from "./fact.ts";
import { linkPersons } from "./person-links.ts";
import { policeCountFacts } from "./police-count.ts";
import type { Cell, Element, ElementList, FactSheet, Value } from "./sheet.ts";

/** A list of which every row was read, and when (ms). */
export interface CompleteList {
  readonly entity: string;
  readonly at: number;
}

/** Where and when a value was read. */
export type Source = Pick<Fact, "page" | "at" | "evidence">;

export interface Merged {
  readonly sheet: FactSheet;
  /** The facts that the sheet rests on: one for each field that was seen, `unread` with reason `conflict` among them. */
  readonly facts: readonly Fact[];
  /** The same by path (`measures/m1.startedAt`): where and when each value was read. */
  readonly evidence: Readonly<Record<string, Fact>>;
  /** By path: the reading that decided, or all sides of a conflict. */
  readonly sources: Readonly<Record<string, readonly Fact[]>>;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A day and an instant within it say the same thing, the instant says it better. */
function finer(a: Value, b: Value): Value | undefined {
  const [day, instant] = typeof a === "string" ? [a, b] : [b, a];
  if (typeof day !== "string" || typeof instant !== "number" || !DAY.test(day)) return undefined;
  return dayKey(dayOf(instant)) === day ? instant : undefined;
}

/** Lists agree in any order, and whether or not a page marks its auxiliaries. */
function same(a: Value, b: Value): boolean {
  if (typeof a !== "object" || typeof b !== "object") return a === b;
  const unmarked = b.map((one) => one.replace(/（辅警）$/, ""));
  return a.length === b.length && a.every((one) => unmarked.includes(one.replace(/（辅警）$/, "")));
}

/** How many auxiliaries a list marks: of two that agree, the one that says more is kept. */
const marks = (value: Value): number =>
  typeof value === "object" ? value.filter((one) => one.endsWith("（辅警）")).length : 0;

interface Settled {
  /** `undefined` with `conflict` false = unread. */
  readonly cell: Cell;
  readonly conflict: boolean;
  readonly from: readonly Fact[];
}

/** One field's cell from all that was read of it: the newest reading that saw something decides. */
export function settle(facts: readonly Fact[]): Settled {
  const saw = facts.filter((fact) => fact.state !== "unread" || fact.reason === "conflict");
  const newest = saw.reduce((at, fact) => Math.max(at, fact.at), Number.NEGATIVE_INFINITY);
  const now = saw.filter((fact) => fact.at === newest);
  const known = now.filter((fact) => fact.state === "known" && fact.value !== undefined);
  if (now.some((fact) => fact.state === "unread")) return { cell: undefined, conflict: true, from: now };
  const first = known[0];
  if (first?.value === undefined)
    return { cell: now.length > 0 ? null : undefined, conflict: false, from: now.slice(0, 1) };
  let best: { fact: Fact; value: Value } = { fact: first, value: first.value };
  for (const fact of known.slice(1)) {
    const value = fact.value!;
    if (same(best.value, value)) {
      if (marks(value) > marks(best.value)) best = { fact, value };
      continue;
    }
    const better = finer(best.value, value);
    if (better === undefined) return { cell: undefined, conflict: true, from: known };
    if (better === value) best = { fact, value };
  }
  // An older reading that knows the hour of the same day is kept over a newer one that shows only the day.
  for (const fact of facts) {
    const better =
      fact.state === "known" && fact.value !== undefined ? finer(best.value, fact.value) : undefined;
    if (better !== undefined && better === fact.value && better !== best.value)
      best = { fact, value: better };
  }
  return { cell: best.value, conflict: false, from: [best.fact] };
}

type Groups = Map<ElementId, Map<string, Map<string, Fact[]>>>;

/** Readings by element, id and field; fields that the dictionary does not know are left out. */
function grouped(facts: readonly Fact[]): Groups {
  const groups: Groups = new Map();
  for (const fact of facts) {
    if (fieldOf(fact.entity, fact.field) === undefined) continue;
    const elements = groups.get(fact.entity) ?? new Map<string, Map<string, Fact[]>>();
    const fields = elements.get(fact.id) ?? new Map<string, Fact[]>();
    const readings = fields.get(fact.field) ?? [];
    readings.push(fact);
    groups.set(fact.entity, elements.set(fact.id, fields.set(fact.field, readings)));
  }
  return groups;
}

/**
 * The sheet of all that was read. The newest reading that saw a field decides, blank as well as known; unread never
 * overwrites; contradictory values of one reading leave the field unread and list it under `conflicts`.
 * A list that is named complete without any row is empty. 民警人数 is added where every asker is marked 民警 or 辅警.
 */
export function mergeFacts(
  facts: readonly Fact[],
  completeLists: Iterable<CompleteList | string> = [],
): Merged {
  const complete = new Set([...completeLists].map((list) => (typeof list === "string" ? list : list.entity)));
  const groups = grouped([...facts, ...policeCountFacts(facts)]);
  const evidence: Record<string, Fact> = {};
  const sources: Record<string, readonly Fact[]> = {};
  const sheet: Partial<Record<ElementId, Element | ElementList>> = {};
  for (const { id: element, cardinality } of dictionary) {
    const items: Element[] = [];
    for (const [id, fields] of groups.get(element) ?? []) {
      const cells: Record<string, Cell> = {};
      const conflicts: string[] = [];
      for (const [field, readings] of fields) {
        const { cell, conflict, from } = settle(readings);
        const first = from[0];
        if (conflict) conflicts.push(field);
        else if (cell !== undefined) cells[field] = cell;
        if (first === undefined) continue;
        const path = pathOf({ element, id, field });
        sources[path] = from;
        evidence[path] = conflict
          ? { ...first, state: "unread", value: undefined, reason: "conflict" }
          : first;
      }
      items.push(conflicts.length > 0 ? { id, cells, conflicts } : { id, cells });
    }
    if (cardinality === "many") {
      if (items.length > 0 || complete.has(element))
        sheet[element] = { items, complete: complete.has(element) };
    } else if (items[0]) sheet[element] = items[0];
  }
  const linked = linkPersons(sheet as FactSheet);
  forgetNameless(linked, evidence);
  return { sheet: linked, facts: Object.values(evidence), evidence, sources };
}

/** A name that cannot be told apart is no fact: it must neither be sent nor be shown as read. */
function forgetNameless(sheet: FactSheet, evidence: Record<string, Fact>): void {
  for (const [element, part] of Object.entries(sheet) as [ElementId, Element | ElementList | undefined][]) {
    if (part === undefined || !("items" in part)) continue;
    for (const { id, names, conflicts } of part.items) {
      if (names === undefined || conflicts === undefined) continue;
      for (const field of conflicts) {
        const path = pathOf({ element, id, field });
        const fact = evidence[path];
        if (fact !== undefined && names[field] !== undefined)
          evidence[path] = { ...fact, state: "unread", value: undefined, reason: "person" };
      }
    }
  }
}

/** The facts of a sheet, as if all of it had been read at `at` (ms) on `page` (`ledger` for what the unit remembers). */
export function sheetToFacts(sheet: FactSheet, at: number, page: string): readonly Fact[] {
  const facts: Fact[] = [];
  for (const [key, part] of Object.entries(sheet) as [ElementId, Element | ElementList | undefined][]) {
    if (part === undefined || elementOf(key) === undefined) continue;
    for (const { id, cells, conflicts, names } of "items" in part ? part.items : [part]) {
      const base = { entity: key, id, at, page };
      for (const [field, cell] of Object.entries(cells)) {
        if (cell === undefined) continue;
        facts.push(
          cell === null
            ? { ...base, field, state: "absent" }
            : { ...base, field, state: "known", value: names?.[field] ?? cell },
        );
      }
      for (const field of conflicts ?? []) {
        const name = names?.[field];
        facts.push(
          name === undefined
            ? { ...base, field, state: "unread", reason: "conflict" }
            : { ...base, field, state: "known", value: name },
        );
      }
    }
  }
  return facts;
}
