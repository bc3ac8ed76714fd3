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
  /** Fields that the platform shows on any page kind of its profile; undefined on a platform without one. */
  readonly platformShows: readonly string[] | undefined;
  /** Fields whose labels stood on this page: `interviews/i1.askers`. */
  readonly here: readonly string[];
  /** Whether who looks belongs to the legal desk: what is for that desk does not stand on an officer's page. */
  readonly legal: boolean;
}

/**
 * The findings that apply on a page, in their order: the page kind is among the rule's `pages` (any, where it names none),
 * the element stands there, and the rule's `when` is true, or unknown only by fields that this page kind should show. One that
 * is unknown counts only where reading on could tell it: by a field or list that the platform shows somewhere. Where no profile
 * says what a platform shows, a rule counts of which at least one field stood on this very page. On a page kind that the rule
 * names as `elsewhere`, what was found of an element of another page counts too where it is known, and holds no submit: it
 * cannot be put right there.
 */
export function applicableOn(
  findings: readonly Finding[],
  rules: readonly Pick<PackedRule, "id" | "pages" | "elsewhere">[],
  page: PageView,
): readonly Finding[] {
  const named = (key: "pages" | "elsewhere", otherwise: boolean): ReadonlySet<string> =>
    new Set(rules.flatMap((rule) => ((rule[key]?.includes(page.kind) ?? otherwise) ? [rule.id] : [])));
  const [speaking, elsewhere] = [named("pages", true), named("elsewhere", false)];
  const elements = new Set(page.elements);
  const shown = new Set(page.shows);
  const here = new Set(page.here);
  const platform = page.platformShows && withLists([...page.platformShows, ...page.shows]);
  return findings.flatMap((finding) => {
    const { rule, on, applies, verdict, missing, fields } = finding;
    if (applies === "no" || (finding.audience === "legal" && !page.legal)) return [];
    if (!elements.has(on))
      return elsewhere.has(rule) && verdict !== "unknown"
        ? [{ ...finding, gate: "none" as const, elsewhere: true as const }]
        : [];
    if (!speaking.has(rule) && !elsewhere.has(rule)) return [];
    if (applies === "unknown" && !missing.every((path) => shown.has(fieldOf(path)))) return [];
    const told =
      platform === undefined
        ? fields.some(({ path }) => here.has(path))
        : verdict !== "unknown" || canBeTold(finding, platform);
    return told ? [finding] : [];
  });
}

/** What keeps it from being told: a field that the platform shows; or not a missing field but a value, a date, two readings. */
function canBeTold(finding: Finding, platform: ReadonlySet<string>): boolean {
  if (finding.missing.length > 0) return finding.missing.some((path) => platform.has(fieldOf(path)));
  return finding.reason !== "attest";
}

/** The fields, and the lists and single things that they belong to: `approvals.matter` → `approvals`. */
const withLists = (fields: readonly string[]): ReadonlySet<string> =>
  new Set(fields.flatMap((field) => [field, field.slice(0, field.indexOf("."))]));

/** `interviews/i1.askers` → `interviews.askers`. */
function fieldOf(path: string): string {
  const place = placeOf(path);
  return place?.field === undefined ? path : `${place.element}.${place.field}`;
}
