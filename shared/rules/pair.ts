// Finds the other act of the same case that ends a period or has to be there: a document, an approval, a recording.
import type { Cell, Element, ElementList, Moment } from "../facts/sheet.ts";
import type { Node } from "./compile.ts";
import { holderOf } from "./holder.ts";
import { earliest, latest, slackOf } from "./moment.ts";
import type { PreparedRule } from "./prepare.ts";
import { listOf, NOTHING, type Read, type Reader, type Scope } from "./scope.ts";

export interface PreparedPair {
  readonly list: Reader;
  readonly where: Node | undefined;
  /** Fields that must be the same on both sides. */
  readonly same: readonly { readonly theirs: Reader; readonly ours: Reader }[];
  readonly at: Reader | undefined;
}

/** What the search came to. */
export interface Paired {
  /** The act that surely counts; of several dated ones the earliest. */
  readonly found: Element | undefined;
  readonly at: Moment | undefined;
  /** Fields and lists by which it could not be told whether there is another; none where all was told. */
  readonly open: readonly Read[];
}

/**
 * Looks through the list once per evaluation. An act that lies wholly before `from` does not count (but a day before where
 * it is due at once); one whose date is blank
 * has not happened. Only the reads of what decided are kept: an unrelated document is no evidence.
 */
export function pairOf(
  rule: PreparedRule,
  pair: PreparedPair,
  from: Moment | undefined,
  scope: Scope,
): Paired {
  scope.paired ??= search(rule, pair, from, scope);
  return scope.paired;
}

function search(rule: PreparedRule, pair: PreparedPair, from: Moment | undefined, scope: Scope): Paired {
  const list = listOf(scope.sheet, pair.list.element);
  if (list === undefined)
    return { found: undefined, at: undefined, open: [{ reader: pair.list, element: NOTHING }] };
  const { self, reads, missing } = scope;
  const [read, missed] = [reads.size, missing.size];
  const open: Read[] = [];
  let found: Element | undefined;
  let at: Moment | undefined;
  let evidence: readonly Read[] = [];
  for (const item of candidates(rule, pair, list, scope)) {
    if (item === self) continue;
    const answer = counts(rule, pair, item, from, scope);
    if (answer === undefined) open.push(...missing.from(missed));
    else if (answer !== false && (found === undefined || sooner(answer, at))) {
      found = item;
      at = answer === true ? undefined : answer;
      evidence = reads.from(read);
    }
    reads.cut(read);
    missing.cut(missed);
    if (found !== undefined && pair.at === undefined) break;
  }
  if (!list.complete) open.push({ reader: pair.list, element: NOTHING });
  reads.addAll(evidence);
  for (const one of open) if (one.reader.field !== "") reads.add(one.reader, one.element);
  return { found, at, open };
}

/** Lists longer than this are looked through by an index: a case of thousands must not be searched once per person. */
const LONG = 32;

/** Elements of one list by one field: those of each value, and those of which it is blank or unread. */
interface ByField {
  readonly of: ReadonlyMap<Cell, readonly Element[]>;
  readonly unsure: readonly Element[];
}

/** Lists are never changed in place, so an index lasts as long as its list. */
const indexes = new WeakMap<ElementList, Map<string, ByField>>();

function byField(list: ElementList, field: string): ByField {
  const known = indexes.get(list) ?? new Map<string, ByField>();
  indexes.set(list, known);
  const before = known.get(field);
  if (before !== undefined) return before;
  const of = new Map<Cell, Element[]>();
  const unsure: Element[] = [];
  for (const item of list.items) {
    const value = field === "id" ? item.id : item.cells[field];
    if (value === undefined || value === null) unsure.push(item);
    else {
      const alike = of.get(value);
      if (alike === undefined) of.set(value, [item]);
      else alike.push(item);
    }
  }
  const index = { of, unsure };
  known.set(field, index);
  return index;
}

/** The elements that may be on the same person (or whatever has to be the same) as the one that is judged. */
function candidates(
  rule: PreparedRule,
  pair: PreparedPair,
  list: ElementList,
  scope: Scope,
): readonly Element[] {
  const first = pair.same[0];
  if (first === undefined || list.items.length <= LONG) return list.items;
  const holder = holderOf(scope, rule, first.ours);
  const ours = first.ours.field === "id" ? holder.id : holder.cells[first.ours.field];
  if (ours === undefined || ours === null) return list.items;
  const { of, unsure } = byField(list, first.theirs.field);
  const alike = of.get(ours) ?? [];
  return unsure.length === 0 ? alike : [...alike, ...unsure];
}

const sooner = (one: Moment | true, best: Moment | undefined): boolean =>
  one !== true && best !== undefined && earliest(one) < earliest(best);

/** The act's date (or true where none is asked for), false where it is not such an act, undefined where that is open. */
function counts(
  rule: PreparedRule,
  pair: PreparedPair,
  item: Element,
  from: Moment | undefined,
  scope: Scope,
): Moment | boolean | undefined {
  const { self, reads, missing } = scope;
  let open = false;
  for (const { theirs, ours } of pair.same) {
    const one = note(scope, theirs, item);
    const other = note(scope, ours, holderOf(scope, rule, ours));
    // A name that stands on neither side or on one only ties nothing and rules nothing out.
    if (one === undefined || one === null || other === undefined || other === null) open = true;
    else if (one !== other) return false;
  }
  const mark = missing.size;
  let answer: unknown = true;
  if (pair.where !== undefined) {
    scope.self = item;
    answer = pair.where(scope);
    scope.self = self;
  }
  if (answer === false) return false;
  if (answer === true) missing.cut(mark);
  else open = true;
  if (pair.at === undefined) return open ? undefined : true;
  reads.add(pair.at, item);
  const at = item.cells[pair.at.field] as Moment | null | undefined;
  if (at === null) return false;
  if (at === undefined) {
    missing.add(pair.at, item);
    return undefined;
  }
  if (from !== undefined && latest(at) < earliest(from) - slackOf(rule.rule.clock?.count)) return false;
  return open ? undefined : at;
}

/** A side's value, its field noted as missing where it is unread or blank; an element's id is always known. */
function note(scope: Scope, reader: Reader, element: Element): Cell {
  if (reader.field === "id") return element.id;
  scope.reads.add(reader, element);
  const value = element.cells[reader.field];
  if (value === undefined || value === null) scope.missing.add(reader, element);
  return value;
}
