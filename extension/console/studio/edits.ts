// Unsaved changes of the studio: whole rules, checklists and site profiles by id, kept on this machine until they are published.
import * as v from "valibot";
import type { Checklist } from "../../../shared/rules/pack.ts";
import type { Rule } from "../../../shared/rules/rule.ts";
import type { SiteProfile } from "../../../shared/rules/site-profile.ts";
import { canonicalText } from "./same.ts";
import { ChecklistShape, type Sources } from "./source.ts";

export interface Edits {
  /** Revision that the changes were last compared with by a person. */
  readonly base: number;
  readonly rules: Readonly<Record<string, Rule>>;
  readonly checklists: Readonly<Record<string, Checklist>>;
  readonly profiles: Readonly<Record<string, SiteProfile>>;
  /** The reason line. */
  readonly say: string;
  /** When something was typed last (ms). */
  readonly at: number;
}

/** Typed text may be unfinished, so a rule is only held to being an object with its id, title and the parts the editor reads. */
const RuleLike = v.custom<Rule>(
  (input) =>
    typeof input === "object" &&
    input !== null &&
    ["id", "title", "fix", "status", "stage", "act"].every(
      (key) => typeof (input as Record<string, unknown>)[key] === "string",
    ) &&
    Array.isArray((input as { basis?: unknown }).basis) &&
    Array.isArray((input as { examples?: unknown }).examples),
);

export const EditsShape = v.strictObject({
  base: v.number(),
  rules: v.record(v.string(), RuleLike),
  checklists: v.record(v.string(), ChecklistShape),
  // Held to its shape and its fields where it is published.
  profiles: v.optional(
    v.record(
      v.string(),
      v.custom<SiteProfile>((input) => typeof input === "object" && input !== null && "pages" in input),
    ),
    {},
  ),
  say: v.string(),
  at: v.number(),
});

export const noEdits = (base: number): Edits => ({
  base,
  rules: {},
  checklists: {},
  profiles: {},
  say: "",
  at: 0,
});

export const changedCount = (edits: Edits): number =>
  Object.keys(edits.rules).length + Object.keys(edits.checklists).length + Object.keys(edits.profiles).length;

const put = <T extends { readonly id: string }>(
  held: Readonly<Record<string, T>>,
  next: T,
  source: T | undefined,
): Readonly<Record<string, T>> => {
  const { [next.id]: _, ...others } = held;
  // A thing edited back to what is in force is no change.
  return source !== undefined && canonicalText(source) === canonicalText(next)
    ? others
    : { ...others, [next.id]: next };
};

export const withRule = (edits: Edits, rule: Rule, sources: Sources, now: number): Edits => ({
  ...edits,
  rules: put(
    edits.rules,
    rule,
    sources.rules.find(({ id }) => id === rule.id),
  ),
  at: now,
});

export const withChecklist = (edits: Edits, list: Checklist, sources: Sources, now: number): Edits => ({
  ...edits,
  checklists: put(
    edits.checklists,
    list,
    sources.checklists.find(({ id }) => id === list.id),
  ),
  at: now,
});

/** A profile as it is to be published; `inForce` is the one of its id in the pack. */
export const withProfile = (
  edits: Edits,
  profile: SiteProfile,
  inForce: SiteProfile | undefined,
  now: number,
): Edits => ({ ...edits, profiles: put(edits.profiles, profile, inForce), at: now });

export function without(edits: Edits, kind: "rules" | "checklists" | "profiles", id: string): Edits {
  const { [id]: _, ...others } = edits[kind];
  return { ...edits, [kind]: others };
}
