// Parts the cells of one box into several things where the same labels come again and again: a card for each person, a block of rows for each measure.
import type { ElementId } from "../../../shared/dictionary/field.ts";
import { tellsApart } from "./identity.ts";
import { allOf, candidateOf } from "./match.ts";
import { isUnder, stepsOf } from "./steps.ts";
import { isMany, type Meant } from "./things.ts";

export interface Repeats {
  readonly entity: ElementId;
  /** The cells of each thing, in the order of the page. */
  readonly things: readonly (readonly Meant[])[];
  /** Cells that are no part of any of them; those that could be a part of one are left out, for nobody can say of which. */
  readonly shared: readonly Meant[];
}

/** Cells by label, of labels that stand there more than once. */
function repeatedLabels(cells: readonly Meant[]): ReadonlyMap<string, readonly Meant[]> {
  const all = new Map<string, Meant[]>();
  for (const one of cells) {
    const there = all.get(one.cell.label);
    if (there === undefined) all.set(one.cell.label, [one]);
    else there.push(one);
  }
  for (const [label, list] of all) if (label === "" || list.length < 2) all.delete(label);
  return all;
}

/** The kind of thing of which most labels are repeated: at least two, one of them such as tells things apart. */
function repeatedEntity(repeated: ReadonlyMap<string, readonly Meant[]>): ElementId | undefined {
  const counts = new Map<ElementId, number>();
  for (const [first] of repeated.values())
    for (const { element } of new Set(allOf(first!.meaning)))
      if (isMany(element)) counts.set(element, (counts.get(element) ?? 0) + 1);
  const ranked = [...counts].sort((a, b) => b[1] - a[1]);
  const [best, next] = ranked;
  return best === undefined || best[1] < 2 || next?.[1] === best[1] ? undefined : best[0];
}

/** Each thing's cells lie in an element of their own. */
function inContainers(
  cells: readonly Meant[],
  keys: readonly Meant[],
  isRepeated: (one: Meant) => boolean,
): readonly Meant[][] | undefined {
  const paths = keys.map(({ cell }) => stepsOf(cell.css));
  let depth = 0;
  while (paths.every((path) => path[depth] !== undefined && path[depth] === paths[0]![depth])) depth++;
  if (new Set(paths.map((path) => path[depth])).size !== keys.length) return undefined;
  const tops = paths.map((path) => path.slice(0, depth + 1));
  const inside = tops.map((top) => cells.filter(({ cell }) => isUnder(cell.css, top)));
  if (inside.some((list) => list.filter(isRepeated).length < 2)) return undefined;
  const held = new Set(inside.flat());
  return cells.some((one) => isRepeated(one) && !held.has(one)) ? undefined : inside;
}

/** Each thing's cells follow one another, the same label first in each. */
function inRuns(
  cells: readonly Meant[],
  keys: readonly Meant[],
  isRepeated: (one: Meant) => boolean,
): readonly Meant[][] | undefined {
  const lead = cells.find(isRepeated)!;
  const starts = cells.flatMap(({ cell }, at) => (cell.label === lead.cell.label ? [at] : []));
  if (starts.length !== keys.length) return undefined;
  const runs = starts.map((start, at) => cells.slice(start, starts[at + 1]));
  if (
    runs.some((run, at) => run.filter((one) => keys.includes(one)).length !== 1 || !run.includes(keys[at]!))
  )
    return undefined;
  // What comes after the last thing is a part of it only as far as others have the like.
  const last = runs.at(-1)!;
  const others = new Set(runs.slice(0, -1).flatMap((run) => run.map(({ cell }) => cell.label)));
  let end = last.length;
  while (end > 0 && !others.has(last[end - 1]!.cell.label)) end--;
  return [...runs.slice(0, -1), last.slice(0, end)];
}

/** The several things of one box; undefined where it is about one thing at most. `main` is what the box is about. */
export function repeatsIn(cells: readonly Meant[], main: ElementId | undefined): Repeats | undefined {
  if (cells.length < 4) return undefined;
  const repeated = repeatedLabels(cells);
  if (repeated.size < 2) return undefined;
  const mains = main === undefined || !isMany(main) ? 0 : labelsOf(repeated, main);
  const entity = mains >= 2 ? main! : repeatedEntity(repeated);
  if (entity === undefined) return undefined;
  const keys = [...repeated.values()].find((list) => {
    const field = candidateOf(list[0]!.meaning, entity)?.field;
    return field !== undefined && tellsApart(entity, field.id) && severalValues(list);
  });
  if (keys === undefined) return undefined;
  const isRepeated = ({ cell, meaning }: Meant): boolean =>
    repeated.has(cell.label) && candidateOf(meaning, entity) !== undefined;
  const things = inContainers(cells, keys, isRepeated) ?? inRuns(cells, keys, isRepeated);
  if (things === undefined) return undefined;
  const held = new Set(things.flat());
  const shared = cells.filter(
    (one) =>
      !held.has(one) &&
      (candidateOf(one.meaning, entity) === undefined ||
        (main !== undefined && main !== entity && candidateOf(one.meaning, main) !== undefined)),
  );
  return { entity, things, shared };
}

const labelsOf = (repeated: ReadonlyMap<string, readonly Meant[]>, entity: ElementId): number =>
  [...repeated.values()].filter(([first]) => candidateOf(first!.meaning, entity) !== undefined).length;

const severalValues = (list: readonly Meant[]): boolean =>
  new Set(list.map(({ cell }) => cell.value.replace(/\s+/g, ""))).size > 1;
