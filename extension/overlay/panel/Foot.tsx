// The panel's last line: connection, when it was judged, which pack.
import type { VNode } from "preact";
import { clockText } from "../../../shared/time/format.ts";
import { words } from "../../words/panel.ts";
import { notBegun, shownChecklist } from "./counts.ts";
import { progressOf } from "./item-standing.ts";
import type { Store } from "./store.ts";
import { secondText } from "./when.ts";

function Left({ store }: { store: Store }): VNode {
  const state = store.state.value;
  if (!store.reachable.value) return <span>{words.foot.offline}</span>;
  if (state === undefined) return <span />;
  if (store.tab.value === "checklist") return <span>{words.foot.ticks}</span>;
  if (state.state === "error") return <span>{words.foot.notJudged}</span>;
  if (state.connection === "offline")
    return (
      <span>
        <i class="dot" />
        {words.foot.offline}
        <span class="when">{words.foot.localTime(clockText(store.now.value))}</span>
      </span>
    );
  const signed = state.connection === "online";
  const time =
    store.tab.value === "clocks"
      ? words.foot.serverTime(secondText(state.at))
      : words.foot.judged(secondText(state.at));
  return (
    <span>
      <i class={signed ? "dot on" : "dot"} />
      {signed ? words.foot.online : words.foot.signedOut}
      {state.state === "ready" && <span class="when">{time}</span>}
    </span>
  );
}

function right(store: Store): string {
  const state = store.state.value;
  if (state === undefined) return "";
  if (state.waiting > 0) return words.foot.waiting(state.waiting);
  if (store.tab.value === "clocks") {
    const ahead = notBegun(state);
    return ahead === 0 ? "" : words.foot.notBegun(ahead);
  }
  if (store.tab.value === "checklist") {
    const list = shownChecklist(state, store.list.value);
    const unknown = list === undefined ? 0 : progressOf(list, state).unknown;
    return unknown === 0 ? "" : words.list.unknown(unknown);
  }
  return state.pack.label === "" ? "" : words.foot.pack(state.pack.label);
}

export function Foot({ store }: { store: Store }): VNode {
  return (
    <footer class="foot">
      <Left store={store} />
      <span>{right(store)}</span>
    </footer>
  );
}
