// The four tabs with their counts.
import type { VNode } from "preact";
import { words } from "../../words/panel.ts";
import { runningClocks, shownChecklist } from "./counts.ts";
import { progressOf } from "./item-standing.ts";
import { type Store, TABS, type TabId } from "./store.ts";

/** What stands beside each tab's word. */
function countOf(tab: TabId, store: Store): string {
  const state = store.state.value;
  if (state === undefined) return "";
  if (tab === "reminders") return String(store.standing.value.open.length);
  if (tab === "clocks") return String(runningClocks(state).length);
  if (tab === "notes") return String(state.notes.length);
  const list = shownChecklist(state, store.list.value);
  if (list === undefined) return "";
  const { done, all } = progressOf(list, state);
  return words.list.progress(done, all);
}

export function Tabs({ store }: { store: Store }): VNode {
  const { tab } = store;
  const turn = (event: KeyboardEvent): void => {
    const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (step === 0) return;
    tab.value = TABS[(TABS.indexOf(tab.value) + step + TABS.length) % TABS.length]!;
    const list = (event.currentTarget as Element).closest('[role="tablist"]');
    requestAnimationFrame(() => list?.querySelector<HTMLElement>('[aria-selected="true"]')?.focus());
  };
  return (
    <div class="tabs" role="tablist" aria-label={words.product}>
      {TABS.map((each, i) => {
        const count = countOf(each, store);
        const on = tab.value === each;
        return (
          <button
            key={each}
            type="button"
            role="tab"
            id={`fb-tab-${each}`}
            aria-selected={on}
            aria-controls="fb-body"
            tabIndex={on ? 0 : -1}
            title={`${words.tabs[each]} ${i + 1}`}
            aria-keyshortcuts={String(i + 1)}
            onKeyDown={turn}
            onClick={() => {
              tab.value = each;
            }}
          >
            {words.tabs[each]}
            {count !== "" && <span class="count">{count}</span>}
          </button>
        );
      })}
    </div>
  );
}
