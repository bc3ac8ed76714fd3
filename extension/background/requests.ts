// One answerer per request; what a page's script may ask is listed, the rest is for our own pages only.
import type { Answer, Requests } from "../protocol/messages.ts";
import { WORDS } from "../words/background.ts";

export type Asker = { readonly tab?: number; readonly frameId?: number; readonly own: boolean };
export type Answerers = {
  readonly [K in keyof Requests]: (input: Requests[K]["in"], asker: Asker) => Promise<Requests[K]["out"]>;
};

/** Requests that a page's script may make; a compromised page can do no more than its officer could. */
const FROM_PAGES: readonly (keyof Requests)[] = [
  "answer",
  "tick",
  "note",
  "note-reply",
  "note-close",
  "item-move",
  "article",
  "rule-help",
  "pause",
  "load-panel",
  "load-reader",
  "load-picker",
  "pick-start",
  "pick-change",
  "pick-view",
  "pick-save",
  "pick-end",
  "places-moved",
  "tour-done",
  "open-console",
];

const refusal = (code: "not-allowed" | "bad-shape" | "internal", message: string): Answer<never> => ({
  ok: false,
  code,
  message,
});

const askerOf = (sender: chrome.runtime.MessageSender): Asker | undefined => {
  if (sender.id !== chrome.runtime.id) return undefined;
  const own = sender.url?.startsWith(chrome.runtime.getURL("")) ?? false;
  return {
    own,
    ...(sender.tab?.id === undefined ? {} : { tab: sender.tab.id }),
    ...(sender.frameId === undefined ? {} : { frameId: sender.frameId }),
  };
};

/** Answers one message; `undefined` when it is not a request of this protocol. */
export function answerRequest(
  answerers: Answerers,
  message: unknown,
  sender: chrome.runtime.MessageSender,
): Promise<Answer<unknown>> | undefined {
  if (typeof message !== "object" || message === null || !("ask" in message)) return undefined;
  const { ask, input } = message as { ask: string; input?: unknown };
  const asker = askerOf(sender);
  if (asker === undefined) return Promise.resolve(refusal("not-allowed", WORDS.notTrusted));
  if (!Object.hasOwn(answerers, ask)) return Promise.resolve(refusal("bad-shape", WORDS.unknownRequest));
  const kind = ask as keyof Requests;
  if (!asker.own && !FROM_PAGES.includes(kind))
    return Promise.resolve(refusal("not-allowed", WORDS.notTrusted));
  const answer = answerers[kind] as (input: unknown, asker: Asker) => Promise<Answer<unknown>>;
  return answer(input ?? {}, asker).catch((cause: unknown) => {
    console.error(`request ${ask} failed`, cause);
    return refusal("internal", WORDS.storeFailed);
  });
}
