// A site profile: how one host system's pages are read, as data; the only place where host selectors live.
import type { ElementId } from "../dictionary/field.ts";

export interface PageKind {
  /** `incident`, `filing`, `case`, `measures`, `interview`, `property`, `approval`, `list`. */
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
  /** Labels that mean another field here than the dictionary says. */
  readonly corrections?: readonly { readonly label: string; readonly field: string }[];
  /**
   * Fields that this page shows when it is read well: `interviews.askers`; one that is not found there is unread, not silent.
   * Naming a field of papers, approvals, recordings and the like also says that the platform keeps all of them there, so that
   * what a wholly read table does not list may be said to be missing.
   */
  readonly shows?: readonly string[];
  /** Regions that are not read. */
  readonly ignore?: readonly string[];
  /** The host's submit buttons; `held: false` = 不能拦截. */
  readonly submits?: readonly { readonly css?: string; readonly text?: string; readonly held: boolean }[];
}

export interface SiteProfile {
  readonly id: string;
  readonly name: string;
  /** URL patterns (regular expressions) of the pages that belong to this platform. */
  readonly match: readonly string[];
  /** Name of the platform in a case key. */
  readonly platform: string;
  readonly pages: readonly PageKind[];
}
