// Asks once, when a card or gate opens, what its rule offers beyond the finding.
import { useSignal } from "@preact/signals";
import { useLayoutEffect } from "preact/hooks";
import type { RuleHelp } from "../../protocol/messages.ts";
import type { Store } from "./store.ts";

const NOTHING: RuleHelp = { exceptions: [] };

/** Nothing until the background has answered, and where it does not. */
export function useRuleHelp(store: Store, rule: string | undefined): RuleHelp {
  const help = useSignal(NOTHING);
  useLayoutEffect(() => {
    let gone = false;
    help.value = NOTHING;
    if (rule === undefined) return;
    void store.surface.ask("rule-help", { rule }).then((answer) => {
      if (!gone && answer.ok && answer.value !== null) help.value = answer.value;
    });
    return () => {
      gone = true;
    };
  }, [store, rule]);
  return help.value;
}
