// 下一步 as one line under the headline, with the way to it: the field, the card, the clock or the checklist.
import type { VNode } from "preact";
import { Draw, Shape } from "../../look/Draw.tsx";
import { icons } from "../../look/icons.ts";
import { words } from "../../words/aid.ts";
import { STATE } from "../../words/panel.ts";
import { type NextStep, nextStep } from "./next-step.ts";
import type { Store } from "./store.ts";

/** Shows the finding where it stands: its card on this page, its clock, or the checklist. */
function goTo(store: Store, { finding }: NextStep): void {
  const state = store.state.value;
  if (finding === undefined || state === undefined) {
    store.tab.value = "checklist";
    return;
  }
  if (state.applicable.some(({ key }) => key === finding.key)) {
    store.tab.value = "reminders";
    store.card.value = finding.key;
    store.focused.value = finding.key;
    return;
  }
  if (finding.due !== undefined) {
    store.tab.value = "clocks";
    return;
  }
  const list = state.checklists.find(({ items }) => items.some(({ rule }) => rule === finding.rule));
  if (list !== undefined) store.list.value = list.id;
  store.tab.value = "checklist";
}

export function NextLine({ store }: { store: Store }): VNode | null {
  const state = store.state.value;
  // The checklist has its own, over the list that is shown.
  if (state === undefined || store.tab.value === "checklist") return null;
  const next = nextStep(state, store.now.value);
  if (next === undefined) return null;
  const { say, colour, where } = next;
  return (
    <button type="button" class="next-line" onClick={() => goTo(store, next)}>
      {colour === undefined ? (
        <span class="box" />
      ) : (
        <Shape colour={colour} size={14} label={STATE[colour]} />
      )}
      <span class="next-name">{words.next.title}</span>
      <b title={say}>{say}</b>
      {where !== undefined && <small>{where}</small>}
      <Draw of={icons.chevronRight} size={14} />
    </button>
  );
}
