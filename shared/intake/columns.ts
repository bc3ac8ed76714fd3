// Which column of a table or key of a message means which part of an event, by id, label, synonym or code.
import { elementOf } from "../dictionary/dictionary.ts";
import type { Field } from "../dictionary/field.ts";
import { squeeze } from "../dictionary/fold.ts";
import { ENVELOPE, type EnvelopeKey, envelopeOf } from "./envelope.ts";
import type { IntakeKind } from "./kind.ts";
import { idNumberField } from "./person-number.ts";

/**
 * What a name means: a part of the envelope, a field that is taken, the ID number of the person whom a field names, one that
 * may not be sent, or nothing that is known.
 */
export type Meaning =
  | { readonly is: "envelope"; readonly key: EnvelopeKey }
  | { readonly is: "field"; readonly field: Field }
  | { readonly is: "idNumber"; readonly field: Field }
  | { readonly is: "local"; readonly label: string }
  | { readonly is: "unknown" };

const fieldsOf = (kind: IntakeKind): readonly Field[] => elementOf(kind.element)?.fields ?? [];

/** The fields that a kind takes, in the order of its columns. */
export function takenFields(kind: IntakeKind): readonly Field[] {
  const all = fieldsOf(kind);
  return kind.fields.map((id) => {
    const field = all.find((one) => one.id === id);
    if (field === undefined || field.privacy !== "unit")
      throw new Error(`${kind.id} takes ${id}, which is no field of class unit of ${kind.element}`);
    return field;
  });
}

/** Fields of persons whose names systems like to add to any event: none of them is ever kept. */
const PERSONAL: readonly Field[] = (elementOf("persons")?.fields ?? []).filter(
  ({ privacy }) => privacy === "local",
);

const byWord = (fields: readonly Field[], bare: string): Field | undefined =>
  fields.find(({ id }) => id === bare) ??
  fields.find(({ label }) => squeeze(label) === bare) ??
  fields.find(({ synonyms }) => synonyms.some((word) => squeeze(word) === bare)) ??
  fields.find(({ codes }) => codes.includes(bare.toUpperCase()));

/** The field by which a kind names a person, where it does. */
export const personField = (kind: IntakeKind): Field | undefined =>
  takenFields(kind).find(({ type }) => type.is === "person");

/** What a column's or key's name means for this kind. Marks such as `*` and what stands in brackets do not count. */
export function meaningOf(kind: IntakeKind, name: string): Meaning {
  const bare = squeeze(name.normalize("NFKC").replace(/\*|\([^)]*\)/g, ""));
  if (bare === "") return { is: "unknown" };
  const keys: readonly EnvelopeKey[] = ["id", ...envelopeOf(kind)];
  const key =
    keys.find((one) => one === bare) ??
    keys.find((one) => ENVELOPE[one].some((word) => squeeze(word) === bare));
  if (key !== undefined) return { is: "envelope", key };
  const taken = byWord(takenFields(kind), bare);
  if (taken !== undefined) return { is: "field", field: taken };
  const person = personField(kind);
  if (person !== undefined && byWord([idNumberField], bare) !== undefined)
    return { is: "idNumber", field: person };
  const other = byWord(fieldsOf(kind), bare) ?? byWord(PERSONAL, bare);
  if (other?.privacy === "local") return { is: "local", label: other.label };
  return { is: "unknown" };
}

/** One column of the table: its key, its name, and whether it has to be filled. */
export interface Column {
  readonly key: string;
  readonly label: string;
  readonly required: boolean;
}

/** The columns of a kind's table. */
export const columnsOf = (kind: IntakeKind): readonly Column[] => [
  ...envelopeOf(kind).map((key) => ({
    key,
    label: ENVELOPE[key][0] ?? key,
    required:
      key === "key" ||
      (key === "act" && kind.acting) ||
      (key === "at" && kind.acts.length > 0) ||
      (key === "caseNumber" && kind.ties.length === 1),
  })),
  ...takenFields(kind).flatMap(({ id, label, type }) => [
    { key: id, label, required: kind.required.includes(id) },
    ...(type.is === "person" ? [{ key: idNumberField.id, label: idNumberField.label, required: false }] : []),
  ]),
];
