// The fields that an outcome rests on, as a why-card lists them under 读到.
import type { Cell } from "../facts/sheet.ts";
import type { FieldRead } from "./finding.ts";
import type { Notes, Read } from "./notes.ts";
import { pathOf, type Scope } from "./scope.ts";

/** Every field that was read, once each, in the order of reading, and every list that was wanted and not read. */
export function fieldsOf({ reads, missing }: Scope): readonly FieldRead[] {
  const fields: FieldRead[] = [];
  for (let i = 0; i < reads.size; i++) {
    const read = reads.at(i);
    const { reader, element } = read;
    if (reader.field !== "id" && !readBefore(reads, i, read)) {
      fields.push(fieldRead(pathOf(reader, element), reader.label, element.cells[reader.field]));
    }
  }
  for (let i = 0; i < missing.size; i++) {
    const { reader } = missing.at(i);
    if (reader.field === "" && !fields.some(({ path }) => path === reader.element)) {
      fields.push({ path: reader.element, label: reader.label, state: "unread" });
    }
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
  const paths: string[] = [];
  for (let i = 0; i < missing.size; i++) {
    const { reader, element } = missing.at(i);
    const path = pathOf(reader, element);
    if (!paths.includes(path)) paths.push(path);
  }
  return paths;
}
