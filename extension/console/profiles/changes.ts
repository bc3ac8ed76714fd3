// What differs between a site profile in force and the one to be published, in words.
import { elementLabel, pathLabel } from "../../../shared/dictionary/words.ts";
import type { PageKind, SiteProfile } from "../../../shared/rules/site-profile.ts";
import { correctionWords } from "../../picker/correction-words.ts";
import { words } from "../../words/console-profiles.ts";
import type { Change } from "../studio/diff.ts";

const { diff: WORDS } = words;

const signOf = ({ url, heading, css }: PageKind): string => [heading, url, css].filter(Boolean).join(" · ");

/** What a page kind says, a line each. */
function linesOf(page: PageKind | undefined): readonly string[] {
  if (page === undefined) return [];
  const { corrections = [], roots = [], ignore = [], submits = [], shows = [] } = page;
  return [
    signOf(page),
    ...corrections.map(correctionWords),
    ...roots.map(({ css, element }) => `${words.roots}${elementLabel(element)}：${css}`),
    ...ignore.map((css) => `${words.ignore}：${css}`),
    ...submits.map(
      ({ text, css, held }) => `${words.submits}：${text ?? css}，${held ? words.held : words.free}`,
    ),
    ...(shows.length === 0 ? [] : [`${words.shows}：${shows.map((path) => pathLabel(path)).join("、")}`]),
  ];
}

const codesText = ({ codeTables = [] }: SiteProfile): string =>
  codeTables
    .flatMap(({ values }) => Object.entries(values).map(([code, word]) => `${code}=${word}`))
    .join("、") || WORDS.none;

/** Line by line; `old` is undefined for a profile that is new. */
export function profileChanges(old: SiteProfile | undefined, next: SiteProfile): readonly Change[] {
  const rows: Change[] = [];
  const row = (label: string, before: string, after: string): void => {
    if (before !== after) rows.push({ label, old: before, next: after });
  };
  row(WORDS.name, old?.name ?? WORDS.none, next.name);
  row(WORDS.platform, old?.platform ?? WORDS.none, next.platform);
  row(WORDS.match, old?.match.join("、") ?? WORDS.none, next.match.join("、"));
  row(WORDS.codeTables, old === undefined ? WORDS.none : codesText(old), codesText(next));
  const ids = new Set([...(old?.pages ?? []), ...next.pages].map(({ id }) => id));
  for (const id of ids) {
    const before = old?.pages.find((page) => page.id === id);
    const after = next.pages.find((page) => page.id === id);
    const [was, is] = [linesOf(before), linesOf(after)];
    // The page is named once, before the first of its lines.
    let label = WORDS.page((after ?? before)!.label);
    const line = (old: string, fresh: string): void => {
      row(label, old, fresh);
      label = "";
    };
    for (const one of was) if (!is.includes(one)) line(one, WORDS.none);
    for (const one of is) if (!was.includes(one)) line(WORDS.none, one);
  }
  return rows;
}
