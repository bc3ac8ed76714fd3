// What a box of a page is about: the element of the dictionary that most of its cells can belong to.
import type { ElementId } from "../../../shared/dictionary/field.ts";
import type { Box } from "./boxes.ts";
import { allOf, candidateOf, PERIODS, speaksOfSpan } from "./match.ts";
import { isMany, type Meant } from "./things.ts";

type Support = ReadonlyMap<ElementId, number>;

/** So many labels that are known by their wording only say what they stand among. */
const TELLING = 3;
/** How much more they must say than the firm labels to go before them. */
const FAR_MORE = 1.5;

/** The element that has most support, hints of the place first when enough cells support them. */
function strongest(
  support: Support,
  cells: readonly Meant[],
  hints: readonly (ElementId | undefined)[],
): ElementId | undefined {
  const left = new Map(support);
  // A name alone says of no thing that it is there: 姓名 beside 联系电话 is a person and no measure.
  for (const entity of left.keys())
    if (entity !== "persons" && left.size > 1 && isMany(entity) && !isMoreThanName(cells, entity))
      left.delete(entity);
  const most = Math.max(0, ...left.values());
  if (most === 0) return undefined;
  for (const hint of hints) if (hint !== undefined && (left.get(hint) ?? 0) >= most * 0.4) return hint;
  const best = [...left].filter(([, weight]) => weight === most);
  return best.length === 1 ? best[0]![0] : undefined;
}

/** The element that most cells of a box can belong to. Wordings count where firm labels leave it open, or are far fewer. */
export function mainElement(
  group: Box,
  cells: readonly Meant[],
  pageElement: ElementId | undefined,
): ElementId | undefined {
  if (group.fixed !== undefined) return group.fixed;
  const hints = [...group.hints, pageElement];
  const firm = new Map<ElementId, number>();
  const all = new Map<ElementId, number>();
  const worded = new Map<ElementId, number>();
  const add = (to: Map<ElementId, number>, element: ElementId, weight: number): void =>
    void to.set(element, (to.get(element) ?? 0) + weight);
  for (const { meaning } of cells) {
    const counted = new Set<ElementId>();
    for (const match of allOf(meaning)) {
      const { element, score } = match;
      if (counted.has(element)) continue;
      counted.add(element);
      add(all, element, score);
      if (meaning.within.includes(match)) add(worded, element, 1);
      else add(firm, element, score);
    }
  }
  for (const { cell } of cells)
    if (cell.parts !== undefined && speaksOfSpan(cell.label))
      for (const entity of Object.keys(PERIODS) as ElementId[])
        for (const support of [firm, all]) add(support, entity, 0.1);
  const plain = strongest(firm, cells, hints);
  for (const [entity, count] of worded)
    if (count < TELLING && !firm.has(entity) && !hints.includes(entity)) all.delete(entity);
  const best = strongest(all, cells, hints);
  if (plain === undefined || best === undefined || best === plain) return plain ?? best;
  const far = hints.includes(best) || all.get(best)! > FAR_MORE * all.get(plain)!;
  return far && (worded.get(best) ?? 0) >= TELLING ? best : plain;
}

const isMoreThanName = (cells: readonly Meant[], entity: ElementId): boolean =>
  cells.some(({ cell, meaning }) => {
    const found = candidateOf(meaning, entity);
    return found === undefined ? cell.parts !== undefined : found.field.type.is !== "person";
  });
