// Puts one of our scripts into the frame that asks for it, and notices one that does not start.
import type { Answer } from "../protocol/messages.ts";
import { WORDS } from "../words/background.ts";
import { openedSince } from "./frames.ts";
import type { Asker } from "./requests.ts";
import { tellTrouble } from "./trouble.ts";

/** A reader that starts has opened its line within this time (ms). */
const STARTED_WITHIN = 4_000;

const noTab: Answer<never> = { ok: false, code: "not-found", message: WORDS.noCase };

const inject = (file: string, tab: number, frameId: number): Promise<unknown> =>
  chrome.scripting.executeScript({ target: { tabId: tab, frameIds: [frameId] }, files: [file] });

/** Whether the script of this frame sees something in the world that our scripts share; false for a frame that is gone. */
async function seenIn(tab: number, frameId: number, look: () => boolean): Promise<boolean | undefined> {
  try {
    const [seen] = await chrome.scripting.executeScript({
      target: { tabId: tab, frameIds: [frameId] },
      func: look,
    });
    return seen?.result === true;
  } catch {
    return undefined;
  }
}

/** Puts a script in. */
export async function putIn(file: string, { tab, frameId = 0 }: Asker): Promise<Answer<null>> {
  if (tab === undefined) return noTab;
  await inject(file, tab, frameId);
  return { ok: true, value: null };
}

/** Puts the panel in; one that does not mount is told, and refused, so that the next click tries again. */
export async function putInPanel({ tab, frameId = 0 }: Asker): Promise<Answer<null>> {
  if (tab === undefined) return noTab;
  const failed = await inject("/panel.js", tab, frameId).then(
    () => undefined,
    (cause: unknown) => cause ?? "no reason given",
  );
  const mounted = await seenIn(tab, frameId, () =>
    Object.hasOwn(globalThis, Symbol.for("first-button.mounted")),
  );
  if (mounted === true || mounted === undefined) return { ok: true, value: null };
  await tellTrouble("panel", failed ?? "the script ran and mounted nothing");
  return { ok: false, code: "internal", message: WORDS.trouble.panel };
}

/**
 * Puts the reader into a frame that could not import it: one without an origin of its own may not, and one whose reader threw
 * asks as well. The latter opens no line.
 */
export async function putInReader({ tab, frameId = 0 }: Asker): Promise<Answer<null>> {
  if (tab === undefined) return noTab;
  const from = Date.now();
  const failed = await inject("/reader.js", tab, frameId).then(
    () => undefined,
    (cause: unknown) => cause ?? "no reason given",
  );
  setTimeout(() => {
    if (openedSince(tab, frameId, from)) return;
    // Only of a frame that is still there can be said that nothing started in it.
    void seenIn(tab, frameId, () => !Object.hasOwn(globalThis, Symbol.for("first-button.surface"))).then(
      (missing) => (missing === true ? tellTrouble("reader", failed ?? "no line was opened") : undefined),
    );
  }, STARTED_WITHIN);
  return { ok: true, value: null };
}
