// Makes drafts of supervision items out of the rows of a table: the case by its number, the owner by name, the limit by its day.
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { Reply } from "../../../shared/api/contract.ts";
import type { ItemDraft } from "../../../shared/api/routes/items.ts";
import { squeeze } from "../../../shared/dictionary/fold.ts";
import { sensitiveIn } from "../../overlay/panel/sensitive.ts";
import { words } from "../../words/console-items.ts";
import { words as panelWords } from "../../words/panel.ts";
import { readSheet, type Table } from "../people/read-table.ts";
import { endOfDayText } from "./day.ts";

const WORDS = words.bring;
export type Column = keyof typeof WORDS.columns;
const COLUMNS = Object.entries(WORDS.columns) as [Column, string][];
const REQUIRED: readonly Column[] = ["title", "said"];

/** What the rows are looked up in. */
export interface Known {
  readonly cases: Reply<"cases">["cases"];
  readonly owners: Reply<"itemOwners">["owners"];
}

export interface RowProblem {
  readonly row: number;
  readonly column: string;
  readonly message: string;
}

export type ReadItems =
  | {
      readonly ok: true;
      readonly table: Table;
      readonly columns: readonly Column[];
      readonly drafts: readonly ItemDraft[];
      readonly problems: readonly RowProblem[];
    }
  | { readonly ok: false; readonly why: "unreadable" | "empty" }
  | { readonly ok: false; readonly why: "missing"; readonly columns: readonly string[] };

const bare = (text: string): string => squeeze(text.normalize("NFKC").replace(/\*|\([^)]*\)/g, ""));

/** What a row's cells stand for; a cell that stands for nothing is handed to `no` with its column. */
function draftOf(
  row: Readonly<Record<string, string>>,
  { cases, owners }: Known,
  no: (column: Column, message: string) => void,
): ItemDraft {
  const cell = (column: Column): string => row[column] ?? "";
  for (const column of REQUIRED) if (cell(column) === "") no(column, WORDS.blank(WORDS.columns[column]));
  for (const column of ["title", "said", "clause"] as const) {
    const found = sensitiveIn(cell(column));
    if (found !== undefined) no(column, panelWords.sensitive[found]);
  }
  const number = squeeze(cell("number")).toUpperCase();
  const found = number === "" ? [] : cases.filter((one) => squeeze(one.number).toUpperCase() === number);
  if (number !== "" && found.length !== 1) no("number", found.length === 0 ? WORDS.noCase : WORDS.twoCases);
  const named = cell("owner") === "" ? [] : owners.filter((one) => isNamed(one, cell("owner")));
  if (cell("owner") !== "" && named.length !== 1)
    no("owner", named.length === 0 ? WORDS.noOwner : WORDS.twoOwners);
  const limit =
    cell("limit") === "" ? undefined : endOfDayText(cell("limit").slice(0, 10).replace(/[/.]/g, "-"));
  if (cell("limit") !== "" && limit === undefined) no("limit", WORDS.noDay);
  const { [0]: here } = found;
  const { [0]: owner } = named;
  // The same row again is the same item.
  const key = bytesToHex(sha256(utf8ToBytes(JSON.stringify(COLUMNS.map(([column]) => cell(column)))))).slice(
    0,
    32,
  );
  return {
    key: `table.${key}`,
    origin: "import",
    title: cell("title"),
    said: cell("said"),
    ...(cell("clause") === "" ? {} : { clause: cell("clause") }),
    ...(cell("ref") === "" ? {} : { ref: cell("ref") }),
    ...(here === undefined ? {} : { caseKey: here.key }),
    ...(owner === undefined ? {} : { owner: owner.id }),
    ...(limit === undefined ? {} : { limit }),
  };
}

/** By name, or by name and unit where two have one name. */
const isNamed = ({ name, unitName }: Known["owners"][number], text: string): boolean =>
  [name, `${name}(${unitName})`].some((one) => squeeze(text) === squeeze(one));

/** The drafts of a spreadsheet or CSV file, with what is wrong by row; nothing of it is sent from here. */
export async function readItems(file: Blob, known: Known): Promise<ReadItems> {
  const sheet = await readSheet(file);
  if (sheet === undefined) return { ok: false, why: "unreadable" };
  const places = COLUMNS.flatMap(([column, label]) => {
    const at = sheet.head.findIndex((name) => bare(name) === bare(label));
    return at < 0 ? [] : [{ column, at }];
  });
  const missing = REQUIRED.filter((column) => !places.some((place) => place.column === column));
  if (sheet.head.length > 0 && missing.length > 0)
    return { ok: false, why: "missing", columns: missing.map((column) => WORDS.columns[column]) };
  if (sheet.rows.length === 0) return { ok: false, why: "empty" };
  const rows = sheet.rows.map((cells) =>
    Object.fromEntries(places.map(({ column, at }) => [column, cells[at] ?? ""])),
  );
  const problems: RowProblem[] = [];
  const drafts = rows.map((row, at) =>
    draftOf(row, known, (column, message) => problems.push({ row: at, column, message })),
  );
  const columns = places.map(({ column }) => column);
  return { ok: true, table: { rows, lines: sheet.lines }, columns, drafts, problems };
}

/** In which column of the table that stands which the service names. */
export const columnOf = (at: string): string => (at === "caseKey" ? "number" : at === "key" ? "title" : at);
