// A layer: what a province, a city, a bureau or a station adds to, tightens in, fills in or switches off of the pack above it.
import type { Basis, Statute } from "../../law/statute.ts";
import type { Pack, PackedRule } from "../pack.ts";
import type { Rule } from "../rule.ts";

/** From the widest to the narrowest; `nation` is the base pack itself. */
export const LEVELS = ["nation", "province", "city", "bureau", "station"] as const;
export type Level = (typeof LEVELS)[number];

export const LEVEL_WORDS: Readonly<Record<Level, string>> = {
  nation: "国家",
  province: "省级",
  city: "市级",
  bureau: "县级",
  station: "所队",
};

/** Local values for a rule that waits for them (`needs`); it goes live with these. */
export interface Configure {
  readonly limit?: string;
  readonly count?: string;
  readonly warn?: readonly string[];
  /** The local text that sets the value; it takes the place of what the template cites. */
  readonly basis: readonly Basis[];
  /** CEL that narrows the template further: it holds besides the template's own condition. */
  readonly when?: string;
  readonly title?: string;
  readonly titleDue?: string;
  readonly status?: "shadow" | "trial" | "live";
}

/** What one layer does to one rule of the pack above: exactly one of `tighten`, `configure` and `off`. */
export interface LayerChange {
  readonly rule: string;
  /** Kept with the rule and shown. */
  readonly reason: string;
  /** The local document that orders it: 某省公安厅执法办案程序规定第十二条. */
  readonly by?: string;
  /** Who published it, where several people publish one layer; the layer's author when left out. */
  readonly author?: string;
  /** When it was published, ISO 8601. */
  readonly at?: string;
  /** Keys of a rule with stricter values; what a layer may not touch is refused by name. */
  readonly tighten?: Readonly<Record<string, unknown>>;
  readonly configure?: Configure;
  readonly off?: true;
  /** Two people, neither of them the layer's author; needed for a hard gate. */
  readonly approvedBy?: readonly string[];
}

export interface Layer {
  readonly level: Exclude<Level, "nation">;
  /** The unit whose layer it is: 星河省公安厅. */
  readonly name: string;
  /** Who wrote it. */
  readonly author: string;
  /** Local texts that its rules cite. */
  readonly statutes?: readonly Statute[];
  readonly changes: readonly LayerChange[];
  readonly add: readonly Rule[];
}

/** One change that a layer made, in words. */
export interface Change {
  readonly level: Level;
  readonly layer: string;
  /** Key of the rule, or `off`. */
  readonly key: string;
  readonly was: string;
  readonly is: string;
  readonly reason: string;
  readonly by?: string;
  readonly author?: string;
  readonly at?: string;
  readonly approvedBy?: readonly string[];
}

/** Where a rule comes from and what each layer below made of it. */
export interface Origin {
  readonly level: Level;
  readonly layer: string;
  readonly changes: readonly Change[];
}

export type LayeredRule = PackedRule & { readonly from: Origin };

export interface LayerRef {
  readonly level: Level;
  readonly layer: string;
  /** SHA-256 (hex) of the layer's canonical JSON, its changes in the order of their rules. */
  readonly hash: string;
}

/** The pack that holds in a unit. */
export interface EffectivePack extends Pack {
  readonly rules: readonly LayeredRule[];
  /** The layers it was made of, the base pack not counted. */
  readonly layers: readonly LayerRef[];
}
