// Which rules have spoken in the signed-in officer's own cases: read from what this browser has reported, told to nobody.
import type { OwnFinding } from "../../shared/learning/quiz.ts";
import { database } from "./database.ts";
import { deviceOfMember } from "./sync.ts";

const GRAVITY = ["red", "orange", "yellow", "blue", "grey", "green"];
const SIGN = "|finding|";

const graver = (a: string, b: string | undefined): boolean =>
  b === undefined || GRAVITY.indexOf(a) < GRAVITY.indexOf(b);

/** Each rule once, with the gravest colour that it had in any case of this officer on this browser. */
export async function ownFindings(): Promise<readonly OwnFinding[]> {
  const device = await deviceOfMember();
  if (device === undefined) return [];
  const { store } = (await database()).transaction("queued");
  const range = IDBKeyRange.bound(`${device}|`, `${device}|\uffff`);
  const [keys, states] = await Promise.all([store.getAllKeys(range), store.getAll(range)]);
  const colours = new Map<string, string>();
  for (const [i, key] of keys.entries()) {
    const at = key.indexOf(SIGN);
    if (at < 0) continue;
    const rule = key.slice(at + SIGN.length).split("/")[0] ?? "";
    const [, colour] = JSON.parse(states[i] ?? "[]") as [string?, string?];
    if (colour !== undefined && graver(colour, colours.get(rule))) colours.set(rule, colour);
  }
  return [...colours].map(([rule, colour]) => ({ rule, colour }));
}
