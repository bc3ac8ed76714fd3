// How a page's script or one of our own pages asks the background: one envelope, one typed answer.
import type { Answer, Requests } from "./messages.ts";

/** The envelope of every request. */
export interface Asked<K extends keyof Requests = keyof Requests> {
  readonly ask: K;
  readonly input: Requests[K]["in"];
}

/** Asks the background; an unreachable background is the refusal `busy`, never an exception. */
export async function ask<K extends keyof Requests>(
  name: K,
  input: Requests[K]["in"],
): Promise<Requests[K]["out"]> {
  const asked: Asked<K> = { ask: name, input };
  try {
    const answer: Requests[K]["out"] | undefined = await chrome.runtime.sendMessage(asked);
    if (answer !== undefined) return answer;
  } catch {
    // The background was restarted or the extension was updated while this page was open.
  }
  const refused: Answer<never> = { ok: false, code: "busy", message: "扩展后台没有应答，请刷新页面后重试" };
  return refused as Requests[K]["out"];
}
