// One line of a checklist: ticked by facts, by a person with evidence, or open; what asks for something says what.
import { useSignal } from "@preact/signals";
import type { VNode } from "preact";
import type { ChecklistItem } from "../../../shared/rules/pack.ts";
import { Draw, Shape } from "../../look/Draw.tsx";
import { icons } from "../../look/icons.ts";
import { words as originWords } from "../../words/origin.ts";
import { STATE, words } from "../../words/panel.ts";
import { tickName } from "./counts.ts";
import { type ItemStanding, type ItemState, standingOfItem, tickOf } from "./item-standing.ts";
import { becauseOf, switchedOff } from "./OriginPart.tsx";
import { SensitiveHint } from "./SensitiveHint.tsx";
import type { Store } from "./store.ts";
import { atText } from "./when.ts";

function Box({ is }: { is: ItemState }): VNode {
  if (is === "met") return <Shape colour="green" size={16} label={STATE.green} />;
  if (is === "breached") return <Shape colour="red" size={16} label={STATE.red} />;
  if (is === "unknown") return <Shape colour="grey" size={16} label={STATE.grey} />;
  if (is === "ticked")
    return (
      <span class="box on">
        <Draw of={icons.check} size={12} />
      </span>
    );
  if (is === "mended") return <Draw of={icons.check} size={16} />;
  return <span class={is === "open" ? "box" : is === "moot" ? "box dash" : "box ring"} />;
}

/** The small line under an item: who, when and by what; or what is missing. */
function lineOf(store: Store, item: ChecklistItem, { is, finding, part, read }: ItemStanding): string {
  const tick = tickOf(item, store.state.value!);
  if (is === "ticked" && tick !== undefined) {
    const by = words.list.byPerson(tick.byName, atText(tick.at, store.now.value));
    return tick.evidence === "" ? by : `${by} · ${words.list.evidence(tick.evidence)}`;
  }
  const off = switchedOff(store.state.value!.origins?.[item.rule ?? ""]);
  if (finding === undefined && off !== undefined)
    return originWords.off(off.layer, becauseOf(off, store.now.value));
  if (is === "open") return item.how ?? words.list.needPerson;
  if (finding === undefined || is === "later") return item.how ?? "";
  if (part === "read") return words.list.restUnread(read ?? 0);
  if (is === "moot") return finding.exception ?? "";
  return is === "met"
    ? [finding.why, words.list.auto].filter((each) => each !== "").join(" · ")
    : finding.why;
}

/** States in which there is still something to do, so that the row says how beside what was found. */
const TO_DO: ReadonlySet<ItemState> = new Set(["breached", "due", "unknown"]);

/** What a state read from part of a list leaves open. */
function partLine({ is, part }: ItemStanding): string | undefined {
  if (part !== "here") return undefined;
  if (is === "met") return words.list.metHereOnly;
  return is === "moot" ? words.list.mootHereOnly : undefined;
}

export function ItemRow({ store, item }: { store: Store; item: ChecklistItem }): VNode {
  const state = store.state.value!;
  const standing = standingOfItem(item, state);
  const { is, finding } = standing;
  const writing = useSignal(false);
  const evidence = useSignal("");
  const line = lineOf(store, item, standing);
  const part = partLine(standing);
  const send = async (ticked: boolean): Promise<void> => {
    if (state.caseKey === undefined) return;
    const answer = await store.surface.ask("tick", {
      caseKey: state.caseKey,
      item: tickOf(item, state)?.item ?? tickName(item, state),
      ticked,
      evidence: evidence.value.trim(),
    });
    writing.value = false;
    if (answer.ok) store.toast.value = { text: ticked ? words.toast.ticked : words.toast.unticked };
    else store.failed(answer.message);
  };
  const right =
    is === "breached" || is === "unknown" ? (
      <span class={`state ${is === "breached" ? "red" : "grey"}`}>
        {is === "breached" ? STATE.red : STATE.grey}
      </span>
    ) : is === "later" || is === "mended" ? (
      <small>{is === "later" ? words.list.notYet : words.card.happened}</small>
    ) : null;
  return (
    <li class={`row item ${is}`}>
      {is === "due" ? <Shape colour={finding?.colour ?? "blue"} size={16} /> : <Box is={is} />}
      <span class="grow">
        {item.say}
        {line !== "" && <small class="under">{line}</small>}
        {TO_DO.has(is) && item.how !== undefined && <small class="under how">{item.how}</small>}
        {part !== undefined && <small class="under part-line">{part}</small>}
        {writing.value && (
          <form
            class="form"
            onSubmit={(event) => {
              event.preventDefault();
              void send(true);
            }}
          >
            <label class="field">
              {words.list.evidenceLabel}
              <input
                value={evidence.value}
                maxLength={200}
                onInput={(event) => {
                  evidence.value = event.currentTarget.value;
                }}
              />
            </label>
            <SensitiveHint text={evidence.value} />
            <button type="submit" class="primary">
              {words.list.confirm}
            </button>
          </form>
        )}
      </span>
      {right}
      {is === "open" && !writing.value && state.caseKey !== undefined && (
        <button
          type="button"
          class="second slim"
          onClick={() => {
            writing.value = true;
          }}
        >
          {words.list.confirm}
        </button>
      )}
      {is === "ticked" && state.caseKey !== undefined && (
        <button type="button" class="plain slim" onClick={() => void send(false)}>
          {words.list.undo}
        </button>
      )}
    </li>
  );
}
