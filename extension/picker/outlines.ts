// Draws on the page what is read, what is not, and what is pointed at: thin lines in our own layer.
import { effect } from "@preact/signals";
import type { PickerStore } from "./picker-store.ts";
import { boxOf } from "./places.ts";
import { isRead } from "./targets.ts";

/** More outlines than this say nothing any more. */
const MOST = 400;

interface Line {
  readonly element: Element;
  readonly look: string;
}

/** Keeps the outlines in `layer` up to date until `signal` ends it. */
export function drawOutlines(store: PickerStore, layer: HTMLElement, signal: AbortSignal): void {
  let lines: readonly Line[] = [];
  let waiting = false;

  const draw = (): void => {
    waiting = false;
    const shown = lines.flatMap(({ element, look }) => {
      if (!element.isConnected) return [];
      const box = boxOf(element);
      const seen = box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight;
      return seen ? [{ box, look }] : [];
    });
    while (layer.childElementCount > shown.length) layer.lastElementChild!.remove();
    for (const [at, { box, look }] of shown.entries()) {
      let line = layer.children[at] as HTMLElement | undefined;
      if (line === undefined) {
        line = document.createElement("i");
        layer.append(line);
      }
      line.className = `pick-line ${look}`;
      line.style.transform = `translate(${box.left - 2}px,${box.top - 2}px)`;
      line.style.width = `${box.width + 4}px`;
      line.style.height = `${box.height + 4}px`;
    }
  };
  const soon = (): void => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(draw);
  };

  const stop = effect(() => {
    const { targets, hovered, chosen, region, setAside } = store;
    const open = region.value ?? chosen.value?.element;
    const all = targets.value
      .filter((one) => !setAside(one))
      .slice(0, MOST)
      .map((one): Line => ({ element: one.element, look: isRead(one) ? "read" : "unread" }));
    const marked = [
      ...(hovered.value === undefined ? [] : [{ element: hovered.value, look: "hovered" }]),
      ...(open === undefined
        ? []
        : [{ element: open, look: region.value === undefined ? "chosen" : "region" }]),
    ];
    lines = [...all, ...marked];
    soon();
  });
  signal.addEventListener("abort", stop);
  for (const name of ["scroll", "resize"])
    addEventListener(name, soon, { capture: true, passive: true, signal });
  for (const { document: inner } of store.documents.value)
    if (inner !== document)
      inner.defaultView?.addEventListener("scroll", soon, { capture: true, passive: true, signal });
}
