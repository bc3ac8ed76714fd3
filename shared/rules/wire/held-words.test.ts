// Proves that words are spared only to who holds those very words, and that what is put together again is what was signed.
import { expect, test } from "vitest";
import { basePlan } from "../../time/holidays.ts";
import { canonicalJson } from "../canonical.ts";
import { packRule } from "../check-rule.ts";
import type { Pack } from "../pack.ts";
import { SAMPLE, SAMPLE_LAW } from "../sample-rule.ts";
import { signPack, verifyPack } from "../signed-pack.ts";
import { heldWords, withoutWords, withWords } from "./held-words.ts";

const SECRET = "11".repeat(32);

function packOf(revision: number, change: { title?: string; weight?: "serious" | "reminder" }): Pack {
  const rule = packRule({ ...SAMPLE, ...change }, SAMPLE_LAW);
  if (!rule.ok) throw new Error(rule.refusal.message);
  return {
    format: 1,
    issuer: "星河市公安局",
    revision,
    label: `2026.3.${revision}`,
    publishedAt: "2026-03-01T09:00+08:00",
    rules: [rule.value],
    checklists: [],
    profiles: [],
    statutes: SAMPLE_LAW,
    holidays: basePlan,
  };
}
const held = signPack(packOf(1, {}), SECRET);
const graver = signPack(packOf(2, { weight: "reminder" }), SECRET);
const renamed = signPack(packOf(2, { title: "另一个标题" }), SECRET);

test("who holds the words is sent the first line, and has the pack as it was signed", () => {
  const sent = withoutWords(graver.body, heldWords(held.body));
  expect(sent.length).toBeLessThan(graver.body.length);
  expect(graver.body.startsWith(sent)).toBe(true);
  const body = withWords(sent, held.body);
  expect(verifyPack({ ...graver, body }, graver.key, 1).ok).toBe(true);
});

test("other words are sent whole, also to who says nothing", () => {
  expect(withoutWords(renamed.body, heldWords(held.body))).toBe(renamed.body);
  expect(withoutWords(renamed.body, undefined)).toBe(renamed.body);
  expect(withWords(renamed.body, held.body)).toBe(renamed.body);
});

test("a first line with the words of another pack is not what was signed", () => {
  const body = withWords(withoutWords(graver.body, heldWords(graver.body)), renamed.body);
  const read = verifyPack({ ...graver, body }, graver.key);
  expect(read.ok ? "ok" : read.refusal.code).toBe("bad-signature");
});

test("a pack of the earlier form has no words to spare, and gets none", () => {
  const old = canonicalJson(packOf(1, {}));
  expect(heldWords(old)).toBeUndefined();
  expect(withoutWords(graver.body, heldWords(old))).toBe(graver.body);
  expect(withWords(old, held.body)).toBe(old);
});
