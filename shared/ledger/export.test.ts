// An exported ledger is believed as it was written, and every change to the file is refused at its line.
import { ed25519 } from "@noble/curves/ed25519.js";
import { bytesToHex, hexToBytes } from "@noble/hashes/utils.js";
import { describe, expect, it } from "vitest";
import { originOf, signCheckpoint } from "./checkpoint.ts";
import { ExportReader, endLine, entryLine, headLine, type Trust } from "./export.ts";
import { nodesOver } from "./leaves.ts";
import { commitment, leafOf, recordLine } from "./record.ts";
import { root } from "./tree.ts";

const SECRET = hexToBytes("03".repeat(32));
const KEY = bytesToHex(ed25519.getPublicKey(SECRET));
const SALT = "5a".repeat(16);
const SIZE = 9;

const recordOf = (i: number, by = "m1"): string =>
  recordLine({
    v: 1,
    unit: "u1",
    kind: i % 2 === 0 ? "signed" : "viewed",
    at: `2026-03-01T01:00:0${i}.000Z`,
    by,
    caseKey: "新平台:A1",
    body: { n: i },
    ...(i % 4 === 0 ? { outside: commitment(SALT, `已办${i}`) } : {}),
  });
const pointOf = (n: number, by?: string): string => {
  const read = nodesOver(Array.from({ length: n }, (_, i) => leafOf(recordOf(i, by))));
  return signCheckpoint({ origin: originOf("u1"), size: n, root: root(read, n) }, SECRET);
};
const honest = (): string[] => [
  headLine({ ledger: 1, unit: "u1", key: KEY, checkpoint: pointOf(SIZE) }),
  ...Array.from({ length: SIZE }, (_, i) =>
    entryLine({ i, record: recordOf(i), ...(i % 8 === 0 ? { salt: SALT, said: `已办${i}` } : {}) }),
  ),
  endLine(SIZE),
];

function check(lines: readonly string[], trust: Trust = { key: KEY }): string {
  const reader = new ExportReader(trust);
  for (const line of lines) {
    const taken = reader.take(line.replace(/\n$/, ""));
    if (!taken.ok) return `${taken.refusal.at} ${taken.refusal.code}`;
  }
  const done = reader.finish();
  return done.ok ? `${done.value.size} ${done.value.said} ${done.value.unsaid}` : done.refusal.code;
}
const edited = (at: number, edit: (line: string) => string): string[] =>
  honest().map((line, i) => (i === at ? edit(line) : line));

it("an export as it was written holds, words in it or not", () => {
  expect(check(honest())).toBe("9 2 1");
  expect(check(honest(), {})).toBe("9 2 1");
  expect(check(honest(), { key: KEY, earlier: [pointOf(0), pointOf(4), pointOf(SIZE)] })).toBe("9 2 1");
});

const other = bytesToHex(ed25519.getPublicKey(hexToBytes("04".repeat(32))));
const FORGED: Readonly<Record<string, readonly [lines: () => string[], said: string]>> = {
  "a record changed": [() => edited(3, (line) => line.replace("m1", "m2")), "bad-signature"],
  "a record left out": [() => honest().filter((_, i) => i !== 4), "line 5 bad-shape"],
  "two records exchanged": [
    () => {
      const lines = honest();
      const [a = "", b = ""] = [lines[3], lines[4]];
      return lines.map((line, i) => (i === 3 ? b : i === 4 ? a : line));
    },
    "line 4 bad-shape",
  ],
  "two records exchanged under their old numbers": [
    () => {
      const lines = honest();
      const bare = (i: number, from: number) => entryLine({ i, record: recordOf(from) });
      return lines.map((line, i) => (i === 3 ? bare(2, 3) : i === 4 ? bare(3, 2) : line));
    },
    "bad-signature",
  ],
  "a record doubled": [
    () => honest().flatMap((line, i) => (i === 2 ? [line, line] : [line])),
    "line 4 bad-shape",
  ],
  "a word changed": [() => edited(1, (line) => line.replace("已办0", "未办0")), "line 2 bad-signature"],
  "a salt changed": [() => edited(1, (line) => line.replace("5a5a", "5b5a")), "line 2 bad-signature"],
  "the tail cut off": [() => honest().slice(0, -3), "bad-shape"],
  "the tail cut off and an end put on": [() => [...honest().slice(0, -3), endLine(7)], "line 9 bad-shape"],
  "a line broken off": [() => [...honest().slice(0, 5), '{"i":4,"rec'], "line 6 bad-shape"],
  "something after its end": [() => [...honest(), "{}"], "line 12 bad-shape"],
  "line ends of another system": [
    () => honest().map((line) => line.replace("\n", "\r\n")),
    "line 1 bad-encoding",
  ],
  "commas as a spreadsheet cuts at them": [
    () => edited(3, (line) => line.replaceAll(",", "\t")),
    "line 4 bad-shape",
  ],
  "a byte order mark": [() => edited(0, (line) => `\uFEFF${line}`), "line 1 bad-encoding"],
  "quotes doubled by a spreadsheet": [
    () => honest().map((line) => `"${line.trimEnd().replaceAll('"', '""')}"\n`),
    "line 1 bad-encoding",
  ],
  "columns made of its commas": [
    () =>
      honest().map(
        (line) =>
          `${line
            .trimEnd()
            .split(",")
            .map((cell) => `"${cell.replaceAll('"', '""')}"`)
            .join(",")}\n`,
      ),
    "line 1 bad-encoding",
  ],
  "columns parted by tabs": [() => honest().map((line) => line.replaceAll(",", "\t")), "line 1 bad-encoding"],
  "another unit's record": [
    () => edited(2, () => entryLine({ i: 1, record: recordOf(1).replace('"unit":"u1"', '"unit":"u2"') })),
    "line 3 bad-signature",
  ],
  "keys of a record in another order": [
    () =>
      edited(2, () =>
        entryLine({ i: 1, record: recordOf(1).replace(/^\{("at":"[^"]*"),(.*)\}$/, "{$2,$1}") }),
      ),
    "line 3 bad-shape",
  ],
  "another key": [() => edited(0, (line) => line.replace(KEY, other)), "line 1 bad-signature"],
  "a checkpoint edited": [
    () => edited(0, (line) => line.replace("\\n9\\n", "\\n8\\n")),
    "line 1 bad-signature",
  ],
  "a checkpoint without signature": [
    () => edited(0, (line) => line.replace(/— .*\\n/, "")),
    "line 1 bad-signature",
  ],
  "nothing in it": [() => [], "bad-shape"],
};

describe("an export with", () => {
  it.each(Object.entries(FORGED))("%s is refused", (_, [lines, said]) => {
    expect(check(lines())).toBe(said);
  });
  it("a past that an earlier checkpoint did not have is refused where they part", () => {
    expect(check(honest(), { key: KEY, earlier: [pointOf(4, "m9")] })).toBe("line 5 bad-signature");
  });
  it("fewer entries than were seen before is refused", () => {
    expect(check(honest(), { key: KEY, earlier: [pointOf(12)] })).toBe("line 1 bad-signature");
  });
});
