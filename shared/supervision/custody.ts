// 羁押与强制措施到期一览: which measures run, until when each may last, and what is to be done next.
import { endOfDay, parseDay } from "../time/civil.ts";
import type { UnitFact, UnitFinding } from "./entry.ts";

/** A measure of which no end was read, under the names that travel: the person is a reference. */
export interface OpenMeasure {
  readonly caseKey: string;
  /** `measures/9d1c…`. */
  readonly on: string;
  readonly kind: string;
  /** Reference of the person, when it was read. */
  readonly person?: string | undefined;
  readonly startedAt?: number | string | undefined;
  /** The end that the platform itself shows. */
  readonly dueAt?: number | string | undefined;
  readonly house?: string | undefined;
  /** The field that would say that it has ended was not read: it may have. */
  readonly endUnread: boolean;
  /** Kind of the measure that came after it for the same person: it may have been changed into that one. */
  readonly followedBy?: string | undefined;
}

/** Fields of which any says that the measure is over. */
const ENDS: readonly string[] = ["endedAt", "leftAt"];
/** Those that are asked for by kind; all others end by `endedAt`. */
const LEFT: readonly string[] = ["传唤", "拘传", "继续盘问"];

/** The measures among the facts of one case that still run, in the order of their begin. */
export function openMeasures(caseKey: string, facts: readonly UnitFact[]): readonly OpenMeasure[] {
  const cells = new Map<string, Map<string, UnitFact>>();
  for (const fact of facts) {
    if (fact.entity !== "measures" || fact.id === "") continue;
    const of = cells.get(fact.id) ?? new Map<string, UnitFact>();
    cells.set(fact.id, of.set(fact.field, fact));
  }
  const open: OpenMeasure[] = [];
  for (const [id, of] of cells) {
    const value = (field: string): UnitFact["value"] =>
      of.get(field)?.state === "known" ? of.get(field)?.value : undefined;
    const text = (field: string): string | undefined =>
      typeof value(field) === "string" ? (value(field) as string) : undefined;
    const moment = (field: string): number | string | undefined => {
      const read = value(field);
      return typeof read === "number" || typeof read === "string" ? read : undefined;
    };
    const kind = text("kind");
    if (kind === undefined || ENDS.some((field) => of.get(field)?.state === "known")) continue;
    const end = of.get(LEFT.includes(kind) ? "leftAt" : "endedAt");
    const [person, house] = [text("person"), text("house")];
    const startedAt = moment("startedAt") ?? moment("arrivedAt");
    const dueAt = moment("dueAt");
    open.push({
      caseKey,
      on: `measures/${id}`,
      kind,
      endUnread: end === undefined || end.state === "unread",
      ...(person === undefined ? {} : { person }),
      ...(house === undefined ? {} : { house }),
      ...(startedAt === undefined ? {} : { startedAt }),
      ...(dueAt === undefined ? {} : { dueAt }),
    });
  }
  const begin = ({ startedAt }: OpenMeasure): number => instantOf(startedAt, Number.POSITIVE_INFINITY);
  open.sort((a, b) => (begin(a) < begin(b) ? -1 : begin(a) > begin(b) ? 1 : 0));
  return open.map((one, i) => {
    const after = open.slice(i + 1).find(({ person }) => person !== undefined && person === one.person);
    const later = after !== undefined && begin(after) !== Number.POSITIVE_INFINITY;
    return later ? { ...one, followedBy: after.kind } : one;
  });
}

/** An instant, or the last one of a day of which no hour was read (ms). */
export function instantOf(moment: number | string | undefined, otherwise: number): number {
  if (typeof moment === "number") return moment;
  const day = moment === undefined ? undefined : parseDay(moment);
  return day === undefined ? otherwise : endOfDay(day);
}

/** What the pack says of a rule, as far as a term is concerned. */
export interface TermRule {
  readonly each?: string | undefined;
  readonly clock?: { readonly until?: string | undefined } | undefined;
}

/** A rule whose period is the measure's own: it runs until the measure ends. */
export const isTerm = (rule: TermRule | undefined): boolean =>
  rule?.each === "measures" && rule.clock?.until !== undefined && ENDS.includes(rule.clock.until);

export interface Term {
  /** Until when it may last (ms); absent when that cannot be told. */
  readonly until?: number;
  /** `law`: counted by a rule; `page`: as the platform shows it. */
  readonly from?: "law" | "page";
  /** The finding that says so. */
  readonly term?: UnitFinding;
  /** What has to be done next: broken duties first, then what ends soonest. */
  readonly next?: UnitFinding;
  /** Fields that were not read and without which no rule could count. */
  readonly missing: readonly string[];
}

const isOpen = ({ verdict, mended }: UnitFinding): boolean =>
  (verdict === "due" || verdict === "breached") && mended === undefined;

const endOf = ({ due, since }: UnitFinding): number => due ?? since ?? Number.MAX_SAFE_INTEGER;

/** The term of a measure by the findings on it; of several terms the earliest binds. */
export function termOf(
  { on, dueAt }: OpenMeasure,
  findings: readonly UnitFinding[],
  ruleOf: (id: string) => TermRule | undefined,
): Term {
  const here = findings.filter((finding) => finding.on === on);
  const open = here.filter(isOpen).sort((a, b) => endOf(a) - endOf(b));
  const terms = open.filter(({ rule, due }) => due !== undefined && isTerm(ruleOf(rule)));
  const [term] = terms;
  const next = open.find(({ verdict }) => verdict === "breached") ?? open[0];
  const missing = here
    .filter(({ verdict, rule }) => verdict === "unknown" && isTerm(ruleOf(rule)))
    .flatMap((finding) => finding.missing);
  const shown = { missing: [...new Set(missing)], ...(next === undefined ? {} : { next }) };
  if (term?.due !== undefined) return { until: term.due, from: "law", term, ...shown };
  const page = instantOf(dueAt, Number.NaN);
  return Number.isNaN(page) ? shown : { until: page, from: "page", ...shown };
}
