// Takes out of one case the acts of which a clash speaks: who was there, when, and with what they go together.
import type { Element } from "../../facts/sheet.ts";
import type { Scope } from "../scope.ts";
import { type Bounds, boundsOf, type Timeless } from "./bounds.ts";
import type { PreparedAct, PreparedUnitRule } from "./prepare-unit.ts";
import { cellOf, elementsOf, isOpen, isWhole, namesIn, pathIn, type UnitCase } from "./unit-case.ts";

/** The line of the acts within which the others have to lie. */
export const WITHIN = -1;

/** One act of one who was there. Plain data, so that a unit can keep it. */
export interface Act {
  readonly caseKey: string;
  readonly on: string;
  readonly line: number;
  /** The officers, the person or the room; "" among them where it is not known who else was there. */
  readonly keys: readonly string[];
  /** Undefined where it has no time: it then clashes with nothing that can be told. */
  readonly bounds?: Bounds | undefined;
  /** Whether it surely is such an act. */
  readonly sure: boolean;
  /** With what it goes together; undefined where that was not read. */
  readonly group?: string | undefined;
  /** Paths of its own that were not read. */
  readonly missing: readonly string[];
  readonly reason?: "order" | "future" | "edition" | "conflict" | undefined;
  /** Instant at which a future act is due (ms). */
  readonly next?: number | undefined;
  /** The list within which it has to lie, where that was not read whole in its case. */
  readonly open?: string | undefined;
}

export interface Acts {
  readonly acts: readonly Act[];
  /** How many acts the rule speaks of, each once however many were there. */
  readonly count: number;
  /** Lists of the case that were not read, or not whole. */
  readonly open: readonly string[];
}

const NONE: Acts = { acts: [], count: 0, open: [] };
const NOTHING_MISSING: readonly string[] = [];

/** `scope` holds the moment up to which acts are judged; it is moved on to the case. */
export function actsOf(rule: PreparedUnitRule, one: UnitCase, scope: Scope): Acts {
  const { clash } = rule;
  if (clash === undefined) return NONE;
  scope.sheet = one.sheet;
  const acts: Act[] = [];
  const open: string[] = [];
  const { within } = clash;
  const inside = within !== undefined && !isWhole(one.sheet, within.from) ? within.in : undefined;
  let count = 0;
  for (const [line, act] of clash.lines) {
    if (isOpen(one.sheet, act.from) && !open.includes(act.in)) open.push(act.in);
    for (const element of elementsOf(one.sheet, act.from).items) {
      const taken = take(rule, one, line, act, element, scope, inside);
      if (taken === undefined) continue;
      if (line >= 0) count++;
      if (taken.keys.length > 0) acts.push(taken);
    }
  }
  return acts.length === 0 && open.length === 0 ? NONE : { acts, count, open };
}

/** The act that the element is; undefined where it is none, or has not taken place. */
function take(
  rule: PreparedUnitRule,
  one: UnitCase,
  line: number,
  act: PreparedAct,
  element: Element,
  scope: Scope,
  open: string | undefined,
): Act | undefined {
  scope.self = element;
  scope.reads.cut(0);
  scope.missing.cut(0);
  const where = act.where === undefined ? true : act.where(scope);
  if (where === false) return undefined;
  const from = cellOf(one.sheet, element, act.in, act.from);
  const until = cellOf(one.sheet, element, act.in, act.until);
  const timed = boundsOf(from, until, act.most, scope.now);
  if (timed === "none") return undefined;
  let missing = NOTHING_MISSING;
  if (where !== true) {
    for (const { reader, element: on } of scope.missing.from(0))
      missing = [...missing, pathIn(on, reader.element, reader)];
  }
  if (from === undefined || from === null) missing = [...missing, pathIn(element, act.in, act.from)];
  if (until === undefined || until === null) missing = [...missing, pathIn(element, act.in, act.until)];
  const keys: string[] = [];
  let unnamed = false;
  for (const { reader, is } of act.who) {
    const names = namesIn(cellOf(one.sheet, element, act.in, reader), is, one.key);
    if (names === undefined) {
      missing = [...missing, pathIn(element, act.in, reader)];
      unnamed = true;
    } else for (const name of names) if (!keys.includes(name)) keys.push(name);
  }
  const reason = reasonOf(rule, line, timed, element, missing);
  const group = groupOf(one, line, act, element);
  if (group === undefined) {
    for (const reader of act.alike ?? []) {
      const cell = cellOf(one.sheet, element, act.in, reader);
      if (cell === undefined || cell === null) missing = [...missing, pathIn(element, act.in, reader)];
    }
  }
  if (unnamed || (keys.length === 0 && missing.length > 0)) keys.push("");
  return {
    caseKey: one.key,
    on: `${act.in}/${element.id}`,
    line,
    keys,
    bounds: typeof timed === "string" ? undefined : timed,
    sure: where === true,
    group,
    missing,
    reason,
    next: timed === "future" && typeof from === "number" ? from : undefined,
    open,
  };
}

function reasonOf(
  { base }: PreparedUnitRule,
  line: number,
  timed: Bounds | Timeless,
  element: Element,
  missing: readonly string[],
): Act["reason"] {
  if (timed === "order" || timed === "future") return timed;
  const start = typeof timed === "string" ? undefined : timed.mayFrom;
  if (
    line === 0 &&
    start !== undefined &&
    !base.bases.some(({ from, until }) => from <= start && start <= until)
  ) {
    return "edition";
  }
  return missing.length > 0 && (element.conflicts?.length ?? 0) > 0 ? "conflict" : undefined;
}

/** With what the act goes together: its line where nothing is named, else the values of the fields that are. */
function groupOf(one: UnitCase, line: number, act: PreparedAct, element: Element): string | undefined {
  if (act.alike === undefined) return `#${line}`;
  let group = "";
  for (const reader of act.alike) {
    const cell = cellOf(one.sheet, element, act.in, reader);
    if (cell === undefined || cell === null) return undefined;
    group += `${Array.isArray(cell) ? [...cell].sort().join("、") : String(cell)}\n`;
  }
  return group;
}
