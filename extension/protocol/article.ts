// Asking for the text of an article that a rule cites, and what this browser's copy of the statute library says.
import type { Paragraph } from "../../shared/law/library/statute-text.ts";

export interface ArticleAsked {
  readonly statute: string;
  readonly edition: string;
  /** As the rule cites it: "79". */
  readonly article: string;
  /** Rule whose other articles of the same edition are wanted too. */
  readonly rule?: string;
}

export interface ArticleWords {
  /** 第79条. */
  readonly name: string;
  readonly chapter?: string;
  readonly paragraphs: readonly Paragraph[];
}

/** The article's own text, or why there is none: the edition is not loaded, or the loaded text (or part of one) lacks it. */
export type ArticleView =
  | {
      readonly state: "here";
      /** The article itself, then others that the rule cites of the same edition. */
      readonly articles: readonly [ArticleWords, ...ArticleWords[]];
    }
  | { readonly state: "missing"; readonly partial: boolean }
  | { readonly state: "none" };
