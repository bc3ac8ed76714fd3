// Instants as lists and cards say them: ends of periods, today and tomorrow, values of fields.
import type { FieldRead, Finding } from "../../../shared/rules/finding.ts";
import { dateOf, dayKey, dayOf, MINUTE, parseDay } from "../../../shared/time/civil.ts";
import { clockText, dayText, monthDayText, weekdayText } from "../../../shared/time/format.ts";
import { words } from "../../words/panel.ts";

/** A period's end at the last instant of a minute is said as the full minute: 23:59:59.999 → 24:00. */
const edgeOf = (due: number): number => (due % MINUTE === MINUTE - 1 ? due + 1 : due);

/** `今天 16:30`, `11月23日（周一）24:00`, `2027年5月20日`; `due` and `now` in ms. */
export function endText(due: number, now: number): string {
  const edge = edgeOf(due);
  const midnight = clockText(edge) === "00:00" && edge !== due;
  const day = midnight ? dayOf(due) : dayOf(edge);
  const clock = midnight ? "24:00" : clockText(edge);
  const ahead = day - dayOf(now);
  if (ahead === 0) return `${words.clocks.today} ${clock}`;
  if (ahead === 1) return `${words.clocks.tomorrow} ${clock}`;
  if (ahead === -1) return `${words.clocks.yesterday} ${clock}`;
  if (dateOf(day).year !== dateOf(dayOf(now)).year)
    return midnight ? dayText(day) : `${dayText(day)} ${clock}`;
  return `${monthDayText(day)}（${weekdayText(day)}）${clock}`;
}

/** `15:44` today, `昨天`, `11月18日`: when something was written; ISO text or ms. */
export function atText(at: string | number, now: number): string {
  const ms = typeof at === "number" ? at : Date.parse(at);
  if (Number.isNaN(ms)) return "";
  const back = dayOf(now) - dayOf(ms);
  if (back === 0) return clockText(ms);
  if (back === 1) return `${words.clocks.yesterday} ${clockText(ms)}`;
  return dateOf(dayOf(ms)).year === dateOf(dayOf(now)).year ? monthDayText(dayOf(ms)) : dayText(dayOf(ms));
}

/** `约 28 年 10 个月`: a span (ms) of two years or more, for people to grasp; the days remain what counts. */
export function yearsText(span: number): string | undefined {
  const months = Math.floor(span / (365.2425 / 12) / 86_400_000);
  return months < 24 ? undefined : words.clocks.years(Math.floor(months / 12), months % 12);
}

/** `15:48:06`. */
export const secondText = (ms: number): string =>
  `${clockText(ms)}:${String(Math.floor(ms / 1000) % 60).padStart(2, "0")}`;

/** A field's value as the card prints it; instants are the only large numbers. */
export function valueText(field: FieldRead, now: number): string {
  const { value } = field;
  if (value === undefined || value === null) return "";
  if (typeof value === "boolean") return value ? "是" : "否";
  if (typeof value === "object") return value.join("、");
  if (typeof value === "number") {
    if (value < 1e11) return String(value);
    const day = dayOf(value);
    const thisYear = dateOf(day).year === dateOf(dayOf(now)).year;
    return `${thisYear ? monthDayText(day) : dayText(day)} ${clockText(value)}`;
  }
  const day = /^\d{4}-\d{2}-\d{2}$/.test(value) ? parseDay(value) : undefined;
  return day === undefined ? value : dayText(day);
}

/** Day of an instant as `YYYY-MM-DD`. */
export const dayOfInstant = (ms: number): string => dayKey(dayOf(ms));

/** The time of a finding's breach: `15:02` today, else the date. */
export const sinceText = (finding: Finding, now: number): string | undefined =>
  finding.since === undefined ? undefined : atText(finding.since, now);
