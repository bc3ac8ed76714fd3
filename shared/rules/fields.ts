// The fields that an outcome rests on, as a why-card lists them under 读到.
import type { Cell } from "../facts/sheet.ts";
import type { FieldRead } from "./finding.ts";
import type { Notes, Read } from "./notes.ts";
import { pathOf, type Scope } from "./scope.ts";

/** Above this many reads a set is cheaper than looking back; a list of thousands is read by one rule. */
const FEW = 48;

/** Every field that was read, once each, in the order of reading, and every list that was wanted and not read. */
export function fieldsOf({ reads, missing }: Scope): readonly FieldRead[] {
  const fields: FieldRead[] = [];
  const seen = reads.size > FEW ? new Set<string>() : undefined;
  for (let i = 0; i < reads.size; i++) {
    const read = reads.at(i);
    const { reader, element } = read;
    if (reader.field === "id") continue;
    if (seen === undefined && readBefore(reads, i, read)) continue;
    const path = pathOf(reader, element);
    if (seen?.has(path)) continue;
    seen?.add(path);
    const value = element.cells[reader.field];
    const shown = value === undefined ? value : (element.names?.[reader.field] ?? value);
    fields.push(fieldRead(path, reader.label, shown));
  }
  const lists = new Set<string>();
  for (let i = 0; i < missing.size; i++) {
    const { reader } = missing.at(i);
    if (reader.field !== "" || lists.has(reader.element)) continue;
    lists.add(reader.element);
    fields.push({ path: reader.element, label: reader.label, state: "unread" });
  }
  return fields;
}

/** Few fields are read per rule, so looking back is cheaper than a set of paths. */
function readBefore(reads: Notes, at: number, { reader, element }: Read): boolean {
  for (let i = 0; i < at; i++) {
    const other = reads.at(i);
    const sameField = other.reader.field === reader.field && other.reader.element === reader.element;
    if (sameField && other.element === element) return true;
  }
  return false;
}

function fieldRead(path: string, label: string, value: Cell): FieldRead {
  if (value === undefined) return { path, label, state: "unread" };
  return value === null ? { path, label, state: "absent" } : { path, label, state: "known", value };
}

/** Paths of the fields by which an outcome is unknown, once each. */
export function missingPaths({ missing }: Scope): readonly string[] {
  const paths = new Set<string>();
  for (let i = 0; i < missing.size; i++) {
    const { reader, element } = missing.at(i);
    paths.add(pathOf(reader, element));
  }
  return [...paths];
}
