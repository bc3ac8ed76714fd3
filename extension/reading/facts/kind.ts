// What kind of page a scan is of: by the site profile, else by its titles, else by what most of its fields belong to.
import type { ElementId } from "../../../shared/dictionary/field.ts";
import type { PageKind, SiteProfile } from "../../../shared/rules/site-profile.ts";
import type { FrameScan } from "../../protocol/frame-scan.ts";
import { kindInTitle, kindOfElement } from "./words.ts";

export interface Kind {
  readonly id: string;
  readonly label: string;
  readonly element?: ElementId | undefined;
  /** The profile's page, when a profile told it. */
  readonly page?: PageKind | undefined;
}

/** The profile that the frame read by. */
export const profileOf = (scan: FrameScan, profiles: readonly SiteProfile[]): SiteProfile | undefined =>
  scan.profile && profiles.find(({ id }) => id === scan.profile!.id);

/** The page kind that the profile tells. */
export function profiledKind(scan: FrameScan, profile: SiteProfile | undefined): Kind | undefined {
  const at = scan.profile?.page;
  const page = at === undefined || profile === undefined ? undefined : pagesOf(profile)[at];
  return page && { id: page.id, label: page.label, element: page.element, page };
}

const whole = new WeakMap<SiteProfile, readonly PageKind[]>();

/** The pages of a profile, each with the code tables of the whole platform behind its own. */
function pagesOf(profile: SiteProfile): readonly PageKind[] {
  let pages = whole.get(profile);
  if (pages === undefined) {
    const { codeTables = [] } = profile;
    pages = profile.pages.map((page) =>
      codeTables.length === 0 ? page : { ...page, codeTables: [...(page.codeTables ?? []), ...codeTables] },
    );
    whole.set(profile, pages);
  }
  return pages;
}

/** The page kind without a profile. `main` is the element to which most of its fields belong. */
export function plainKind(scan: FrameScan, main: ElementId | undefined): Kind {
  for (const title of [...scan.titles, scan.title]) {
    const kind = kindInTitle(title);
    if (kind !== undefined) return kind;
  }
  return main === undefined ? { id: "other", label: "其他页面" } : kindOfElement(main);
}
