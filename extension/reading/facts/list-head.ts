// What a box over a list of seized things says of their seizure holds for each of them: list number, time, holder, witness.
import type { Thing } from "./things.ts";

const OF_ALL =
  /^(?:listNumber|listGivenAt|seizedAt|holder|witness|keeper|seizedBy|action|circumstance|recorded|inVenue)$/;
/** What only the head of such a list says. */
const TELLING = /^(?:listNumber|seizedAt)$/;

const isHead = ({ entity, row, dialog, found }: Thing): boolean =>
  entity === "property" &&
  !row &&
  !dialog &&
  found.every(({ field }) => OF_ALL.test(field.id)) &&
  found.some(({ field, state }) => state === "known" && TELLING.test(field.id));

/** The things with the head given to each row, where the page has one such head and one list, and no row has any of it of its own. */
export function withListHead(things: readonly Thing[], lists: number): readonly Thing[] {
  const heads = things.filter(isHead);
  const rows = things.filter(({ entity, row, dialog }) => entity === "property" && row && !dialog);
  const [head] = heads;
  if (head === undefined || heads.length > 1 || rows.length === 0 || lists !== 1) return things;
  const told = new Set(head.found.map(({ field }) => field));
  if (rows.some(({ found }) => found.some(({ field }) => told.has(field)))) return things;
  return things.flatMap((thing) =>
    thing === head
      ? []
      : rows.includes(thing)
        ? [{ ...thing, found: [...thing.found, ...head.found] }]
        : [thing],
  );
}
