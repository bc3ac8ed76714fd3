// Of which lists a page shows all that the case has, so that what is not among them may be said to be missing.
import type { ElementId } from "../../../shared/dictionary/field.ts";
import type { PageKind } from "../../../shared/rules/site-profile.ts";

/** Lists that platforms keep in part, under other names, on paper or in another system. */
export const KEPT_ELSEWHERE: ReadonlySet<ElementId> = new Set([
  "documents",
  "approvals",
  "recordings",
  "examinations",
  "requests",
  "penalties",
  "venues",
  "interferences",
]);

/**
 * Of the tables of which every row was read, those that are all there is. A case's own persons, measures, interviews and
 * property stand on its platform; papers, approvals, recordings and the like are only taken to be complete where the site
 * profile says that this page shows them. Without that a paper that is not listed may lie in the file, and nobody is told
 * that it was never made.
 */
export const wholeListsOf = (
  complete: readonly ElementId[],
  page: PageKind | undefined,
): readonly ElementId[] =>
  complete.filter(
    (list) => !KEPT_ELSEWHERE.has(list) || page?.shows?.some((path) => path.startsWith(`${list}.`)) === true,
  );
