// Checks every changed rule with its examples before it is published.
import { useEffect, useState } from "preact/hooks";
import type { Statute } from "../../../shared/law/statute.ts";
import type { Rule } from "../../../shared/rules/rule.ts";
import type { Answer } from "../../protocol/messages.ts";
import { call } from "../call.ts";
import type { Checked } from "./use-check.ts";

/** The answer for each rule by id; a rule without one is still being checked. */
export type Checks = ReadonlyMap<string, Answer<Checked>>;

export function useChecks(rules: readonly Rule[], statutes: readonly Statute[]): Checks {
  const text = JSON.stringify([rules, statutes]);
  const [held, setHeld] = useState<{ text: string; checks: Checks }>({ text: "", checks: new Map() });
  useEffect(() => {
    let wanted = true;
    void (async () => {
      const checks = new Map<string, Answer<Checked>>();
      for (const rule of rules) {
        checks.set(
          rule.id,
          await call("checkRule", {
            body: { rule, ...(statutes.length === 0 ? {} : { statutes: [...statutes] }) },
          }),
        );
        if (!wanted) return;
        setHeld({ text, checks: new Map(checks) });
      }
    })();
    return () => {
      wanted = false;
    };
  }, [text]);
  return held.text === text ? held.checks : new Map();
}

export const passes = (answer: Answer<Checked> | undefined): boolean =>
  answer?.ok === true && answer.value.ok && answer.value.examples.every(({ pass }) => pass);
