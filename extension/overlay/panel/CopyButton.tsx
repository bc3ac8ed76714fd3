// Copies one text of a card: what stands in the panel cannot be selected, neither by the page's scripts nor by hand.
import type { VNode } from "preact";
import { Draw } from "../../look/Draw.tsx";
import { icons } from "../../look/icons.ts";
import { words } from "../../words/aid.ts";
import { copyText } from "./copy-text.ts";
import type { Store } from "./store.ts";

export function CopyButton({ store, text, label }: { store: Store; text: string; label: string }): VNode {
  const copy = async (): Promise<void> => {
    const done = await copyText(store.surface.root, text);
    store.toast.value = { text: done ? words.copy.copied : words.copy.failed };
  };
  return (
    <button type="button" class="tool copy" aria-label={label} title={label} onClick={() => void copy()}>
      <Draw of={icons.copy} size={14} />
    </button>
  );
}
