// What a name in a condition means: a field of the element that is judged, another element, a list or a bound variable.
import { elementOf, fieldOf } from "../dictionary/dictionary.ts";
import type { ElementId, Field } from "../dictionary/field.ts";

/** The edition by which the act is judged, for duties whose text changed: `edition == "2025-06-27"`. */
export const EDITION = "edition";

export type Meaning =
  | { readonly is: "field"; readonly element: ElementId; readonly field: Field }
  /** The element's own id within its list. */
  | { readonly is: "id"; readonly element: ElementId }
  | { readonly is: "one"; readonly element: ElementId }
  | { readonly is: "list"; readonly element: ElementId }
  | { readonly is: "edition" };

/** Field `name` of an element, or its id; undefined when the dictionary has none. */
export function memberOf(element: ElementId, name: string): Meaning | undefined {
  const field = fieldOf(element, name);
  if (field !== undefined) return { is: "field", element, field };
  return name === "id" && elementOf(element)?.cardinality === "many" ? { is: "id", element } : undefined;
}

/**
 * What a bare name means in a rule that is judged on `each`: its own field first, then an element or list by its name, then
 * the edition. Bound variables of `exists` and `all` come before all of these and are the caller's to keep.
 */
export function meaningOf(each: ElementId, name: string): Meaning | undefined {
  const own = memberOf(each, name);
  if (own !== undefined) return own;
  const kind = elementOf(name);
  if (kind !== undefined) return { is: kind.cardinality === "one" ? "one" : "list", element: kind.id };
  return name === EDITION ? { is: "edition" } : undefined;
}

/** A field named outside CEL (`startedAt`, `case.acceptedAt`): the element it stands on, and the field. */
export function fieldAt(each: ElementId, path: string): { element: ElementId; field: Field } | undefined {
  const [head, tail, ...rest] = path.split(".");
  if (head === undefined || rest.length > 0) return undefined;
  if (tail === undefined) {
    const field = fieldOf(each, head);
    return field && { element: each, field };
  }
  const kind = elementOf(head);
  if (kind === undefined || (kind.cardinality === "many" && kind.id !== each)) return undefined;
  const field = fieldOf(kind.id, tail);
  return field && { element: kind.id, field };
}
