// One clock: name, what is left, when it ends, its source, and the share used with a tick at each warning.
import type { VNode } from "preact";
import type { Finding } from "../../../shared/rules/finding.ts";
import { spanText } from "../../../shared/time/format.ts";
import { Shape } from "../../look/Draw.tsx";
import { STATE, words } from "../../words/panel.ts";
import type { Store } from "./store.ts";
import { endText, yearsText } from "./when.ts";

/** Share of the period that has passed, 0–1; undefined when its beginning is not known. */
export function shareOf(finding: Finding, now: number): number | undefined {
  const { from, due } = finding;
  if (from === undefined || due === undefined || due <= from) return undefined;
  return Math.min(1, Math.max(0.01, (now - from) / (due - from)));
}

export function ClockRow({ store, finding }: { store: Store; finding: Finding }): VNode {
  const now = store.now.value;
  const due = finding.due!;
  const over = now > due;
  const span = spanText(over ? now - due : due + 1 - now);
  const years = yearsText(over ? now - due : due - now);
  const share = shareOf(finding, now);
  const { from, warnings = [] } = finding;
  return (
    <li class="clock">
      <Shape colour={finding.colour} size={16} label={STATE[finding.colour]} />
      <button
        type="button"
        class="grow bare"
        onClick={() => {
          store.tab.value = "reminders";
          store.card.value = finding.key;
        }}
      >
        {finding.title}
      </button>
      <span class={`left ${finding.colour}`}>{over ? words.clocks.overBy(span) : span}</span>
      <div class="clock-line">
        <small>
          {words.clocks.ends(endText(due, now))}
          {years !== undefined && ` · ${years}`}
        </small>
        <small class="law">{words.clocks.law(finding.statute, finding.article)}</small>
      </div>
      {share !== undefined && from !== undefined && (
        <div class={`track ${finding.colour}`} aria-hidden="true">
          <i style={{ width: `${share * 100}%` }} />
          {warnings.map((at) => (
            <s key={at} style={{ left: `${((at - from) / (due - from)) * 100}%` }} />
          ))}
        </div>
      )}
    </li>
  );
}
