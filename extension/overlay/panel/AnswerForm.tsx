// What is said to a finding: 办结, 说明, 有异议, 有误 – one line to somebody, sent to the ledger.
import { useSignal } from "@preact/signals";
import type { VNode } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { Finding } from "../../../shared/rules/finding.ts";
import { words as aid } from "../../words/aid.ts";
import { words as objections } from "../../words/objections.ts";
import { words } from "../../words/panel.ts";
import { EXCEPTION_FOR } from "../gate-shield.ts";
import { Expiry, type ExpiryId, expiryOf, untilText } from "./Expiry.tsx";
import { SensitiveHint } from "./SensitiveHint.tsx";
import type { Said, Store } from "./store.ts";

const HINT: Readonly<Record<Said, string>> = {
  done: words.card.sayDone,
  explained: words.card.sayExplain,
  disputed: objections.card.add,
  wrong: objections.card.add,
};

export function AnswerForm({ store, finding }: { store: Store; finding: Finding }): VNode | null {
  const said = useSignal("");
  const busy = useSignal(false);
  const expiry = useSignal<ExpiryId>("hours");
  const box = useRef<HTMLTextAreaElement>(null);
  const kind = store.saying.value?.kind;
  // Who came here by a key goes on writing here; who came by the mouse keeps the host's focus.
  useLayoutEffect(() => {
    const within = box.current?.getRootNode();
    if (within instanceof ShadowRoot && within.activeElement !== null) box.current?.focus();
    box.current?.form?.scrollIntoView?.({ block: "nearest" });
  }, [kind]);
  if (kind === undefined) return null;
  const hard = finding.gate === "hard";
  const ready = kind === "done" || said.value.trim() !== "";
  const send = async (): Promise<void> => {
    busy.value = true;
    const { value: now } = store.now;
    const until = kind !== "explained" ? undefined : hard ? now + EXCEPTION_FOR : expiryOf(expiry.value, now);
    await store.answer(finding, kind, said.value.trim(), until);
    busy.value = false;
  };
  return (
    <form
      class="form say"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready && !busy.value) void send();
      }}
    >
      <label class="field">
        {HINT[kind]}
        <textarea
          ref={box}
          rows={2}
          maxLength={2000}
          value={said.value}
          onInput={(event) => {
            said.value = event.currentTarget.value;
          }}
        />
      </label>
      <SensitiveHint text={said.value} />
      {kind === "explained" &&
        (hard ? (
          <small>{aid.gate.expires(untilText(store.now.value + EXCEPTION_FOR, store.now.value))}</small>
        ) : (
          <Expiry chosen={expiry} now={store.now.value} form={store.state.value?.caseKey === undefined} />
        ))}
      <div class="acts">
        <button type="submit" class="primary" disabled={!ready || busy.value}>
          {words.card.send}
        </button>
        <button
          type="button"
          class="second"
          onClick={() => {
            store.saying.value = undefined;
          }}
        >
          {kind === "disputed" || kind === "wrong" ? objections.card.skip : words.card.cancel}
        </button>
      </div>
    </form>
  );
}
