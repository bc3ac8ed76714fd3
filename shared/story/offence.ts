// Tells whether an offence of the call was told weaker in a later text, and by which words.
import type { Family, Turn } from "./family.ts";
import { familyOf } from "./lexicon/lexicon.ts";
import {
  CAUSE,
  CAUSED,
  CONCLUDES,
  NOT_REGISTERED,
  PROVES,
  REGISTERED,
  STEPS,
  UNDECIDED,
} from "./lexicon/markers.ts";
import { ELSEWHERE } from "./lexicon/weaker-words.ts";
import { advised, asserted, believed, denied, doubted, stated, toldUntil } from "./reading.ts";
import { before, behind, type Found, findAll, holds } from "./text.ts";

const CONCLUDES_END = new RegExp(CONCLUDES);
const CAUSE_END = new RegExp(CAUSE);
const CAUSED_START = new RegExp(CAUSED);
const NOT_REGISTERED_END = new RegExp(`${NOT_REGISTERED}$`);

/** Where the call asserts the offence; none where it doubts it beside a weaker word, or says itself that all is well. */
export function reported(call: string, family: Family): readonly Found[] {
  const words = family.hints === undefined ? family.told : `${family.told} ${family.hints}`;
  const found = asserted(call, words).filter((one) => !overlaps(one, weakerIn(call, family, ["denied"])));
  if (family.explains !== undefined && holds(call, family.explains)) return [];
  const sure = found.filter((one) => !doubted(call, one));
  if (sure.length > 0) return found;
  return weakerIn(call, family, ["loss", "mistake", "accident", "pastime"]).length > 0 ? [] : found;
}

const overlaps = ({ at, end }: Found, others: readonly Found[]): boolean =>
  others.some((other) => other.at < end && other.end > at);

const weakerIn = (text: string, family: Family, turns: readonly Turn[]): readonly Found[] =>
  turns.flatMap((turn) => (family.weaker[turn] === undefined ? [] : findAll(text, family.weaker[turn])));

/** Whether a later text says that the offence was taken up as a case. */
export function registered(text: string): boolean {
  const from = toldUntil(text);
  return findAll(text, REGISTERED).some(
    (one) => one.at >= from && !NOT_REGISTERED_END.test(before(text, one.at)) && !advised(text, one),
  );
}

export interface Turned {
  readonly turn: Turn;
  readonly by: readonly Found[];
}

interface Weaker extends Found {
  readonly turn: Turn;
  readonly concludes: boolean;
}

/** Turns that say the offence away by themselves, wherever they stand. */
const CONCLUSIVE: ReadonlySet<Turn> = new Set(["denied"]);
/** Turns that weaken only where nothing else is left of the offence. */
const FAINT: ReadonlySet<Turn> = new Set(["settled", "help"]);

function weakerOf(text: string, family: Family, from: number): readonly Weaker[] {
  const found: Weaker[] = [];
  for (const [turn, words] of Object.entries(family.weaker) as [Turn, string][]) {
    for (const one of findAll(text, words)) {
      if (one.at < from || advised(text, one)) continue;
      if (turn !== "denied" && denied(text, one)) continue;
      if (CAUSED_START.test(behind(text, one.end))) continue;
      const concludes =
        CONCLUSIVE.has(turn) ||
        (!FAINT.has(turn) && CONCLUDES_END.test(before(text, one.at))) ||
        holds(one.words, ELSEWHERE);
      found.push({ ...one, turn, concludes });
    }
  }
  return found.sort((a, b) => a.at - b.at);
}

/** In which ways the offence was told weaker in a later text; faint ones only where there is no other. */
export function turned(text: string, family: Family): readonly Turned[] {
  const told = toldUntil(text);
  const all = weakerOf(text, family, told === text.length ? 0 : told);
  const kept = keptOf(text, family, told, all);
  const caused = (one: Found): boolean => CAUSE_END.test(before(text, one.at)) && kept.official > one.at;
  const steps = holds(told === text.length ? text : text.slice(told), STEPS);
  const taken = registered(text);
  const explained = holds(text, PROVES) || (family.explains !== undefined && holds(text, family.explains));
  const by = all.filter((one) => {
    if (caused(one)) return false;
    if (one.turn === "theft") return kept.official < 0 || one.concludes;
    if (taken || explained) return false;
    if (FAINT.has(one.turn)) return kept.official < 0 && kept.statement < 0 && !steps;
    return one.concludes ? one.at > kept.official : kept.official < 0 && one.at > kept.statement && !steps;
  });
  const open = taken || explained || steps || holds(text, UNDECIDED);
  if (by.length === 0 && !open && isGone(text, family)) return [{ turn: "nothing", by: [opening(text)] }];
  const turns = [...new Set(by.map(({ turn }) => turn))];
  const plain = turns.filter((turn) => !FAINT.has(turn));
  return (plain.length > 0 ? plain : turns).map((turn) => ({
    turn,
    by: by.filter((one) => one.turn === turn).slice(0, 3),
  }));
}

/** Shorter texts are notes in which nothing has been said yet. */
const SAYS_SOMETHING = 8;

/** Whether the offence is spoken of nowhere in the text, not even to say who reported it. */
const isGone = (text: string, family: Family): boolean =>
  text.trim().length >= SAYS_SOMETHING && asserted(text, wordsOf(family)).length === 0;

/** The words of a family and of those in whose words the same may be told. */
const wordsOf = (family: Family): string =>
  [family, ...family.kin.map(familyOf)].map((one) => one.told).join(" ");

/** The first clause, to show what is told in place of it. */
function opening(text: string): Found {
  const words = text.split(/[,，。;；]/)[0] ?? "";
  return { at: 0, end: words.length, words };
}

/** Last places at which the offence, or one in whose words it may be told again, is kept: by the police, by anybody. */
function keptOf(
  text: string,
  family: Family,
  told: number,
  weaker: readonly Weaker[],
): { readonly official: number; readonly statement: number } {
  const others = weaker.filter(({ turn }) => turn !== "dispute" && !FAINT.has(turn));
  const kept = asserted(text, wordsOf(family)).filter(
    (one) => one.at >= told && !believed(text, one) && !overlaps(one, others),
  );
  return {
    official: kept.filter((one) => !stated(text, one)).at(-1)?.at ?? -1,
    statement: kept.filter((one) => stated(text, one)).at(-1)?.at ?? -1,
  };
}
