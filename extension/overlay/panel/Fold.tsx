// A run of quiet rows behind one line that unfolds.
import { useSignal } from "@preact/signals";
import type { ComponentChildren, VNode } from "preact";
import { Draw } from "../../look/Draw.tsx";
import { icons } from "../../look/icons.ts";
import { words } from "../../words/panel.ts";

export function Fold({ label, children }: { label: ComponentChildren; children: ComponentChildren }): VNode {
  const open = useSignal(false);
  return (
    <section class={open.value ? "fold open" : "fold"}>
      <button
        type="button"
        class="fold-head"
        aria-expanded={open.value}
        onClick={() => {
          open.value = !open.value;
        }}
      >
        <span class="fold-label">{label}</span>
        <b>{open.value ? words.card.fold : words.card.unfold}</b>
        <Draw of={icons.chevronDown} size={14} />
      </button>
      {open.value && <ul class="sheet rows">{children}</ul>}
    </section>
  );
}
