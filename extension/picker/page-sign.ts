// By what a page is told again: a pattern from its address without what tells cases apart, or one of its titles.
import { elementOf, fieldOf } from "../../shared/dictionary/dictionary.ts";
import type { ElementId } from "../../shared/dictionary/field.ts";
import type { Fact } from "../../shared/facts/fact.ts";
import type { PageKind, SiteProfile } from "../../shared/rules/site-profile.ts";
import { isUrlPattern } from "../../shared/rules/url-pattern.ts";
import { PAGE_KINDS, type PageKindId } from "../words/picker.ts";

/** The element that a page kind's plain pairs belong to first. */
export const ELEMENT_OF: Readonly<Record<PageKindId, ElementId | undefined>> = {
  incident: "incident",
  filing: "case",
  case: "case",
  measures: "measures",
  interviews: "interviews",
  interview: "interviews",
  property: "property",
  approval: "approvals",
  papers: "documents",
  stays: "venues",
  dossier: "dossier",
  list: undefined,
  frame: "case",
};

const HOME: Readonly<Partial<Record<ElementId, PageKindId>>> = {
  case: "case",
  incident: "incident",
  persons: "measures",
  measures: "measures",
  interviews: "interview",
  property: "property",
  approvals: "approval",
  documents: "papers",
  venues: "stays",
  dossier: "dossier",
};

export const isPageKind = (id: string): id is PageKindId => Object.hasOwn(PAGE_KINDS, id);

const plain = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** A piece of an address that is another one for each case: numbers, long codes, keys. */
const varies = (piece: string): boolean => /\d/.test(piece) || piece.length > 40 || /%/.test(piece);

/** Parameters by which one address shows several kinds of page. */
const TELLING = /^(?:page|method|action|act|op|cmd|do|type|view|module|menu)$/i;

function pathSign(path: string): string {
  const pieces = path.split("/");
  let sign = "";
  for (const [at, piece] of pieces.entries()) {
    const slash = at === pieces.length - 1 ? "" : "/";
    if (piece !== "" && varies(piece)) {
      // What comes last is told by a digit in it; in between it is any one piece.
      if (slash !== "") sign += "[^/]+/";
      else if (/\d/.test(piece)) sign += "[^/?#]*\\d";
    } else sign += plain(piece) + slash;
  }
  const last = pieces.at(-1) ?? "";
  return last === "" || varies(last) ? sign : `${sign}(?:[?#]|$)`;
}

/** The pattern that tells pages like this one by their address: `/aj/sadj\.jsp(?:[?#]|$)`, `#/case/[^/]+/filing`. */
export function urlSign(url: string): string {
  const { pathname, hash, searchParams } = new URL(url);
  const route = /^#!?\//.exec(hash);
  const told = [...searchParams].find(
    ([name, value]) => TELLING.test(name) && /^[A-Za-z_]\w{1,30}$/.test(value),
  );
  const sign =
    route !== null
      ? `${route[0]}${pathSign(hash.slice(route[0].length).split("?")[0]!)}`.replace(
          /\(\?:\[\?#\]\|\$\)$/,
          "(?:[?]|$)",
        )
      : told !== undefined
        ? `[?&]${told[0]}=${plain(told[1])}(?:[&#]|$)`
        : pathSign(pathname);
  return isUrlPattern(sign) ? sign : plain(pathname.slice(0, 60));
}

/** Texts of a page that name one case or one person: all that was read but what is one of few choices. */
export const namesOn = (facts: readonly Fact[]): readonly string[] =>
  facts.flatMap(({ entity, field, evidence }) =>
    fieldOf(entity, field)?.type.is !== "choice" && (evidence?.text.length ?? 0) > 1 ? [evidence!.text] : [],
  );

/**
 * A title without the words that name one case or one person (`names`, as they stand on the page): the longest stretch of it
 * that other pages of its kind have too.
 */
export const titleSign = (title: string, names: readonly string[] = []): string => {
  const word = Object.values(PAGE_KINDS).find((kind) => title.includes(kind));
  if (word !== undefined) return word;
  const pieces = names.reduce((all, name) => all.flatMap((one) => one.split(name)), [title]);
  const noun = (piece: string): string =>
    /(?:[\u3400-\u9fff]{2,12})?(?:登记表?|报告书?|笔录|审批表?|信息|详情|列表|清单)/.exec(piece)?.[0] ?? "";
  const longest = (all: readonly string[]): string => all.reduce((a, b) => (b.length > a.length ? b : a), "");
  return longest(pieces.map(noun)) || longest(pieces).slice(0, 20);
};

/** The page kind that a page is taken for at first. */
export function firstKind(pageKind: string): PageKindId {
  return isPageKind(pageKind) ? pageKind : "case";
}

/** One field of a list weighs as much as so many of what exists once: only the list's own page can tell whose it is. */
const LIST_WEIGHT = 3;

/** The kind of page on which most of the fields that a person has named are at home; undefined where two are as good. */
export function kindOfFields(paths: readonly string[]): PageKindId | undefined {
  const counts = new Map<string, number>();
  for (const path of paths) {
    const [element = ""] = path.split(".");
    const many = element !== "persons" && elementOf(element)?.cardinality === "many";
    if (element !== "") counts.set(element, (counts.get(element) ?? 0) + (many ? LIST_WEIGHT : 1));
  }
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  if (first === undefined || first[1] === second?.[1]) return undefined;
  return HOME[first[0] as ElementId];
}

/**
 * The profile with this page under a kind. A kind that it has already is widened by the new address: one kind stands once.
 * `old` is the id that the page had.
 */
export function withPage(
  profile: SiteProfile,
  id: PageKindId,
  sign: Pick<PageKind, "url" | "heading">,
  old?: string,
): SiteProfile {
  const before = profile.pages.find((page) => page.id === (old ?? id));
  const there = old === id ? undefined : profile.pages.find((page) => page.id === id);
  const { url: _u, heading: _h, css: _c, element: _e, ...rest } = before ?? { id, label: "" };
  const element = ELEMENT_OF[id];
  const fresh: PageKind = {
    ...(there === undefined ? rest : merged(there, rest)),
    id,
    label: PAGE_KINDS[id],
    ...(element === undefined ? {} : { element }),
    ...(there?.url !== undefined && sign.url !== undefined && there.url !== sign.url
      ? { url: `(?:${there.url}|${sign.url})` }
      : sign),
  };
  const slot = there ?? before;
  if (slot === undefined) return { ...profile, pages: [...profile.pages, fresh] };
  const pages = profile.pages.flatMap((page) => (page === slot ? [fresh] : page === before ? [] : [page]));
  return { ...profile, pages };
}

const merged = (into: PageKind, from: Partial<PageKind>): PageKind => ({
  ...into,
  corrections: [...(into.corrections ?? []), ...(from.corrections ?? [])],
  roots: [...(into.roots ?? []), ...(from.roots ?? [])],
  ignore: [...(into.ignore ?? []), ...(from.ignore ?? [])],
  submits: [...(into.submits ?? []), ...(from.submits ?? [])],
});
