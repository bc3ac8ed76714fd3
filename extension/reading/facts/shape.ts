// Whether a value has the shape of another field than the one its label and code name: an ID number in the box for a name.
import type { Field } from "../../../shared/dictionary/field.ts";
import type { LabelMatch } from "../../../shared/dictionary/match.ts";
import type { Value } from "../../../shared/facts/sheet.ts";
import type { Found } from "./found.ts";

const ID_NUMBER = /^\d{17}[\dXx]$/;
const MOBILE = /^1[3-9]\d{9}$/;
const DATE = /^\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}/;

/** Names of several people. */
const SEVERAL = /[\p{Script=Han}）)][、，,;；/]\s*\p{Script=Han}/u;

/** Ids of fields that hold a person's name and nothing else. */
const NAMES = /^(?:name|guardian|guardianName|guarantor|holder|witness|reporter|receiver)$/;
const PHONES = /^(?:phone|reporterPhone)$/;

/** What kind of case it is: 案件性质 asks for that on some platforms, and for what was done on others. */
const KIND = /^(?:刑事|行政|治安)(?:案件)?$/;

/** Older than anybody is. */
const OLDEST = 130;

function isName({ id, type, label }: Field): boolean {
  return type.is === "person" || (type.is === "text" && NAMES.test(id) && !/名称|案名/.test(label));
}

/** True where the value cannot be what the field is for; `value` is as it was read. */
export function contradicts(field: Field, value: Value): boolean {
  if (field.type.is === "number") return field.type.unit === "岁" && (value as number) > OLDEST;
  if (typeof value !== "string") return false;
  const text = value.replace(/\s+/g, "");
  if (field.id === "cause") return KIND.test(text);
  if (field.id === "idNumber") return MOBILE.test(text) || DATE.test(text) || !/\d{4}/.test(text);
  if (PHONES.test(field.id)) return ID_NUMBER.test(text);
  if (field.id === "name" && isName(field) && SEVERAL.test(value)) return true;
  if (isName(field)) return ID_NUMBER.test(text) || MOBILE.test(text) || DATE.test(text);
  return field.type.is === "text" && field.privacy === "local" && ID_NUMBER.test(text);
}

/** What a name has not: figures, a sentence's end, words of an answer. */
const NO_NAME = /\d|[。；;：:]|^(?:是|否|有|无|已|未)$|.{25}/u;

/**
 * What was found under a label that only some platforms use for a field: nothing where the value is not of the field's kind,
 * since the label is no proof then. All else stays as it is.
 */
export function fitting({ by, field }: LabelMatch, states: readonly Found[]): readonly Found[] {
  if (by !== "wording") return states;
  const named = field.type.is === "person" || isName(field);
  return states.filter(
    ({ state, value }) => state !== "unread" && !(named && typeof value === "string" && NO_NAME.test(value)),
  );
}
