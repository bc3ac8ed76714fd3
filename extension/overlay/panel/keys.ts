// Keys inside the panel: tabs by number, cards by J and K, open, locate, sign, dispute, and back to the host by Esc.
import type { Finding } from "../../../shared/rules/finding.ts";
import { objectTo } from "./Objection.tsx";
import { placeOf, type Store, TABS } from "./store.ts";

const writes = (target: EventTarget | undefined): boolean =>
  target instanceof Element && target.matches("input:not([type=radio]), textarea, select");

/** Handles one key; true when it was ours. Composition, modifiers and text boxes are never touched (but Esc leaves a box). */
export function handleKey(event: KeyboardEvent, store: Store, close: () => void): boolean {
  if (event.isComposing || event.keyCode === 229 || event.ctrlKey || event.metaKey || event.altKey)
    return false;
  if (event.key === "Escape") {
    if (store.menu.value !== undefined) store.menu.value = undefined;
    else if (store.guide.value !== undefined) store.guide.value = undefined;
    else if (store.saying.value !== undefined) store.saying.value = undefined;
    else close();
    return true;
  }
  if (writes(event.composedPath()[0]) || store.guide.value !== undefined) return false;
  const tab = TABS[Number(event.key) - 1];
  if (tab !== undefined) {
    store.tab.value = tab;
    return true;
  }
  const open = store.standing.value.open;
  const here = store.focused.value ?? store.card.value;
  const at = open.findIndex(({ key }) => key === here);
  const current: Finding | undefined = open[at];
  const key = event.key.toLowerCase();
  if (key === "j" || key === "k") {
    const next = open[Math.min(Math.max(key === "j" ? at + 1 : at - 1, 0), open.length - 1)];
    if (next === undefined) return false;
    store.tab.value = "reminders";
    store.focused.value = next.key;
    // Who reads one opened goes on to the next opened.
    if (store.card.value !== undefined) store.card.value = next.key;
    return true;
  }
  if (current === undefined) return false;
  if (key === "enter") {
    if (event.composedPath().some((each) => each instanceof Element && each.localName === "button"))
      return false;
    store.card.value = store.card.value === current.key ? undefined : current.key;
    return true;
  }
  if (key === "l") {
    store.locate(placeOf(current, store.state.value), true);
    return true;
  }
  if (key === "a" && current.verdict !== "unknown") {
    void store.answer(current, "signed");
    return true;
  }
  if (key === "d") {
    store.card.value = current.key;
    void objectTo(store, current, "disputed");
    return true;
  }
  return false;
}
