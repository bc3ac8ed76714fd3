// A why-card: what is wrong, its state, one fact line, the clause; opened, everything the verdict rests on.
import type { VNode } from "preact";
import type { Finding } from "../../../shared/rules/finding.ts";
import { remainingText, spanText } from "../../../shared/time/format.ts";
import { Draw, Shape } from "../../look/Draw.tsx";
import { icons } from "../../look/icons.ts";
import type { FindingAnswer } from "../../protocol/messages.ts";
import { STATE, VERDICT, words } from "../../words/panel.ts";
import { remindedText } from "../../words/reminded.ts";
import { CardBody } from "./CardBody.tsx";
import { answeredText } from "./Objection.tsx";
import { placeOf, type Store } from "./store.ts";
import { atText, sinceText } from "./when.ts";

/** What stands at a card's right: the state, and how much is left or over. `now` is the server's (ms). */
export function stateText(finding: Finding, answer: FindingAnswer | undefined, now: number): string {
  const { card } = words;
  const answered = answeredText(answer);
  if (answered !== undefined) return answered;
  if (answer?.kind === "disputed") return card.disputed;
  if (answer?.kind === "wrong") return card.wrong;
  if (answer?.kind === "explained" && (answer.until ?? now) >= now)
    return card.explained(atText(answer.until ?? now, now));
  const left = plainState(finding, now);
  if (answer?.kind === "signed") return `${card.signed} · ${left}`;
  if (answer?.kind === "done") return `${card.done} · ${left}`;
  return left;
}

function plainState(finding: Finding, now: number): string {
  if (finding.verdict === "unknown") return finding.colour === "grey" ? STATE.grey : words.card.between;
  if (finding.verdict === "due" && finding.due !== undefined) return remainingText(finding.due, now);
  const since = sinceText(finding, now);
  if (finding.due !== undefined && now > finding.due) return words.card.over(spanText(now - finding.due));
  return since === undefined ? VERDICT[finding.verdict] : words.card.since(since);
}

export const editionText = (finding: Finding): string => finding.editionLabel ?? finding.edition;

/** The unit's short message, and that nobody answered it; nothing once somebody has. */
function toldText(store: Store, { rule, on }: Finding): string | undefined {
  const told = store.state.value?.reminded?.find((one) => one.rule === rule && one.on === on);
  return told && remindedText(told, atText(told.at, store.now.value));
}

export function Card({ store, finding }: { store: Store; finding: Finding }): VNode {
  const { card, focused } = store;
  const state = store.state.value;
  const answer = state?.answers[finding.key];
  const open = card.value === finding.key;
  const place = placeOf(finding, state);
  const told = toldText(store, finding);
  const toggle = (): void => {
    card.value = open ? undefined : finding.key;
    store.saying.value = undefined;
  };
  const quiet = answer?.kind === "signed" || answer?.kind === "done";
  const classes = ["card", finding.colour, open ? "open" : "", quiet ? "quiet" : ""]
    .filter((c) => c !== "")
    .join(" ");
  return (
    <article
      class={classes}
      data-card={finding.key}
      aria-current={focused.value === finding.key ? "true" : undefined}
      aria-label={`${STATE[finding.colour]}：${finding.title}`}
    >
      <div class="card-head">
        <Shape colour={finding.colour} size={18} label={STATE[finding.colour]} />
        <div class="card-what">
          <h4>{finding.title}</h4>
          <span class={`state ${finding.colour}`}>{stateText(finding, answer, store.now.value)}</span>
          <p>{finding.why}</p>
          {told !== undefined && (
            <p class="told">
              <Draw of={icons.bell} size={14} />
              {told}
            </p>
          )}
        </div>
      </div>
      {open ? (
        <CardBody store={store} finding={finding} shut={toggle} />
      ) : (
        <div class="card-foot">
          <span class="clause">
            {finding.statute}
            <span class="whole">{words.card.article(finding.article)}</span>{" "}
            <span class="edition">{editionText(finding)}</span>
          </span>
          {place !== undefined && (
            <button type="button" class="text" onClick={() => store.locate(place)}>
              <Draw of={icons.locate} size={14} />
              {words.card.locate}
            </button>
          )}
          <button
            type="button"
            class="tool"
            aria-label={words.card.open}
            aria-expanded={false}
            onClick={toggle}
          >
            <Draw of={icons.chevronDown} size={16} />
          </button>
        </div>
      )}
    </article>
  );
}
