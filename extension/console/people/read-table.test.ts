// Tables as offices save them: .xlsx, CSV in either encoding, columns in any order; what is none is told, never guessed.
import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { csvOf, readTable } from "./read-table.ts";

const COLUMNS = { id: "单位代码", name: "单位名称", parent: "上级单位代码", level: "层级" };
const utf8 = (text: string): Blob => new Blob([text]);

/** The least that is an .xlsx. */
const xlsx = (rows: readonly (readonly string[])[]): Blob => {
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
  const cell = (value: string, r: number, c: number): string =>
    `<c r="${String.fromCharCode(65 + c)}${r + 1}" t="inlineStr"><is><t>${value}</t></is></c>`;
  const sheet = rows.map(
    (row, r) => `<row r="${r + 1}">${row.map((value, c) => cell(value, r, c)).join("")}</row>`,
  );
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const pack = "http://schemas.openxmlformats.org/package/2006";
  const kind = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  return new Blob([
    zipSync({
      "[Content_Types].xml": bytes(
        `<?xml version="1.0"?><Types xmlns="${pack}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${kind}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${kind}.worksheet+xml"/></Types>`,
      ),
      "_rels/.rels": bytes(
        `<?xml version="1.0"?><Relationships xmlns="${pack}/relationships"><Relationship Id="rId1" Type="${rel}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
      ),
      "xl/workbook.xml": bytes(
        `<?xml version="1.0"?><workbook xmlns="${main}" xmlns:r="${rel}"><sheets><sheet name="单位" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      ),
      "xl/_rels/workbook.xml.rels": bytes(
        `<?xml version="1.0"?><Relationships xmlns="${pack}/relationships"><Relationship Id="rId1" Type="${rel}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
      ),
      "xl/worksheets/sheet1.xml": bytes(
        `<?xml version="1.0"?><worksheet xmlns="${main}"><sheetData>${sheet.join("")}</sheetData></worksheet>`,
      ),
    }) as Uint8Array<ArrayBuffer>,
  ]);
};

const good = {
  ok: true,
  table: { rows: [{ id: "cg01", name: "城关派出所", parent: "east", level: "所队" }], lines: [2] },
};

describe("a table", () => {
  it("is read from a workbook", async () => {
    const rows = [
      ["层级", "单位代码", "单位名称", "上级单位代码"],
      ["所队", "cg01", "城关派出所", "east"],
    ];
    expect(await readTable(xlsx(rows), COLUMNS)).toEqual(good);
  });
  it("of many rows is read without a worker, which our own pages may not start", async () => {
    const many = Array.from({ length: 9_000 }, (_, i) => ["所队", `n${i}`, "城关派出所", "east"]);
    const read = await readTable(xlsx([["层级", "单位代码", "单位名称", "上级单位代码"], ...many]), COLUMNS);
    expect(read.ok && read.table.rows).toHaveLength(9_000);
    expect(read.ok && read.table.lines.at(-1)).toBe(9_001);
  });
  it("is read from CSV, with the mark that Excel sets or without", async () => {
    const text = "单位代码,单位名称,上级单位代码,层级\r\ncg01,城关派出所,east,所队\r\n";
    expect(await readTable(utf8(text), COLUMNS)).toEqual(good);
    expect(await readTable(utf8(`\uFEFF${text}`), COLUMNS)).toEqual(good);
  });
  it("is read from CSV in the system's old encoding", async () => {
    // 层级,单位代码,单位名称,上级单位代码 / 所队,cg01,城关派出所,east in GB 18030.
    const hex =
      "b2e3bcb62cb5a5cebbb4fac2eb2cb5a5cebbc3fbb3c62cc9cfbcb6b5a5cebbb4fac2eb0acbf9b6d32c636730312cb3c7b9d8c5c9b3f6cbf92c65617374";
    const bytes = Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
    const { rows } = good.table;
    const read = await readTable(new Blob([bytes]), COLUMNS);
    expect(read).toEqual({ ok: true, table: { rows, lines: [2] } });
  });
  it("keeps the line of the file where rows are empty, and quotes inside cells", async () => {
    const text = '\n单位代码,单位名称,上级单位代码,层级\n,,,\n"a""1","一,二",east,所队\n';
    const read = await readTable(utf8(text), COLUMNS);
    expect(read).toEqual({
      ok: true,
      table: { rows: [{ id: 'a"1', name: "一,二", parent: "east", level: "所队" }], lines: [4] },
    });
  });
  it("without a column says which, without rows that there are none", async () => {
    expect(await readTable(utf8("单位代码,层级\nx,所队\n"), COLUMNS)).toEqual({
      ok: false,
      why: "missing",
      columns: ["单位名称", "上级单位代码"],
    });
    expect(await readTable(utf8("单位代码,单位名称,上级单位代码,层级\n"), COLUMNS)).toEqual({
      ok: false,
      why: "empty",
    });
    expect(await readTable(utf8(""), COLUMNS)).toEqual({ ok: false, why: "empty" });
  });
  it.each([
    ["a torn workbook", new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3])],
    ["an old .xls", new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0, 0, 0])],
  ])("is not %s", async (_, bytes) => {
    expect(await readTable(new Blob([bytes]), COLUMNS)).toEqual({ ok: false, why: "unreadable" });
  });
});

it("what is written is read again, and no cell becomes a formula", async () => {
  const text = csvOf([Object.values(COLUMNS), ["=1+1", "一,二", "east", '"所队"']]);
  expect(text).toContain("'=1+1");
  const read = await readTable(utf8(text), COLUMNS);
  expect(read.ok && read.table.rows[0]).toMatchObject({ name: "一,二", level: '"所队"' });
});
