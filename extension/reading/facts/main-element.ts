// What a box of a page is about: the element of the dictionary that most of its cells can belong to.
import type { ElementId } from "../../../shared/dictionary/field.ts";
import type { Box } from "./boxes.ts";
import { candidateOf, PERIODS, speaksOfSpan } from "./match.ts";
import { isMany, type Meant } from "./things.ts";

/** The element that most cells of a box can belong to, hints of the place first when enough cells support them. */
export function mainElement(
  group: Box,
  cells: readonly Meant[],
  pageElement: ElementId | undefined,
): ElementId | undefined {
  if (group.fixed !== undefined) return group.fixed;
  const support = new Map<ElementId, number>();
  for (const { meaning } of cells) {
    const counted = new Set<ElementId>();
    for (const { element, score } of meaning.candidates) {
      if (counted.has(element)) continue;
      counted.add(element);
      support.set(element, (support.get(element) ?? 0) + score);
    }
  }
  for (const { cell } of cells)
    if (cell.parts !== undefined && speaksOfSpan(cell.label))
      for (const entity of Object.keys(PERIODS) as ElementId[])
        support.set(entity, (support.get(entity) ?? 0) + 0.1);
  // A name alone says of no thing that it is there: 姓名 beside 联系电话 is a person and no measure.
  for (const entity of support.keys())
    if (entity !== "persons" && support.size > 1 && isMany(entity) && !isMoreThanName(cells, entity))
      support.delete(entity);
  const most = Math.max(0, ...support.values());
  if (most === 0) return undefined;
  for (const hint of [...group.hints, pageElement])
    if (hint !== undefined && (support.get(hint) ?? 0) >= most * 0.4) return hint;
  const best = [...support].filter(([, weight]) => weight === most);
  return best.length === 1 ? best[0]![0] : undefined;
}

const isMoreThanName = (cells: readonly Meant[], entity: ElementId): boolean =>
  cells.some(({ cell, meaning }) => {
    const found = candidateOf(meaning, entity);
    return found === undefined ? cell.parts !== undefined : found.field.type.is !== "person";
  });
