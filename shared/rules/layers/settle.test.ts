// Proves that a layer above never waits for those below: the overtaken change is set aside by name, the stricter stands.
import { describe, expect, test } from "vitest";
import { begun, effectivePack } from "./effective.ts";
import type { Layer, LayerChange } from "./layer.ts";
import { ADDED, BASE, layerOf, tighten } from "./sample-layers.ts";
import { settledOnto, settledPack } from "./settle.ts";

const shorter = (limit: string): LayerChange => tighten("hold-overrun", { limit, title: `留置超过${limit}` });
const off: LayerChange = { rule: "answer-late", reason: "另有系统提醒", off: true };
const filled: LayerChange = {
  rule: "arrival-late",
  reason: "本地规定",
  configure: {
    limit: "15 minutes",
    basis: [{ statute: "样例程序规定", edition: "2018-11-25", article: "3" }],
  },
};

const settled = (...layers: readonly Layer[]) => settledPack(BASE, layers);
const ruleIn = (made: ReturnType<typeof settled>, id: string) =>
  made.pack.rules.find((rule) => rule.id === id)!;

test("where every layer holds it is the effective pack, to the byte", () => {
  const layers = [
    layerOf("province", [shorter("2 hours")]),
    layerOf("bureau", [off, filled], { add: [ADDED] }),
  ];
  const strict = effectivePack(BASE, layers);
  expect(strict.ok && { ...strict.value, aside: [] }).toEqual(settledPack(BASE, layers));
});

describe("a new revision above", () => {
  test("that is stricter overtakes the change below, of which the rest holds", () => {
    const below = layerOf("bureau", [shorter("2 hours"), off, filled], { add: [ADDED] });
    const made = settled(layerOf("province", [shorter("1 hours")]), below);
    expect(made.aside.map(({ layer, rule, code }) => [layer, rule, code])).toEqual([
      ["云岭县公安局", "hold-overrun", "loosens-red-line"],
    ]);
    expect(made.aside[0]?.message).toContain("期限现在是 1 小时");
    expect(ruleIn(made, "hold-overrun").clock?.limit).toEqual({ amount: 1, unit: "hours" });
    expect(ruleIn(made, "answer-late").status).toBe("retired");
    expect(ruleIn(made, "arrival-late").clock?.limit).toEqual({ amount: 15, unit: "minutes" });
    expect(made.pack.rules.some(({ id }) => id === "local-overrun")).toBe(true);
  });
  test("that makes a red line of a rule switches it on again below", () => {
    const raised = layerOf("province", [tighten("answer-late", { weight: "red-line", status: "live" })]);
    const made = settled(raised, layerOf("bureau", [off]));
    expect(ruleIn(made, "answer-late")).toMatchObject({ weight: "red-line", status: "live" });
    expect(made.aside).toHaveLength(1);
  });
  test("that leaves a rule alone leaves the change below alone", () => {
    const made = settled(layerOf("province", [off]), layerOf("bureau", [filled]));
    expect(made.aside).toEqual([]);
    expect(ruleIn(made, "arrival-late").status).toBe("live");
  });
  test("that fills in the same template leaves the stricter local value, never a milder one", () => {
    const above = (limit: string) =>
      layerOf("province", [{ ...filled, configure: { ...filled.configure!, limit } }]);
    const below = layerOf("bureau", [filled]);
    const kept = settledOnto(begun(BASE), [above("20 minutes"), below]);
    expect(kept.aside).toEqual([]);
    const rule = kept.pack.rules.find(({ id }) => id === "arrival-late")!;
    expect(rule.clock?.limit).toEqual({ amount: 15, unit: "minutes" });
    expect(rule.from.changes[rule.from.changes.length - 1]).toMatchObject({
      level: "bureau",
      was: "20 分钟",
      is: "15 分钟",
    });
    // What is kept is a good layer by itself.
    expect(effectivePack(BASE, kept.kept).ok).toBe(true);
    const milder = settled(above("10 minutes"), below);
    expect(milder.aside.map(({ rule: id }) => id)).toEqual(["arrival-late"]);
    expect(ruleIn(milder, "arrival-late").clock?.limit.amount).toBe(10);
  });
  test("that adds the same rule, or the same local text, takes its place", () => {
    const statutes = [
      {
        title: "样例办法",
        short: "办法",
        editions: [{ edition: "2025-01-01", from: "2025-01-01", label: "2025" }],
      },
    ];
    const made = settled(
      layerOf("province", [], { add: [ADDED], statutes }),
      layerOf("bureau", [off], { add: [ADDED], statutes }),
    );
    expect(made.aside.map(({ rule }) => rule)).toEqual(["local-overrun"]);
    expect(ruleIn(made, "local-overrun").from.level).toBe("province");
    expect(ruleIn(made, "answer-late").status).toBe("retired");
    expect(made.pack.statutes.filter(({ title }) => title === "样例办法")).toHaveLength(1);
  });
});

test("a layer in the wrong place is set aside whole", () => {
  const made = settled(layerOf("bureau", []), layerOf("province", [off]));
  expect(made.aside).toMatchObject([{ rule: "", code: "bad-layer" }]);
  expect(ruleIn(made, "answer-late").status).toBe("shadow");
});

test("a pack never grows beyond what pages take", () => {
  const rules = Array.from({ length: 2_000 }, (_, i) => ({ ...BASE.rules[2]!, id: `answer-late-${i}` }));
  const statutes = Array.from({ length: 500 }, (_, i) => ({ ...BASE.statutes[0]!, title: `样例法${i}` }));
  const grown = (base: Partial<typeof BASE>, more: Partial<Layer>): string => {
    const made = effectivePack({ ...BASE, ...base }, [layerOf("bureau", [], more)]);
    return made.ok ? "" : `${made.refusal.code} ${made.refusal.message}`;
  };
  expect(grown({ rules: rules.slice(1) }, { add: [ADDED] })).toBe("");
  expect(grown({ rules }, { add: [ADDED] })).toBe("bad-layer 云岭县公安局：规则将有 2001 条，最多 2000 条");
  const one = { ...statutes[0]!, title: "本地办法" };
  expect(grown({ statutes: [...statutes.slice(2), ...BASE.statutes] }, { statutes: [one] })).toContain(
    "501 部",
  );
});
