// A person in another system's event: its ID number becomes the reference under which the same person travels from every page.
import { elementOf } from "../dictionary/dictionary.ts";
import type { Field } from "../dictionary/field.ts";
import { squeeze } from "../dictionary/fold.ts";
import { personReference } from "../facts/person-reference.ts";

/** The reference of a person by ID number; the number itself is not kept. */
export type ReferenceOf = (idNumber: string) => string;

/** The references of a deployment, by its key (hex). */
export const referencesBy =
  (key: string): ReferenceOf =>
  (idNumber) =>
    personReference(key, { idNumber, name: "", caseKey: "" });

/** The dictionary's field of ID numbers: it is class `local`, so it is never taken as it is. */
export const idNumberField: Field = (() => {
  const field = elementOf("persons")?.fields.find(({ id }) => id === "idNumber");
  if (field?.privacy !== "local") throw new Error("persons have no local field of ID numbers");
  return field;
})();

/** A number of an identity document as systems write it; a name never looks like one. Undefined when it is none. */
export function idNumberIn(given: unknown): string | undefined {
  if (typeof given !== "string") return undefined;
  const text = squeeze(given).toUpperCase();
  return /^[0-9A-Z]{7,20}$/.test(text) && /\d{6}/.test(text) ? text : undefined;
}
