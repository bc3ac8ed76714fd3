// Brings the panel to a page: mounts it in our shadow root, docks it, hears its keys, and shows the gate.
import { arrow, autoUpdate, computePosition, flip, offset, shift } from "@floating-ui/dom";
import { render } from "preact";
import { words } from "../../words/overlay.ts";
import { NAME } from "../host-element.ts";
import type { Opening, Surface } from "../surface.ts";
import cardCss from "./card.css?inline";
import { dock } from "./dock.ts";
import formCss from "./form.css?inline";
import { Gate } from "./Gate.tsx";
import { handleKey } from "./keys.ts";
import listCss from "./lists.css?inline";
import { Panel } from "./Panel.tsx";
import panelCss from "./panel.css?inline";
import { createStore } from "./store.ts";

/** Below this height the headline shrinks to a row of counters (px). */
const LOW = 760;

/** Mounts the panel on `surface`; nothing is shown until it is opened. */
export function mountPanel(surface: Surface): void {
  surface.style(panelCss + cardCss + listCss + formCss);
  const store = createStore(surface);
  const panel = document.createElement("section");
  panel.className = "panel";
  panel.setAttribute("role", "complementary");
  panel.setAttribute("aria-label", words.product);
  panel.tabIndex = -1;
  const gate = document.createElement("div");
  gate.className = "gate-layer";
  let open = false;
  let returnTo: Element | null = null;
  let unplace: (() => void) | undefined;
  let packBefore: number | undefined;

  const settle = (): void => {
    if (!open) return;
    const place = dock(surface.place());
    store.low.value = innerHeight < LOW;
    Object.assign(panel.style, {
      top: `${place.top}px`,
      width: `${place.width}px`,
      maxHeight: `${place.height}px`,
      left: place.side === "left" ? "12px" : "auto",
      right: place.side === "right" ? "12px" : "auto",
    });
  };

  const close = (): void => {
    if (!open) return;
    open = false;
    store.menu.value = undefined;
    panel.remove();
    surface.redraw();
    const inside = surface.root.getRootNode() instanceof ShadowRoot && returnTo !== null;
    if (inside && returnTo instanceof HTMLElement && returnTo.isConnected)
      returnTo.focus({ preventScroll: true });
    returnTo = null;
  };

  const reveal = (name: "card" | "note", key: string): void => {
    requestAnimationFrame(() => {
      panel.querySelector(`[data-${name}="${CSS.escape(key)}"]`)?.scrollIntoView({ block: "nearest" });
    });
  };

  const show = (opening: Opening): void => {
    closeGate();
    if (opening.finding !== undefined) {
      store.tab.value = "reminders";
      store.card.value = opening.finding;
      store.focused.value = opening.finding;
    }
    if (opening.note !== undefined) {
      store.tab.value = "notes";
      store.note.value = opening.note;
    }
    if (!open) {
      open = true;
      surface.root.append(panel);
      settle();
      surface.redraw();
    }
    if (opening.keyboard) {
      returnTo = document.activeElement;
      panel.focus({ preventScroll: true });
    }
    if (opening.finding !== undefined) reveal("card", opening.finding);
    if (opening.note !== undefined) reveal("note", opening.note);
  };

  const closeGate = (): void => {
    unplace?.();
    unplace = undefined;
    render(null, gate);
    gate.replaceChildren();
    gate.remove();
  };

  const askGate = (target: Element): void => {
    close();
    closeGate();
    surface.root.append(gate);
    const released = (): void => {
      closeGate();
      toastOnPage(surface.root, words.gate.released);
    };
    const point = document.createElement("i");
    point.className = "gate-arrow";
    render(<Gate store={store} close={closeGate} released={released} />, gate);
    gate.append(point);
    unplace = autoUpdate(target, gate, () => {
      const middleware = [offset(12), flip(), shift({ padding: 12 }), arrow({ element: point, padding: 12 })];
      void computePosition(target, gate, { strategy: "fixed", placement: "top", middleware }).then(
        ({ x, y, placement, middlewareData }) => {
          gate.style.transform = `translate(${Math.round(x)}px,${Math.round(y)}px)`;
          point.style.left = `${middlewareData.arrow?.x ?? 0}px`;
          point.style.top = placement.startsWith("top") ? "auto" : "-5px";
          point.style.bottom = placement.startsWith("top") ? "-5px" : "auto";
        },
      );
    });
  };

  panel.addEventListener("keydown", (event) => {
    if (!handleKey(event, store, close)) return;
    event.preventDefault();
    event.stopPropagation();
    const { focused } = store;
    if (focused.value !== undefined) reveal("card", focused.value);
  });
  gate.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.isComposing) closeGate();
  });
  addEventListener("resize", settle);
  addEventListener(
    "focusin",
    (event) => {
      if (!open || !(event.target instanceof Element) || event.target.localName === NAME) return;
      avoid(event.target);
    },
    true,
  );

  /** A field that takes the focus under the panel: the panel changes side, or makes way. */
  const avoid = (field: Element): void => {
    const mine = panel.getBoundingClientRect();
    const box = field.getBoundingClientRect();
    const meets = (left: number): boolean =>
      box.right > left && box.left < left + mine.width && box.bottom > mine.top && box.top < mine.bottom;
    if (box.width === 0 || !meets(mine.left)) return;
    const side = mine.left > innerWidth / 2 ? "left" : "right";
    if (meets(side === "left" ? 12 : innerWidth - 12 - mine.width)) close();
    else {
      panel.style.left = side === "left" ? "12px" : "auto";
      panel.style.right = side === "right" ? "12px" : "auto";
    }
  };

  render(<Panel store={store} close={close} />, panel);
  surface.watch((state) => {
    store.state.value = state;
    store.now.value = surface.now();
    store.anchored.value = surface.anchored();
    store.reachable.value = surface.reachable();
    store.place.value = surface.place();
    const revision = state?.pack.revision;
    if (packBefore !== undefined && revision !== undefined && revision > packBefore)
      store.toast.value = { text: words.toast.newPack(state!.pack.label), small: words.toast.newPackWhy };
    packBefore = revision ?? packBefore;
    settle();
  });
  surface.bring({ open: show, close, isOpen: () => open, gate: askGate });
}

/** A short line at the window's foot, for when no panel is open. */
function toastOnPage(root: HTMLElement, text: string): void {
  const toast = document.createElement("div");
  toast.className = "toast page-toast";
  toast.setAttribute("role", "status");
  toast.textContent = text;
  root.append(toast);
  setTimeout(() => toast.remove(), 5000);
}
