// The toast at the panel's foot: one at a time, five seconds, staying while it is hovered or focused.

import { useSignal } from "@preact/signals";
import type { VNode } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { Draw } from "../../look/Draw.tsx";
import { icons } from "../../look/icons.ts";
import type { Store } from "./store.ts";

const SHOWN = 5000;

/** What is being written in stays in sight when the toast makes the list shorter. */
function keepInSight(bar: HTMLElement | null): void {
  const within = bar?.getRootNode();
  const writing = within instanceof ShadowRoot ? within.activeElement : null;
  if (writing?.matches("input, textarea")) writing.scrollIntoView({ block: "nearest" });
}

export function ToastBar({ store }: { store: Store }): VNode {
  const held = useSignal(false);
  const bar = useRef<HTMLDivElement>(null);
  const toast = store.toast.value;
  useEffect(() => {
    if (toast === undefined || held.value) return undefined;
    keepInSight(bar.current);
    const timer = setTimeout(() => {
      store.toast.value = undefined;
    }, SHOWN);
    return () => clearTimeout(timer);
  }, [toast, held.value]);
  const hold = (yes: boolean) => () => {
    held.value = yes;
  };
  return (
    <div class="toasts" role="status" ref={bar}>
      {toast !== undefined && (
        <div
          class="toast"
          onPointerEnter={hold(true)}
          onPointerLeave={hold(false)}
          onFocusIn={hold(true)}
          onFocusOut={hold(false)}
        >
          <Draw of={icons.message} size={16} />
          <div class="grow">
            <b>{toast.text}</b>
            {toast.small !== undefined && <p>{toast.small}</p>}
          </div>
          {toast.act !== undefined && (
            <button type="button" onClick={toast.act.run}>
              {toast.act.label}
            </button>
          )}
        </div>
      )}
    </div>
  );
}
