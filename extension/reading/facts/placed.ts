// Leaves out what belongs to one of several things of the page while nothing says to which.
import { tellsApart } from "./identity.ts";
import { isMany, type Thing } from "./things.ts";

/** Shows something that tells it from others of its kind, be it blank. */
const isNamed = ({ entity, found, owner }: Thing): boolean =>
  owner !== undefined || found.some(({ field }) => tellsApart(entity, field.id));

/** The things without those that have nothing to tell them by, where the page shows two or more of their kind. */
export function placed(things: readonly Thing[]): readonly Thing[] {
  const named = things.filter(isNamed);
  return things.filter(
    (thing) =>
      !isMany(thing.entity) ||
      thing.row ||
      thing.dialog ||
      isNamed(thing) ||
      named.filter(({ entity }) => entity === thing.entity).length < 2,
  );
}
