// Proves that only the trusted key's own bytes become a pack.
import { ed25519 } from "@noble/curves/ed25519.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { describe, expect, test } from "vitest";
import { basePlan } from "../time/holidays.ts";
import { canonicalJson } from "./canonical.ts";
import { packRule } from "./check-rule.ts";
import type { Pack, PackedRule, SignedPack } from "./pack.ts";
import { SAMPLE, SAMPLE_LAW } from "./sample-rule.ts";
import { packHash, shapeOf, signPack, verifyPack } from "./signed-pack.ts";
import { judgingPart } from "./wire/held-words.ts";

const SECRET = "11".repeat(32);
const OTHER = "22".repeat(32);
const KEY = bytesToHex(ed25519.getPublicKey(new Uint8Array(32).fill(0x11)));

const rule = packRule({ ...SAMPLE, when: 'kind == "拘传"' }, SAMPLE_LAW);
if (!rule.ok) throw new Error(rule.refusal.message);
const PACK: Pack = {
  format: 1,
  issuer: "星河市公安局",
  revision: 7,
  label: "2026.3.1",
  publishedAt: "2026-03-01T09:00+08:00",
  rules: [rule.value],
  checklists: [],
  profiles: [],
  statutes: SAMPLE_LAW,
  holidays: basePlan,
};
const signed = signPack(PACK, SECRET);

/** Signs any text as if it were a pack: what a stolen key or a faulty studio could send. */
function signText(body: string, secret = SECRET): SignedPack {
  const bytes = Uint8Array.from(secret.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  return {
    body,
    key: bytesToHex(ed25519.getPublicKey(bytes)),
    signature: bytesToHex(ed25519.sign(utf8ToBytes(body), bytes)),
    hash: packHash(body),
  };
}

const codeOf = (value: unknown, current?: number): string => {
  const result = verifyPack(value, KEY, current);
  return result.ok ? "ok" : result.refusal.code;
};
const flip = (hex: string): string => (hex.startsWith("0") ? "1" : "0") + hex.slice(1);

describe("a signed pack", () => {
  test("that is whole and newer is let in as it was", () => {
    const result = verifyPack(JSON.parse(JSON.stringify(signed)), KEY, 6);
    expect(result).toEqual({ ok: true, value: PACK });
  });

  test.each<[string, unknown, string]>([
    ["nothing", null, "unsigned-pack"],
    ["a text", "pack", "unsigned-pack"],
    ["a bare pack", PACK, "unsigned-pack"],
    ["no signature", { ...signed, signature: undefined }, "unsigned-pack"],
    ["an empty signature", { ...signed, signature: "" }, "unsigned-pack"],
    ["no key", { ...signed, key: "" }, "unsigned-pack"],
    ["a short signature", { ...signed, signature: signed.signature.slice(2) }, "bad-signature"],
    ["an altered signature", { ...signed, signature: flip(signed.signature) }, "bad-signature"],
    ["an altered body", { ...signed, body: signed.body.replace("样例超时", "样例超期") }, "bad-signature"],
    [
      "an altered body with its own hash",
      { ...signed, body: `${signed.body} `, hash: packHash(`${signed.body} `) },
      "bad-signature",
    ],
    ["other words", { ...signed, body: `${judgingPart(signed.body)}\n[]` }, "bad-signature"],
    ["no words", { ...signed, body: judgingPart(signed.body) }, "bad-shape"],
    [
      "words that nobody signed below a line of its own",
      { ...signText("{}"), body: "{}\n[]" },
      "bad-signature",
    ],
    ["an altered hash", { ...signed, hash: flip(signed.hash) }, "bad-signature"],
    ["another key", signPack(PACK, OTHER), "bad-signature"],
    ["another's signature under our key", { ...signPack(PACK, OTHER), key: KEY }, "bad-signature"],
    ["a key that is no point", { ...signed, key: "ff".repeat(32) }, "bad-signature"],
    ["an extra key", { ...signed, more: 1 }, "bad-signature"],
    ["a body that is no JSON", signText("{]"), "bad-json"],
    ["a body that is no pack", signText("[]"), "bad-shape"],
    ["a body of 5 MB", signText(`"${"x".repeat(5_000_000)}"`), "too-large"],
  ])("with %s is refused", (_, value, code) => {
    expect(codeOf(value)).toBe(code);
  });

  test("of the same or a lower revision is older", () => {
    expect(codeOf(signed, 7)).toBe("older-pack");
    expect(codeOf(signed, 8)).toBe("older-pack");
    expect(codeOf(signed)).toBe("ok");
  });
});

describe("a pack's structure", () => {
  const withRule = (change: object): string =>
    canonicalJson({ ...PACK, rules: [{ ...rule.value, ...change } as PackedRule] });
  const nested = (depth: number): unknown => (depth === 0 ? ["lit", true] : ["!", nested(depth - 1)]);

  test.each<[string, string]>([
    ["unknown key", canonicalJson({ ...PACK, extra: 1 })],
    ["unknown operator", withRule({ when: ["eval", "1"] })],
    ["unknown function", withRule({ when: ["call", "fetch", ["var", "kind"]] })],
    ["a prototype's function", withRule({ when: ["call", "constructor", ["var", "kind"]] })],
    ["unknown field", withRule({ when: ["==", ["var", "nothing"], ["lit", 1]] })],
    ["too deep a tree", withRule({ when: nested(60) })],
    ["too wide a node", withRule({ when: ["list", ...Array.from({ length: 100 }, () => ["lit", 1])] })],
    ["field that is not there", withRule({ act: "nothing" })],
    ["edition that is not there", withRule({ basis: [{ ...SAMPLE.basis[0], edition: "1900-01-01" }] })],
    ["a limit of text", withRule({ clock: { ...rule.value.clock, limit: "3 hours" } })],
    ["a clock that nothing ends", withRule({ clock: { ...rule.value.clock, until: undefined } })],
    ["a clock with two ends", withRule({ pair: { with: "documents", at: "servedAt" } })],
    [
      "an act that ends a clock on no day",
      withRule({ clock: { ...rule.value.clock, until: undefined }, pair: { with: "documents" } }),
    ],
    ["an act in no list", withRule({ clock: undefined, pair: { with: "documents", at: "nothing" } })],
    ["an extension of nothing", withRule({ extend: [{ approver: "所长" }] })],
    ["a stop at a field that is not there", withRule({ stop: [{ from: "nothing", until: "leftAt" }] })],
    ["no basis", withRule({ basis: [] })],
    ["format 2", canonicalJson({ ...PACK, format: 2 })],
    ["revision 0", canonicalJson({ ...PACK, revision: 0 })],
  ])("%s is refused", (_, body) => {
    const result = shapeOf(body);
    expect(result.ok ? "ok" : result.refusal.code).toBe("bad-shape");
  });

  test("a __proto__ key changes nothing", () => {
    const result = shapeOf(
      canonicalJson(PACK).replace('{"checklists"', '{"__proto__":{"format":1},"checklists"'),
    );
    expect(result.ok).toBe(false);
  });
});

describe("canonical JSON", () => {
  test("is one text for one value, whatever the order of keys", () => {
    expect(canonicalJson({ b: [1, { d: null, c: "法" }], a: undefined, A: true })).toBe(
      '{"A":true,"b":[1,{"c":"法","d":null}]}',
    );
    const text = canonicalJson(PACK);
    expect(canonicalJson(JSON.parse(text))).toBe(text);
  });

  test("refuses what JSON cannot say", () => {
    const loop: Record<string, unknown> = {};
    loop.self = loop;
    for (const value of [Number.NaN, () => 1, 1n, loop, undefined])
      expect(() => canonicalJson(value)).toThrow(TypeError);
  });
});
