// What the picker and the background say to each other: the page as it is read by a draft, and drafts with their test pages.
import type { SiteProfile } from "../../shared/rules/site-profile.ts";
import type { FrameScan } from "./frame-scan.ts";
import type { Answer, FrameReading } from "./messages.ts";

/** One frame of the page as the draft reads it. */
export interface PickFrame {
  readonly scan: FrameScan;
  readonly reading: FrameReading;
  /** The id of the draft's page kind that this frame is; undefined when the draft knows none. */
  readonly page?: string;
}

export interface PickView {
  readonly profile: SiteProfile;
  /** Profiles that are in force have this id too. */
  readonly published: boolean;
  readonly frames: readonly PickFrame[];
  /** Frames that are read here and of which the draft does not speak: those of another platform. */
  readonly others: readonly { readonly frame: string; readonly url: string }[];
}

/** A page as it was captured: its markup without personal data, and what is to be read of it. */
export interface CapturedPage {
  readonly id: string;
  /** Page kind of the profile. */
  readonly page: string;
  /** Path and query signs of the address, without what told cases apart. */
  readonly url: string;
  readonly html: string;
  /** `measures.startedAt=known:2031-03-05`, in the order of the page. */
  readonly facts: readonly string[];
  /** When it was captured (ms). */
  readonly at: number;
}

/** A profile in the making, kept in this browser until it is published. */
export interface ProfileDraft {
  readonly id: string;
  readonly profile: SiteProfile;
  readonly tests: readonly CapturedPage[];
  readonly at: number;
  /** Name of the member who made it. */
  readonly by: string;
}

/** What has fallen on the page shown now, for who works on it. */
export interface DriftShown {
  readonly drift?: {
    /** Fields in words: 询问讯问 → 询问人. */
    readonly fields: readonly string[];
    /** The earliest (ms). */
    readonly since: number;
  };
}

/** Said to the picker of a tab when its page was read anew. */
export const PICK_CHANGED = "first-button.pick-changed";

/** What the picker's script and the console's page of site profiles ask. */
export interface PickingRequests {
  /** Load the picker's script into the asking tab. */
  "load-picker": { in: Record<string, never>; out: Answer<null> };
  /** Begin to point at fields on the asking tab: it is read by a draft profile, and nothing of it is judged, kept or sent. */
  "pick-start": { in: Record<string, never>; out: Answer<PickView> };
  /** Read the tab by a changed draft. */
  "pick-change": { in: { profile: SiteProfile }; out: Answer<PickView> };
  "pick-view": { in: Record<string, never>; out: Answer<PickView> };
  /** Keep the draft with the pages captured for it; answers the draft's id. */
  "pick-save": { in: { tests: readonly CapturedPage[] }; out: Answer<string> };
  /** Something else stands at the places of the asking frame that its site profile names without a label. */
  "places-moved": { in: Record<string, never>; out: Answer<null> };
  "pick-end": { in: Record<string, never>; out: Answer<null> };
  /** The profiles in the making that this browser keeps, for our own pages only. */
  "profile-drafts": { in: Record<string, never>; out: Answer<readonly ProfileDraft[]> };
  "put-profile-draft": { in: { draft: ProfileDraft }; out: Answer<ProfileDraft> };
  "drop-profile-draft": { in: { id: string }; out: Answer<null> };
}
