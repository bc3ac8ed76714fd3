// Describes the facts file as a JSON Schema, derived from the dictionary, for people who write such files.
import { dictionary } from "../dictionary/dictionary.ts";
import type { ElementKind, Field } from "../dictionary/field.ts";
import { MAX_ITEMS } from "../dictionary/schema.ts";

type Json = Readonly<Record<string, unknown>>;

const INSTANT = "^\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}(:\\d{2}([.,]\\d{1,9})?)?(Z|[+-]\\d{2}(:?\\d{2})?))?$";
const DAY = "^\\d{4}-\\d{2}-\\d{2}$";

/** How a value of the field is written in JSON; null is blank. */
export function jsonValueOf({ type }: Field): Json {
  switch (type.is) {
    case "instant":
      return { type: ["string", "null"], pattern: INSTANT };
    case "day":
      return { type: ["string", "null"], pattern: DAY };
    case "number":
      return { type: ["number", "null"], $comment: type.unit };
    case "choice":
      return {
        enum: [...type.values, ...Object.keys(type.aliases), true, false, null].filter(
          (value) => typeof value !== "boolean" || type.values.includes("是"),
        ),
      };
    case "text":
    case "person":
      return { type: ["string", "null"], minLength: 1 };
    case "officers":
    case "list":
      return { type: ["array", "string", "null"], items: { type: "string", minLength: 1 } };
  }
}

function elementOf(kind: ElementKind): Json {
  const properties: Record<string, Json> = { id: { type: "string", maxLength: 64 } };
  for (const field of kind.fields) {
    const value = { title: field.label, ...jsonValueOf(field) };
    for (const key of [field.id, field.label, ...field.synonyms, ...field.codes]) properties[key] ??= value;
  }
  return { type: "object", title: kind.label, properties, additionalProperties: false };
}

/** JSON Schema (2020-12) of a facts file; it cannot say that two keys of one field exclude each other, the reader does. */
export function factsJsonSchema(kinds: readonly ElementKind[] = dictionary): Json {
  const properties: Record<string, Json> = {};
  for (const kind of kinds) {
    const element = { $ref: `#/$defs/${kind.id}` };
    const part =
      kind.cardinality === "one" ? element : { type: "array", items: element, maxItems: MAX_ITEMS };
    for (const key of [kind.id, kind.label]) {
      properties[key] = part;
      if (kind.cardinality === "many") properties[`${key}+`] = part;
    }
  }
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "FACTS.json",
    description:
      "One case in dictionary terms: null = looked and blank, left out = unread, a key with + may have more.",
    type: "object",
    properties,
    additionalProperties: false,
    $defs: Object.fromEntries(kinds.map((kind) => [kind.id, elementOf(kind)])),
  };
}
