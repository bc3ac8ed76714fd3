// Which page of a site profile a document is, and the titles by which a page is told.
import type { PageKind, SiteProfile } from "../../shared/rules/site-profile.ts";
import { LONGEST_URL } from "../../shared/rules/url-pattern.ts";
import { IS, kindOf, SAID, told } from "./libraries.ts";
import { isVisible, shortText } from "./visible.ts";

/** Titles of the page as they are seen, the largest first. */
export function titlesOf(document: Document): readonly string[] {
  const found: { text: string; rank: number }[] = [];
  for (const element of document.querySelectorAll(told[SAID.titles]!)) {
    if (found.length > 12) break;
    if ((kindOf(element) & IS.noContent) !== 0 || !isVisible(element)) continue;
    const text = shortText(element, 40) ?? "";
    const rank = ["H1", "H2", "H3"].indexOf(element.tagName) + 1;
    if (text !== "") found.push({ text, rank: rank === 0 ? 2 : rank });
  }
  return found.sort((a, b) => a.rank - b.rank).map(({ text }) => text);
}

function matches(url: string, pattern: string): boolean {
  try {
    return new RegExp(pattern).test(url.slice(0, LONGEST_URL));
  } catch {
    return false;
  }
}

function shows(document: Document, css: string): boolean {
  try {
    const element = document.querySelector(css);
    return element !== null && isVisible(element);
  } catch {
    return false;
  }
}

/** Whether a profile speaks of pages of this address. */
export const profileMatches = (profile: SiteProfile, url: string): boolean =>
  profile.match.some((pattern) => matches(url, pattern));

/** Index of the profile's page that this document is; undefined when none matches wholly. */
export function profilePage(
  profile: SiteProfile,
  document: Document,
  titles: readonly string[],
): number | undefined {
  const url = document.location?.href ?? "";
  const found = profile.pages.findIndex(
    (page: PageKind) =>
      (page.url !== undefined || page.heading !== undefined || page.css !== undefined) &&
      (page.url === undefined || matches(url, page.url)) &&
      (page.heading === undefined || titles.some((title) => title.includes(page.heading!))) &&
      (page.css === undefined || shows(document, page.css)),
  );
  return found < 0 ? undefined : found;
}
