// How the period was counted, down to what is left of it: the lines of 怎么算.

import type { Moment } from "../facts/sheet.ts";
import { DAY, dayOf, MINUTE, parseDay } from "../time/civil.ts";
import { clockText, dayText, spanText } from "../time/format.ts";
import type { WorkingLine } from "../time/period.ts";
import type { Explanation } from "../time/reckoning.ts";
import { earliest, latest } from "./moment.ts";
import type { Outcome, Period } from "./outcome.ts";
import type { PreparedRule } from "./prepare.ts";
import { momentText } from "./template.ts";
import { WORDS } from "./words.ts";

/** The calendar's lines, then time that did not count, then now (or the end) and the answer; nothing without a period. */
export function workingOf(rule: PreparedRule, outcome: Outcome, now: number): readonly WorkingLine[] {
  const { counting, due, lenient } = outcome;
  if (counting === undefined || rule.clock === undefined) return [];
  const [begin, ...rest] = saidOf(counting.period).lines;
  const lines: WorkingLine[] = [];
  if (begin !== undefined) lines.push(named(begin, rule.clock.from.label, counting.floor));
  lines.push(...rest);
  if (counting.stopped > 0 && due !== undefined) {
    lines.push({ op: "+", step: WORDS.stops, value: spanText(counting.stopped) });
    lines.push({ op: "=", step: "届满", value: momentText(due, now) });
  }
  if (outcome.reason === "stopped") {
    return [...lines, { op: "=", step: WORDS.stopped, note: WORDS.stoppedNote, value: "" }];
  }
  if (due === undefined) return lines;
  const end = now > due && lenient !== undefined && now <= lenient ? lenient : due;
  const { ended } = counting;
  return [
    ...lines,
    ...(ended === undefined ? tillNow(end, lenient ?? due, now) : tillEnd(rule, ended, due, now)),
  ];
}

/** The calendar's own lines, made once. */
export function saidOf(period: Period): Explanation {
  period.said ??= period.reckoning.explain();
  return period.said;
}

/** The first line says which field the period runs from, and where the limit is younger than the state, since when it stands. */
function named(line: WorkingLine, label: string, floor: string | undefined): WorkingLine {
  if (floor === undefined) return { ...line, step: `${label}，${line.step}` };
  return { ...line, note: WORDS.sinceThen };
}

function tillNow(due: number, lenient: number, now: number): readonly WorkingLine[] {
  const sameDay = dayOf(now) === dayOf(due);
  const value = sameDay ? clockText(now) : momentText(now, due);
  const over = now > lenient;
  return [
    { op: "−", step: WORDS.now, value },
    { op: "=", step: over ? WORDS.over : WORDS.left, value: spanText(whole(due) - now) },
  ];
}

function tillEnd(rule: PreparedRule, ended: Moment, due: number, now: number): readonly WorkingLine[] {
  const step = (rule.clock?.until ?? rule.pair?.at)?.label ?? "";
  const kept = latest(ended) <= due;
  const value = typeof ended === "string" ? dayText(parseDay(ended) ?? 0) : momentText(ended, now);
  const span = kept ? whole(due) - latest(ended) : earliest(ended) - whole(due);
  const days = typeof ended === "string" ? Math.round(span / DAY) * DAY : span;
  const answer = days < MINUTE ? "当天" : spanText(days);
  return [
    { op: "−", step, value },
    { op: "=", step: kept ? WORDS.early : WORDS.late, value: answer },
  ];
}

/** A day ends with its last millisecond; what is left of it is said in whole minutes. */
const whole = (due: number): number => (due % MINUTE === 0 ? due : due + 1);
