// Carries the refusal of a rule out of the depth of its checks.
import type { ElementId } from "../dictionary/field.ts";
import { nearestField } from "../dictionary/nearest.ts";
import { type Refusal, type Result, refused } from "../facts/errors.ts";

/** Thrown inside the checks of a rule and caught where they begin. */
export class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.message);
    this.refusal = refusal;
  }
}

/** Refuses the rule with `bad-rule`: what to mend, and where. */
export const fail = (message: string, at: string): never => {
  const refusal = refused("bad-rule", message, at);
  throw new Refused(refusal.ok ? { code: "bad-rule", message } : refusal.refusal);
};

/** The value of a result, or the rule is refused with what the result says. */
export const taken = <T>(result: Result<T>, at: string): T => {
  if (result.ok) return result.value;
  return fail(
    result.refusal.message.startsWith(at) ? result.refusal.message : `${at}：${result.refusal.message}`,
    at,
  );
};

/** `没有字段 startAt，是不是 startedAt`. */
export function noField(each: ElementId, path: string): string {
  const [head, tail] = path.split(".");
  const near = tail === undefined ? nearestField(each, path) : nearestField(head!, tail);
  return `没有字段 ${path}${near === undefined ? "" : `，是不是 ${near}`}`;
}
