// Turns a rule on or off; the consequence is written beside it.
import type { VNode } from "preact";
import type { Rule, Status } from "../../../shared/rules/rule.ts";
import { words } from "../../words/console-studio.ts";
import { STATUS } from "../../words/console-terms.ts";
import { Choice } from "../parts/Choice.tsx";

const WORDS = words.edit;

interface Props {
  readonly rule: Rule;
  readonly writes: boolean;
  readonly onStatus: (status: Status) => void;
}

export function Switch({ rule, writes, onStatus }: Props): VNode {
  const options: Status[] = ["live", "retired"];
  // Another stage of its life stays selectable, so that looking at it does not change it.
  if (!options.includes(rule.status)) options.unshift(rule.status);
  return (
    <div class="switch">
      <Choice
        label={WORDS.status}
        value={rule.status}
        disabled={!writes}
        options={options.map((status) => [status, STATUS[status]])}
        onValue={(status) => onStatus(status as Status)}
      />
    </div>
  );
}
