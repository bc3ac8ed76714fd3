// Proves that words are fetched only where they are not held, and that what is put together again is what was signed.
import { expect, test } from "vitest";
import { accepted, type Result, refused } from "../../facts/errors.ts";
import { basePlan } from "../../time/holidays.ts";
import { canonicalJson } from "../canonical.ts";
import { packRule } from "../check-rule.ts";
import type { Pack, SignedPack } from "../pack.ts";
import { SAMPLE, SAMPLE_LAW } from "../sample-rule.ts";
import { signPack, verifyPack } from "../signed-pack.ts";
import { judgingPart, madeWhole, wordsOf } from "./held-words.ts";
import { partsOf } from "./pack-body.ts";

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

const none = async (_hash: string): Promise<Result<{ words: string }>> => refused("not-found", "none");
const from = (pack: SignedPack) => async (hash: string) => {
  const words = wordsOf(pack.body, hash);
  return words === undefined ? refused("not-found", "other words") : accepted({ words });
};
const opened = async (pack: SignedPack, held: string, fetch = none): Promise<string> => {
  const whole = await madeWhole(judgingPart(pack.body), held, fetch);
  if (!whole.ok) return whole.refusal.code;
  const read = verifyPack({ ...pack, body: whole.value }, pack.key, 1);
  return read.ok ? "ok" : read.refusal.code;
};

test("who holds the words needs the first line alone", async () => {
  expect(judgingPart(graver.body).length).toBeLessThan(graver.body.length);
  expect(await opened(graver, held.body)).toBe("ok");
  expect(await opened(renamed, renamed.body)).toBe("ok");
});

test("other words are fetched by their hash; without them there is no pack", async () => {
  expect(await opened(renamed, held.body, from(renamed))).toBe("ok");
  expect(await opened(renamed, held.body)).toBe("not-found");
  expect(await opened(renamed, "", from(held))).toBe("not-found");
});

test("a first line with the words of another pack is not what was signed", async () => {
  expect(await opened(renamed, "", async () => accepted({ words: partsOf(held.body).words! }))).toBe(
    "bad-signature",
  );
});

test("a pack of the earlier form is sent whole and asks for nothing", async () => {
  const old = canonicalJson(packOf(1, {}));
  expect(judgingPart(old)).toBe(old);
  expect(await madeWhole(old, held.body, none)).toEqual(accepted(old));
  expect(wordsOf(old, "00".repeat(32))).toBeUndefined();
});
