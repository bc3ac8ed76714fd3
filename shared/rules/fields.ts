// The fields that an outcome rests on, as a why-card lists them under 读到.
import type { Cell, Element } from "../facts/sheet.ts";
import type { FieldRead } from "./finding.ts";
import { pathOf, type Reader, type Scope } from "./scope.ts";

/** Every field that was read, once each, in the order of reading, and every list that was wanted and not read. */
export function fieldsOf(scope: Scope): readonly FieldRead[] {
  const fields: FieldRead[] = [];
  const { reads, missing } = scope;
  for (let i = 0; i < reads.length; i += 2) {
    const reader = reads[i] as Reader;
    const element = reads[i + 1] as Element;
    if (reader.field !== "id" && !readBefore(reads, i)) {
      fields.push(fieldRead(pathOf(reader, element), reader.label, element.cells[reader.field]));
    }
  }
  for (let i = 0; i < missing.length; i += 2) {
    const reader = missing[i] as Reader;
    if (reader.field === "" && !fields.some(({ path }) => path === reader.element)) {
      fields.push({ path: reader.element, label: reader.label, state: "unread" });
    }
  }
  return fields;
}

/** Few fields are read per rule, so looking back is cheaper than a set of paths. */
function readBefore(reads: readonly (Reader | Element)[], at: number): boolean {
  const reader = reads[at] as Reader;
  for (let i = 0; i < at; i += 2) {
    const other = reads[i] as Reader;
    if (other.field === reader.field && other.element === reader.element && reads[i + 1] === reads[at + 1]) {
      return true;
    }
  }
  return false;
}

function fieldRead(path: string, label: string, value: Cell): FieldRead {
  if (value === undefined) return { path, label, state: "unread" };
  return value === null ? { path, label, state: "absent" } : { path, label, state: "known", value };
}

/** Paths of the fields by which an outcome is unknown, once each. */
export function missingPaths(scope: Scope): readonly string[] {
  const paths: string[] = [];
  for (let i = 0; i < scope.missing.length; i += 2) {
    const path = pathOf(scope.missing[i] as Reader, scope.missing[i + 1] as Element);
    if (!paths.includes(path)) paths.push(path);
  }
  return paths;
}
