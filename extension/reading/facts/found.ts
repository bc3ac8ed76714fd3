// One field's state as a cell shows it, with the place it was seen at.

import { fieldOf } from "../../../shared/dictionary/dictionary.ts";
import type { ElementId, Field } from "../../../shared/dictionary/field.ts";
import type { FactState } from "../../../shared/facts/fact.ts";
import { parseMomentRange } from "../../../shared/facts/moment-text.ts";
import type { Value } from "../../../shared/facts/sheet.ts";
import { type Codes, decoded } from "./codes.ts";
import { PERIODS, speaksOfSpan } from "./match.ts";
import { stateOf } from "./seen-state.ts";

export interface Seen {
  readonly label: string;
  readonly value: string;
  /** As it stands on the page, where `value` is what the site profile says that it means. */
  readonly raw?: string | undefined;
  readonly css: string;
  readonly parts?: readonly [string, string] | undefined;
  readonly unit?: string | undefined;
  /** Titles over it, the nearest first. */
  readonly titles?: readonly string[] | undefined;
}

export interface Found {
  readonly entity: ElementId;
  readonly field: Field;
  readonly state: FactState;
  readonly value?: Value | undefined;
  readonly reason?: "conflict" | "unparsed" | "unplaced" | undefined;
  readonly label: string;
  readonly text: string;
  readonly css: string;
}

const found = (entity: ElementId, field: Field, seen: Seen, text: string): Found => ({
  entity,
  field,
  ...stateOf(field, text, seen, seen.unit),
  label: seen.label,
  text: seen.raw ?? text,
  css: seen.css,
});

const unread = (entity: ElementId, field: Field, seen: Seen, reason: "conflict" | "unparsed"): Found => ({
  entity,
  field,
  state: "unread",
  reason,
  label: seen.label,
  text: seen.raw ?? seen.value,
  css: seen.css,
});

/** Both ends of a span under one label, when the element has a field for each; undefined when this is no span. */
export function foundSpan(entity: ElementId, seen: Seen, field?: Field): readonly Found[] | undefined {
  const period = PERIODS[entity];
  const ends = period?.map((id) => fieldOf(entity, id)!);
  if (seen.parts === undefined && parseMomentRange(seen.value) === undefined) return undefined;
  if (ends === undefined || !speaksOfSpan(seen.label) || (field !== undefined && !ends.includes(field)))
    return field === undefined || !dated(field) ? undefined : [unread(entity, field, seen, "unparsed")];
  const [from, to] = ends as [Field, Field];
  if (seen.parts !== undefined)
    return [found(entity, from, seen, seen.parts[0]), found(entity, to, seen, seen.parts[1])];
  const range = parseMomentRange(seen.value)!;
  const end = (field: Field, value: Value): Found => ({
    ...found(entity, field, seen, seen.value),
    state: "known",
    value,
    reason: undefined,
  });
  return [end(from, range[0]), end(to, range[1])];
}

const dated = (field: Field): boolean => field.type.is === "instant" || field.type.is === "day";

/** A date behind a signature, or a word about how it was given. */
const SIGNED_AT =
  /^([\u3400-\u9fff·]{2,12}?)(?:[\s,，]+[男女]$|(?:[\s,，]+[男女])?[\s,，]*\d{4}\s*[年.\-/].*|\s*[（(](?:签名|签字|捺|按|盖)[^）)]*[）)].*)$/su;

/** The place of a signature and its date where nobody has signed. */
const UNSIGNED = /^[\s_＿/年月日时分]+$/u;

/** The number of a paper in brackets behind a name. */
const NUMBERED = /\s*[（(]\s*\d{6,}[\dXx]?\s*[）)]$/;

/** `居民身份证 9901…`: the kind of paper before its number. */
const KIND_OF_PAPER = /^(?:居民)?身份证\s*[:：]?\s*(?=\d{17}[\dXx]$)/;

/** A name without what stands behind a signature: its date, how it was given, the number of a paper. */
export const bareName = (text: string): string =>
  text.replace(UNSIGNED, "").replace(SIGNED_AT, "$1").replace(NUMBERED, "");

/** What is said of a person ends with its sentence in running text, and a signature before its date; 无 is no telephone. */
function saidOf(entity: ElementId, { id, type }: Field, seen: Seen): Seen {
  if (type.is === "person") {
    const name = bareName(seen.value);
    return name === seen.value ? seen : { ...seen, value: name, raw: seen.raw ?? seen.value };
  }
  if (type.is === "text" && /^(?:holder|witness|reporter|guarantor)$/.test(id)) {
    const name = seen.value.replace(UNSIGNED, "").replace(SIGNED_AT, "$1");
    return name === seen.value ? seen : { ...seen, value: name, raw: seen.raw ?? seen.value };
  }
  if (entity !== "persons" || type.is !== "text") return seen;
  const sentence = seen.value.replace(/^([^。；]+)[。；].+$/s, "$1");
  const said =
    id === "name"
      ? bareName(sentence)
      : id === "idNumber"
        ? sentence.replace(/(\d{17}[\dXx])(?:[,，;；]|\s+[^\d\s]).*$/s, "$1").replace(KIND_OF_PAPER, "")
        : id === "phone" && /^(?:无|没有)$/.test(sentence)
          ? ""
          : sentence;
  return said === seen.value ? seen : { ...seen, value: said, raw: seen.raw ?? seen.value };
}

/** When somebody did what the signature stands for: the day behind the name. */
const WITH_DAY: Readonly<Record<string, string>> = {
  "approvals.submittedBy": "submittedAt",
  "approvals.legalReviewer": "legalReviewedAt",
  "approvals.approver": "approvedAt",
};
const SIGNED_DAY = /(?<=[\u3400-\u9fff·]\s*)\d{4}\s*[年.-].*$/u;

/** The state of one field as a cell shows it, and the day of the signature where it stands behind the name. */
export function foundIn(
  entity: ElementId,
  field: Field,
  shown: Seen,
  conflict: boolean,
  codes?: Codes,
): readonly Found[] {
  if (conflict) return [unread(entity, field, shown, "conflict")];
  const seen = decoded(saidOf(entity, field, shown), codes?.get(`${entity}.${field.id}`));
  if (seen === undefined) return [unread(entity, field, shown, "unparsed")];
  const span = dated(field) ? foundSpan(entity, seen, field) : undefined;
  if (span !== undefined) return span;
  const day = WITH_DAY[`${entity}.${field.id}`];
  const signed = day === undefined ? undefined : SIGNED_DAY.exec(seen.value)?.[0];
  return [
    found(entity, field, seen, seen.value),
    ...(signed === undefined ? [] : [found(entity, fieldOf(entity, day!)!, seen, signed)]),
  ];
}
