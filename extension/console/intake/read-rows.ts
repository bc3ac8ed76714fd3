// Reads the file of another system's data: known columns by any of their names, personal ones left in this browser.
import { columnsOf, meaningOf } from "../../../shared/intake/columns.ts";
import type { IntakeKind } from "../../../shared/intake/kind.ts";
import { idNumberField } from "../../../shared/intake/person-number.ts";
import { readSheet, type Table } from "../people/read-table.ts";

export type ReadRows =
  | {
      readonly ok: true;
      readonly table: Table;
      readonly keys: readonly string[];
      readonly left: readonly string[];
    }
  | { readonly ok: false; readonly why: "unreadable" | "empty" | "none" }
  | { readonly ok: false; readonly why: "missing"; readonly columns: readonly string[] };

/** Rows under the keys of their columns; columns that are personal or mean nothing here are named and not sent. */
export async function readRows(file: Blob, kind: IntakeKind): Promise<ReadRows> {
  const sheet = await readSheet(file);
  if (sheet === undefined) return { ok: false, why: "unreadable" };
  if (sheet.head.length === 0) return { ok: false, why: "empty" };
  const left: string[] = [];
  const places = sheet.head.flatMap((name, at) => {
    if (name === "") return [];
    const meaning = meaningOf(kind, name);
    const key =
      meaning.is === "envelope"
        ? meaning.key
        : meaning.is === "field"
          ? meaning.field.id
          : meaning.is === "idNumber"
            ? idNumberField.id
            : undefined;
    if (key === undefined) left.push(name);
    return key === undefined ? [] : [{ key, at }];
  });
  if (places.length === 0) return { ok: false, why: "none" };
  const wanted = columnsOf(kind).filter(({ required }) => required);
  const missing = wanted.filter(({ key }) => !places.some((place) => place.key === key));
  if (missing.length > 0) return { ok: false, why: "missing", columns: missing.map(({ label }) => label) };
  if (sheet.rows.length === 0) return { ok: false, why: "empty" };
  const rows = sheet.rows.map((cells) =>
    Object.fromEntries(places.map(({ key, at }) => [key, (cells[at] ?? "").slice(0, 400)])),
  );
  return { ok: true, table: { rows, lines: sheet.lines }, keys: places.map(({ key }) => key), left };
}
