// What the studio's pages share: the sources in force and the changes not published yet.
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Checklist } from "../../../shared/rules/pack.ts";
import type { Rule } from "../../../shared/rules/rule.ts";
import type { SiteProfile } from "../../../shared/rules/site-profile.ts";
import type { Loaded } from "../use-call.ts";
import { type Edits, noEdits } from "./edits.ts";
import type { Sources } from "./source.ts";

export interface Studio {
  readonly sources: Loaded<Sources> | undefined;
  readonly edits: Edits;
  readonly changes: number;
  /** False when the last change could not be kept on this machine. */
  readonly kept: boolean;
  readonly editRule: (rule: Rule) => void;
  readonly editChecklist: (list: Checklist) => void;
  /** Takes a profile among what is to be published. */
  readonly editProfile: (profile: SiteProfile, inForce: SiteProfile | undefined) => void;
  readonly undo: (kind: "rules" | "checklists" | "profiles", id: string) => void;
  readonly say: (text: string) => void;
  /** The changes have been looked at against this revision. */
  readonly rebase: (revision: number) => void;
  /** Everything was handed over. */
  readonly clear: () => void;
}

const nothing = (): void => undefined;

/** For members who neither read nor write rules. */
export const NO_STUDIO: Studio = {
  sources: undefined,
  edits: noEdits(0),
  changes: 0,
  kept: true,
  editRule: nothing,
  editChecklist: nothing,
  editProfile: nothing,
  undo: nothing,
  say: nothing,
  rebase: nothing,
  clear: nothing,
};

export const StudioContext = createContext<Studio>(NO_STUDIO);

export const useStudio = (): Studio => useContext(StudioContext);
