// Which tabs are being picked in, by which draft their pages are read, and telling their picker that a page was read anew.
import type { Pack } from "../../../shared/rules/pack.ts";
import type { SiteProfile } from "../../../shared/rules/site-profile.ts";
import { PICK_CHANGED } from "../../protocol/picking.ts";
import { profileMatches } from "../../reading/page-kind.ts";

const drafts = new Map<number, SiteProfile>();

/** The draft by which a tab is read while somebody picks in it. */
export const draftOf = (tab: number): SiteProfile | undefined => drafts.get(tab);

export const setDraft = (tab: number, profile: SiteProfile | undefined): void => {
  if (profile === undefined) drafts.delete(tab);
  else drafts.set(tab, profile);
};

/** The profiles by which a tab is read: those of the pack, the draft in place of the one that it is to replace. */
export function profilesFor(tab: number, pack: Pack): readonly SiteProfile[] {
  const draft = drafts.get(tab);
  return draft === undefined ? pack.profiles : [draft, ...pack.profiles.filter(({ id }) => id !== draft.id)];
}

/** Those of them that speak of an address. */
export const profilesAt = (tab: number, pack: Pack, url: string): readonly SiteProfile[] =>
  profilesFor(tab, pack).filter((profile) => profileMatches(profile, url));

/** Tells the picker in the top frame that there is something new to show; nobody may be there any more. */
export function tellPicker(tab: number): void {
  chrome.tabs.sendMessage(tab, PICK_CHANGED, { frameId: 0 }).catch(() => undefined);
}
