// Names the host's submit buttons that cannot be held while something holds a submit, so that nobody relies on being asked.
import type { VNode } from "preact";
import { Draw } from "../../look/Draw.tsx";
import { icons } from "../../look/icons.ts";
import { words } from "../../words/aid.ts";
import { gated } from "../gate-shield.ts";
import type { Store } from "./store.ts";

export function SubmitNote({ store }: { store: Store }): VNode | null {
  const state = store.state.value;
  if (state === undefined || gated(state, store.now.value).length === 0) return null;
  const { submits: say } = words;
  const loose = state.submits.filter(({ held }) => !held);
  if (state.submits.length > 0 && loose.length === 0) return null;
  const names = loose.map(({ text }) => (text === undefined ? say.unnamed : say.button(text)));
  return (
    <div class="notice">
      <Draw of={icons.flag} size={16} />
      <div>
        <b>{loose.length === 0 ? say.none : say.title(names.join("、"))}</b>
        <p>{loose.length === 0 ? say.noneWhy : say.why}</p>
      </div>
    </div>
  );
}
