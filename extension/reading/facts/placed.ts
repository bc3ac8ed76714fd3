// Leaves out what belongs to one of several things of the page while nothing says to which.
import { tellsApart } from "./identity.ts";
import { isMany, type Thing } from "./things.ts";

/** Shows something that tells it from others of its kind, be it blank. */
const isNamed = ({ entity, found, owner }: Thing): boolean =>
  owner !== undefined || found.some(({ field }) => tellsApart(entity, field.id));

const isBlank = ({ found }: Thing): boolean => found.every(({ state }) => state !== "known");

/** The things without those that nothing tells from the others of their kind: none is named, and others are. */
export function placed(things: readonly Thing[]): readonly Thing[] {
  const named = things.filter(isNamed);
  return things.filter((thing) => {
    if (!isMany(thing.entity) || thing.row || thing.dialog || isNamed(thing)) return true;
    const others = named.filter(({ entity }) => entity === thing.entity).length;
    return others === 0 || (others === 1 && thing.found.length > 1 && !isBlank(thing));
  });
}
