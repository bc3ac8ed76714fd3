// Pausing on this tab: for how long, and why.
import { useSignal } from "@preact/signals";
import type { VNode } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { words } from "../../words/panel.ts";
import { enterMenu } from "./menu-keys.ts";
import { SensitiveHint } from "./SensitiveHint.tsx";
import type { Store } from "./store.ts";

const MINUTES = [10, 20, 30];

export function PauseMenu({ store }: { store: Store }): VNode {
  const minutes = useSignal(10);
  const reason = useSignal("");
  const box = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => enterMenu(box.current), []);
  const go = async (): Promise<void> => {
    const answer = await store.surface.ask("pause", { minutes: minutes.value, reason: reason.value.trim() });
    store.menu.value = undefined;
    if (!answer.ok) store.failed(answer.message);
  };
  return (
    <form
      ref={box}
      class="menu form"
      aria-label={words.pause.title}
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.value.trim() !== "") void go();
      }}
    >
      <fieldset class="chips">
        <legend>{words.pause.title}</legend>
        {MINUTES.map((each) => (
          <label key={each} class={minutes.value === each ? "chip on" : "chip"}>
            <input
              type="radio"
              name="minutes"
              class="unseen"
              checked={minutes.value === each}
              onChange={() => {
                minutes.value = each;
              }}
            />
            {words.pause.minutes(each)}
          </label>
        ))}
      </fieldset>
      <label class="field">
        {words.pause.reason}
        <input
          value={reason.value}
          placeholder={words.pause.reasonHint}
          maxLength={200}
          onInput={(event) => {
            reason.value = event.currentTarget.value;
          }}
        />
      </label>
      <SensitiveHint text={reason.value} />
      <div class="acts">
        <button type="submit" class="primary" disabled={reason.value.trim() === ""}>
          {words.pause.go}
        </button>
        <small>{words.states.pauseLimit}</small>
      </div>
    </form>
  );
}
