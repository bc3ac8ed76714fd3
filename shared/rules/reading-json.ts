// What `read` prints of a page: every label with its value, every table, the facts made of them, and how they were judged.
import * as v from "valibot";
import { dictionary, fieldOf } from "../dictionary/dictionary.ts";
import type { Fact } from "../facts/fact.ts";
import { instantKey } from "../time/civil.ts";
import { findingJson } from "./judgement-json.ts";

const frame = v.pipe(v.string(), v.regex(/^(?:\d+(?:\/\d+)*)?$/));
const place = {
  /** Path to the element within its frame; ` >>> ` goes into an open shadow root. */
  css: v.string(),
  /** Index path of the frame from the top: "" or "0/2". */
  frame,
};

export const factJson = v.strictObject({
  entity: v.picklist(dictionary.map(({ id }) => id)),
  /** Id of the element within its list; "" for what exists once. */
  id: v.string(),
  field: v.string(),
  state: v.picklist(["known", "absent", "unread"]),
  /** Instants as ISO 8601 at +08:00, days as YYYY-MM-DD; null when absent or unread. */
  value: v.nullable(v.union([v.string(), v.number(), v.boolean(), v.array(v.string())])),
  /** Why it is unread though its label was there. */
  reason: v.nullable(v.picklist(["conflict", "unparsed", "unplaced", "person"])),
  evidence: v.strictObject({ label: v.string(), text: v.string(), ...place }),
});

export const readingJson = v.strictObject({
  url: v.string(),
  pageKind: v.string(),
  /** The value as the person sees it: the chosen option's text, "" for blank, several joined by 、. */
  cells: v.array(v.strictObject({ label: v.string(), value: v.string(), ...place })),
  tables: v.array(
    v.strictObject({ columns: v.array(v.string()), rows: v.array(v.array(v.string())), ...place }),
  ),
  facts: v.array(factJson),
  findings: v.array(findingJson),
  /** The page changes too much to be read along: what is typed is read as a field is left. */
  slow: v.boolean(),
  /** Pieces of the page that could not be read, and why. */
  unread: v.array(v.strictObject({ why: v.string(), ...place })),
});

export type ReadingJson = v.InferOutput<typeof readingJson>;

/** A fact in its printed form. */
export function factToJson(fact: Fact): v.InferOutput<typeof factJson> {
  const { entity, id, field, state, value, reason, evidence } = fact;
  const instant = fieldOf(entity, field)?.type.is === "instant" && typeof value === "number";
  return {
    entity,
    id,
    field,
    state,
    value:
      value === undefined
        ? null
        : instant
          ? instantKey(value)
          : typeof value === "object"
            ? [...value]
            : value,
    reason: reason ?? null,
    evidence: evidence ?? { label: "", text: "", css: "", frame: "" },
  };
}
