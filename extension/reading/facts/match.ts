// From the label and the code of a cell to the dictionary's fields that it can mean.
import type { ElementId } from "../../../shared/dictionary/field.ts";
import { foldLabel } from "../../../shared/dictionary/fold.ts";
import { type LabelMatch, matchLabel } from "../../../shared/dictionary/match.ts";
import { wordedAs } from "../../../shared/dictionary/worded.ts";

import { areInitials } from "./initials.ts";

export interface Meaning {
  readonly candidates: readonly LabelMatch[];
  /** Fields that it means only where what it stands among is of their element. */
  readonly within: readonly LabelMatch[];
  /** Label and code name different fields. */
  readonly conflict: boolean;
  /** Section and label together name it: 报案人 + 姓名. */
  readonly whole: boolean;
}

/** Of what means nothing at its place. */
export const NO_MEANING: Meaning = { candidates: [], within: [], conflict: false, whole: false };

/** Codes shorter than this are also what programmers call other things. */
const TELLING = 3;
/** From this length on a code weighs as much as a label. */
const FIRM = 4;

/** What stands beside things of every kind: 性别 on an interview is the person's, 办案民警 the case's. */
const OF_ALL = /^(?:persons|case|incident)$/;
/** What is dealt with apart from the case: its 受理时间 is its own. */
const APART = /^requests$/;

const known = new Map<string, Meaning>();

function lettersOf(code: string): number {
  return (/([A-Za-z]+)[^A-Za-z]*$/.exec(code)?.[1] ?? "").length;
}

function byCodes(codes: readonly string[], least: number): readonly LabelMatch[] {
  const found: LabelMatch[] = [];
  for (const code of codes)
    if (lettersOf(code) >= least)
      for (const match of matchLabel(code))
        if (!found.some(({ field }) => field === match.field)) found.push(match);
  return found;
}

/** Every code that names another field is the label's own initials. */
const isOwn = (label: string, codes: readonly string[], firm: readonly LabelMatch[]): boolean =>
  firm.length > 0 &&
  codes.every((code) => byCodes([code], FIRM).length === 0 || areInitials(code, foldLabel(label)));

/**
 * The fields that label, section and codes can mean, best first; the element is chosen by the place on the page. Label and
 * code each have a vote, and the value's own shape has the third when it is read: where two of them contradict each
 * other, the field is unread.
 */
export function meaningOf(label: string, section: string, codes: readonly string[]): Meaning {
  const key = `${section}\n${label}\n${codes.join()}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const compound = section === "" || label === "" ? [] : matchLabel(section + label);
  const said = compound.length > 0 || label === "" ? compound : matchLabel(label);
  const { anywhere, within: among } = wordedAs(compound.length > 0 ? "" : label);
  const words = [...said, ...anywhere.filter(({ element }) => !said.some((one) => one.element === element))];
  const ofAll = said.some(({ element }) => OF_ALL.test(element));
  const within = ofAll ? among.filter(({ element }) => APART.test(element)) : among;
  const firm = byCodes(codes, label === "" || words.length === 0 ? TELLING : FIRM);
  const whole = compound.length > 0;
  const both = words.filter(({ field }) => firm.some((match) => match.field === field));
  const meaning: Meaning =
    words.length === 0
      ? { candidates: firm, within, conflict: false, whole }
      : firm.length === 0 || both.length > 0
        ? { candidates: both.length > 0 ? both : words, within, conflict: false, whole }
        : { candidates: words, within, conflict: !isOwn(label, codes, firm), whole };
  if (known.size > 5_000) known.clear();
  known.set(key, meaning);
  return meaning;
}

/** The best candidate of one element, among whose things it stands. */
export const candidateOf = (meaning: Meaning, element: ElementId): LabelMatch | undefined =>
  meaning.candidates.find((match) => match.element === element) ??
  meaning.within.find((match) => match.element === element);

/** All that it can mean at one place or another. */
export const allOf = ({ candidates, within }: Meaning): readonly LabelMatch[] => [...candidates, ...within];

/** The one best candidate when no element is given by the place; undefined when two are equally good. */
export function plainBest({ candidates }: Meaning): LabelMatch | undefined {
  const [first, second] = candidates;
  return first !== undefined && (second === undefined || second.score < first.score) ? first : undefined;
}

/** Begin and end of what has both, for one label over two values. */
export const PERIODS: Partial<Record<ElementId, readonly [string, string]>> = {
  interviews: ["startedAt", "endedAt"],
  measures: ["startedAt", "dueAt"],
  recordings: ["startedAt", "endedAt"],
  venues: ["enteredAt", "leftAt"],
  examinations: ["startedAt", "endedAt"],
};

/** Whether a label speaks of a span of time. */
export const speaksOfSpan = (label: string): boolean =>
  /起止|起讫|起始|(?:时间段?|日期|期限|期间|时段)$/.test(label);
