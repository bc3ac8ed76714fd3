// Ties what other elements call a person to that person of the case: rules compare ids, screens go on showing the name.
import { elementOf } from "../dictionary/dictionary.ts";
import type { ElementId } from "../dictionary/field.ts";
import { squeeze } from "../dictionary/fold.ts";
import type { Cell, Element, ElementList, FactSheet } from "./sheet.ts";

/** Whom a text can mean: one id, or none where nobody or several go by it. */
type Known = (text: string) => { readonly id: string; readonly name: string } | undefined;

/**
 * The sheet with the person's id in every person field: where it already held the id (or the reference under which a person
 * travels), and where it held the name of exactly one person of the case. Several of one name, or nobody of that name in a
 * list read wholly, leave the field unread with its text kept beside it: who it is must not be guessed, nor must a person who
 * is not on the list pass for one to whom nothing applies. Where no persons were read names stay as they are and still match
 * each other. Elements that do not change are the same objects.
 */
export function linkPersons(sheet: FactSheet): FactSheet {
  const { persons } = sheet;
  if (persons === undefined || persons.items.length === 0) return sheet;
  const known = knownIn(persons);
  const parts: Partial<Record<ElementId, Element | ElementList>> = {};
  let changed = false;
  for (const [key, part] of Object.entries(sheet) as [ElementId, Element | ElementList | undefined][]) {
    if (part === undefined || !("items" in part)) continue;
    const fields = personFields(key);
    if (fields.length === 0) continue;
    const items = part.items.map((item) => linked(item, fields, known, persons));
    if (items.every((item, at) => item === part.items[at])) continue;
    parts[key] = { items, complete: part.complete };
    changed = true;
  }
  return changed ? ({ ...sheet, ...parts } as FactSheet) : sheet;
}

const FIELDS = new Map<ElementId, readonly string[]>();

function personFields(element: ElementId): readonly string[] {
  const before = FIELDS.get(element);
  if (before !== undefined) return before;
  const fields = (elementOf(element)?.fields ?? [])
    .filter(({ type }) => type.is === "person")
    .map(({ id }) => id);
  FIELDS.set(element, fields);
  return fields;
}

function knownIn(persons: ElementList): Known {
  const byId = new Map<string, string>();
  const byName = new Map<string, string | undefined>();
  for (const { id, cells } of persons.items) {
    const name = typeof cells.name === "string" ? squeeze(cells.name) : "";
    byId.set(id, name);
    if (name !== "") byName.set(name, byName.has(name) ? undefined : id);
  }
  return (text) => {
    const name = byId.get(text);
    if (name !== undefined) return { id: text, name };
    const id = byName.get(squeeze(text));
    return id === undefined ? undefined : { id, name: text };
  };
}

function linked(item: Element, fields: readonly string[], known: Known, persons: ElementList): Element {
  let cells: Record<string, Cell> | undefined;
  let names: Record<string, string> | undefined;
  let conflicts: readonly string[] | undefined;
  for (const field of fields) {
    const text = item.cells[field];
    if (typeof text !== "string") continue;
    const person = known(text);
    if (person === undefined) {
      if (!persons.complete && !isShared(text, persons)) continue;
      cells = { ...(cells ?? item.cells) };
      delete cells[field];
      conflicts = [...(conflicts ?? item.conflicts ?? []), field];
      names = { ...(names ?? item.names), [field]: text };
    } else {
      if (person.id !== text) cells = { ...(cells ?? item.cells), [field]: person.id };
      if (person.name !== "") names = { ...(names ?? item.names), [field]: person.name };
    }
  }
  if (cells === undefined && names === undefined) return item;
  return {
    ...item,
    cells: cells ?? item.cells,
    ...(names === undefined ? {} : { names }),
    ...(conflicts === undefined ? {} : { conflicts }),
  };
}

const isShared = (text: string, { items }: ElementList): boolean => {
  const name = squeeze(text);
  return (
    items.filter(({ cells }) => typeof cells.name === "string" && squeeze(cells.name) === name).length > 1
  );
};
