// Checkpoints and receipts: what the unit signed is believed, everything near it is not.
import { ed25519 } from "@noble/curves/ed25519.js";
import { bytesToHex, hexToBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import { describe, expect, it } from "vitest";
import type { Receipt } from "../supervision/entry.ts";
import { fromBase64, toBase64 } from "./base64.ts";
import { type Checkpoint, openCheckpoint, originOf, signCheckpoint } from "./checkpoint.ts";
import { nodesOver } from "./leaves.ts";
import { inclusionProof } from "./proofs.ts";
import { agree, verifyReceipt } from "./receipt.ts";
import { commitment, leafOf, recordLine } from "./record.ts";
import { root } from "./tree.ts";

const SECRET = hexToBytes("01".repeat(32));
const KEY = bytesToHex(ed25519.getPublicKey(SECRET));
const OTHER = hexToBytes("02".repeat(32));

const lineOf = (seq: number): string =>
  recordLine({
    v: 1,
    unit: "u1",
    kind: "signed",
    at: "2026-03-01T01:00:00.000Z",
    by: "m1",
    caseKey: "新平台:A1",
    sent: { device: "d1", seq, at: "2026-03-01T01:00:00.000Z" },
    body: { rule: "bail-overrun", on: "measures/m1" },
    outside: commitment("00".repeat(16), "已办"),
  });

function receiptFor(seq: number): Receipt {
  const read = nodesOver([1, 2, 3, 4, 5].map((i) => leafOf(lineOf(i))));
  const checkpoint = signCheckpoint({ origin: originOf("u1"), size: 5, root: root(read, 5) }, SECRET);
  const record = lineOf(seq);
  const proof = inclusionProof(read, seq - 1, 5).map(bytesToHex);
  return { seq, unit: "u1", index: seq - 1, leaf: bytesToHex(leafOf(record)), record, proof, checkpoint };
}

const honest = receiptFor(3);
const resigned = (edit: (point: Checkpoint) => Checkpoint, secret: Uint8Array): string => {
  const opened = openCheckpoint(honest.checkpoint, originOf("u1"), KEY);
  if (!opened.ok) throw new Error("the honest checkpoint must open");
  return signCheckpoint(edit(opened.value), secret);
};

const FORGED: Readonly<Record<string, Receipt>> = {
  "another record": { ...honest, record: lineOf(4) },
  "a record with another text": { ...honest, record: honest.record.replace("m1", "m2") },
  "another leaf": { ...honest, leaf: "00".repeat(32) },
  "a capital leaf": { ...honest, leaf: honest.leaf.toUpperCase() },
  "another place": { ...honest, index: 1 },
  "another sequence": { ...honest, seq: 4 },
  "a path of other length": { ...honest, proof: honest.proof.slice(1) },
  "a path that is no hex": { ...honest, proof: ["zz", ...honest.proof.slice(1)] },
  "another unit": { ...honest, unit: "u2" },
  "a valid path under another unit's key": { ...honest, checkpoint: resigned((p) => p, OTHER) },
  "a valid path under another origin": {
    ...honest,
    checkpoint: resigned((p) => ({ ...p, origin: originOf("u2") }), SECRET),
  },
  "another root": {
    ...honest,
    checkpoint: resigned((p) => ({ ...p, root: p.root.map((b) => b ^ 1) }), SECRET),
  },
  "another size": { ...honest, checkpoint: resigned((p) => ({ ...p, size: 4 }), SECRET) },
  "a checkpoint without signature": { ...honest, checkpoint: `${honest.checkpoint.split("\n\n")[0]}\n` },
  "a signature cut short": { ...honest, checkpoint: honest.checkpoint.replace(/.{8}\n$/, "\n") },
  "an edited size under the old signature": {
    ...honest,
    checkpoint: honest.checkpoint.replace("\n5\n", "\n05\n"),
  },
  "a second line of signature": { ...honest, checkpoint: `${honest.checkpoint}— x AAAA\n` },
  "line ends of another system": { ...honest, checkpoint: honest.checkpoint.replaceAll("\n", "\r\n") },
};

describe("a receipt", () => {
  it("verifies offline", () => {
    const opened = verifyReceipt(honest, KEY);
    expect(opened.ok && opened.value.size).toBe(5);
  });
  it.each(Object.entries(FORGED))("is refused with %s", (_, forged) => {
    const opened = verifyReceipt(forged, KEY);
    expect(opened.ok ? "accepted" : opened.refusal.code).toBe("bad-signature");
  });
  it.each(["", "00".repeat(32), "ff".repeat(32), KEY.toUpperCase(), KEY.slice(2)])(
    "is refused by the key %j",
    (key) => {
      expect(verifyReceipt(honest, key).ok).toBe(false);
    },
  );
});

describe("a checkpoint", () => {
  it("has the form of a signed note", () => {
    const [origin, size, hash, suite, empty, signature] = honest.checkpoint.split("\n");
    expect([origin, size, suite, empty]).toEqual(["first-button/u1", "5", "suite sha256-ed25519", ""]);
    expect(fromBase64(hash ?? "")).toHaveLength(32);
    expect(signature).toMatch(/^— first-button\/u1 [A-Za-z0-9+/=]{92}$/);
    expect(fromBase64(signature?.split(" ")[2] ?? "")).toHaveLength(68);
  });
  it("of one size with two roots is a split view", () => {
    const point = { origin: "o", size: 2, root: new Uint8Array(32) };
    expect(agree(point, point).ok).toBe(true);
    expect(agree(point, { ...point, root: Uint8Array.of(1) }).ok).toBe(false);
  });
  it("names a unit without spaces or plus signs", () => {
    expect(originOf("城关 所+1")).toMatch(/^first-button\/[^ +]+$/);
  });
});

describe("a commitment", () => {
  it("binds the text and needs the salt", () => {
    expect(commitment("00", "甲")).not.toBe(commitment("00", "乙"));
    expect(commitment("00", "甲")).not.toBe(commitment("01", "甲"));
  });
});

describe("base64", () => {
  it.each(["", "f", "fo", "foo", "foob", "fooba", "foobar"])("of %j is undone", (text) => {
    const bytes = utf8ToBytes(text);
    expect(fromBase64(toBase64(bytes))).toEqual(bytes);
  });
  it("is that of the standard", () => {
    expect(toBase64(utf8ToBytes("foobar"))).toBe("Zm9vYmFy");
    expect(toBase64(utf8ToBytes("fo"))).toBe("Zm8=");
  });
  it.each(["Zg=", "Zh==", "Z===", "Zm8", "Zm9=", "Z m8", "Zm8=\n"])("refuses %j", (text) => {
    expect(fromBase64(text)).toBeUndefined();
  });
});
