// Puts an outcome into words: the finding with everything that a why-card prints.
import { fieldOf } from "../dictionary/dictionary.ts";
import type { Cell, Element } from "../facts/sheet.ts";
import { reckon } from "../time/deadline.ts";
import { limitText } from "../time/limit.ts";
import type { HolidayPlan } from "../time/period.ts";
import type { FieldRead, Finding } from "./finding.ts";
import { keyOf } from "./key.ts";
import { earliest } from "./moment.ts";
import type { Outcome } from "./outcome.ts";
import type { PreparedRule } from "./prepare.ts";
import { NOTHING, oneOf, pathOf, type Reader, type Scope } from "./scope.ts";
import { readerLabel } from "./template.ts";
import { whyOf } from "./why.ts";
import { workingOf } from "./working.ts";

/** The finding of an outcome. `scope` must still hold the reads of that very evaluation. */
export function describe(
  rule: PreparedRule,
  outcome: Outcome,
  on: string,
  scope: Scope,
  plan: HolidayPlan,
  now: number,
): Finding {
  const { rule: source } = rule;
  const missing = pairs(scope.missing);
  const reason = outcome.reason ?? reasonOf(missing);
  const fields = fieldsOf(scope);
  const basis = outcome.basis ?? rule.bases[0];
  const { verdict } = outcome;
  return {
    rule: source.id,
    title: verdict === "due" ? (source.titleDue ?? source.title) : source.title,
    on,
    verdict,
    colour: outcome.colour,
    applies: outcome.applies,
    ...given({
      from: outcome.counting && earliest(outcome.counting.start),
      warnings: warningsOf(rule, outcome.due),
      due: outcome.due,
      lenient: outcome.lenient === outcome.due ? undefined : outcome.lenient,
      since: outcome.since,
      mended: outcome.mended,
      reason,
      exception: outcome.exception,
      nextChange: outcome.next,
      marker: rule.marker && pathOf(rule.marker, holder(rule, scope, rule.marker)),
      quote: basis?.basis.quote,
      editionLabel: outcome.basis?.label,
      extend: extensionsOf(rule, outcome, plan),
      open: outcome.due === outcome.lenient ? undefined : outcome.counting?.reckoning.explain().open,
    }),
    missing: [...new Set(missing.map(([reader, element]) => pathOf(reader, element)))],
    why: whyOf(rule, outcome, reason, missing, scope, now),
    statute: basis?.basis.statute ?? "",
    edition: outcome.basis?.basis.edition ?? "",
    article: basis?.basis.article ?? "",
    working: workingOf(rule, outcome, now),
    fields,
    weight: source.weight,
    audience: source.audience,
    stage: source.stage,
    fix: source.fix,
    gate: source.gate ?? "none",
    owner: source.owner,
    key: keyOf(source.id, on, fields),
  };
}

function warningsOf(rule: PreparedRule, due: number | undefined): readonly number[] | undefined {
  return due === undefined ? undefined : rule.clock?.warnings.map((length) => due - length);
}

/** Leaves out what is undefined, so that a finding is the same before and after JSON. */
function given<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}

/** The element on which a field named outside CEL stands. */
export const holder = (rule: PreparedRule, scope: Scope, reader: Reader): Element =>
  reader.element === rule.each ? scope.self : oneOf(scope.sheet, reader.element);

/** The flat record of reads as pairs. */
export function pairs(flat: readonly (Reader | Element)[]): readonly (readonly [Reader, Element])[] {
  const out: (readonly [Reader, Element])[] = [];
  for (let i = 0; i < flat.length; i += 2) out.push([flat[i] as Reader, flat[i + 1] as Element]);
  return out;
}

function reasonOf(missing: readonly (readonly [Reader, Element])[]): string | undefined {
  if (missing.some(([reader, element]) => element.conflicts?.includes(reader.field))) return "conflict";
  return missing.some(([reader]) => reader.field === "") ? "list" : undefined;
}

/** Every field that was read, once each, in the order of reading. */
function fieldsOf(scope: Scope): readonly FieldRead[] {
  const fields = new Map<string, FieldRead>();
  for (const [reader, element] of pairs(scope.reads)) {
    if (reader.field === "id") continue;
    const path = pathOf(reader, element);
    if (!fields.has(path)) fields.set(path, fieldRead(path, reader, element.cells[reader.field]));
  }
  for (const [reader, element] of pairs(scope.missing)) {
    if (reader.field === "" && element === NOTHING) {
      fields.set(reader.element, { path: reader.element, label: readerLabel(reader), state: "unread" });
    }
  }
  return [...fields.values()];
}

function fieldRead(path: string, reader: Reader, value: Cell): FieldRead {
  const label = fieldOf(reader.element, reader.field)?.label ?? reader.field;
  if (value === undefined) return { path, label, state: "unread" };
  return value === null ? { path, label, state: "absent" } : { path, label, state: "known", value };
}

/** Extensions not yet granted, with the instant that each would reach. */
function extensionsOf(rule: PreparedRule, outcome: Outcome, plan: HolidayPlan): Finding["extend"] {
  const { counting } = outcome;
  const count = rule.rule.clock?.count;
  const left = rule.extend.slice((counting?.granted ?? -1) + 1);
  if (left.length === 0) return undefined;
  return left.map(({ to, approver }) =>
    counting === undefined || count === undefined
      ? { to: limitText(to), approver }
      : { to: limitText(to), approver, due: reckon(counting.start, to, count, plan).due + counting.stopped },
  );
}
