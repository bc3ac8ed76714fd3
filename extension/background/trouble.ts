// Tells the officer once that a part of us has failed; the host page works on, and nothing of it is green.
import type { PageState } from "../protocol/messages.ts";
import { WORDS } from "../words/background.ts";
import { changeFor } from "./frame-state.ts";
import { framesOf, send } from "./frames.ts";

/** The parts that may fail by themselves. */
export type Trouble = keyof typeof WORDS.trouble;

const KEY = "trouble";
/** Of this run of the background: the browser's store may be what has failed. */
const told = new Set<Trouble>();

/** Whether it was told before in this browser session; remembers that it is told now. */
async function toldBefore(what: Trouble): Promise<boolean> {
  if (told.has(what)) return true;
  told.add(what);
  try {
    const kept = ((await chrome.storage.session.get(KEY)) as { trouble?: readonly Trouble[] }).trouble ?? [];
    if (kept.includes(what)) return true;
    await chrome.storage.session.set({ [KEY]: [...kept, what] });
  } catch {
    // Then it is known for as long as the background lives.
  }
  return false;
}

/** Says it by one notification and by the icon, once per browser session and part; `cause` goes to the log only. */
export async function tellTrouble(what: Trouble, cause: unknown): Promise<void> {
  console.error(`trouble: ${what}`, cause);
  if (await toldBefore(what)) return;
  const text = WORDS.trouble[what];
  chrome.notifications.create(`trouble|${what}`, {
    type: "basic",
    iconUrl: chrome.runtime.getURL("icon/128.png"),
    title: WORDS.troubleTitle,
    message: text,
  });
  void chrome.action.setBadgeText({ text: "!" });
  void chrome.action.setTitle({ title: `${WORDS.troubleTitle}：${text}` });
}

const NOTHING: PageState = {
  pageKind: "",
  pageLabel: "",
  applicable: [],
  all: [],
  evidence: {},
  checklists: [],
  ticks: [],
  notes: [],
  answers: {},
  pack: { revision: 0, label: "" },
  connection: "offline",
  waiting: 0,
  at: 0,
  clockOffset: 0,
  submits: [],
  state: "error",
};

/** A page that could not be judged shows the stopped button and no finding of before; the next good judgement replaces it. */
export function showStopped(tab: number): void {
  for (const frame of framesOf(tab)) {
    const change = changeFor(frame.told, NOTHING);
    if (change !== undefined) send(frame, { type: "state", ...change });
  }
}

/** Whether the browser's store has refused to write: full, or broken. */
export const isStoreFault = (cause: unknown): boolean =>
  cause instanceof DOMException
    ? /^(QuotaExceeded|Unknown|InvalidState|Abort|NotFound|Version|TransactionInactive)Error$/.test(
        cause.name,
      )
    : cause instanceof Error && /quota|IO error|Corruption/i.test(cause.message);
