// Compares what was reported with what was written afterwards, and says in which words it became less.
import type { Family, Turn } from "./family.ts";
import { amountLowered, injuryLowered, wishDropped } from "./less.ts";
import { FAMILIES, familyOf } from "./lexicon/lexicon.ts";
import { registered, reported, turned } from "./offence.ts";
import { asserted } from "./reading.ts";
import { type Found, folded } from "./text.ts";
import type { Mention, Story, Weakening, WeakeningKind, Where } from "./weakening.ts";

/** Categories that are weaker than any offence. */
const WEAK_KINDS: Readonly<Record<string, Turn>> = {
  纠纷: "dispute",
  遗失: "loss",
  走失: "loss",
  求助: "help",
};

const kindsOf = (family: Family): readonly string[] => family.kinds.split(" ").filter((kind) => kind !== "");
const mentions = (where: Where, found: readonly Found[]): readonly Mention[] =>
  found.slice(0, 4).map(({ at, end, words }) => ({ where, at, end, words }));
const whole = (where: Where, text: string): Mention => ({ where, at: 0, end: text.length, words: text });
const kindOf = (family: Family, turn: Turn): WeakeningKind =>
  turn === "denied" ? `${family.id}-denied` : `${family.id}-to-${turn}`;

/**
 * Every way in which the later texts say less than the call: the offence became a quarrel, a loss or a mistake, its amount
 * or the injury shrank, or the wish to have it pursued is gone. Empty where nothing of the kind was found. It points at
 * words for a person to look at and proves nothing: 如实登记、依法立案 (公安机关接报案与立案工作规定 三、十四).
 */
export function weakenings(story: Story): readonly Weakening[] {
  const call = folded(story.call);
  const later = (
    [
      ["disposal", story.disposal],
      ["brief", story.brief],
    ] as const
  ).flatMap(([where, text]) =>
    text === undefined || text.trim() === "" ? [] : [{ where, text: folded(text) }],
  );
  const found: Weakening[] = [];
  const offences = FAMILIES.flatMap((family) => {
    const from = offenceOf(story, call, family);
    return from.length === 0 ? [] : [{ family, from }];
  });
  for (const { family, from } of offences) {
    for (const { turn, by } of turnsOf(story, later, family)) {
      found.push({ kind: kindOf(family, turn), from, to: by });
    }
  }
  const families = new Set(offences.map(({ family }) => family.id));
  for (const { where, text } of later) {
    found.push(...amountLowered(call, text, where, families), ...injuryLowered(call, text, where, families));
    found.push(...wishDropped(call, text, where, families));
  }
  return found;
}

/** Where the call asserts the offence, in its words or by its category. */
function offenceOf(story: Story, call: string, family: Family): readonly Mention[] {
  const words = mentions("call", reported(call, family));
  if (words.length > 0) return words;
  const kind = story.callKind ?? "";
  if (call.trim() !== "" || !kindsOf(family).includes(kind)) return [];
  return [whole("callKind", kind)];
}

type Later = readonly { readonly where: "disposal" | "brief"; readonly text: string }[];

interface Shown {
  readonly turn: Turn;
  readonly by: readonly Mention[];
}

function turnsOf(story: Story, later: Later, family: Family): readonly Shown[] {
  const cause = folded(story.cause ?? "");
  const words = [family, ...family.kin.map(familyOf)].map(({ told }) => told).join(" ");
  if (asserted(cause, words).length > 0) return [];
  for (const { where, text } of [...later, { where: "cause" as const, text: cause }]) {
    const turns = turned(text, family);
    if (turns.length > 0) return turns.map(({ turn, by }) => ({ turn, by: mentions(where, by) }));
  }
  const kind = story.disposalKind ?? "";
  const turn = WEAK_KINDS[kind];
  const kept = later.some(({ text }) => registered(text) || asserted(text, family.told).length > 0);
  return turn === undefined || kept ? [] : [{ turn, by: [whole("disposalKind", kind)] }];
}
