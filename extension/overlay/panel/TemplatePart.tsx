// 范文 of a card: the text that helps to mend it, written into the host's text box on a click, taken back on another.
import { useSignal } from "@preact/signals";
import type { VNode } from "preact";
import { Draw } from "../../look/Draw.tsx";
import { icons } from "../../look/icons.ts";
import { words } from "../../words/aid.ts";
import { CopyButton } from "./CopyButton.tsx";
import { boxFor, type Inserted, insertInto, labelOf } from "./insert-text.ts";
import type { Store } from "./store.ts";

interface Props {
  readonly store: Store;
  /** Element that the finding is about: `interviews/i1`. */
  readonly on: string;
  readonly text: string;
}

export function TemplatePart({ store, on, text }: Props): VNode {
  const done = useSignal<Inserted | undefined>(undefined);
  const { template: say } = words;
  const state = store.state.value;
  const box = boxFor(on, state, text);
  const label = box === undefined ? undefined : labelOf(box, state);
  const undo = (): void => {
    const back = done.value?.undo() === true;
    done.value = undefined;
    store.toast.value = { text: back ? say.undone : say.changed };
  };
  const insert = (): void => {
    // Looked for anew: the officer may have gone into another box since this was drawn.
    const target = boxFor(on, store.state.value, text);
    if (target === undefined) {
      store.toast.value = { text: say.nowhere };
      return;
    }
    done.value = insertInto(target, text);
    store.toast.value =
      done.value === undefined
        ? { text: say.failed }
        : { text: say.inserted, act: { label: say.undo, run: undo } };
  };
  return (
    <div class="template">
      <p>{text}</p>
      <div class="acts">
        {done.value === undefined ? (
          <button type="button" class="second slim" onClick={insert}>
            <Draw of={icons.insert} size={14} />
            {box === undefined ? say.insert : label === undefined ? say.intoPlain : say.into(label)}
          </button>
        ) : (
          <button type="button" class="second slim" onClick={undo}>
            <Draw of={icons.undo} size={14} />
            {say.undo}
          </button>
        )}
        <CopyButton store={store} text={text} label={words.copy.template} />
      </div>
      <small>{box === undefined ? say.nowhere : say.blanks}</small>
    </div>
  );
}
