// Gives every thing of a page its id: by what distinguishes it, kept while a person edits it, a draft where it is new.
import type { ElementId } from "../../../shared/dictionary/field.ts";
import type { Value } from "../../../shared/facts/sheet.ts";
import { draftId, naturalId, placeId } from "./identity.ts";
import { isMany, type Thing } from "./things.ts";

/** What is remembered between two readings of one document. */
export interface Memory {
  /** Ids by the box and kind of the form in which a thing stands: `12/measures`. */
  readonly ids: Map<string, string>;
  drafts: number;
}

export const newMemory = (): Memory => ({ ids: new Map(), drafts: 0 });

const known =
  (thing: Thing) =>
  (field: string): Value | undefined => {
    const states = thing.found.filter((one) => one.field.id === field);
    const first = states[0];
    if (first === undefined) return field === "name" && thing.entity === "persons" ? thing.owner : undefined;
    return states.every((one) => one.state === "known" && one.value === first.value)
      ? first.value
      : undefined;
  };

/** Persons of one name with several ID numbers: their names do not tell them apart. */
function namesakes(things: readonly Thing[]): ReadonlySet<string> {
  const numbers = new Map<string, Set<Value>>();
  for (const thing of things) {
    if (thing.entity !== "persons") continue;
    const [name, number] = [known(thing)("name"), known(thing)("idNumber")];
    if (typeof name !== "string" || number === undefined) continue;
    numbers.set(name, (numbers.get(name) ?? new Set()).add(number));
  }
  return new Set([...numbers].filter(([, all]) => all.size > 1).map(([name]) => name));
}

/** A stay that begins nowhere, of nobody: what was checked in it, how it ended. */
const isRestOfStay = ({ entity, found }: Thing): boolean =>
  entity === "venues" && !found.some(({ field }) => /^(?:person|enteredAt)$/.test(field.id));

/** Joins boxes of one form that describe the same thing: no field twice, no key of its own in the second. */
export function joined(things: readonly Thing[], pageElement: ElementId | undefined): readonly Thing[] {
  const result: Thing[] = [];
  for (const thing of things) {
    const fits = result.flatMap((other, at) =>
      other.entity === thing.entity &&
      isMany(thing.entity) &&
      !other.row &&
      !thing.row &&
      other.dialog === thing.dialog &&
      (!thing.dialog || other.box === thing.box) &&
      (thing.entity === pageElement || thing.dialog || isRestOfStay(thing)) &&
      other.owner === thing.owner &&
      !thing.found.some((one) => other.found.some(({ field }) => field === one.field))
        ? [at]
        : [],
    );
    // Of several that it could be a part of, nobody can say which one it is.
    const at = fits.length === 1 ? fits[0]! : -1;
    const other = result[at];
    if (other === undefined) result.push(thing);
    else
      result[at] = {
        ...other,
        found: [...other.found, ...thing.found],
        editable: other.editable || thing.editable,
        touched: other.touched || thing.touched,
      };
  }
  return result;
}

/** The id of each thing, in order. */
export function nameThings(things: readonly Thing[], memory: Memory): readonly string[] {
  const doubles = namesakes(things);
  const rows = new Set<string>();
  const counts = new Map<string, number>();
  const natural = things.map((thing) => {
    if (!isMany(thing.entity)) return "";
    const value = known(thing);
    const name = thing.entity === "persons" ? value("name") : undefined;
    if (typeof name === "string" && doubles.has(name)) {
      const number = value("idNumber");
      return number === undefined
        ? undefined
        : naturalId("persons", (field) => (field === "idNumber" ? `${name}${number}` : undefined));
    }
    return naturalId(thing.entity, value);
  });
  for (const [at, thing] of things.entries()) if (thing.row && natural[at]) rows.add(natural[at]);
  const rowIds = things.map((thing, at) => (thing.row ? rowId(thing, natural[at], counts) : ""));
  return things.map((thing, at) => {
    const id = natural[at];
    if (thing.row || id === "") return rowIds[at]!;
    return formId(thing, id, rows, memory, things, rowIds);
  });
}

/** A form that repeats a row: what both know agrees, and that is enough not to be chance. */
function saysTheSame(form: Thing, row: Thing): boolean {
  const [left, right] = [known(form), known(row)];
  let same = 0;
  for (const id of new Set(form.found.map(({ field }) => field.id))) {
    const [a, b] = [left(id), right(id)];
    if (a === undefined || b === undefined) continue;
    if (JSON.stringify(a) !== JSON.stringify(b)) return false;
    same++;
  }
  // Who leaves for a while is the one who is in.
  const goesOn = form.entity === "venues" && !form.found.some(({ field }) => field.id === "enteredAt");
  return same >= (goesOn ? 1 : 2);
}

function rowId(thing: Thing, id: string | undefined, counts: Map<string, number>): string {
  const base = id ?? placeId(thing.entity, thing.css);
  if (thing.entity === "persons") return base;
  const count = (counts.get(base) ?? 0) + 1;
  counts.set(base, count);
  return count === 1 ? base : `${base}-${count}`;
}

function formId(
  thing: Thing,
  id: string | undefined,
  rows: ReadonlySet<string>,
  memory: Memory,
  things: readonly Thing[],
  rowIds: readonly string[],
): string {
  const key = `${thing.box}/${thing.entity}`;
  const bound = memory.ids.get(key);
  const many =
    things.filter((other) => other.entity === thing.entity && !other.row && other.box === thing.box).length >
    1;
  if (bound !== undefined && !many && thing.touched) return bound;
  const listed = things.flatMap((other, at) =>
    other.row && !other.dialog && other.entity === thing.entity ? [{ other, at }] : [],
  );
  if (thing.editable && listed.length > 0 && (id === undefined || !rows.has(id))) {
    const like = listed.filter(({ other }) => saysTheSame(thing, other));
    const [only] = like;
    if (only !== undefined && like.length === 1) {
      memory.ids.set(key, rowIds[only.at]!);
      return rowIds[only.at]!;
    }
  }
  const fresh = thing.editable && (id === undefined || (thing.dialog && listed.length > 0 && !rows.has(id)));
  const chosen = fresh
    ? bound?.startsWith("draft-") === true && !many
      ? bound
      : draftId(thing.entity, ++memory.drafts)
    : (id ?? placeId(thing.entity, thing.css));
  memory.ids.set(key, chosen);
  return chosen;
}
