// The printed form of a check of citations: what the statutes tool answers in JSON.
import * as v from "valibot";
import { type CitationCheck, holds, PROBLEMS, type ProblemKind } from "./check-citations.ts";
import type { StatuteText } from "./statute-text.ts";

const kinds = Object.keys(PROBLEMS) as ProblemKind[];

export const citationsJson = v.strictObject({
  /** All citations hold; what a fragment does not carry does not count. */
  ok: v.boolean(),
  statutes: v.array(
    v.strictObject({
      statute: v.string(),
      edition: v.string(),
      from: v.nullable(v.string()),
      partial: v.boolean(),
      articles: v.number(),
    }),
  ),
  citations: v.number(),
  /** Citations whose article is there. */
  found: v.number(),
  problems: v.array(
    v.strictObject({
      kind: v.picklist(kinds),
      rule: v.string(),
      statute: v.string(),
      edition: v.string(),
      article: v.string(),
      say: v.string(),
    }),
  ),
  /** Files that could not be taken, with the code of the refusal. */
  refused: v.array(v.strictObject({ file: v.string(), code: v.string(), message: v.string() })),
});

export type CitationsJson = v.InferOutput<typeof citationsJson>;
export type RefusedFile = CitationsJson["refused"][number];

export const citationsToJson = (
  check: CitationCheck,
  texts: readonly StatuteText[],
  refused: readonly RefusedFile[],
): CitationsJson => ({
  ok: holds(check),
  statutes: texts.map(({ statute, edition, from, partial, articles }) => ({
    statute,
    edition,
    from: from ?? null,
    partial: partial === true,
    articles: articles.length,
  })),
  citations: check.citations,
  found: check.found,
  problems: check.problems.map((one) => ({ ...one })),
  refused: [...refused],
});
