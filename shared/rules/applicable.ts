// Which findings speak on a page: what the headline and the coverage bar count. All others live in the case's checklist.
import { placeOf } from "../dictionary/path.ts";
import type { Finding } from "./finding.ts";
import type { PackedRule } from "./pack.ts";

export interface PageView {
  /** Page kind as the site profile names it: `interview`. */
  readonly kind: string;
  /** Elements that stand on the page: `case`, `interviews/i1`. */
  readonly elements: readonly string[];
  /** Fields that this page kind shows when it is read well: `interviews.askers`. */
  readonly shows: readonly string[];
}

/**
 * The findings that apply on a page, in their order: the page kind is among the rule's `pages` (any, where it names none),
 * the element stands there, and the rule's `when` is true, or unknown only by fields that this page kind should show.
 */
export function applicableOn(
  findings: readonly Finding[],
  rules: readonly Pick<PackedRule, "id" | "pages">[],
  page: PageView,
): readonly Finding[] {
  const pages = new Map(rules.map((rule) => [rule.id, rule.pages]));
  const elements = new Set(page.elements);
  const shown = new Set(page.shows);
  return findings.filter((finding) => {
    if (finding.applies === "no" || !elements.has(finding.on)) return false;
    if (!pages.has(finding.rule) || !(pages.get(finding.rule)?.includes(page.kind) ?? true)) return false;
    return finding.applies === "yes" || finding.missing.every((path) => shown.has(fieldOf(path)));
  });
}

/** `interviews/i1.askers` → `interviews.askers`. */
function fieldOf(path: string): string {
  const place = placeOf(path);
  return place?.field === undefined ? path : `${place.element}.${place.field}`;
}
