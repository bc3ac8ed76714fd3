// The 时限 tab: running periods, first due first; those that cannot be counted; the case's timeline.
import type { VNode } from "preact";
import { Shape } from "../../look/Draw.tsx";
import { STATE, words } from "../../words/panel.ts";
import { ClockRow } from "./ClockRow.tsx";
import { runningClocks, uncountable } from "./counts.ts";
import type { Store } from "./store.ts";
import { Timeline } from "./Timeline.tsx";

export function Clocks({ store }: { store: Store }): VNode {
  const state = store.state.value!;
  const clocks = runningClocks(state);
  const stuck = uncountable(state);
  const { clocks: say } = words;
  if (clocks.length + stuck.length === 0)
    return (
      <>
        <div class="blank small">
          <h3>{say.none}</h3>
          <p>{say.noneWhy}</p>
        </div>
        <Timeline store={store} />
      </>
    );
  return (
    <>
      <h3 class="caption">{say.running}</h3>
      <ul class="sheet">
        {clocks.map((finding) => (
          <ClockRow key={finding.key} store={store} finding={finding} />
        ))}
        {stuck.map((finding) => (
          <li class="clock" key={finding.key}>
            <Shape colour="grey" size={16} label={STATE.grey} />
            <span class="grow">{finding.title}</span>
            <span class="left grey">{say.cannot}</span>
            <small>
              {finding.fields
                .filter(({ path }) => finding.missing.includes(path))
                .map(({ label }) => say.unreadField(label))
                .join("、")}
            </small>
          </li>
        ))}
      </ul>
      <Timeline store={store} />
    </>
  );
}
