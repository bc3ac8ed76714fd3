// One copy of a text for all conditions: texts that are one object are compared at a glance, others letter by letter.

/**
 * The same value; a text as the copy that engines keep of every key. A pack's texts come out of JSON or out of the CEL
 * parser as copies of their own, and telling them from what was read took a twentieth of the judging.
 */
export function oneCopy<T>(value: T): T {
  return typeof value === "string" ? (Object.keys({ [value]: 0 })[0] as T & string) : value;
}
