// The profile with which picking on a page begins: the draft kept here, the one in force, or a new one for this platform.
import type { Pack } from "../../../shared/rules/pack.ts";
import type { SiteProfile } from "../../../shared/rules/site-profile.ts";
import type { ProfileDraft } from "../../protocol/picking.ts";
import { profileMatches } from "../../reading/page-kind.ts";

const plain = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** A profile that knows nothing yet but where the platform is. Its name is that of the host until somebody gives another. */
export function blankProfile(url: string): SiteProfile {
  const { host, pathname } = new URL(url);
  const [first] = /^\/[A-Za-z][\w-]*\//.exec(pathname) ?? [""];
  const id = `${host}${first}`
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  return {
    id: `site-${id}`,
    name: host,
    platform: host,
    match: [`^https?://${plain(host)}${plain(first)}`],
    pages: [],
  };
}

/** The profile to begin with at an address. */
export function firstProfile(url: string, drafts: readonly ProfileDraft[], pack: Pack): SiteProfile {
  const newest = [...drafts].sort((a, b) => b.at - a.at);
  return (
    newest.find(({ profile }) => profileMatches(profile, url))?.profile ??
    pack.profiles.find((profile) => profileMatches(profile, url)) ??
    blankProfile(url)
  );
}
