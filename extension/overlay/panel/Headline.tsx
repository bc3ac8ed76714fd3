// What the case comes to: counts by state and the coverage bar; a row of counters where there is little room.
import type { VNode } from "preact";
import type { Colour, Finding } from "../../../shared/rules/finding.ts";
import { Shape } from "../../look/Draw.tsx";
import { STATE, words } from "../../words/panel.ts";
import { GRAVITY, isOpen, type Standing } from "../standing.ts";
import type { Store } from "./store.ts";

const LOUD: readonly Colour[] = ["red", "orange", "yellow", "blue"];

/** Colour classes of the coverage bar's cells, gravest first; what is met is the quiet line colour. */
export function cellsOf(standing: Standing): string[] {
  const rank = (finding: Finding): number =>
    isOpen(finding) ? GRAVITY.indexOf(finding.colour) : GRAVITY.length;
  return [...standing.all]
    .sort((a, b) => rank(a) - rank(b))
    .map((finding) => (finding.mended !== undefined ? "mended" : isOpen(finding) ? finding.colour : "green"));
}

/** One cell per applicable rule. */
export function Coverage({ standing, full = false }: { standing: Standing; full?: boolean }): VNode {
  const { all, checked, unknown } = standing;
  const text = words.head.coverage(
    `${words.head.applies(all.length, checked)}，${words.count.grey(unknown)}`,
  );
  return (
    <div class={full ? "coverage full" : "coverage"} role="img" aria-label={text}>
      {cellsOf(standing).map((name, i) => (
        <i key={i} class={name} />
      ))}
    </div>
  );
}

function Counters({ standing }: { standing: Standing }): VNode {
  return (
    <span class="counters">
      {[...LOUD, "grey" as const].map((colour) =>
        standing.counts[colour] === 0 ? null : (
          <span key={colour}>
            <Shape colour={colour} size={14} label={STATE[colour]} />
            {standing.counts[colour]}
          </span>
        ),
      )}
    </span>
  );
}

/** The headline's words: loud states by count, `未检查` when it is all that is left. */
function Loud({ standing }: { standing: Standing }): VNode {
  const loud = LOUD.filter((colour) => standing.counts[colour] > 0).slice(0, 3);
  return (
    <h3 class="loud">
      {loud.map((colour) => (
        <span key={colour}>
          <Shape colour={colour} size={18} />
          {words.count[colour](standing.counts[colour])}
        </span>
      ))}
      {loud.length === 0 && (
        <span>
          <Shape colour="grey" size={18} />
          {words.count.grey(standing.unknown)}
        </span>
      )}
    </h3>
  );
}

export function Headline({ store }: { store: Store }): VNode {
  const { caseNumber, caseLine } = store.state.value ?? {};
  const standing = store.standing.value;
  const short = store.low.value || store.tab.value !== "reminders" || standing.open.length === 0;
  const line = [caseNumber, caseLine].filter((part) => part !== undefined && part !== "").join(" · ");
  if (short)
    return (
      <div class="headline short">
        <h3 class={line === "" ? "unseen" : "case"}>{line === "" ? words.tabs[store.tab.value] : line}</h3>
        <Counters standing={standing} />
      </div>
    );
  const { all, checked, unknown } = standing;
  return (
    <div class="headline">
      {line !== "" && <span class="case">{line}</span>}
      <Loud standing={standing} />
      <Coverage standing={standing} />
      <div class="sum">
        <span>{words.head.applies(all.length, checked)}</span>
        {unknown > 0 && <b>{words.count.grey(unknown)}</b>}
      </div>
    </div>
  );
}
