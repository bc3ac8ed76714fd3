// What the condition language knows of the dictionary: the CEL type of every field, as plain data.
import { dictionary } from "./dictionary.ts";
import type { Cardinality, ElementKind, FieldType } from "./field.ts";

/** Names as the language's standard writes them, shortened for the timestamp. */
export type CelType = "timestamp" | "double" | "string" | "list<string>";

export interface CelField {
  readonly type: CelType;
  /** The values with which a literal may be compared; choices only. */
  readonly values?: readonly string[];
}

export interface CelElement {
  readonly cardinality: Cardinality;
  readonly fields: Readonly<Record<string, CelField>>;
}

const TYPES: Readonly<Record<FieldType["is"], CelType>> = {
  instant: "timestamp",
  day: "timestamp",
  number: "double",
  text: "string",
  choice: "string",
  person: "string",
  officers: "list<string>",
  list: "list<string>",
};

/** Element id → its fields with their CEL types; the input of the condition language's environment. */
export function celTypes(kinds: readonly ElementKind[] = dictionary): Readonly<Record<string, CelElement>> {
  const fieldOf = (type: FieldType): CelField =>
    type.is === "choice" ? { type: TYPES[type.is], values: type.values } : { type: TYPES[type.is] };
  return Object.fromEntries(
    kinds.map(({ id, cardinality, fields }) => [
      id,
      { cardinality, fields: Object.fromEntries(fields.map((field) => [field.id, fieldOf(field.type)])) },
    ]),
  );
}
