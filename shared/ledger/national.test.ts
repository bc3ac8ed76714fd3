// SM3 and SM2 against the standards' own vectors, bad signatures, and a ledger that is not talked down to other algorithms.
import { createHash } from "node:crypto";
import { ed25519 } from "@noble/curves/ed25519.js";
import { bytesToHex, hexToBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import { sm2 } from "sm-crypto-v2";
import { describe, expect, it } from "vitest";
import { type Checkpoint, openCheckpoint, originOf, signCheckpoint, writeCheckpoint } from "./checkpoint.ts";
import { openCosignature, writeCosignature } from "./cosignature.ts";
import { nodesOver } from "./leaves.ts";
import { NATIONAL, SM2_ORDER, sm3Of } from "./national.ts";
import type { Signer } from "./note.ts";
import { inclusionProof } from "./proofs.ts";
import { verifyReceipt } from "./receipt.ts";
import { leafOf, recordLine } from "./record.ts";
import { STANDARD, suiteOf } from "./suite.ts";
import { root } from "./tree.ts";

/** GB/T 32918.5-2017, appendix A.2. */
const SECRET = "3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8";
const KEY =
  "0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13";
const R = "f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3";
const S = "b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa";
const MESSAGE = utf8ToBytes("message digest");

describe("SM3", () => {
  it.each([
    ["", "1ab21d8355cfa17f8e61194831e81a8f22bec8c728fefb747ed035eb5082aa2b"],
    ["abc", "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"],
    ["abcd".repeat(16), "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732"],
    ["a".repeat(1_000_000), "c8aaf89429554029e231941a2acc0ad61ff2a5acd8fadd25847a3a732b3b02c3"],
  ])("of %.9s… is that of GB/T 32905", (text, digest) => {
    expect(bytesToHex(sm3Of(utf8ToBytes(text)))).toBe(digest);
  });
  it("agrees with another implementation at every length around a block", () => {
    for (let n = 0; n < 200; n += 1) {
      const bytes = new Uint8Array(n).fill(n);
      expect(bytesToHex(sm3Of(bytes))).toBe(createHash("sm3").update(bytes).digest("hex"));
    }
  });
});

const hex = (n: bigint): string => n.toString(16).padStart(64, "0");
const order = SM2_ORDER;

describe("SM2", () => {
  it("takes the signature of the standard", () => {
    expect(NATIONAL.verify(hexToBytes(R + S), MESSAGE, hexToBytes(KEY))).toBe(true);
    expect(sm2.getPublicKeyFromPrivateKey(SECRET)).toBe(KEY);
  });
  it.each([
    ["r = 0", hex(0n) + S, KEY],
    ["s = 0", R + hex(0n), KEY],
    ["r + n", hex((BigInt(`0x${R}`) + order) % 2n ** 256n) + S, KEY],
    ["s = n", R + hex(order), KEY],
    ["s + n", R + hex((BigInt(`0x${S}`) + order) % 2n ** 256n), KEY],
    ["n − s", R + hex(order - BigInt(`0x${S}`)), KEY],
    ["r and s exchanged", S + R, KEY],
    ["a byte too few", (R + S).slice(2), KEY],
    ["a key beside the curve", R + S, `${KEY.slice(0, -2)}14`],
    ["another key", R + S, sm2.getPublicKeyFromPrivateKey(hex(7n))],
    ["a key without its point", R + S, `04${"00".repeat(64)}`],
    ["a compressed key's length", R + S, KEY.slice(0, 66)],
    ["a message that was not hashed with its key", sm2.doSignature(MESSAGE, SECRET, { hash: false }), KEY],
  ])("refuses %s", (_, signature, key) => {
    expect(NATIONAL.verify(hexToBytes(signature), MESSAGE, hexToBytes(key))).toBe(false);
  });
  it("refuses its own signature in DER, which other systems send", () => {
    const der = sm2.doSignature(MESSAGE, SECRET, { hash: true, der: true });
    expect(sm2.doVerifySignature(MESSAGE, der, KEY, { hash: true, der: true })).toBe(true);
    expect(NATIONAL.verify(hexToBytes(der), MESSAGE, hexToBytes(KEY))).toBe(false);
  });
  it.each(["", "ALICE123@YAHOO.COM"])("refuses what was signed under the user id %j", (userId) => {
    const other = sm2.doSignature(MESSAGE, SECRET, { hash: true, userId });
    const usual = sm2.doSignature(MESSAGE, SECRET, { hash: true, userId: "1234567812345678" });
    expect(sm2.doVerifySignature(MESSAGE, other, KEY, { hash: true, userId })).toBe(true);
    expect([usual, other].map((text) => NATIONAL.verify(hexToBytes(text), MESSAGE, hexToBytes(KEY)))).toEqual(
      [true, false],
    );
  });
  it("refuses another message", () => {
    expect(NATIONAL.verify(hexToBytes(R + S), utf8ToBytes("message digesT"), hexToBytes(KEY))).toBe(false);
  });
});

const signer: Signer = {
  suite: NATIONAL,
  key: hexToBytes(KEY),
  sign: (message) => hexToBytes(sm2.doSignature(message, SECRET, { hash: true })),
};
const ORIGIN = originOf("u1");
const recordOf = (n: number): string =>
  recordLine({
    v: 1,
    unit: "u1",
    kind: "signed",
    at: "2026-03-01T01:00:00.000Z",
    by: "m1",
    caseKey: "新平台:A1",
    sent: { device: "d1", seq: n, at: "2026-03-01T01:00:00.000Z" },
    body: {},
  });
const leaves = [1, 2, 3, 4, 5].map((n) => leafOf(recordOf(n), NATIONAL.hash));
const read = nodesOver(leaves, NATIONAL.hash);
const point: Checkpoint = { origin: ORIGIN, size: 5, root: root(read, 5, NATIONAL.hash) };
const note = writeCheckpoint(point, signer);
const BOTH = [STANDARD, NATIONAL];

describe("a ledger of the national suite", () => {
  it("names it in its checkpoints, and its receipts verify offline", () => {
    expect(note.split("\n")[3]).toBe("suite sm3-sm2");
    const opened = openCheckpoint(note, ORIGIN, KEY, BOTH);
    expect(opened.ok && [opened.value.size, opened.value.suite.id]).toEqual([5, "sm3-sm2"]);
    const receipt = {
      seq: 3,
      unit: "u1",
      index: 2,
      leaf: bytesToHex(leaves[2] ?? new Uint8Array()),
      record: recordOf(3),
      proof: inclusionProof(read, 2, 5, NATIONAL.hash).map(bytesToHex),
      checkpoint: note,
    };
    expect(verifyReceipt(receipt, KEY, BOTH).ok).toBe(true);
    expect(verifyReceipt({ ...receipt, record: recordOf(4) }, KEY, BOTH).ok).toBe(false);
    expect(verifyReceipt({ ...receipt, index: 3 }, KEY, BOTH).ok).toBe(false);
    expect(verifyReceipt(receipt, KEY).ok).toBe(false);
  });
  it("is not talked down to the standard suite, nor up", () => {
    const secret = hexToBytes("01".repeat(32));
    const standard = signCheckpoint(point, secret);
    const key = bytesToHex(ed25519.getPublicKey(secret));
    const said = (text: string, by: string) => {
      const opened = openCheckpoint(text, ORIGIN, by, BOTH);
      return opened.ok ? "accepted" : opened.refusal.message;
    };
    expect(said(standard, KEY)).toContain("算法不能更换");
    expect(said(note, key)).toContain("算法不能更换");
    expect(said(note.replace("suite sm3-sm2", "suite sha256-ed25519"), KEY)).toContain("算法不能更换");
    expect(said(note.replace("suite sm3-sm2\n", ""), KEY)).toContain("算法不能更换");
    expect(said(note.replace("suite sm3-sm2", "suite md5-rsa"), KEY)).toContain("算法不能更换");
  });
  it.each([
    ["in DER", { der: true }],
    ["under another user id", { userId: "ALICE123@YAHOO.COM" }],
    ["over the bare text, not its digest with the user id", { hash: false }],
  ])("refuses in words a checkpoint that was signed %s", (_, options) => {
    const sign = (message: Uint8Array) =>
      hexToBytes(sm2.doSignature(message, SECRET, { hash: true, ...options }));
    expect(openCheckpoint(writeCheckpoint(point, { ...signer, sign }), ORIGIN, KEY, BOTH)).toEqual({
      ok: false,
      refusal: { code: "bad-signature", message: "检查点的签名不符" },
    });
  });
  it("takes checkpoints without a suite as standard ones, as they were written before there was a choice", () => {
    const secret = hexToBytes("01".repeat(32));
    const key = bytesToHex(ed25519.getPublicKey(secret));
    const text = signCheckpoint(point, secret);
    expect(openCheckpoint(text, ORIGIN, key).ok).toBe(true);
    expect(openCheckpoint(text.replace("suite sha256-ed25519\n", ""), ORIGIN, key).ok).toBe(false);
  });
});

describe.each([
  [
    "standard",
    {
      suite: STANDARD,
      key: ed25519.getPublicKey(hexToBytes("02".repeat(32))),
      sign: (m: Uint8Array) => ed25519.sign(m, hexToBytes("02".repeat(32))),
    },
  ],
  ["national", signer],
])("a witness of the %s suite", (_, by) => {
  const line = writeCosignature(note, "first-button/root", by, 1_900_000_000);
  const key = bytesToHex(by.key);
  it("says when it saw a checkpoint, whose ever it is", () => {
    expect(openCosignature(line, note, "first-button/root", key, BOTH)).toBe(1_900_000_000);
  });
  it.each([
    ["another time", (text: string) => text.replace(/ ([A-Za-z0-9+/]{6})[A-Za-z0-9+/]{6}/, " $1AAAAAB")],
    ["another witness", (text: string) => text.replace("first-button/root", "first-button/east")],
    ["a signature cut short", (text: string) => `${text.slice(0, -9)}\n`],
    ["nothing", () => ""],
  ])("is not believed with %s", (__, edit) => {
    expect(openCosignature(edit(line), note, "first-button/root", key, BOTH)).toBeUndefined();
  });
  it("is not believed for another tree or under another key", () => {
    const other = note.replace("\n5\n", "\n6\n");
    expect(openCosignature(line, other, "first-button/root", key, BOTH)).toBeUndefined();
    expect(
      openCosignature(
        line,
        note,
        "first-button/root",
        key.replace(/.$/, (c) => (c === "0" ? "1" : "0")),
        BOTH,
      ),
    ).toBeUndefined();
  });
});

it("the keys of two suites never look alike", () => {
  expect(suiteOf(KEY, BOTH)?.id).toBe("sm3-sm2");
  expect(suiteOf("00".repeat(32), BOTH)?.id).toBe("sha256-ed25519");
  expect(suiteOf("00".repeat(33), BOTH)).toBeUndefined();
});
