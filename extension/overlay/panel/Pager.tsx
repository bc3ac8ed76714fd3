// From one open card to the next without closing it: which of how many it is, and the neighbours, while a card is open.
import type { VNode } from "preact";
import { words } from "../../words/aid.ts";
import type { Store } from "./store.ts";

export function Pager({ store }: { store: Store }): VNode | null {
  const { open } = store.standing.value;
  const at = open.findIndex(({ key }) => key === store.card.value);
  if (store.tab.value !== "reminders" || at < 0 || open.length < 2) return null;
  const go = (to: number) => () => {
    const key = open[to]?.key;
    if (key === undefined) return;
    store.card.value = key;
    if (store.focused.value !== undefined) store.focused.value = key;
    store.saying.value = undefined;
    requestAnimationFrame(() => {
      const card = store.surface.root.querySelector(`[data-card="${CSS.escape(key)}"]`);
      card?.scrollIntoView({ block: "start" });
    });
  };
  return (
    <nav class="pager" aria-label={words.pager.name}>
      <button
        type="button"
        class="text"
        disabled={at === 0}
        title={`${words.pager.before} K`}
        onClick={go(at - 1)}
      >
        {words.pager.before}
      </button>
      <span>{words.pager.at(at + 1, open.length)}</span>
      <button
        type="button"
        class="text"
        disabled={at === open.length - 1}
        title={`${words.pager.next} J`}
        onClick={go(at + 1)}
      >
        {words.pager.next}
      </button>
    </nav>
  );
}
