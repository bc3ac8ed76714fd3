// How the period was counted, down to what is left of it: the lines of 怎么算.

import { fieldOf } from "../dictionary/dictionary.ts";
import type { Moment } from "../facts/sheet.ts";
import { DAY, dayOf, MINUTE, parseDay } from "../time/civil.ts";
import { clockText, dayText, spanText } from "../time/format.ts";
import { stepsText } from "../time/limit.ts";
import type { WorkingLine } from "../time/period.ts";
import type { Explanation } from "../time/reckoning.ts";
import type { Node } from "./compile.ts";
import { earliest, latest } from "./moment.ts";
import type { Counting, Outcome, Period } from "./outcome.ts";
import type { PreparedRule } from "./prepare.ts";
import type { PreparedExtension } from "./prepare-clauses.ts";
import type { Scope } from "./scope.ts";
import { momentText, valueText } from "./template.ts";
import { WORDS } from "./words.ts";

/** The calendar's lines, then time that did not count, then now (or the end) and the answer; nothing without a period. */
export function workingOf(rule: PreparedRule, outcome: Outcome, scope: Scope): readonly WorkingLine[] {
  const { now } = scope;
  const { counting, due, lenient } = outcome;
  if (counting === undefined || rule.clock === undefined) return [];
  const [begin, ...rest] = saidOf(counting.period).lines;
  const lines: WorkingLine[] = [];
  if (begin !== undefined) lines.push(...begunLines(rule, counting, begin, scope));
  const granted = rule.extend[counting.granted];
  // After the limits, before whatever moves the end.
  const limits = rest.findIndex(({ op }) => op !== "+");
  const used = granted === undefined ? [] : [grantedLine(granted, scope)];
  lines.push(...rest.slice(0, limits), ...used, ...rest.slice(limits));
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

/**
 * The first line says which field the period runs from, and where the limit is younger than the state, since when it stands.
 * Where the period began anew, it is that field's, and what it rests on is said.
 */
function begunLines(
  rule: PreparedRule,
  { floor, restart }: Counting,
  line: WorkingLine,
  scope: Scope,
): readonly WorkingLine[] {
  if (restart !== undefined) {
    const facts = factsOf(restart.when, scope);
    const note = facts === "" ? restart.say : `${restart.say}（${facts}）`;
    return [{ ...line, step: `${restart.from.label}，${line.step}`, note }];
  }
  if (floor !== undefined) return [{ ...line, note: WORDS.sinceThen }];
  return [{ ...line, step: `${rule.clock?.from.label ?? ""}，${line.step}` }];
}

/** Which extension was used, and on what fact. */
function grantedLine({ approver, reach, when }: PreparedExtension, scope: Scope): WorkingLine {
  const facts = factsOf(when, scope);
  const line: WorkingLine = { op: "→", step: WORDS.extended(approver), value: stepsText(reach) };
  return facts === "" ? line : { ...line, note: facts };
}

/** Most facts that one line of the working names. */
const MOST = 3;

/** What a condition rests on, field by field: `延长情况 延长至七日`. The reads of the evaluation stay as they were. */
function factsOf(when: Node | undefined, scope: Scope): string {
  if (when === undefined) return "";
  const { reads, missing } = scope;
  const [read, missed] = [reads.size, missing.size];
  when(scope);
  const facts = new Set<string>();
  for (const { reader, element } of reads.from(read)) {
    const field = fieldOf(reader.element, reader.field);
    const value = element.cells[reader.field];
    if (field === undefined || value === undefined || facts.size >= MOST) continue;
    facts.add(`${reader.label} ${valueText(value, field, scope.now)}`);
  }
  reads.cut(read);
  missing.cut(missed);
  return [...facts].join("，");
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
