// What kind of page this is: by the site profile, else by its titles, else by what most of its fields belong to.
import type { ElementId } from "../../shared/dictionary/field.ts";
import type { PageKind, SiteProfile } from "../../shared/rules/site-profile.ts";
import { IS, kindOf } from "./libraries.ts";
import { isVisible, shortText } from "./visible.ts";
import { kindInTitle, kindOfElement, type TitledKind } from "./words.ts";

export interface Kind {
  readonly id: string;
  readonly label: string;
  readonly element?: ElementId | undefined;
  /** The profile's page, when a profile told it. */
  readonly page?: PageKind | undefined;
}

const TITLES = "h1,h2,h3,[role=heading],.el-page-header__content,.ant-page-header-heading-title,.title,.page-title,caption";

/** Titles of the page as they are seen, the largest first. */
export function titlesOf(document: Document): readonly string[] {
  const found: { text: string; rank: number }[] = [];
  for (const element of document.querySelectorAll(TITLES)) {
    if (found.length > 12) break;
    if ((kindOf(element) & IS.noContent) !== 0 || !isVisible(element)) continue;
    const text = shortText(element, 40) ?? "";
    const rank = /^H(\d)$/.exec(element.tagName)?.[1];
    if (text !== "") found.push({ text, rank: rank === undefined ? 2 : Number(rank) });
  }
  return found.sort((a, b) => a.rank - b.rank).map(({ text }) => text);
}

function matches(url: string, pattern: string): boolean {
  try {
    return new RegExp(pattern).test(url);
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

/** The profile's page that this document is; undefined when none matches wholly. */
export function profilePage(profile: SiteProfile, document: Document, titles: readonly string[]): PageKind | undefined {
  const url = document.location?.href ?? "";
  return profile.pages.find(
    (page) =>
      (page.url !== undefined || page.heading !== undefined || page.css !== undefined) &&
      (page.url === undefined || matches(url, page.url)) &&
      (page.heading === undefined || titles.some((title) => title.includes(page.heading!))) &&
      (page.css === undefined || shows(document, page.css)),
  );
}

/** The kind of page. `main` is the element to which most of its fields belong. */
export function pageKind(document: Document, profile: SiteProfile | undefined, main: ElementId | undefined): Kind {
  const titles = titlesOf(document);
  if (profile !== undefined) {
    const page = profilePage(profile, document, titles);
    if (page !== undefined) return { id: page.id, label: page.label, element: page.element, page };
  }
  let titled: TitledKind | undefined;
  for (const title of [...titles, document.title]) if ((titled ??= kindInTitle(title)) !== undefined) break;
  return titled ?? (main === undefined ? { id: "other", label: "其他页面" } : kindOfElement(main));
}
