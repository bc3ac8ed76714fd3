// 法律抽测: a few questions a month from what one officer's own findings were about; all choices are the law's own.
import type { PackedRule } from "../rules/pack.ts";
import { limitWords, roughHours } from "./limit-words.ts";

/** A rule that has spoken in one's own cases, and the gravest that it said. */
export interface OwnFinding {
  readonly rule: string;
  readonly colour: string;
}

export interface Question {
  /** The rule it is made from. */
  readonly rule: string;
  readonly stage: string;
  /** `limit`: which period belongs into the gap; `duty`: what is to be done. */
  readonly kind: "limit" | "duty";
  /** A title, with ＿＿ where the period is asked for. */
  readonly about: string;
  readonly choices: readonly string[];
  /** Place of the right one among the choices. */
  readonly right: number;
  /** The law that says so. */
  readonly statute: string;
  readonly edition: string;
  readonly article: string;
  /** How it is put right. */
  readonly fix: string;
}

/** Questions of one month, and choices of one question. */
export const QUESTIONS = 5;
export const CHOICES = 4;
export const GAP = "＿＿";

const GRAVITY = ["red", "orange", "yellow", "blue", "grey", "green"];

/** A stream of numbers in [0, 1) that the same text always gives again; no chance is in it. */
function stream(seed: string): () => number {
  let state = 2_166_136_261;
  for (const char of seed) state = Math.imul(state ^ (char.codePointAt(0) ?? 0), 16_777_619);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const shuffled = <T>(all: readonly T[], next: () => number): T[] => {
  const cards = [...all];
  for (let i = cards.length - 1; i > 0; i -= 1) {
    const j = Math.floor(next() * (i + 1));
    [cards[i], cards[j]] = [cards[j]!, cards[i]!];
  }
  return cards;
};

/** Periods that are a unit's own, not the law's, are no question. */
const lawful = ({ clock }: PackedRule): boolean => clock !== undefined && clock.count !== "at-once";

/** The title with its period taken out, when the title says the rule's own period in words. */
function gapOf(rule: PackedRule): { readonly about: string; readonly said: string } | undefined {
  if (!lawful(rule) || rule.clock === undefined) return undefined;
  for (const said of limitWords(rule.clock.limit)) {
    const at = rule.title.indexOf(said);
    // 十二日 holds 二日 as well: a longer numeral is another period.
    if (at < 0 || /[一二三四五六七八九十百零]/.test(rule.title[at - 1] ?? "")) continue;
    return { about: rule.title.replace(said, GAP), said };
  }
  return undefined;
}

const DAYS: readonly string[] = ["days", "workdays"];

/** Other periods of the law, each length once; one that a single rule alone has is rather its own reckoning. */
function otherLimits(rule: PackedRule, said: string, rules: readonly PackedRule[], next: () => number) {
  const { limit } = rule.clock!;
  const own = roughHours(limit);
  const inDays = /[日天]$/.test(said);
  const lengths = new Map<number, { readonly word: string; count: number }>();
  for (const other of rules) {
    if (!lawful(other) || other.clock === undefined) continue;
    const { amount, unit } = other.clock.limit;
    // 三日 and 三个工作日 beside each other would ask about the counting, not about the period.
    if (amount === limit.amount && DAYS.includes(unit) && DAYS.includes(limit.unit)) continue;
    const hours = roughHours(other.clock.limit);
    const words = limitWords(other.clock.limit);
    // 一日 stands beside 三日, not beside 七十二小时.
    const word = (inDays ? words.find((one) => one.endsWith("日")) : undefined) ?? words[0] ?? "";
    const known = lengths.get(hours) ?? { word, count: 0 };
    lengths.set(hours, { ...known, count: known.count + 1 });
  }
  lengths.delete(own);
  const near = [...lengths]
    .filter(([, { count, word }]) => count > 1 && word !== said)
    .sort(([a], [b]) => Math.abs(Math.log(a / own)) - Math.abs(Math.log(b / own)));
  return [...new Set(shuffled(near.slice(0, 6), next).map(([, { word }]) => word))];
}

/** What other rules of the stage have one do: of other articles, and not told alike. */
function otherDuties(rule: PackedRule, rules: readonly PackedRule[], next: () => number): string[] {
  const articles = new Set(rule.basis.map(({ statute, article }) => `${statute} ${article}`));
  const begins = (fix: string): string => fix.slice(0, 6);
  const others = rules.filter(
    (other) =>
      other.stage === rule.stage &&
      other.id !== rule.id &&
      begins(other.fix) !== begins(rule.fix) &&
      !other.basis.some(({ statute, article }) => articles.has(`${statute} ${article}`)),
  );
  return [...new Set(shuffled(others, next).map(({ fix }) => fix))];
}

function questionOf(
  rule: PackedRule,
  rules: readonly PackedRule[],
  inForce: (statute: string, edition: string) => boolean,
  next: () => number,
): Question | undefined {
  const basis = rule.basis.find(({ statute, edition }) => inForce(statute, edition));
  if (basis === undefined) return undefined;
  const gap = gapOf(rule);
  const answer = gap?.said ?? rule.fix;
  const others = (
    gap === undefined ? otherDuties(rule, rules, next) : otherLimits(rule, gap.said, rules, next)
  )
    .filter((one) => one !== answer)
    .slice(0, CHOICES - 1);
  if (others.length < CHOICES - 1) return undefined;
  const choices = shuffled([answer, ...others], next);
  return {
    rule: rule.id,
    stage: rule.stage,
    kind: gap === undefined ? "duty" : "limit",
    about: gap?.about ?? rule.title,
    choices,
    right: choices.indexOf(answer),
    statute: basis.statute,
    edition: basis.edition,
    article: basis.article,
    fix: rule.fix,
  };
}

/**
 * The questions of one month for one officer; the same arguments give the same questions. Rules that were broken come
 * before those that only ran or could not be checked; none that one's own cases never met. `seed` names month and officer;
 * `inForce` says which editions hold now: an answer by an old edition would teach the old law.
 */
export function quizOf(
  own: readonly OwnFinding[],
  rules: readonly PackedRule[],
  inForce: (statute: string, edition: string) => boolean,
  seed: string,
): readonly Question[] {
  const next = stream(seed);
  const rank = ({ colour }: OwnFinding): number => {
    const at = GRAVITY.indexOf(colour);
    return at < 0 ? GRAVITY.length : at;
  };
  const live = rules.filter(({ status, scope }) => status === "live" && scope === undefined);
  const byId = new Map(live.map((rule) => [rule.id, rule]));
  const questions: Question[] = [];
  const asked = new Set<string>();
  for (const one of shuffled(own, next).sort((a, b) => rank(a) - rank(b))) {
    const rule = byId.get(one.rule);
    if (rule === undefined || asked.has(rule.id) || questions.length >= QUESTIONS) continue;
    asked.add(rule.id);
    const question = questionOf(rule, live, inForce, next);
    if (question !== undefined) questions.push(question);
  }
  return questions;
}
