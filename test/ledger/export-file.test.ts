// An exported ledger's file that has been through other software is refused by the tool in words that name what was done to it.
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { ed25519 } from "@noble/curves/ed25519.js";
import { bytesToHex, hexToBytes } from "@noble/hashes/utils.js";
import { strToU8, zipSync } from "fflate";
import { afterAll, beforeAll, expect, it } from "vitest";
import { originOf, signCheckpoint } from "../../shared/ledger/checkpoint.ts";
import { endLine, entryLine, headLine } from "../../shared/ledger/export.ts";
import { nodesOver } from "../../shared/ledger/leaves.ts";
import { leafOf, recordLine } from "../../shared/ledger/record.ts";
import { root } from "../../shared/ledger/tree.ts";

const SECRET = hexToBytes("03".repeat(32));
const KEY = bytesToHex(ed25519.getPublicKey(SECRET));
const RECORDS = Array.from({ length: 5 }, (_, n) =>
  recordLine({
    v: 1,
    unit: "u1",
    kind: "signed",
    at: `2026-03-01T01:00:0${n}.000Z`,
    by: "m1",
    caseKey: "新平台:A1",
    body: { n },
  }),
);

let folder: string;
let text: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "export-"));
  const read = nodesOver(RECORDS.map((record) => leafOf(record)));
  const point = { origin: originOf("u1"), size: RECORDS.length, root: root(read, RECORDS.length) };
  const head = headLine({ ledger: 1, unit: "u1", key: KEY, checkpoint: signCheckpoint(point, SECRET) });
  text = head + RECORDS.map((record, i) => entryLine({ i, record })).join("") + endLine(RECORDS.length);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const verify = (bytes: Uint8Array): Promise<{ code: number; out: string }> => {
  const file = join(folder, "LEDGER.export");
  writeFileSync(file, bytes);
  const tool = join(import.meta.dirname, "../../worker/cli/verify.ts");
  return new Promise((done) => {
    execFile(process.execPath, [tool, file, "--key", KEY], (error, out, err) =>
      done({ code: typeof error?.code === "number" ? error.code : 0, out: out + err }),
    );
  });
};
const quoted = (line: string): string => `"${line.replaceAll('"', '""')}"`;

it("as it was written it holds", async () => {
  expect(await verify(strToU8(text))).toEqual({ code: 0, out: expect.stringContaining("5 条记录") });
});

it.each<readonly [what: string, bytes: () => Uint8Array, said: RegExp]>([
  ["compressed", () => gzipSync(text), /第 1 行:文件是 gzip 压缩的,请先解压/],
  [
    "of many megabytes of nothing, compressed",
    () => gzipSync(Buffer.alloc(50_000_000)),
    /第 1 行:文件是 gzip 压缩的/,
  ],
  ["in a workbook", () => zipSync({ "xl/sheet1.xml": strToU8(text) }), /第 1 行:文件是 Excel 工作簿/],
  ["saved with a byte order mark", () => strToU8(`\uFEFF${text}`), /第 1 行:文件开头有 BOM/],
  ["saved as UTF-16", () => Buffer.from(`\uFEFF${text}`, "utf16le"), /第 1 行:文件是 UTF-16/],
  ["saved with other line ends", () => strToU8(text.replaceAll("\n", "\r\n")), /第 1 行:行尾是 CRLF/],
  [
    "with one line end changed on the way",
    () => strToU8(text.replace(/\n(?=\{"i":3)/, "\r\n")),
    /第 4 行:行尾是 CRLF/,
  ],
  [
    "saved by a spreadsheet as one column",
    () => strToU8(text.split("\n").map(quoted).join("\n")),
    /第 1 行:文件被 Excel 等表格软件另存过/,
  ],
  [
    "saved by a spreadsheet as columns",
    () => strToU8(text.replace(/.+/g, (line) => line.split(",").map(quoted).join(","))),
    /第 1 行:文件被 Excel 等表格软件另存过/,
  ],
  [
    "saved in the code page of an office",
    () => Buffer.concat([strToU8(text.split("\n")[0] ?? ""), Buffer.from([10, 0xd0, 0xc2, 10])]),
    /第 2 行不是 UTF-8:文件被别的软件另存过/,
  ],
  ["half downloaded", () => strToU8(text.slice(0, text.length / 2)), /第 \d 行:不是台账导出文件的一行/],
])("a file %s is refused by name", async (_, bytes, said) => {
  const { code, out } = await verify(bytes());
  expect(code).toBe(1);
  expect(out).toMatch(/^凭证不符\n/);
  expect(out).toMatch(said);
});
