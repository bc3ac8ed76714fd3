// Asks the unit's service to check a rule with its examples, a moment after the last keystroke.
import { useEffect, useRef, useState } from "preact/hooks";
import type { Body, Reply } from "../../../shared/api/contract.ts";
import type { Statute } from "../../../shared/law/statute.ts";
import type { Rule } from "../../../shared/rules/rule.ts";
import { call } from "../call.ts";
import type { Problem } from "../use-call.ts";

/** Typing pauses this long before the rule is sent, ms. */
export const PAUSE = 350;

export type Checked = Reply<"checkRule">;

/** Whether fields, limits and citations hold, whatever the examples say. */
export const fieldsGood = ({ refusal }: Checked): boolean =>
  refusal === undefined || refusal.code === "examples-failed";

export interface Check {
  readonly result: Checked | undefined;
  readonly problem: Problem | undefined;
  /** True while the result belongs to an older text than the one on screen. */
  readonly stale: boolean;
}

/** `statutes` are the local texts that it cites and nobody has loaded. */
export function useCheck(rule: Rule, statutes: readonly Statute[]): Check {
  const text = JSON.stringify(statutes.length === 0 ? { rule } : { rule, statutes });
  const [held, setHeld] = useState<{ text: string; id: string; result?: Checked; problem?: Problem }>();
  const wanted = useRef(text);
  wanted.current = text;
  const known = held?.id === rule.id ? held : undefined;
  const first = known === undefined;
  useEffect(() => {
    const send = async (): Promise<void> => {
      const answer = await call("checkRule", { body: JSON.parse(text) as Body<"checkRule"> });
      if (wanted.current !== text) return;
      setHeld(
        answer.ok
          ? { text, id: rule.id, result: answer.value }
          : { text, id: rule.id, problem: { code: answer.code, message: answer.message } },
      );
    };
    const timer = setTimeout(() => void send(), first ? 0 : PAUSE);
    return () => clearTimeout(timer);
  }, [text]);
  return { result: known?.result, problem: known?.problem, stale: known?.text !== text };
}
