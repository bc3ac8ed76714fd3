// The question before a submit: what is open, the way back, and a reason that lets the officer's own next click through.
import { useSignal } from "@preact/signals";
import type { VNode } from "preact";
import type { Finding } from "../../../shared/rules/finding.ts";
import { mark } from "../../look/button.ts";
import { Draw, Shape } from "../../look/Draw.tsx";
import { icons } from "../../look/icons.ts";
import { STATE, words } from "../../words/panel.ts";
import { EXCEPTION_FOR, gated } from "../gate-shield.ts";
import { Expiry, type ExpiryId, expiryOf } from "./Expiry.tsx";
import { HardGround } from "./HardGround.tsx";
import { SensitiveHint } from "./SensitiveHint.tsx";
import { placeOf, type Store } from "./store.ts";

/** Rows shown; the rest is counted. */
const ROWS = 5;

/** What the gate lists: what holds it, then what of the same rules could not be checked. */
export function gateList(store: Store): Finding[] {
  const state = store.state.value;
  if (state === undefined) return [];
  const unknown = state.applicable.filter((f) => f.verdict === "unknown" && f.gate !== "none");
  return [...gated(state, store.now.value), ...unknown];
}

export function Gate({
  store,
  close,
  released,
}: {
  store: Store;
  close: () => void;
  /** Lets the named findings through; `kept` is false when the reason could not be written down. */
  released: (keys: readonly string[], kept: boolean) => void;
}): VNode {
  const { gate } = words;
  const state = store.state.value;
  const list = gateList(store);
  const held = list.filter(({ verdict }) => verdict === "breached");
  const hard = held.some((finding) => finding.gate === "hard");
  const reason = useSignal<string | undefined>(undefined);
  const line = useSignal("");
  const asked = useSignal(false);
  /** The reason could not be written down on this PC. */
  const unkept = useSignal(false);
  const expiry = useSignal<ExpiryId>("hours");
  const firm = held.find((finding) => finding.gate === "hard");
  const { all, checked, fine } = store.standing.value;
  const unknown = list.length - held.length;
  const parts = [words.count.red(held.length), ...(unknown > 0 ? [words.count.grey(unknown)] : [])].join(
    "、",
  );
  const ready = hard
    ? line.value.trim() !== ""
    : reason.value !== undefined && (reason.value !== gate.reasons[3] || line.value.trim() !== "");

  const go = async (): Promise<void> => {
    asked.value = true;
    if (!ready) return;
    const said = [reason.value, line.value.trim()]
      .filter((part) => part !== undefined && part !== "")
      .join("：");
    const { value: now } = store.now;
    const until = hard ? now + EXCEPTION_FOR : expiryOf(expiry.value, now);
    let kept = true;
    for (const finding of held) if (!(await store.answer(finding, "explained", said, until))) kept = false;
    // What cannot be kept must not stop lawful work: said first, let through at the next press.
    if (!kept && !unkept.value) {
      unkept.value = true;
      return;
    }
    released(
      held.map(({ key }) => key),
      kept,
    );
  };

  return (
    <form
      class="gate"
      aria-labelledby="fb-gate-title"
      onSubmit={(event) => {
        event.preventDefault();
        void go();
      }}
    >
      <div class="gate-head">
        <Draw of={mark} size={20} />
        <div class="grow">
          <h2 id="fb-gate-title">{hard ? gate.hardTitle : gate.title(parts)}</h2>
          <small>{gate.sub(all.length, checked, fine.length)}</small>
        </div>
        <button type="button" class="tool" aria-label={words.head.close} onClick={close}>
          <Draw of={icons.close} size={16} />
        </button>
      </div>
      <ul class="sheet rows">
        {list.slice(0, ROWS).map((finding) => {
          const place = placeOf(finding, store.state.value);
          return (
            <li class="row" key={finding.key}>
              <Shape colour={finding.colour} size={16} label={STATE[finding.colour]} />
              <span class="grow">
                <b>{finding.title}</b>
                <small class="under">
                  {words.clocks.law(finding.statute, finding.article)} · {finding.why}
                </small>
              </span>
              {place !== undefined && (
                <button type="button" class="text" onClick={() => store.locate(place)}>
                  <Draw of={icons.locate} size={14} />
                  {words.card.locate}
                </button>
              )}
            </li>
          );
        })}
        {list.length > ROWS && <li class="row">{gate.more(list.length - ROWS)}</li>}
      </ul>
      {firm !== undefined && <HardGround store={store} finding={firm} />}
      <div class="sum">
        <span>{hard ? gate.hardWhy : gate.why}</span>
        <span>{hard ? gate.hardOnce : gate.once}</span>
      </div>
      {!hard && (
        <fieldset class="chips">
          <legend class="unseen">{gate.why}</legend>
          {gate.reasons.map((each) => (
            <label key={each} class={reason.value === each ? "chip on" : "chip"}>
              <input
                type="radio"
                name="reason"
                class="unseen"
                checked={reason.value === each}
                onChange={() => {
                  reason.value = each;
                }}
              />
              {reason.value === each && <Draw of={icons.check} size={12} />}
              {each}
            </label>
          ))}
        </fieldset>
      )}
      <textarea
        rows={2}
        maxLength={500}
        aria-label={hard ? gate.hardWhy : gate.line}
        placeholder={hard ? gate.hardLine : gate.line}
        value={line.value}
        onInput={(event) => {
          line.value = event.currentTarget.value;
        }}
      />
      <SensitiveHint text={line.value} />
      {!hard && reason.value !== undefined && (
        <Expiry chosen={expiry} now={store.now.value} form={state?.caseKey === undefined} />
      )}
      {asked.value && !ready && (
        <p class="hint">
          <Shape colour="red" size={14} />
          {reason.value === undefined && !hard ? gate.why : gate.needLine}
        </p>
      )}
      {unkept.value && (
        <p class="hint" role="alert">
          <Shape colour="orange" size={14} />
          {gate.unkept}
        </p>
      )}
      <div class="acts">
        <button type="button" class="primary tall" onClick={close}>
          {gate.back}
        </button>
        <button type="submit" class="second tall">
          {hard ? gate.hardGo : gate.go}
        </button>
        <small class="aside end">{state?.connection === "signed-out" ? gate.unsigned : gate.ledger}</small>
      </div>
    </form>
  );
}
