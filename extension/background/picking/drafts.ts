// The profiles in the making that this browser keeps, with the pages captured for them.
import { accepted, type Result } from "../../../shared/facts/errors.ts";
import { readProfile } from "../../../shared/rules/check-profile.ts";
import type { SiteProfile } from "../../../shared/rules/site-profile.ts";
import type { CapturedPage, ProfileDraft } from "../../protocol/picking.ts";
import { database } from "../database.ts";
import { local } from "../kept.ts";

/** All drafts, the newest first. */
export async function keptDrafts(): Promise<readonly ProfileDraft[]> {
  const all = await (await database()).getAll("profileDrafts");
  return all.sort((a, b) => b.at - a.at);
}

/** A later capture of the same page kind and address takes the place of the earlier one. */
function withTests(old: readonly CapturedPage[], fresh: readonly CapturedPage[]): readonly CapturedPage[] {
  const same = (a: CapturedPage, b: CapturedPage): boolean => a.page === b.page && a.url === b.url;
  return [...old.filter((one) => !fresh.some((other) => same(one, other))), ...fresh];
}

/** Keeps a draft under its profile's id, its new test pages beside those it has; `bad-rule` when the profile does not hold. */
export async function keepDraft(
  profile: SiteProfile,
  tests: readonly CapturedPage[],
): Promise<Result<ProfileDraft>> {
  const checked = readProfile(profile);
  if (!checked.ok) return checked;
  const db = await database();
  const before = await db.get("profileDrafts", profile.id);
  const draft: ProfileDraft = {
    id: profile.id,
    profile: checked.value,
    tests: withTests(before?.tests ?? [], tests),
    at: Date.now(),
    by: (await local("member"))?.name ?? "",
  };
  await db.put("profileDrafts", draft);
  return accepted(draft);
}

/** Puts a whole draft in place, as it comes from a file or from the console. */
export async function putDraft(draft: ProfileDraft): Promise<Result<ProfileDraft>> {
  const checked = readProfile(draft.profile);
  if (!checked.ok) return checked;
  const kept = { ...draft, id: checked.value.id, profile: checked.value, at: Date.now() };
  await (await database()).put("profileDrafts", kept);
  return accepted(kept);
}

export const dropDraft = async (id: string): Promise<void> => {
  await (await database()).delete("profileDrafts", id);
};
