// 警案日清零: which incidents and cases of a day are dealt with, and what is still to be done for each before midnight.
import { dayOf, parseDay, startOfDay } from "../time/civil.ts";

/** What is still missing, in the order in which it is done. */
export type DayGap = "arrival" | "disposal" | "feedback" | "filing";

/** What the unit has read of an incident and of the case made of it; a field left out was not read, `null` is blank. */
export interface DayFacts {
  readonly incident?: Readonly<Record<string, unknown>>;
  readonly case?: Readonly<Record<string, unknown>>;
}

export interface DayMatter {
  /** When it came in (ms). */
  readonly at: number;
  /** 警情 or 案件. */
  readonly is: "incident" | "case";
  /** 纠纷, 盗窃: the kind of incident or the cause of the case; absent when it was not read. */
  readonly what?: string;
  /** Nothing left: cleared. */
  readonly gaps: readonly DayGap[];
  /** Fields that would have to be read to tell; with gaps or without, it is not cleared. */
  readonly unread: readonly string[];
}

const known = (value: unknown): boolean => value !== undefined && value !== null && value !== "";
/** An instant, or the begin of a day of which no hour was read (ms). */
const time = (value: unknown): number | undefined => {
  if (typeof value === "number") return value;
  const day = typeof value === "string" ? parseDay(value) : undefined;
  return day === undefined ? undefined : startOfDay(day);
};
const words = (value: unknown): string | undefined =>
  typeof value === "string" && value !== "" ? value : undefined;

/** Results of a call after which a case has to be accepted. */
const TO_CASE: readonly unknown[] = ["受案", "转立案"];
/** A call that turned out to be none needs nobody on the spot. */
const NO_CALL = "无效警情";

/**
 * What came in on the day (`dayOf`) of `now`, and whether it is cleared: an incident when somebody arrived, its result and the
 * feedback are recorded and – where the result is a case – that case is accepted; a case without an incident as soon as its
 * acceptance is recorded. Undefined for what came in on another day or at a time that was not read.
 */
export function dayMatter({ incident, case: file }: DayFacts, now: number): DayMatter | undefined {
  const call = time(incident?.["receivedAt"]);
  if (incident !== undefined && call !== undefined) {
    if (dayOf(call) !== dayOf(now) || call > now) return undefined;
    const gaps: DayGap[] = [];
    const unread: string[] = [];
    const ask = (field: string, gap: DayGap): void => {
      if (incident[field] === undefined) unread.push(`incident.${field}`);
      else if (!known(incident[field])) gaps.push(gap);
    };
    const result = incident["disposal"];
    if (result !== NO_CALL) ask("arrivedAt", "arrival");
    ask("disposal", "disposal");
    ask("feedbackAt", "feedback");
    if (
      TO_CASE.includes(result) &&
      !known(incident["caseNumber"]) &&
      incident["filed"] !== true &&
      !known(file?.["acceptedAt"])
    )
      gaps.push("filing");
    const what = words(incident["disposalKind"]) ?? words(incident["callKind"]) ?? words(file?.["cause"]);
    return { at: call, is: "incident", gaps, unread, ...(what === undefined ? {} : { what }) };
  }
  const report = time(file?.["registeredAt"]) ?? time(file?.["acceptedAt"]);
  if (file === undefined || report === undefined || dayOf(report) !== dayOf(now) || report > now)
    return undefined;
  const unread = file["acceptedAt"] === undefined ? ["case.acceptedAt"] : [];
  const gaps: DayGap[] = file["acceptedAt"] === null ? ["filing"] : [];
  const what = words(file["cause"]);
  return { at: report, is: "case", gaps, unread, ...(what === undefined ? {} : { what }) };
}

export const isCleared = ({ gaps, unread }: Pick<DayMatter, "gaps" | "unread">): boolean =>
  gaps.length === 0 && unread.length === 0;
