// Lets one session have so many batches worked on at once; what comes on top is turned away before anything of it is read.
import type { Refusal } from "../shared/facts/errors.ts";

/** A browser sends one batch after the other; a second may be left over from a connection that it has given up. */
const MOST = 2;
/** After how long one that was never finished is forgotten (ms): what a caller has left off is not always told here. */
const FORGOTTEN = 30_000;
/** Tokens that are kept in mind; beyond them those are dropped of which nothing new was begun. */
const KEPT = 5_000;
/** When those were begun that are not finished, by the token as it was sent: nothing of it has been believed yet. */
const begun = new Map<string, readonly number[]>();
const isLate = (at: number, now: number): boolean => Math.abs(now - at) >= FORGOTTEN;

export const ONE_BY_ONE: Refusal = {
  code: "busy",
  message: "本次登录已有批次正在处理,请一批一批地发送;没有保存,稍后自动再送",
  again: 5,
};

/** Begins one at this instant (ms) and gives what ends it; undefined where too many are begun. */
export function begin(token: string, now: number): (() => void) | undefined {
  const others = (begun.get(token) ?? []).filter((at) => !isLate(at, now));
  if (others.length >= MOST) return undefined;
  if (begun.size >= KEPT)
    for (const [one, instants] of begun) if (instants.every((at) => isLate(at, now))) begun.delete(one);
  begun.set(token, [...others, now]);
  return () => {
    const left = [...(begun.get(token) ?? [])];
    left.splice(Math.max(left.indexOf(now), 0), 1);
    if (left.length > 0) begun.set(token, left);
    else begun.delete(token);
  };
}

/** How long who sends too many waits to be told so (ms): a flood is no faster than its answers, and others are served meanwhile. */
const HELD = 1_000;
/** Of those that wait at one time; beyond them each is told at once. */
const MOST_HELD = 256;
/** When those that wait began to. */
let held: readonly number[] = [];
/** Who was turned away last, and when (ms); what such a session may send is taken up a little later too. */
const pressing = new Map<string, number>();
const LATER = 250;

const pause = (ms: number): Promise<void> => new Promise((pass) => setTimeout(pass, ms));

/** Lets a batch of a session that was turned away within a second of this instant (ms) wait until others have been served. */
export async function giveWay(token: string, now: number): Promise<void> {
  if (Math.abs(now - (pressing.get(token) ?? Number.NEGATIVE_INFINITY)) < HELD) await pause(LATER);
}

/** Lets who is turned away at this instant (ms) wait for it. */
export async function holdBack(token: string, now: number): Promise<void> {
  if (pressing.size >= MOST_HELD) pressing.clear();
  pressing.set(token, now);
  held = held.filter((at) => Math.abs(now - at) < HELD);
  if (held.length >= MOST_HELD) return;
  held = [...held, now];
  await pause(HELD);
}
