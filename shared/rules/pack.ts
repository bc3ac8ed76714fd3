// A pack: a signed, versioned set of rules, site profiles, statutes and holidays.
import type { Statute } from "../law/statute.ts";
import type { HolidayPlan, Limit } from "../time/period.ts";
import type { LayerRef, Origin } from "./layers/layer.ts";
import type { Clash, ClashAct, Clock, Extension, Pair, Restart, Rule, Stop } from "./rule.ts";
import type { SiteProfile } from "./site-profile.ts";
import type { Tree } from "./tree.ts";

/** A rule as a pack carries it: checked, its conditions as trees, its examples left out. */
export interface PackedRule
  extends Omit<
    Rule,
    "examples" | "when" | "require" | "unless" | "extend" | "clock" | "pair" | "restart" | "stop" | "clash"
  > {
  /** The CEL text in packs of earlier issues; people read it in the rule's own source, which the studio keeps. */
  readonly source?: { readonly when?: string; readonly require?: string; readonly pair?: string };
  /** Where it comes from and what each layer changed; absent in a base pack. */
  readonly from?: Origin;
  readonly when?: Tree;
  readonly require?: Tree;
  readonly unless?: readonly { readonly when: Tree; readonly say: string }[];
  readonly extend?: readonly (Omit<Extension, "when" | "to" | "add"> & {
    readonly to?: Limit;
    readonly add?: Limit;
    readonly when?: Tree;
  })[];
  readonly pair?: Omit<Pair, "where"> & { readonly where?: Tree };
  readonly clash?: Omit<Clash, "acts" | "within" | "slack"> & {
    readonly acts: readonly PackedClashAct[];
    readonly within?: PackedClashAct;
    readonly slack?: Limit;
  };
  readonly restart?: readonly (Omit<Restart, "when"> & { readonly when?: Tree })[];
  readonly stop?: readonly (Omit<Stop, "where"> & { readonly where?: Tree })[];
  readonly clock?: Omit<Clock, "limit" | "warn"> & { readonly limit: Limit; readonly warn: readonly Limit[] };
}

export type PackedClashAct = Omit<ClashAct, "where" | "most"> & {
  readonly where?: Tree;
  readonly most: Limit;
};

/** One line of a checklist: a rule, or a duty that a person ticks. */
export interface ChecklistItem {
  /** Kept for ever: a person's tick is kept under it, and ticks the same duty in every list that carries it. */
  readonly id: string;
  /** 干什么. */
  readonly say: string;
  /** 怎么干、干到什么程度. */
  readonly how?: string;
  /** Rule whose finding ticks it. */
  readonly rule?: string;
  /** A person ticks it, with evidence. */
  readonly attest?: boolean;
}

/** The work of one stage, or of one kind of case from the first call to the file. */
export interface Checklist {
  readonly id: string;
  readonly title: string;
  /** Left out of the checklist of a kind of case, which goes through all stages. */
  readonly stage?: string;
  /** Page kinds on which it is the current one. */
  readonly pages: readonly string[];
  /** Case kinds (刑事/行政) for which it holds. */
  readonly kinds?: readonly string[];
  /** For which cases it holds: CEL over the case where it is written, its tree in a pack. */
  readonly when?: string | Tree;
  readonly items: readonly ChecklistItem[];
}

export type PackedChecklist = Omit<Checklist, "when"> & { readonly when?: Tree };

export interface Pack {
  readonly format: 1;
  readonly issuer: string;
  /** Only grows. */
  readonly revision: number;
  /** How the revision is called on screen: 2026.11.3. */
  readonly label: string;
  readonly publishedAt: string;
  readonly rules: readonly PackedRule[];
  readonly checklists: readonly PackedChecklist[];
  readonly profiles: readonly SiteProfile[];
  readonly statutes: readonly Statute[];
  readonly holidays: HolidayPlan;
  /** The layers of a unit's pack, from the widest; absent in a base pack. */
  readonly layers?: readonly LayerRef[];
}

/** A pack with its signature: Ed25519 over the UTF-8 bytes of `body`, the pack's text as `bodyOf` makes it. */
export interface SignedPack {
  readonly body: string;
  readonly key: string;
  readonly signature: string;
  /** SHA-256 of `body`, hex: the pack's address. */
  readonly hash: string;
}
