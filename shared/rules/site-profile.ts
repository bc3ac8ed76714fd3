// A site profile: how one host system's pages are read, as data; the only place where host selectors live.
import type { ElementId } from "../dictionary/field.ts";

/** What a label or a place of the page means here, where the dictionary alone would say otherwise or nothing. */
export interface Correction {
  /** The label as it stands on the page, without colon and stars. */
  readonly label?: string;
  /** The one place that is meant; with `label` only as long as that label stands there. */
  readonly css?: string;
  /** `measures.startedAt`; "" = no field: it is not read. */
  readonly field: string;
}

/** What the host's codes of one field mean: `{ "0101": "盗窃" }`, the right side in the dictionary's own words. */
export interface CodeTable {
  /** `case.cause`. */
  readonly field: string;
  readonly values: Readonly<Record<string, string>>;
}

export interface SubmitButton {
  readonly css?: string;
  readonly text?: string;
  /** False = 不能拦截. */
  readonly held: boolean;
}

export interface PageKind {
  /** `incident`, `filing`, `case`, `measures`, `interview`, `property`, `approval`, `list`; each at most once. */
  readonly id: string;
  /** The word on screen: 讯问笔录. */
  readonly label: string;
  /** Matches when each that is given matches: URL (regular expression), a heading's text, a CSS selector. */
  readonly url?: string;
  readonly heading?: string;
  readonly css?: string;
  /** Which element the page's plain label/value pairs belong to first. */
  readonly element?: ElementId;
  /** Regions whose pairs belong to one element of a list. */
  readonly roots?: readonly { readonly css: string; readonly element: ElementId }[];
  /** What labels and places mean here other than the dictionary says. */
  readonly corrections?: readonly Correction[];
  /** Codes of this page kind; they go before those of the whole platform. */
  readonly codeTables?: readonly CodeTable[];
  /**
   * Fields that this page shows when it is read well: `interviews.askers`; one that is not found there is unread, not silent.
   * Naming a field of papers, approvals, recordings and the like also says that the platform keeps all of them there, so that
   * what a wholly read table does not list may be said to be missing.
   */
  readonly shows?: readonly string[];
  /** Regions that are not read. */
  readonly ignore?: readonly string[];
  /** The host's submit buttons. */
  readonly submits?: readonly SubmitButton[];
}

export interface SiteProfile {
  readonly id: string;
  readonly name: string;
  /** URL patterns (regular expressions) of the pages that belong to this platform. */
  readonly match: readonly string[];
  /** Name of the platform in a case key. */
  readonly platform: string;
  /** Where the platform shows who is signed in to it, in the top frame, and the officer's number in that text (its first group). */
  readonly officer?: { readonly css: string; readonly pattern: string };
  /** Codes that mean the same on every page of the platform. */
  readonly codeTables?: readonly CodeTable[];
  readonly pages: readonly PageKind[];
}
