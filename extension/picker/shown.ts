// The fields that a page shows as it stands, for its page kind to say so.
import type { SiteProfile } from "../../shared/rules/site-profile.ts";
import type { PickFrame } from "../protocol/picking.ts";
import { KEPT_ELSEWHERE } from "../reading/facts/whole-lists.ts";

/**
 * What is found, blank or not: `interviews.askers`. Of a list that is kept in part elsewhere not: that a page shows one of its
 * fields would also say that it shows all of them, and only a person can know that.
 */
export const fieldsShown = ({ reading, page }: PickFrame, profile: SiteProfile): readonly string[] => {
  const said = profile.pages.find(({ id }) => id === page)?.shows ?? [];
  const fields = reading.facts
    .filter(({ entity, state }) => state !== "unread" && !KEPT_ELSEWHERE.has(entity))
    .map(({ entity, field }) => `${entity}.${field}`);
  return [...new Set([...said, ...fields])];
};
