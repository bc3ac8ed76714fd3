// Brings the picker to a page: the shield, the outlines, the list and the card, its keys, saving and the end.
import { effect } from "@preact/signals";
import { render, type VNode } from "preact";
import { OWN_ELEMENT } from "../look/own-element.ts";
import { TOKENS, tokenCss } from "../look/tokens.ts";
import type { Surface } from "../overlay/surface.ts";
import { PICK_CHANGED } from "../protocol/picking.ts";
import cardCss from "./card.css?inline";
import controlsCss from "./controls.css?inline";
import { keepDraft } from "./keep-draft.ts";
import linesCss from "./lines.css?inline";
import listCss from "./list.css?inline";
import { tellOtherOrigin } from "./other-origin.ts";
import { drawOutlines } from "./outlines.ts";
import { PickCard } from "./PickCard.tsx";
import { listed, PickList } from "./PickList.tsx";
import { createPickerStore, type PickerStore } from "./picker-store.ts";
import { pickShield } from "./shield.ts";
import showsCss from "./shows.css?inline";
import { type Target, targetAt } from "./targets.ts";

/** Readings of a page that changes by itself are shown at most this often (ms). */
const PACE = 120;

const KEY = Symbol.for("first-button.picker");
type Holder = { [KEY]?: () => void };

function View({
  store,
  ...acts
}: { store: PickerStore } & Omit<Parameters<typeof PickList>[0], "store">): VNode {
  const target = store.chosen.value;
  return (
    <>
      {target === undefined ? null : <PickCard key={target.key} store={store} target={target} />}
      <PickList store={store} {...acts} />
    </>
  );
}

/** Starts picking on the page of `surface`; a second start ends the first. */
export async function startPicker(surface: Surface): Promise<void> {
  (globalThis as Holder)[KEY]?.();
  const ended = new AbortController();
  const { signal } = ended;
  const { root } = surface;
  surface.style(
    tokenCss(TOKENS, ".fb", '.fb[data-theme="dark"]') +
      [linesCss, listCss, showsCss, cardCss, controlsCss].join(""),
  );
  const store = createPickerStore(surface);
  const layer = document.createElement("div");
  layer.className = "pick-layer";
  layer.dataset["side"] = surface.place().panel;
  const lines = document.createElement("div");
  lines.className = "pick-lines";
  const view = document.createElement("div");
  const sheet = pickShield({
    over(spot) {
      store.hovered.value = spot?.element;
    },
    picked({ element, document: inner }) {
      const frame = store.documents.value.find((one) => one.document === inner)?.frame ?? "";
      store.choose(targetAt(element, store.targets.value, frame));
    },
    shut: (frame) => tellOtherOrigin(store, frame),
  });
  layer.append(sheet, lines, view);

  const end = (): void => {
    if (signal.aborted) return;
    ended.abort();
    delete (globalThis as Holder)[KEY];
    void surface.ask("pick-end", {});
    render(null, view);
    layer.remove();
    delete root.dataset["picking"];
    surface.redraw();
  };
  (globalThis as Holder)[KEY] = end;

  const locate = (target: Target): void => {
    target.element.scrollIntoView({ block: "center", inline: "nearest" });
    store.hovered.value = target.element;
  };
  const save = (): Promise<void> => keepDraft(store);
  const move = (by: number): void => {
    const rows = listed(store);
    const at = rows.findIndex(({ key }) => key === store.focused.value);
    const next = rows[Math.max(0, Math.min(rows.length - 1, at + by))];
    if (next === undefined) return;
    store.focused.value = next.key;
    store.hovered.value = next.element;
    view.querySelector(`[data-key="${CSS.escape(next.key)}"]`)?.scrollIntoView({ block: "nearest" });
  };
  const focusList = (): void => view.querySelector<HTMLElement>(".pick-list")?.focus({ preventScroll: true });
  const KEYS: Readonly<Record<string, () => void>> = {
    j: () => move(1),
    ArrowDown: () => move(1),
    k: () => move(-1),
    ArrowUp: () => move(-1),
    l() {
      const on = store.targets.value.find(({ key }) => key === store.focused.value);
      if (on !== undefined) locate(on);
    },
    Enter() {
      store.choose(store.targets.value.find(({ key }) => key === store.focused.value));
    },
    u: () => void store.undo(),
    s: () => void save(),
  };
  layer.addEventListener("keydown", (event) => {
    if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    const from = event.composedPath()[0] as HTMLElement;
    if (event.key === "Escape") {
      store.choose(undefined);
      focusList();
    } else {
      if (/^(?:input|select|textarea)$/.test(from.localName)) return;
      if (event.key === "Enter" && from.localName === "button") return;
      const run = KEYS[event.key];
      if (run === undefined || from.closest(".pick-card") !== null) return;
      run();
    }
    event.preventDefault();
  });

  if (!(await store.start())) {
    const { text = "", small } = store.notice.value ?? {};
    const told = document.createElement("div");
    told.className = "pick-refused";
    told.setAttribute("role", "status");
    told.textContent = small ?? text;
    root.append(told);
    setTimeout(() => told.remove(), 6_000);
    ended.abort();
    delete (globalThis as Holder)[KEY];
    return;
  }
  root.dataset["picking"] = "";
  root.append(layer);
  render(<View store={store} locate={locate} save={() => void save()} end={end} />, view);
  drawOutlines(store, lines, signal);
  focusList();
  // The card that goes leaves the focus to the list, so that the next key is heard here.
  signal.addEventListener(
    "abort",
    effect(() => {
      if (store.chosen.value === undefined && layer.isConnected) queueMicrotask(focusList);
    }),
  );
  // A key that finds the focus elsewhere is not the page's: who points does not type.
  addEventListener(
    "keydown",
    (event) => {
      if (event.composedPath().some((one) => (one as Element).localName === OWN_ELEMENT)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (event.key === "Escape") store.choose(undefined);
      focusList();
    },
    { capture: true, signal },
  );
  let soon: ReturnType<typeof setTimeout> | undefined;
  const heard = (message: unknown): void => {
    if (message !== PICK_CHANGED) return;
    clearTimeout(soon);
    soon = setTimeout(() => void store.look(), PACE);
  };
  chrome.runtime.onMessage.addListener(heard);
  signal.addEventListener("abort", () => {
    clearTimeout(soon);
    chrome.runtime.onMessage.removeListener(heard);
  });
}
