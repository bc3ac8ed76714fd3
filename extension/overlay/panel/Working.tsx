// 怎么算: operator, step, value; the last row is the answer, in the colour of the state, and follows the clock.
import type { VNode } from "preact";
import type { Finding } from "../../../shared/rules/finding.ts";
import { MINUTE } from "../../../shared/time/civil.ts";
import { clockText, spanText } from "../../../shared/time/format.ts";
import type { WorkingLine } from "../../../shared/time/period.ts";
import { words } from "../../words/panel.ts";
import type { Store } from "./store.ts";
import { yearsText } from "./when.ts";

/** The lines with 现在 and 剩余 brought to this minute (server's time, ms); the judge's own words stay. */
export function workingNow(finding: Finding, judgedAt: number, now: number): readonly WorkingLine[] {
  const { working, due } = finding;
  const last = working.at(-1);
  const before = working.at(-2);
  const running = last?.op === "=" && before?.op === "−" && finding.mended === undefined;
  if (!running || due === undefined || finding.verdict === "met") return working;
  const sameMinute = Math.floor(now / MINUTE) === Math.floor(judgedAt / MINUTE);
  const edge = due % MINUTE === 0 ? due : due + 1;
  // Across the end the judge speaks first; until then only the minutes are brought up to date.
  if (sameMinute || now > due !== judgedAt > due) return working;
  const clock = /^\d\d:\d\d$/.test(before.value) ? { ...before, value: clockText(now) } : before;
  return [...working.slice(0, -2), clock, { ...last, value: spanText(edge - now) }];
}

/** What is left or over, in years where the days are many. */
const yearsOf = ({ due, mended }: Finding, now: number): string | undefined =>
  due === undefined || mended !== undefined ? undefined : yearsText(Math.abs(now - due));

export function Working({ store, finding }: { store: Store; finding: Finding }): VNode {
  const lines = workingNow(finding, store.state.value?.at ?? 0, store.now.value);
  const online = store.state.value?.connection === "online";
  return (
    <ol class="working">
      {lines.map((line, i) => {
        const answer = i === lines.length - 1 && line.op === "=";
        const years = answer ? yearsOf(finding, store.now.value) : undefined;
        const note = line.note ?? years;
        const isNow = line.op === "−" && line.step === "现在";
        return (
          <li key={line.step + line.value} class={answer ? `answer ${finding.colour}` : ""}>
            <span class="op">{line.op}</span>
            <span class="step">
              {line.step}
              {isNow && <span class="whole">{online ? words.card.server : words.card.local}</span>}
            </span>
            <b class="value">{line.value}</b>
            {note !== undefined && <small>{note}</small>}
          </li>
        );
      })}
    </ol>
  );
}
