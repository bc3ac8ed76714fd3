// What a page can prove about a ledger, and every way in which a ledger can be wrong.
import { beforeEach, expect, it } from "vitest";
import { accepted, refused } from "../../../shared/facts/errors.ts";
import { CASE, type SampleLedger, sampleLedger, UNIT } from "../sample/ledger.ts";
import { type Growth, holds, type Ledger, prove, proveGrowth, type Seen, saidDeleted } from "./prove.ts";

let ledger: SampleLedger;
beforeEach(() => {
  ledger = sampleLedger();
  for (const kind of ["facts", "findings", "signed"]) ledger.add(kind);
  ledger.add("noted", "扣押后应移交保管人员。");
  ledger.add("facts", undefined, "警综平台:OTHER");
});

const seenNow = (): Seen => {
  const { checkpoint, ledgerKey } = ledger.show();
  return { key: ledgerKey, checkpoint, at: 0 };
};

const lineWith = (change: Partial<Ledger["lines"][number]>, at = 3): Ledger => {
  const shown = ledger.show();
  return { ...shown, lines: shown.lines.map((line, i) => (i === at ? { ...line, ...change } : line)) };
};

const growth = async (seen: Seen | undefined, proof?: readonly string[]): Promise<Growth> => {
  const { point } = prove(ledger.show(), CASE, seen);
  if (point === undefined) throw new Error("the sample ledger does not hold");
  return proveGrowth(point, seen, async (from, to) => accepted(proof ?? ledger.consistency(from, to)));
};

it("holds for a ledger as it was written", () => {
  const proven = prove(ledger.show(), CASE, undefined);
  expect(proven.lines).toEqual([true, true, true, true]);
  expect(proven).toMatchObject({ key: "first", origin: `first-button/${UNIT}`, refusal: undefined });
  expect(holds({ ...proven, growth: { is: "first" } })).toBe(true);
});

it("sees an altered line at that line, whatever was altered", () => {
  const record = ledger.show().lines[3]?.record ?? "";
  for (const change of [
    { record: record.replace("noted", "viewed") },
    { kind: "viewed" },
    { by: "m2" },
    { at: "2026-11-20T09:00:00.000Z" },
    { index: 2 },
    { leaf: "00".repeat(32) },
    { proof: [] },
    { said: "没有问题。" },
    { salt: null },
    { record: "{" },
  ])
    expect(prove(lineWith(change), CASE, undefined).lines, JSON.stringify(change)).toEqual([
      true,
      true,
      true,
      false,
    ]);
});

it("keeps verifying when a text was deleted, and says so", () => {
  const deleted = lineWith({ said: null, salt: null });
  expect(prove(deleted, CASE, undefined).lines).toEqual([true, true, true, true]);
  expect(deleted.lines.map(saidDeleted)).toEqual([false, false, false, true]);
});

it("does not take another case's lines for this one's", () => {
  const other = ledger.show("警综平台:OTHER");
  expect(prove(other, CASE, undefined).lines).toEqual([false]);
});

it("refuses a checkpoint that another key has signed, and notices a changed key", () => {
  const shown = ledger.show();
  const foreign = sampleLedger(9).show();
  const forged = prove({ ...shown, ledgerKey: foreign.ledgerKey }, CASE, undefined);
  expect(forged.point).toBeUndefined();
  expect(forged.refusal).toBe("检查点的签名不符");
  expect(forged.lines.some(Boolean)).toBe(false);
  const proven = prove(shown, CASE, { key: foreign.ledgerKey, checkpoint: "", at: 0 });
  expect(proven.key).toBe("changed");
  expect(holds({ ...proven, growth: { is: "same" } })).toBe(false);
});

it("follows a tree that only grew", async () => {
  expect(await growth(undefined)).toEqual({ is: "first" });
  const seen = seenNow();
  expect(await growth(seen)).toEqual({ is: "same" });
  ledger.add("signed");
  ledger.add("done");
  expect(await growth(seen)).toEqual({ is: "grown", from: 5, to: 7 });
});

it("sees a past that was rewritten, shortened or left unproven", async () => {
  const seen = seenNow();
  ledger.add("signed");
  expect(await growth(seen, [])).toEqual({ is: "broken" });
  expect(await growth(seen, ["zz"])).toEqual({ is: "broken" });
  ledger = sampleLedger();
  for (let i = 0; i < 6; i++) ledger.add("facts");
  expect(await growth(seen)).toEqual({ is: "broken" });
  ledger = sampleLedger();
  for (let i = 0; i < 5; i++) ledger.add("facts");
  expect(await growth(seen)).toEqual({ is: "broken" });
  ledger = sampleLedger();
  ledger.add("facts");
  expect(await growth(seen)).toEqual({ is: "shrunk", from: 5, to: 1 });
  const { point } = prove(ledger.show(), CASE, undefined);
  const later = { ...seen, checkpoint: seen.checkpoint.replace("\n5\n", "\n4\n") };
  expect((await proveGrowth(point!, later, async () => refused("busy", "连不上"))).is).toBe("unproven");
});

it("counts an unproven growth as not holding", async () => {
  const seen = seenNow();
  ledger.add("signed");
  const proven = prove(ledger.show(), CASE, seen);
  const unproven = await proveGrowth(proven.point!, seen, async () => refused("busy", "连不上服务"));
  expect(unproven).toEqual({ is: "unproven", why: "连不上服务" });
  expect(holds({ ...proven, growth: unproven })).toBe(false);
});
