// An objection: an officer holds a finding (有异议) or its rule (有误) to be wrong, with masked facts, until somebody has answered.
import * as v from "valibot";
import { FactSnapshot } from "./entry.ts";

/** What the answer says of it: the objection holds, or the finding stands. */
export const OUTCOMES = ["upheld", "denied"] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const Objection = v.strictObject({
  id: v.string(),
  /** The unit whose object keeps it. */
  unit: v.string(),
  caseKey: v.string(),
  number: v.string(),
  /** `disputed` 有异议 goes to the legal desk, `wrong` 有误 to whoever keeps the rule. */
  kind: v.picklist(["disputed", "wrong"]),
  rule: v.string(),
  on: v.string(),
  /** Travelling key of the finding, by which the officer's browser finds its card again. */
  finding: v.string(),
  by: v.string(),
  byName: v.string(),
  /** When it was made, ISO 8601. */
  at: v.string(),
  /** The officer's own line; "" when none was written or it was deleted. */
  said: v.string(),
  snapshot: v.optional(FactSnapshot),
  /** Who keeps the rule, as the pack names them. */
  owner: v.optional(v.string()),
  state: v.picklist(["open", "answered"]),
  answer: v.optional(
    v.strictObject({
      by: v.string(),
      byName: v.string(),
      at: v.string(),
      outcome: v.picklist(OUTCOMES),
      said: v.string(),
    }),
  ),
});
export type Objection = v.InferOutput<typeof Objection>;
