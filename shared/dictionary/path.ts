// Paths that name an element or a field of a case: `case`, `measures/m1`, `measures/m1.startedAt`.
import type { Place } from "../facts/sheet.ts";
import { dictionary } from "./dictionary.ts";
import type { ElementId, ElementKind } from "./field.ts";

/** Ids of elements: letters, digits, `_` and `-`, at most 64, so that a path reads only one way. */
export const ELEMENT_ID = /^[\p{L}\p{N}_-]{1,64}$/u;

const PATH = /^([a-z]+)(?:\/([\p{L}\p{N}_-]{1,64}))?(?:\.([A-Za-z0-9]+))?$/u;

/** The path of a place. */
export const pathOf = ({ element, id, field }: Place): string =>
  `${element}${id === "" ? "" : `/${id}`}${field === undefined ? "" : `.${field}`}`;

/** The place that a path names; undefined when the dictionary has no such element or field. */
export function placeOf(path: string, kinds: readonly ElementKind[] = dictionary): Place | undefined {
  const parts = PATH.exec(path);
  const kind = parts && kinds.find(({ id }) => id === parts[1]);
  if (!parts || !kind) return undefined;
  const [element, id, field]: [ElementId, string, string | undefined] = [kind.id, parts[2] ?? "", parts[3]];
  if (field === undefined) return { element, id };
  return kind.fields.some((one) => one.id === field) ? { element, id, field } : undefined;
}
