// The privacy filter: lets pass only what may leave the browser for the unit's object.
import { accepted, type Result, refused } from "../facts/errors.ts";
import type { Fact } from "../facts/fact.ts";
import type { Value } from "../facts/sheet.ts";
import { dictionary } from "./dictionary.ts";
import type { ElementKind, Field } from "./field.ts";
import { pathOf } from "./path.ts";

/** A person travels as the first 16 hex digits of a keyed hash, never as a name. */
export const PERSON_REFERENCE = /^[0-9a-f]{16}$/;

/** An 18-digit citizen's number (its middle is a birthday) or a mobile phone number, standing free in a text. */
const TELLTALE =
  /(?<!\d)\d{6}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?!\d)|(?<!\d)1[3-9]\d{9}(?!\d)/;

/** True when a text holds an ID or phone number: such a text is not sent, and its writer is warned. */
export const holdsPersonalNumber = (text: string): boolean => TELLTALE.test(text.normalize("NFKC"));

/** Numbers of cases and documents are long digit strings themselves and are not searched for personal ones. */
const isNumberField = (field: Field): boolean => /number$/i.test(field.id);

function valueMayLeave(field: Field, value: Value | undefined): boolean {
  if (value === undefined) return true;
  if (field.type.is === "person") return typeof value === "string" && PERSON_REFERENCE.test(value);
  if (typeof value === "number" || typeof value === "boolean" || isNumberField(field)) return true;
  return !(typeof value === "string" ? [value] : value).some(holdsPersonalNumber);
}

function mayLeave(fact: Fact, kinds: readonly ElementKind[]): boolean {
  const field = kinds.find(({ id }) => id === fact.entity)?.fields.find(({ id }) => id === fact.field);
  return field?.privacy === "unit" && valueMayLeave(field, fact.value);
}

/** The facts that may go to the unit's object, without their evidence; all others are dropped. */
export const unitOnly = (
  facts: readonly Fact[],
  kinds: readonly ElementKind[] = dictionary,
): readonly Fact[] => facts.filter((fact) => mayLeave(fact, kinds)).map(({ evidence: _, ...fact }) => fact);

/** The same facts when every one of them may leave; else the refusal `local-field` that names the first which may not. */
export function assertUnitOnly(
  facts: readonly Fact[],
  kinds: readonly ElementKind[] = dictionary,
): Result<readonly Fact[]> {
  for (const [index, fact] of facts.entries())
    if (fact.evidence !== undefined || !mayLeave(fact, kinds)) {
      const path = pathOf({ element: fact.entity, id: fact.id, field: fact.field });
      const what = fact.evidence === undefined ? "的值不得离开浏览器" : "带有页面原文,不得离开浏览器";
      return refused("local-field", `${path} ${what}:请先经隐私过滤再发送`, `facts[${index}]`);
    }
  return accepted(facts);
}
