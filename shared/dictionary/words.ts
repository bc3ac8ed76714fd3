// The Chinese words with which screens name elements, fields and paths.
import { dictionary } from "./dictionary.ts";
import type { ElementId, ElementKind } from "./field.ts";
import { placeOf } from "./path.ts";

/** The word of an element: `measures` → 强制措施; an unknown id is shown as it is. */
export const elementLabel = (element: string, kinds: readonly ElementKind[] = dictionary): string =>
  kinds.find(({ id }) => id === element)?.label ?? element;

/** The word of a field: `measures`, `startedAt` → 执行时间; an unknown id is shown as it is. */
export const fieldLabel = (
  element: ElementId,
  field: string,
  kinds: readonly ElementKind[] = dictionary,
): string => kinds.find(({ id }) => id === element)?.fields.find(({ id }) => id === field)?.label ?? field;

/** The words of a path: `measures/m1.startedAt` → 强制措施 → 执行时间; an unknown path is shown as it is. */
export function pathLabel(path: string, kinds: readonly ElementKind[] = dictionary): string {
  const place = placeOf(path, kinds);
  if (place === undefined) return path;
  const element = elementLabel(place.element, kinds);
  return place.field === undefined
    ? element
    : `${element} → ${fieldLabel(place.element, place.field, kinds)}`;
}
