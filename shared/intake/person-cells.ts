// Who an event speaks of: a reference, an ID number that becomes one, or a name that counts only beside a number.
import type { Field } from "../dictionary/field.ts";
import { PERSON_REFERENCE } from "../dictionary/privacy.ts";
import { idNumberIn, type ReferenceOf } from "./person-number.ts";

const isBlank = (given: unknown): boolean => given === null || given === undefined || given === "";

export class PersonCells {
  /** The reference that a number has given; whatever else names the person does not change it. */
  reference: string | undefined;
  /** Fields that hold a name, with the column in which it stands. */
  readonly named = new Map<Field, string>();
  readonly #referenceOf: ReferenceOf | undefined;

  constructor(referenceOf: ReferenceOf | undefined) {
    this.#referenceOf = referenceOf;
  }

  /** The reference of the number in a column of ID numbers; `left` where there is no key to make one, `bad` where it is no number. */
  byNumber(given: unknown): string | "blank" | "left" | "bad" {
    if (isBlank(given)) return "blank";
    if (this.#referenceOf === undefined) return "left";
    const number = idNumberIn(given);
    if (number === undefined) return "bad";
    this.reference = this.#referenceOf(number);
    return this.reference;
  }

  /** What stands in a person's own column; undefined where it is taken as it is, being blank or a reference and no number known. */
  byColumn(field: Field, given: unknown, column: string): string | "waits" | undefined {
    if (isBlank(given) || PERSON_REFERENCE.test(String(given)))
      return this.reference === undefined ? undefined : this.reference;
    const number = this.#referenceOf === undefined ? undefined : idNumberIn(given);
    if (number !== undefined) return this.byNumber(number);
    this.named.set(field, column);
    return "waits";
  }
}
