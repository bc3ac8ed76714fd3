// Why a submit is held for good: which layer decided it, the two who approved, and the exceptions that the law knows.
import type { VNode } from "preact";
import type { Finding } from "../../../shared/rules/finding.ts";
import { words } from "../../words/aid.ts";
import { EXCEPTION_FOR } from "../gate-shield.ts";
import { untilText } from "./Expiry.tsx";
import { useRuleHelp } from "./rule-help.ts";
import type { Store } from "./store.ts";

export function HardGround({ store, finding }: { store: Store; finding: Finding }): VNode {
  const { exceptions } = useRuleHelp(store, finding.rule);
  const now = store.now.value;
  const origin = store.state.value?.origins?.[finding.rule];
  const decided = origin?.changes.filter(({ key }) => key === "gate").at(-1);
  // Their accounts, which stand behind the names, tell an officer nothing.
  const approvers = (decided?.approvedBy ?? []).map((name) => name.replace(/（[^）]*）$/, ""));
  return (
    <div class="ground">
      {decided !== undefined && <p>{words.gate.layer(decided.layer)}</p>}
      {approvers.length > 0 && <p>{words.gate.approved(approvers.join("、"))}</p>}
      {exceptions.length > 0 && (
        <p>
          {words.gate.exceptions}：{exceptions.join("；")}
        </p>
      )}
      <p>{words.gate.expires(untilText(now + EXCEPTION_FOR, now))}</p>
    </div>
  );
}
