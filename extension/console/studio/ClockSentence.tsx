// The clock of a rule as a sentence in which the limit can be changed.
import type { VNode } from "preact";
import { useId } from "preact/hooks";
import { elementLabel } from "../../../shared/dictionary/words.ts";
import type { Rule } from "../../../shared/rules/rule.ts";
import { UNITS_OF } from "../../../shared/time/limit.ts";
import type { LimitUnit } from "../../../shared/time/period.ts";
import { Shape } from "../../look/Draw.tsx";
import { words } from "../../words/console-studio.ts";
import { COUNT, UNIT } from "../../words/console-terms.ts";
import { goodAmount, limitParts, limitWritten } from "./limit-text.ts";
import { fieldWord, Sentence, Token } from "./RuleForm.tsx";
import { UnitChoice } from "./UnitChoice.tsx";

const WORDS = words.edit;

interface Props {
  readonly rule: Rule;
  readonly writes: boolean;
  readonly onRule: (rule: Rule) => void;
}

/** What ends the period: a field, or the date of the other act that the rule looks for. */
function endWord({ clock, pair, each }: Rule): string {
  if (clock?.until !== undefined) return fieldWord(clock.until, each);
  return pair?.at === undefined ? "" : `${elementLabel(pair.with)}${fieldWord(pair.at, pair.with)}`;
}

export function ClockSentence({ rule, writes, onRule }: Props): VNode {
  const note = useId();
  const { clock } = rule;
  if (clock === undefined) {
    return (
      <Sentence label={WORDS.clock}>
        <span class="sub">
          {rule.attest === undefined ? WORDS.noClock : `${WORDS.attest}：${rule.attest.say}`}
        </span>
      </Sentence>
    );
  }
  const parts = limitParts(clock.limit);
  const set = (change: { amount?: string; unit?: LimitUnit }): void =>
    onRule({ ...rule, clock: { ...clock, limit: limitWritten({ ...parts, ...change }) } });
  const error = !goodAmount(parts.amount)
    ? WORDS.badAmount
    : UNITS_OF[clock.count].includes(parts.unit)
      ? undefined
      : WORDS.badUnit(COUNT[clock.count]);
  return (
    <div class={error === undefined ? "" : "wrong"}>
      <Sentence label={WORDS.clock}>
        <span>{WORDS.from}</span>
        <Token>{fieldWord(clock.from, rule.each)}</Token>
        <span>{WORDS.begin}</span>
        <input
          class="amount"
          inputMode="numeric"
          aria-label={WORDS.amount}
          aria-invalid={error !== undefined}
          aria-describedby={error === undefined ? undefined : note}
          value={parts.amount}
          disabled={!writes}
          onInput={(event) => set({ amount: event.currentTarget.value })}
        />
        <UnitChoice
          label={WORDS.unit}
          value={parts.unit}
          units={Object.keys(UNIT) as LimitUnit[]}
          disabled={!writes}
          onUnit={(unit) => set({ unit })}
        />
        <span>{WORDS.by}</span>
        <Token>{COUNT[clock.count]}</Token>
        <span>{WORDS.until}</span>
        <Token>{endWord(rule)}</Token>
      </Sentence>
      {error === undefined ? null : (
        <p id={note} class="mend">
          <Shape colour="red" size={14} />
          <span>{error}</span>
        </p>
      )}
    </div>
  );
}
