// Reads how an expression stands in its text: asserted, denied, doubted, told by somebody, or only advice.
import { ADVICE, BELIEF, CLAIM, DENIED_AFTER, DENIES, FINDING, HEDGE } from "./lexicon/markers.ts";
import { before, behind, type Found, findAll, holds } from "./text.ts";

const ends = (part: string): RegExp => new RegExp(`${part}$`);
const DENIES_END = ends(DENIES);
const DENIED_START = new RegExp(`^${DENIED_AFTER}`);
const BELIEF_END = ends(`${BELIEF}[^,，。;；]{0,10}`);
const HEDGE_END = ends(`${HEDGE}[^,，。;；]{0,8}`);

/** How far into a text an opening report may begin. */
const OPENING = 48;

/** Place up to which a later text only repeats what was reported; 0 where it begins with the police's own words. */
export function toldUntil(text: string): number {
  const claim = findAll(text, CLAIM)[0];
  if (claim === undefined || claim.at > OPENING) return 0;
  const findings = findAll(text, FINDING);
  const clause = claim.at - before(text, claim.at).length;
  if (findings.some(({ at }) => at < clause)) return 0;
  return findings.find(({ at }) => at >= claim.end)?.at ?? text.length;
}

/** Whether the words around it deny it. */
export const denied = (text: string, { at, end }: Found): boolean =>
  DENIES_END.test(before(text, at)) || DENIED_START.test(behind(text, end));

/** Whether it only occurs in advice against crime. */
export function advised(text: string, { at, end }: Found): boolean {
  const from = at - before(text, at).length;
  return findAll(text.slice(from, end + behind(text, end).length), ADVICE).some(
    (advice) => from + advice.at <= at || (from + advice.at < end && from + advice.end > at),
  );
}

/** Whether it is only somebody's belief. */
export const believed = (text: string, { at }: Found): boolean => BELIEF_END.test(before(text, at));

/** Whether the caller is in doubt. */
export const doubted = (text: string, { at }: Found): boolean => HEDGE_END.test(before(text, at));

/** Whether somebody says it rather than the police. */
export const stated = (text: string, { at }: Found): boolean => holds(before(text, at), CLAIM);

/** Where the expressions are asserted. */
export const asserted = (text: string, expressions: string): readonly Found[] =>
  findAll(text, expressions).filter((one) => !denied(text, one) && !advised(text, one));
