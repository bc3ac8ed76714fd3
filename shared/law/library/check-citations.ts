// Checks every citation of a catalogue against the loaded statutes: is the text there, and does it say the rule's number?
import type { Rule } from "../../rules/rule.ts";
import type { Basis, Statute } from "../statute.ts";
import { editionKey } from "./join-pieces.ts";
import { limitsOf, type RuleLimits } from "./limits-of-rule.ts";
import { names, spansIn } from "./spans-in.ts";
import { articleName, articleOf, citedNumber, type StatuteText, wordsOf } from "./statute-text.ts";

/**
 * What can be found: no text of the statute; another edition only; the article is not in the whole text (or, `not-held`, not
 * in a part of it); a limit of the rule stands in none of its articles; the text is in force from another day than we say.
 */
export const PROBLEMS = {
  "missing-statute": "法规未载入",
  "missing-edition": "版本未载入",
  "missing-article": "没有这一条",
  number: "条文中没有规则的数字",
  "in-force": "施行日期与目录不同",
  "not-held": "未收录（文件只是片段）",
} as const;
export type ProblemKind = keyof typeof PROBLEMS;

export interface CitationProblem {
  readonly kind: ProblemKind;
  /** Rule that cites; "" where it is about a statute as a whole. */
  readonly rule: string;
  readonly statute: string;
  readonly edition: string;
  readonly article: string;
  /** What exactly, in Chinese: 72 小时. */
  readonly say: string;
}

export interface CitationCheck {
  readonly citations: number;
  /** Citations whose article is there. */
  readonly found: number;
  readonly problems: readonly CitationProblem[];
}

export type CitingRule = Pick<Rule, "id" | "basis"> & RuleLimits;

/** `not-held` says that we cannot know; every other kind is a citation that does not hold. */
export const holds = ({ problems }: CitationCheck): boolean =>
  problems.every(({ kind }) => kind === "not-held");

interface Library {
  readonly byEdition: ReadonlyMap<string, StatuteText>;
  readonly editions: ReadonlyMap<string, readonly string[]>;
}

const problemOf = (kind: ProblemKind, rule: string, basis: Basis, say: string): CitationProblem => {
  const { statute, edition, article } = basis;
  return { kind, rule, statute, edition, article, say };
};

interface Read {
  readonly basis: Basis;
  readonly words: string;
}

/** The words of the article that an entry cites, or why there are none. */
function lookUp({ byEdition, editions }: Library, rule: string, basis: Basis): string | CitationProblem {
  const text = byEdition.get(editionKey(basis));
  if (text === undefined) {
    const others = editions.get(basis.statute);
    return others === undefined
      ? problemOf("missing-statute", rule, basis, "没有载入任何版本")
      : problemOf("missing-edition", rule, basis, `只载入了 ${others.join("、")}`);
  }
  const article = articleOf(text, basis.article);
  if (article !== undefined) return wordsOf(article);
  const name = articleName(citedNumber(basis.article));
  return text.partial === true
    ? problemOf("not-held", rule, basis, `${name}不在载入的片段里`)
    : problemOf("missing-article", rule, basis, `载入的全文没有${name}，共 ${text.articles.length} 条`);
}

/** Limits of a rule that stand in none of its articles, or in one edition of a statute and not in another. */
function numberProblems(rule: CitingRule, read: readonly Read[]): CitationProblem[] {
  const spans = read.map(({ basis, words }) => ({ basis, spans: spansIn(words) }));
  return limitsOf(rule).flatMap(({ say, any, edition }) => {
    const meant = edition === undefined ? spans : spans.filter(({ basis }) => basis.edition === edition);
    const has = meant.map((one) => any.some((limit) => names(one.spans, limit)));
    const [head] = meant;
    if (head === undefined) return [];
    if (!has.includes(true)) {
      // Where an article could not be read the number may stand there.
      if (read.length < rule.basis.length) return [];
      return [problemOf("number", rule.id, head.basis, `所引条文都没有写“${say}”`)];
    }
    const saidBy = ({ statute, edition: own }: Basis): boolean =>
      meant.some((one, i) => has[i] && one.basis.statute === statute && one.basis.edition === own);
    return meant.flatMap(({ basis }) =>
      !saidBy(basis) && meant.some((one, i) => has[i] && one.basis.statute === basis.statute)
        ? [problemOf("number", rule.id, basis, `这一版的条文没有写“${say}”，另一版有`)]
        : [],
    );
  });
}

/** Every basis entry of every rule against the texts; `known` are the statutes as the catalogue dates them. */
export function checkCitations(
  rules: readonly CitingRule[],
  texts: readonly StatuteText[],
  known: readonly Statute[],
): CitationCheck {
  const byEdition = new Map(texts.map((text) => [editionKey(text), text]));
  const editions = new Map<string, string[]>();
  for (const { statute, edition } of texts)
    editions.set(statute, [...(editions.get(statute) ?? []), edition]);
  const problems: CitationProblem[] = [];
  let [citations, found] = [0, 0];
  for (const rule of rules) {
    const read: Read[] = [];
    for (const basis of rule.basis) {
      citations++;
      const words = lookUp({ byEdition, editions }, rule.id, basis);
      if (typeof words !== "string") problems.push(words);
      else {
        found++;
        read.push({ basis, words });
      }
    }
    problems.push(...numberProblems(rule, read));
  }
  for (const { statute, edition, from } of texts) {
    const ours = known
      .find(({ title }) => title === statute)
      ?.editions.find((one) => one.edition === edition);
    if (ours !== undefined && from !== undefined && ours.from !== from)
      problems.push(
        problemOf(
          "in-force",
          "",
          { statute, edition, article: "" },
          `文件写 ${from} 起施行，目录写 ${ours.from}`,
        ),
      );
  }
  return { citations, found, problems };
}
