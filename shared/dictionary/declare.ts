// The constructors with which the dictionary's files declare one field per line.
import type { Cardinality, ElementId, ElementKind, Field, FieldType, Privacy } from "./field.ts";

const words = (text: string): readonly string[] => text.split(" ").filter((word) => word !== "");

type Plain = (id: string, label: string, synonyms: string, codes: string, privacy: Privacy) => Field;

const plain =
  (type: FieldType): Plain =>
  (id, label, synonyms, codes, privacy) => ({
    id,
    label,
    synonyms: words(synonyms),
    codes: words(codes),
    type,
    privacy,
  });

/** A point in time; a page that shows only the day yields the day. */
export const instant = plain({ is: "instant" });

/** A calendar day that has no time of day, such as a birthday. */
export const day = plain({ is: "day" });

/** Free text, also numbers of documents and cases, which are never calculated with. */
export const text = plain({ is: "text" });

/** Police officers, several allowed. */
export const officers = plain({ is: "officers" });

/** One person of the same case; travels as a reference, never as a name. */
export const person = plain({ is: "person" });

/** Several short texts. */
export const list = plain({ is: "list" });

/** A number with its unit (元, 人, 件 …); page text in larger units is converted to it. */
export const number = (
  id: string,
  label: string,
  synonyms: string,
  codes: string,
  privacy: Privacy,
  unit: string,
): Field => plain({ is: "number", unit })(id, label, synonyms, codes, privacy);

/** One value of a closed list; `aliases` are other spellings that pages use, each naming its value. */
export const choice = (
  id: string,
  label: string,
  synonyms: string,
  codes: string,
  privacy: Privacy,
  values: string,
  aliases: Readonly<Record<string, string>> = {},
): Field => plain({ is: "choice", values: words(values), aliases })(id, label, synonyms, codes, privacy);

const YES_NO = {
  is: "choice",
  values: ["是", "否"],
  aliases: {
    有: "是",
    已: "是",
    "√": "是",
    "✓": "是",
    Y: "是",
    true: "是",
    无: "否",
    没有: "否",
    未: "否",
    "×": "否",
    N: "否",
    false: "否",
  },
} as const satisfies FieldType;

/** A question that the page answers with 是 or 否 (or 有/无, √/×). */
export const yesNo = plain(YES_NO);

/** One kind of thing with its fields in the order in which screens show them. */
export const element = (
  id: ElementId,
  label: string,
  cardinality: Cardinality,
  fields: readonly Field[],
): ElementKind => ({ id, label, cardinality, fields });
