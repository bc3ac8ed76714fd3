// 有异议 and 有误 on a card: made by one click, waiting for somebody, answered.
import type { VNode } from "preact";
import type { Finding } from "../../../shared/rules/finding.ts";
import type { FindingAnswer } from "../../protocol/messages.ts";
import { OUTCOME, words } from "../../words/objections.ts";
import { Part } from "./Part.tsx";
import type { Store } from "./store.ts";
import { atText } from "./when.ts";

export type Objected = "disputed" | "wrong";

const objected = (answer: FindingAnswer | undefined): answer is FindingAnswer & { kind: Objected } =>
  answer?.kind === "disputed" || answer?.kind === "wrong";

/** What the head of a card says of an answered objection; undefined while there is no answer. */
export const answeredText = (answer: FindingAnswer | undefined): string | undefined =>
  objected(answer) && answer.reply !== undefined
    ? words.card.answered(OUTCOME[answer.kind][answer.reply.outcome])
    : undefined;

/** Objects at once with the masked facts; then offers a line that may be left out. One that waits already only gets its line. */
export async function objectTo(store: Store, finding: Finding, kind: Objected): Promise<void> {
  const answer = store.state.value?.answers[finding.key];
  const waits = answer?.kind === kind && answer.reply === undefined;
  if (waits || (await store.answer(finding, kind))) store.saying.value = { key: finding.key, kind };
}

/** Where the objection of this card stands: with whom it waits, or who answered what. */
export function ObjectionPart({ store, finding }: { store: Store; finding: Finding }): VNode | null {
  const answer = store.state.value?.answers[finding.key];
  if (!objected(answer)) return null;
  const { reply } = answer;
  const now = store.now.value;
  return (
    <Part name={words.card.part}>
      {reply === undefined ? (
        <p>{answer.kind === "disputed" ? words.card.waitsLegal : words.card.waitsOwner}</p>
      ) : (
        <>
          <p>
            <b>{OUTCOME[answer.kind][reply.outcome]}</b>　{reply.said}
          </p>
          <small>{words.card.by(reply.byName, atText(reply.at, now))}</small>
        </>
      )}
      {answer.said === undefined ? null : <small>{words.card.yours(answer.said)}</small>}
    </Part>
  );
}
