// Takes out of one case what a pair speaks of: the acts that need another, and the acts that may be it.
import type { Cell, Element, Moment } from "../../facts/sheet.ts";
import type { Node } from "../compile.ts";
import { earliest, latest } from "../moment.ts";
import type { Scope } from "../scope.ts";
import type { PreparedUnitRule } from "./prepare-unit.ts";
import { cellOf, elementsOf, isOpen, pathIn, tieText, type UnitCase } from "./unit-case.ts";

/** The value of a tie: null where a field of it is blank, false where one was not read. It survives JSON. */
export type TieValue = string | null | false;

/** An act that may be the other one. Plain data, so that a unit can keep it. */
export interface Partner {
  readonly caseKey: string;
  readonly on: string;
  /** Values of the ties in their order. */
  readonly ties: readonly TieValue[];
  /** Whether it surely is such an act. */
  readonly sure: boolean;
  /** Its date as read; null blank, left out unread. */
  readonly at?: Moment | null;
  /** What it covers (ms): surely, and possibly. */
  readonly over?: { readonly sure: readonly [number, number]; readonly may: readonly [number, number] };
  /** Paths of its own that were not read. */
  readonly missing: readonly string[];
}

/** An act that needs another one. */
export interface Needing {
  readonly one: UnitCase;
  readonly element: Element;
  readonly on: string;
  readonly ties: readonly TieValue[];
  /** Fields of its own ties that were not read. */
  readonly missing: readonly string[];
  /** Whether the other act would have been read if it were there. */
  readonly whole: boolean;
  /** What to read for that: our own field that shows it, or the list. */
  readonly asks: string;
}

export interface Partners {
  readonly needing: readonly Needing[];
  readonly partners: readonly Partner[];
  readonly open: readonly string[];
}

/** Acts of which the rule surely does not speak are left out. `scope` is moved on to the case. */
export function partnersOf(rule: PreparedUnitRule, one: UnitCase, scope: Scope): Partners {
  const { partner, base } = rule;
  if (partner === undefined) return { needing: [], partners: [], open: [] };
  const own = elementsOf(one.sheet, base.list);
  scope.sheet = one.sheet;
  const asked =
    base.when === undefined ? own.items : own.items.filter((element) => mayAsk(base.when!, scope, element));
  if (asked.length === 0 && !isRead(one, partner.with))
    return { needing: [], partners: [], open: openOf(one, base) };
  const needing = asked.map((element): Needing => {
    const on = base.many ? `${base.each}/${element.id}` : base.each;
    const ties = partner.ties.map((tie) =>
      tieOf(
        tie.map(({ ours }) => ours),
        one,
        element,
        base.each,
      ),
    );
    const shown = partner.shown && cellOf(one.sheet, element, base.each, partner.shown);
    const list = partner.many && elementsOf(one.sheet, { element: partner.with, many: true }).complete;
    return {
      one,
      element,
      on,
      ties: ties.map(({ text }) => text),
      missing: ties.flatMap((tie) => tie.missing),
      whole: partner.shown === undefined ? list : shown === null && (list || !partner.many),
      asks:
        partner.shown !== undefined && shown === undefined
          ? pathIn(element, base.each, partner.shown)
          : partner.with,
    };
  });
  return {
    needing,
    partners: othersOf(rule, one, scope),
    open: openOf(one, base),
  };
}

const isRead = (one: UnitCase, element: PreparedUnitRule["base"]["each"]): boolean =>
  one.sheet[element] !== undefined;

const openOf = (one: UnitCase, base: PreparedUnitRule["base"]): readonly string[] =>
  isOpen(one.sheet, base.list) ? [base.each] : [];

/** Whether the rule may speak of the element: most calls are of no offence, and nothing more need be done for them. */
function mayAsk(when: Node, scope: Scope, element: Element): boolean {
  scope.self = element;
  scope.reads.cut(0);
  scope.missing.cut(0);
  return when(scope) !== false;
}

function othersOf(rule: PreparedUnitRule, one: UnitCase, scope: Scope): readonly Partner[] {
  const { partner } = rule;
  if (partner === undefined) return [];
  const { items } = elementsOf(one.sheet, { element: partner.with, many: partner.many });
  return items.flatMap((element): Partner[] => {
    scope.self = element;
    scope.reads.cut(0);
    scope.missing.cut(0);
    const where = partner.where === undefined ? true : partner.where(scope);
    if (where === false) return [];
    const unsure = where === true ? [] : scope.missing.from(0);
    const ties = partner.ties.map((tie) =>
      tieOf(
        tie.map(({ theirs }) => theirs),
        one,
        element,
        partner.with,
      ),
    );
    const at =
      partner.at && (cellOf(one.sheet, element, partner.with, partner.at) as Moment | null | undefined);
    if (at === null) return [];
    const over =
      partner.over &&
      overOf(
        cellOf(one.sheet, element, partner.with, partner.over.from),
        cellOf(one.sheet, element, partner.with, partner.over.until),
      );
    const missing = [
      ...unsure.map(({ reader, element: on }) => pathIn(on, reader.element, reader)),
      ...ties.flatMap((tie) => tie.missing),
      ...(partner.at !== undefined && at === undefined ? [pathIn(element, partner.with, partner.at)] : []),
      ...(over?.unread ?? []).map((end) => pathIn(element, partner.with, partner.over![end])),
    ];
    return [
      {
        caseKey: one.key,
        on: partner.many ? `${partner.with}/${element.id}` : partner.with,
        ties: ties.map(({ text }) => text),
        sure: where === true,
        ...(at === undefined ? {} : { at }),
        ...(over && { over: { sure: over.sure, may: over.may } }),
        missing,
      },
    ];
  });
}

function tieOf(
  readers: readonly Parameters<typeof tieText>[1][],
  one: UnitCase,
  element: Element,
  on: Parameters<typeof pathIn>[1],
): { readonly text: TieValue; readonly missing: readonly string[] } {
  const parts = readers.map((reader) => ({
    reader,
    text: tieText(cellOf(one.sheet, element, on, reader), reader, one.key),
  }));
  const missing = parts.flatMap(({ reader, text }) =>
    text === undefined ? [pathIn(element, on, reader)] : [],
  );
  if (parts.some(({ text }) => text === null)) return { text: null, missing: [] };
  return { text: missing.length > 0 ? false : parts.map(({ text }) => text).join("\n"), missing };
}

/** In place of the infinities, which JSON does not know. */
const [EARLIEST, LATEST] = [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER];

interface Over {
  readonly sure: readonly [number, number];
  readonly may: readonly [number, number];
  readonly unread: readonly ("from" | "until")[];
}

function overOf(from: Cell, until: Cell): Over {
  const [start, end] = [from as Moment | null | undefined, until as Moment | null | undefined];
  const known = (moment: Moment | null | undefined): moment is Moment =>
    moment !== null && moment !== undefined;
  return {
    sure: [known(start) ? latest(start) : LATEST, known(end) ? earliest(end) : EARLIEST],
    may: [known(start) ? earliest(start) : EARLIEST, known(end) ? latest(end) : LATEST],
    unread: [...(known(start) ? [] : (["from"] as const)), ...(known(end) ? [] : (["until"] as const))],
  };
}
