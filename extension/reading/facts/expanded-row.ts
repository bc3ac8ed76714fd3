// What stands in the unfolded row beneath a row of a list tells more of the thing in that row.
import { isUnder, stepsOf } from "./steps.ts";
import type { Thing } from "./things.ts";

const ROW = /^tr(?::nth-of-type\((\d+)\))?$/;

/** The row before the one that a path leads through, as steps; undefined where it leads through none. */
function rowAbove(css: string): readonly string[] | undefined {
  const steps = stepsOf(css);
  for (let at = steps.length - 1; at > 0; at--) {
    const number = ROW.exec(steps[at]!)?.[1];
    if (number !== undefined && Number(number) > 1)
      return [...steps.slice(0, at), `tr:nth-of-type(${Number(number) - 1})`];
  }
  return undefined;
}

const isSame = (css: string, steps: readonly string[]): boolean =>
  isUnder(css, steps) && stepsOf(css).length === steps.length;

/** The things, what has been unfolded under a row given to the thing of that row where it says nothing twice. */
export function withExpanded(things: readonly Thing[]): readonly Thing[] {
  const more = new Map<Thing, Thing>();
  for (const thing of things) {
    const above = thing.row || thing.dialog ? undefined : rowAbove(thing.css);
    if (above === undefined) continue;
    const row = things.find((one) => one.row && one.entity === thing.entity && isSame(one.css, above));
    const fits =
      row !== undefined && !thing.found.some(({ field }) => row.found.some((one) => one.field === field));
    if (fits) more.set(thing, row);
  }
  if (more.size === 0) return things;
  return things.flatMap((thing) => {
    if (more.has(thing)) return [];
    const under = [...more].filter(([, row]) => row === thing).flatMap(([one]) => one.found);
    return [under.length === 0 ? thing : { ...thing, found: [...thing.found, ...under] }];
  });
}
