// Shows the gate's question at the host's submit button and takes it away again.
import { arrow, autoUpdate, computePosition, flip, offset, shift } from "@floating-ui/dom";
import { render } from "preact";
import { words } from "../../words/panel.ts";
import { Gate } from "./Gate.tsx";
import type { Store } from "./store.ts";

/** How long the line after a release stands (ms). */
const SHOWN = 5000;

export interface GatePopover {
  /** Asks at `target`, the host's button whose submit was held; who pressed it by a key is led into the question. */
  ask(target: Element, byKey: boolean): void;
  close(): void;
  isOpen(): boolean;
}

/** A short line at the window's foot, for when no panel is open. */
function say(root: HTMLElement, text: string): void {
  const toast = document.createElement("div");
  toast.className = "toast page-toast";
  toast.setAttribute("role", "status");
  toast.textContent = text;
  root.append(toast);
  setTimeout(() => toast.remove(), SHOWN);
}

/** `closePanel` makes room; `release` lets the named findings through. */
export function gatePopover(
  store: Store,
  closePanel: () => void,
  release: (keys: readonly string[]) => void,
): GatePopover {
  const { root } = store.surface;
  const layer = document.createElement("div");
  layer.className = "gate-layer";
  let unplace: (() => void) | undefined;
  /** Where the focus goes back to. */
  let returnTo: Element | undefined;

  const close = (): void => {
    unplace?.();
    unplace = undefined;
    if (returnTo instanceof HTMLElement && returnTo.isConnected && layer.isConnected)
      returnTo.focus({ preventScroll: true });
    returnTo = undefined;
    render(null, layer);
    layer.replaceChildren();
    layer.remove();
  };
  const place = (target: Element, point: HTMLElement) => (): void => {
    // A question that is higher than the room beside the button stands over it rather than beyond the window's edge.
    const within = shift({ padding: 12, crossAxis: true });
    const middleware = [offset(12), flip(), within, arrow({ element: point, padding: 12 })];
    void computePosition(target, layer, { strategy: "fixed", placement: "top", middleware }).then(
      ({ x, y, placement, middlewareData }) => {
        const above = placement.startsWith("top");
        layer.style.transform = `translate(${Math.round(x)}px,${Math.round(y)}px)`;
        point.hidden = Math.abs(middlewareData.shift?.y ?? 0) > 1;
        point.style.left = `${middlewareData.arrow?.x ?? 0}px`;
        point.style.top = above ? "auto" : "-5px";
        point.style.bottom = above ? "-5px" : "auto";
      },
    );
  };
  layer.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.isComposing) close();
  });

  return {
    ask(target, byKey) {
      closePanel();
      close();
      root.append(layer);
      const released = (keys: readonly string[], kept: boolean): void => {
        release(keys);
        close();
        say(root, kept ? words.gate.released : words.gate.releasedUnkept);
      };
      store.now.value = store.surface.now();
      render(<Gate store={store} close={close} released={released} />, layer);
      const point = document.createElement("i");
      point.className = "gate-arrow";
      layer.append(point);
      unplace = autoUpdate(target, layer, place(target, point));
      if (!byKey) return;
      returnTo = target;
      layer.querySelector<HTMLElement>(".primary")?.focus({ preventScroll: true });
    },
    close,
    isOpen: () => layer.isConnected,
  };
}
