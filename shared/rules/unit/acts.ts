// Takes out of one case the acts of which a clash speaks: who was there, when, and with what they go together.
import type { Element } from "../../facts/sheet.ts";
import { newScope, type Scope } from "../scope.ts";
import { type Bounds, boundsOf } from "./bounds.ts";
import type { PreparedAct, PreparedUnitRule } from "./prepare-unit.ts";
import { cellOf, elementsOf, namesIn, pathIn, type UnitCase } from "./unit-case.ts";

/** The line of the acts within which the others have to lie. */
export const WITHIN = -1;

/** One act of one who was there. Plain data, so that a unit can keep it. */
export interface Act {
  readonly caseKey: string;
  readonly on: string;
  readonly line: number;
  /** Officer, person or room; "" where nobody is known to have been there. */
  readonly key: string;
  /** Left out where it has no time: it then clashes with nothing that can be told. */
  readonly bounds?: Bounds;
  /** Whether it surely is such an act. */
  readonly sure: boolean;
  /** With what it goes together; left out where that was not read. */
  readonly group?: string;
  /** Paths of its own that were not read. */
  readonly missing: readonly string[];
  readonly reason?: "order" | "future" | "edition" | "conflict";
  /** Instant at which a future act is due (ms). */
  readonly next?: number;
  /** Whether the list within which it has to lie was not read whole in its case. */
  readonly open?: boolean;
}

export interface Acts {
  readonly acts: readonly Act[];
  /** Lists of the case that were not read, or not whole. */
  readonly open: readonly string[];
}

/** `now` in ms: what has not begun is not judged. */
export function actsOf(rule: PreparedUnitRule, one: UnitCase, now: number): Acts {
  const { clash } = rule;
  if (clash === undefined) return { acts: [], open: [] };
  const scope = newScope(one.sheet, now, rule.plan);
  const acts: Act[] = [];
  const open = new Set<string>();
  const { within } = clash;
  const inside = within && elementsOf(one.sheet, within.from).complete;
  const lines = [...clash.acts.entries(), ...(within === undefined ? [] : [[WITHIN, within] as const])];
  for (const [line, act] of lines) {
    const { items, complete } = elementsOf(one.sheet, act.from);
    if (!complete) open.add(act.in);
    for (const element of items) {
      take(rule, one, line, act, element, scope, inside === false ? { open: true } : {}, acts);
    }
  }
  return { acts, open: [...open] };
}

function take(
  rule: PreparedUnitRule,
  one: UnitCase,
  line: number,
  act: PreparedAct,
  element: Element,
  scope: Scope,
  inside: { readonly open?: true },
  into: Act[],
): void {
  const missing: string[] = [];
  scope.self = element;
  scope.reads.cut(0);
  scope.missing.cut(0);
  const where = act.where === undefined ? true : act.where(scope);
  if (where === false) return;
  if (where !== true) {
    for (const { reader, element: on } of scope.missing.from(0))
      missing.push(pathIn(on, reader.element, reader));
  }
  const from = cellOf(one.sheet, element, act.in, act.from);
  const until = cellOf(one.sheet, element, act.in, act.until);
  const timed = boundsOf(from, until, act.most, scope.now);
  if (timed.reason === "none") return;
  for (const [cell, reader] of [[from, act.from] as const, [until, act.until] as const]) {
    if (cell === undefined || cell === null) missing.push(pathIn(element, act.in, reader));
  }
  const keys = new Set<string>();
  let unnamed = false;
  for (const { reader, is } of act.who) {
    const names = namesIn(cellOf(one.sheet, element, act.in, reader), is, one.key);
    if (names === undefined) {
      missing.push(pathIn(element, act.in, reader));
      unnamed = true;
    }
    for (const name of names ?? []) keys.add(name);
  }
  const reason = reasonOf(rule, line, timed, element, missing);
  const common = {
    caseKey: one.key,
    on: `${act.in}/${element.id}`,
    line,
    sure: where === true,
    missing: [...missing, ...groupMissing(one, act, element)],
    ...(timed.bounds && { bounds: timed.bounds }),
    ...groupOf(one, line, act, element),
    ...(reason && { reason }),
    ...(timed.reason === "future" && typeof from === "number" ? { next: from } : {}),
    ...inside,
  };
  for (const key of keys) into.push({ ...common, key });
  if (unnamed || (keys.size === 0 && missing.length > 0)) into.push({ ...common, key: "" });
}

function reasonOf(
  { base }: PreparedUnitRule,
  line: number,
  timed: ReturnType<typeof boundsOf>,
  element: Element,
  missing: readonly string[],
): Act["reason"] {
  if (timed.reason === "order" || timed.reason === "future") return timed.reason;
  const start = timed.bounds?.mayFrom;
  const cited = base.bases.some(
    ({ from, until }) => start === undefined || (from <= start && start <= until),
  );
  if (line === 0 && !cited) return "edition";
  return missing.length > 0 && (element.conflicts?.length ?? 0) > 0 ? "conflict" : undefined;
}

/** With what the act goes together: its line where nothing is named, else the values of the fields that are. */
function groupOf(
  one: UnitCase,
  line: number,
  act: PreparedAct,
  element: Element,
): { readonly group?: string } {
  if (act.alike === undefined) return { group: `#${line}` };
  const cells = act.alike.map((reader) => cellOf(one.sheet, element, act.in, reader));
  if (cells.some((cell) => cell === undefined || cell === null)) return {};
  return { group: JSON.stringify(cells.map((cell) => (Array.isArray(cell) ? [...cell].sort() : cell))) };
}

const groupMissing = (one: UnitCase, act: PreparedAct, element: Element): readonly string[] =>
  (act.alike ?? []).flatMap((reader) => {
    const cell = cellOf(one.sheet, element, act.in, reader);
    return cell === undefined || cell === null ? [pathIn(element, act.in, reader)] : [];
  });
