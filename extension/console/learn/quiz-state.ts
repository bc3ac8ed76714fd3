// Where the officer stands in this month's quiz: kept on this machine under the member, and nowhere else.
import { useState } from "preact/hooks";
import * as v from "valibot";
import type { OwnFinding } from "../../../shared/learning/quiz.ts";
import { dayOf } from "../../../shared/time/civil.ts";
import { dayText } from "../../../shared/time/format.ts";
import { keep, kept } from "../kept.ts";

const Shape = v.strictObject({
  month: v.string(),
  skipped: v.boolean(),
  /** What was chosen, by rule. */
  chosen: v.record(v.string(), v.number()),
});
export type QuizState = v.InferOutput<typeof Shape>;

/** `2026年11月` of an instant. */
export const monthOf = (at: number): string => dayText(dayOf(at)).replace(/月.*$/, "月");

/** The state of this month's quiz of one member and how to change it; last month's is forgotten. */
export function useQuiz(member: string, month: string): readonly [QuizState, (next: QuizState) => void] {
  const name = `quiz.${member}`;
  const [state, setState] = useState<QuizState>(() => {
    const before = kept(name, Shape);
    return before?.month === month ? before : { month, skipped: false, chosen: {} };
  });
  return [
    state,
    (next) => {
      keep(name, next);
      setState(next);
    },
  ];
}

const Frozen = v.strictObject({
  month: v.string(),
  own: v.array(v.strictObject({ rule: v.string(), colour: v.string() })),
});

/** The findings that this month's questions are made from: those of the day on which they were first asked, so that a question does not change under its answer. */
export function frozen(member: string, month: string, own: readonly OwnFinding[]): readonly OwnFinding[] {
  const name = `quiz-from.${member}`;
  const before = kept(name, Frozen);
  if (before?.month === month) return before.own;
  if (own.length > 0) keep(name, { month, own });
  return own;
}
