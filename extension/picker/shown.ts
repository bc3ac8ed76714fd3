// The fields that a page shows as it stands, for its page kind to say so.
import type { ElementId } from "../../shared/dictionary/field.ts";
import type { SiteProfile } from "../../shared/rules/site-profile.ts";
import type { PickFrame } from "../protocol/picking.ts";

/**
 * Lists that platforms keep in part, on paper or elsewhere: that a page shows one of their fields would also say that it shows
 * all of them, and only a person can know that.
 */
const KEPT_ELSEWHERE: ReadonlySet<ElementId> = new Set([
  "documents",
  "approvals",
  "recordings",
  "examinations",
  "requests",
  "penalties",
  "venues",
  "interferences",
]);

/** `interviews.askers` of everything that was found, blank or not. */
export const fieldsShown = ({ reading, page }: PickFrame, profile: SiteProfile): readonly string[] => {
  const said = profile.pages.find(({ id }) => id === page)?.shows ?? [];
  const fields = reading.facts
    .filter(({ entity, state }) => state !== "unread" && !KEPT_ELSEWHERE.has(entity))
    .map(({ entity, field }) => `${entity}.${field}`);
  return [...new Set([...said, ...fields])];
};
