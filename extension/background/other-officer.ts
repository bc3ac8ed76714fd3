// Whether a page is used by another officer than the one who is signed in: nothing of it is recorded then, and it is said once.
import type { Pack } from "../../shared/rules/pack.ts";
import type { Answer, Requests } from "../protocol/messages.ts";
import { WORDS } from "../words/background.ts";
import { caseOfTab, draftKey, framesOf, tabs } from "./frames.ts";
import { local } from "./kept.ts";
import type { Answerers } from "./requests.ts";

/** Of each tab, the number that its page shows when it is not that of whoever is signed in. */
const others = new Map<number, string>();
const told = new Set<string>();

/**
 * How long a top frame may go on loading before it is looked into as it stands (ms): the browser waits for it to come to rest, a
 * hanging picture may keep it from that for ever, and the readings of its inner frames wait for this look.
 */
const PATIENCE = 3_000;

/** Runs in the page's top frame: the texts of the place that the site profile names, one to a line: a number is not joined to the date beside it. */
const textAt = (css: string): string => {
  const place = document.querySelector(css);
  if (place === null) return "";
  const texts: string[] = [];
  const walk = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) texts.push(walk.currentNode.nodeValue ?? "");
  return texts.join("\n");
};

/** The officer's number in the text; undefined when the place is not there or holds none. */
export function numberIn(text: string, pattern: string): string | undefined {
  const found = new RegExp(pattern).exec(text.slice(0, 2_000));
  return found?.[1] ?? found?.[0];
}

/** What was refused, and the two ways out; undefined where the page shows nobody else. */
export async function refusalFor(tab: number): Promise<string | undefined> {
  const shown = others.get(tab);
  const member = await local("member");
  return shown === undefined || member === undefined
    ? undefined
    : WORDS.otherOfficer(shown, member.name, member.officerId ?? "");
}

/**
 * Looks who the page is used by, where its site profile says how to tell. Who has no officer's number, and a page that shows
 * none, are compared with nobody.
 */
export async function lookAtOfficer(tab: number, pack: Pack): Promise<void> {
  const top = framesOf(tab).find(({ frameId }) => frameId === 0);
  const url = top?.port.sender?.url ?? "";
  const officer = pack.profiles.find(({ match }) => match.some((one) => new RegExp(one).test(url)))?.officer;
  const number = (await local("member"))?.officerId;
  if (officer === undefined || number === undefined) return void others.delete(tab);
  const look = (injectImmediately: boolean) =>
    chrome.scripting
      .executeScript({
        target: { tabId: tab, frameIds: [0] },
        func: textAt,
        args: [officer.css],
        injectImmediately,
      })
      .catch(() => []);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<void>((over) => {
    timer = setTimeout(over, PATIENCE);
  }).then(() => look(true));
  const [seen] = await Promise.race([look(false), late]);
  clearTimeout(timer);
  const shown = numberIn(String(seen?.result ?? ""), officer.pattern);
  if (shown === undefined || shown === number) return void others.delete(tab);
  others.set(tab, shown);
  const once = `${tab} ${shown} ${number}`;
  if (told.has(once)) return;
  told.add(once);
  chrome.notifications.create(`other-officer ${tab}`, {
    type: "basic",
    iconUrl: chrome.runtime.getURL("icon/128.png"),
    title: WORDS.otherOfficerTitle,
    message: (await refusalFor(tab)) ?? "",
  });
}

/** Whether what is known of a case was read on a page that somebody else uses. */
export const isOthers = (key: string): boolean =>
  tabs().some((tab) => others.has(tab) && (caseOfTab(tab)?.key ?? draftKey(tab)) === key);

/** A tab that is gone is used by nobody. */
export const forgetOfficer = (tab: number): void => void others.delete(tab);

const ACTS = ["answer", "tick", "note", "note-reply", "note-close", "item-move"] as const;

/** The same answers, but from a page of another officer no act is taken. */
export function guarded(answerers: Answerers): Answerers {
  const acts: Partial<Record<keyof Requests, unknown>> = {};
  for (const act of ACTS) {
    const take = answerers[act] as unknown as (
      input: never,
      asker: { tab?: number },
    ) => Promise<Answer<never>>;
    acts[act] = async (input: never, asker: { tab?: number }): Promise<Answer<never>> => {
      const message = asker.tab === undefined ? undefined : await refusalFor(asker.tab);
      return message === undefined ? take(input, asker) : { ok: false, code: "other-officer", message };
    };
  }
  return { ...answerers, ...acts } as Answerers;
}
