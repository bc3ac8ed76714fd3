// The warnings before the end, each with the shape of the colour that it brings.
import type { VNode } from "preact";
import type { Colour } from "../../../shared/rules/finding.ts";
import type { Rule } from "../../../shared/rules/rule.ts";
import type { LimitUnit } from "../../../shared/time/period.ts";
import { Shape } from "../../look/Draw.tsx";
import { words } from "../../words/console-studio.ts";
import { STATE } from "../../words/overlay.ts";
import { Icon } from "../parts/Icon.tsx";
import { goodAmount, limitParts, limitWritten } from "./limit-text.ts";
import { Sentence } from "./RuleForm.tsx";
import { UnitChoice } from "./UnitChoice.tsx";

const WORDS = words.edit;
const UNITS: readonly LimitUnit[] = ["minutes", "hours", "days"];
const MOST = 6;

interface Props {
  readonly rule: Rule;
  readonly writes: boolean;
  readonly onRule: (rule: Rule) => void;
}

/** Which colour the warning brings, from its place: the last orange, the one before yellow, all earlier blue. */
const colourAt = (i: number, of: number): Colour =>
  i === of - 1 ? "orange" : i === of - 2 ? "yellow" : "blue";

export function Warnings({ rule, writes, onRule }: Props): VNode {
  const { clock } = rule;
  if (clock === undefined) {
    return (
      <Sentence label={WORDS.warn}>
        <span class="sub">{WORDS.noClock}</span>
      </Sentence>
    );
  }
  const { warn } = clock;
  const set = (next: readonly string[]): void => onRule({ ...rule, clock: { ...clock, warn: next } });
  const bad = warn.some(
    (text) => !goodAmount(limitParts(text).amount) || !UNITS.includes(limitParts(text).unit),
  );
  return (
    <div class={bad ? "wrong" : ""}>
      <Sentence label={WORDS.warn}>
        {warn.map((text, i) => {
          const parts = limitParts(text);
          const colour = colourAt(i, warn.length);
          const change = (next: string): void => set(warn.map((one, at) => (at === i ? next : one)));
          return (
            <span class="warning" key={i}>
              <Shape colour={colour} size={16} label={STATE[colour]} />
              <input
                class="amount"
                inputMode="numeric"
                aria-label={WORDS.warnAmount(i + 1)}
                value={parts.amount}
                disabled={!writes}
                onInput={(event) => change(limitWritten({ ...parts, amount: event.currentTarget.value }))}
              />
              <UnitChoice
                label={WORDS.warnUnit(i + 1)}
                value={parts.unit}
                units={UNITS}
                disabled={!writes}
                onUnit={(unit) => change(limitWritten({ ...parts, unit }))}
              />
              {writes ? (
                <button
                  type="button"
                  class="mini"
                  aria-label={WORDS.removeWarn(i + 1)}
                  onClick={() => set(warn.filter((_, at) => at !== i))}
                >
                  <Icon name="close" size={14} />
                </button>
              ) : null}
            </span>
          );
        })}
        {writes && warn.length < MOST ? (
          <button type="button" class="button text small" onClick={() => set([...warn, "1 days"])}>
            <Icon name="plus" size={14} />
            {WORDS.addWarn}
          </button>
        ) : null}
      </Sentence>
      {bad ? (
        <p class="mend">
          <Shape colour="red" size={14} />
          <span>{WORDS.badWarn}</span>
        </p>
      ) : null}
    </div>
  );
}
