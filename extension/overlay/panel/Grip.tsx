// The panel's inner edge: dragging it makes the panel wider or narrower, within bounds.
import type { VNode } from "preact";
import { useRef } from "preact/hooks";
import { GAP, panelWidth } from "./dock.ts";
import type { Store } from "./store.ts";

export function Grip({ store }: { store: Store }): VNode {
  const width = useRef<number | undefined>(undefined);
  const { place, surface } = store;
  const right = place.value.panel === "right";
  const move = (event: PointerEvent): void => {
    if (width.current === undefined) return;
    const wish = right ? innerWidth - GAP - event.clientX : event.clientX - GAP;
    width.current = panelWidth({ ...place.value, width: wish });
    const panel = (event.currentTarget as Element).closest<HTMLElement>(".panel");
    if (panel !== null) panel.style.width = `${width.current}px`;
  };
  return (
    <div
      class={right ? "grip" : "grip far"}
      aria-hidden="true"
      onPointerDown={(event) => {
        width.current = panelWidth(place.value);
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={move}
      onPointerUp={() => {
        if (width.current !== undefined) surface.keepPlace({ width: width.current });
        width.current = undefined;
      }}
    />
  );
}
