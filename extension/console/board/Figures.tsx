// The sums of the period in one row; colour and shape only where a number speaks of a state.
import type { VNode } from "preact";
import type { Indicator, Tally } from "../../../shared/rollup/indicators.ts";
import type { Colour } from "../../../shared/rules/finding.ts";
import { Shape } from "../../look/Draw.tsx";
import { words } from "../../words/board.ts";
import { numberIn } from "./rows.ts";

const SHOWN: readonly Indicator[] = [
  "incidents",
  "cases",
  "red",
  "open",
  "corrected",
  "itemsOpen",
  "unknown",
  "blind",
];
const COLOUR: Partial<Record<Indicator, Colour>> = {
  red: "red",
  unknown: "grey",
  blind: "grey",
  corrected: "green",
};

export function Figures({ of }: { of: Tally }): VNode {
  return (
    <section class="card" aria-label={words.figures}>
      <dl class="figures">
        {SHOWN.map((indicator) => {
          const n = numberIn(of, indicator);
          const colour = n === 0 ? undefined : COLOUR[indicator];
          return (
            <div key={indicator} title={words.hint[indicator]}>
              <dt>
                {colour === undefined ? null : <Shape colour={colour} size={16} />}
                {words.indicator[indicator]}
              </dt>
              <dd class={n > 0 && indicator === "open" ? "bad" : ""}>{n.toLocaleString("zh-CN")}</dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}
