// Proves what a layer may do to the pack above it, and that each change is kept with its layer and reason.
import { describe, expect, test } from "vitest";
import { prepare } from "../prepare.ts";
import { packHash, shapeOf } from "../signed-pack.ts";
import { bodyOf } from "../wire/pack-body.ts";
import { effectivePack } from "./effective.ts";
import type { Layer, LayerChange, LayeredRule } from "./layer.ts";
import { readLayer } from "./read-layer.ts";
import { ADDED, BASE, layerOf, tighten } from "./sample-layers.ts";

const after = (layers: readonly Layer[], id: string): LayeredRule => {
  const made = effectivePack(BASE, layers);
  if (!made.ok) throw new Error(made.refusal.message);
  return made.value.pack.rules.find((rule) => rule.id === id)!;
};

const refusal = (...layers: readonly Layer[]): { code: string; message: string } => {
  const made = effectivePack(BASE, layers);
  return made.ok ? { code: "", message: "" } : made.refusal;
};

const province = (...changes: LayerChange[]) => layerOf("province", changes);

test("without layers every rule is the nation's and nothing else changes", () => {
  const made = effectivePack(BASE, []);
  if (!made.ok) throw new Error(made.refusal.message);
  const { rules, layers, ...rest } = made.value.pack;
  expect(layers).toEqual([]);
  expect({ ...rest, rules: rules.map(({ from: _, ...rule }) => rule) }).toEqual(BASE);
  expect(rules[0]?.from).toEqual({ level: "nation", layer: "样例发布方", changes: [] });
});

test("a province shortens, a city shortens again, and the rule tells both", () => {
  const city = layerOf("city", [
    tighten("hold-overrun", { limit: "90 minutes", title: "留置超过九十分钟" }, { by: "市局程序规定第三条" }),
  ]);
  const rule = after(
    [province(tighten("hold-overrun", { limit: "2 hours", title: "留置超过二小时" })), city],
    "hold-overrun",
  );
  expect(rule.clock?.limit).toEqual({ amount: 90, unit: "minutes" });
  expect(rule.title).toBe("留置超过九十分钟");
  expect(rule.from.changes.map(({ layer, key, was, is }) => [layer, key, was, is])).toEqual([
    ["星河省公安厅", "limit", "3 小时", "2 小时"],
    ["星河省公安厅", "title", "留置超过三小时", "留置超过二小时"],
    ["星河市公安局", "limit", "2 小时", "90 分钟"],
    ["星河市公安局", "title", "留置超过二小时", "留置超过九十分钟"],
  ]);
  expect(rule.from.changes[2]).toMatchObject({ reason: "本地要求更严", by: "市局程序规定第三条" });
});

test("weight, status, warnings and loudness go up", () => {
  const rule = after(
    [
      province(
        tighten("answer-late", {
          weight: "red-line",
          status: "live",
          warn: ["15 days", "10 days", "3 days"],
        }),
      ),
    ],
    "answer-late",
  );
  expect(rule).toMatchObject({ weight: "red-line", status: "live" });
  expect(rule.from.changes.map(({ key }) => key)).toEqual(["weight", "status", "warn"]);
  expect(
    after([province(tighten("hold-unlisted", { quiet: false }))], "hold-unlisted").quiet,
  ).toBeUndefined();
});

test("a rule that becomes a red line may wait in the panel from the beginning, not afterwards", () => {
  const raised = province(tighten("answer-late", { weight: "red-line", quiet: true }));
  expect(after([raised], "answer-late")).toMatchObject({ weight: "red-line", quiet: true });
  const loud = province(tighten("answer-late", { weight: "red-line" }));
  expect(refusal(loud, layerOf("city", [tighten("answer-late", { quiet: true })])).code).toBe(
    "loosens-red-line",
  );
});

test("what already holds is no change", () => {
  expect(
    after([province(tighten("hold-overrun", { limit: "180 minutes", weight: "red-line" }))], "hold-overrun")
      .from.changes,
  ).toEqual([]);
});

describe("a red line is never loosened", () => {
  test.each<[string, Record<string, unknown>]>([
    ["limit", { limit: "4 hours", title: "留置超过四小时" }],
    ["limit", { limit: "1 months", title: "留置超过一个月" }],
    ["weight", { weight: "serious" }],
    ["status", { status: "shadow" }],
    ["status", { status: "retired" }],
    ["status", { status: "draft" }],
    ["warn", { warn: ["30 minutes"] }],
    ["warn", { warn: ["3 hours", "2 hours", "10 minutes"] }],
    ["quiet", { quiet: true }],
    ["title", { title: "没有什么" }],
    ["title", { title: "没有什么", limit: "3 hours" }],
    ["unless", { unless: [] }],
    ["extend", { extend: [{ to: "48 hours", approver: "所长" }] }],
    ["stop", { stop: [] }],
    ["when", { when: "false" }],
    ["require", { require: "true" }],
    ["count", { count: "workdays" }],
    ["kinds", { kinds: ["行政"] }],
    ["audience", { audience: "legal" }],
  ])("by %s: %o", (key, keys) => {
    const { code, message } = refusal(province(tighten("hold-overrun", keys)));
    expect(code).toBe("loosens-red-line");
    expect(message).toMatch(new RegExp(`^星河省公安厅：hold-overrun（留置超过三小时）[^a-z：]+（${key}）：`));
  });

  test("by switching it off", () => {
    const off: LayerChange = { rule: "hold-overrun", reason: "用不着", off: true };
    expect(refusal(province(off)).code).toBe("loosens-red-line");
  });

  test("nor what a layer above made a red line", () => {
    const raised = province(tighten("answer-late", { weight: "red-line" }));
    const off = layerOf("city", [{ rule: "answer-late", reason: "用不着", off: true }]);
    expect(refusal(raised, off).code).toBe("loosens-red-line");
    expect(refusal(off).code).toBe("");
  });
});

test("other rules are tightened only as well, and switched off with a reason that stays", () => {
  expect(refusal(province(tighten("answer-late", { limit: "60 days", title: "久未答复" }))).code).toBe(
    "bad-layer",
  );
  const off = province({ rule: "answer-late", reason: "本省另有系统提醒", off: true });
  const rule = after([off], "answer-late");
  expect(rule.status).toBe("retired");
  expect(rule.from.changes).toMatchObject([{ key: "off", reason: "本省另有系统提醒", is: "停用" }]);
  expect(refusal(off, layerOf("city", [tighten("answer-late", { weight: "red-line" })])).message).toContain(
    "已经停用",
  );
  const made = effectivePack(BASE, [off]);
  expect(made.ok && prepare(made.value.pack).rules.some((one) => one.rule.id === "answer-late")).toBe(false);
});

test("a shorter limit wants a title that does not lie", () => {
  expect(refusal(province(tighten("hold-overrun", { limit: "2 hours" }))).message).toContain("新的标题");
});

test("a hard gate wants two people beside the author, and a red line", () => {
  const hard = (approvedBy: readonly string[]) =>
    refusal(province(tighten("hold-overrun", { gate: "hard" }, { approvedBy }))).code;
  expect(hard([])).toBe("bad-layer");
  expect(hard(["李某", "李某"])).toBe("bad-layer");
  expect(hard(["李某", "韩某某"])).toBe("bad-layer");
  expect(hard(["李某", "王某"])).toBe("");
  expect(refusal(province(tighten("answer-late", { gate: "soft" }))).message).toContain("只有红线");
});

test("a template goes live with its local limit and basis", () => {
  const statutes = [
    {
      title: "星河省接处警规定",
      short: "省规定",
      editions: [{ edition: "2025-01-01", from: "2025-02-01", label: "2025" }],
    },
  ];
  const basis = [{ statute: "星河省接处警规定", edition: "2025-01-01", article: "9" }];
  const local: LayerChange = {
    rule: "arrival-late",
    reason: "本省规定十五分钟",
    configure: { limit: "15 minutes", basis, when: 'kind == "继续盘问"' },
  };
  const rule = after([layerOf("province", [local], { statutes })], "arrival-late");
  expect(rule).toMatchObject({ status: "live", basis, clock: { limit: { amount: 15, unit: "minutes" } } });
  expect(rule.needs).toBeUndefined();
  expect(rule.when).toEqual(["==", ["var", "kind"], ["lit", "继续盘问"]]);
  expect(refusal(province(local)).message).toContain("没有收录《星河省接处警规定》");
  const unset = { ...local, configure: { basis } };
  expect(refusal(layerOf("province", [unset], { statutes })).message).toContain("要写本地的期限");
  const again = layerOf("city", [local]);
  expect(refusal(layerOf("province", [local], { statutes }), again).message).toContain("不等待本地值");
});

test("an added rule is checked with its examples and says its layer", () => {
  const add = layerOf("bureau", [], { add: [ADDED] });
  expect(after([add], "local-overrun").from).toEqual({ level: "bureau", layer: "云岭县公安局", changes: [] });
  const wrong = { ...ADDED, examples: ADDED.examples.map((one) => ({ ...one, expect: "met" as const })) };
  expect(refusal(layerOf("bureau", [], { add: [wrong] })).code).toBe("bad-rule");
  expect(refusal(layerOf("bureau", [], { add: [{ ...ADDED, id: "hold-overrun" }] })).message).toContain(
    "已经有了",
  );
});

test("an unknown rule is refused with the nearest, and no rule is changed twice by one layer", () => {
  expect(refusal(province(tighten("hold-overun", { weight: "red-line" })))).toMatchObject({
    code: "not-found",
    message: "星河省公安厅：没有规则 hold-overun，是不是 hold-overrun",
  });
  const one = tighten("answer-late", { weight: "red-line" });
  expect(refusal(province(one, one)).message).toContain("写了两次");
});

test("a level comes once and below the one above", () => {
  const [up, down] = [layerOf("province", []), layerOf("city", [])];
  expect(refusal(up, down).code).toBe("");
  expect(refusal(down, up).code).toBe("bad-layer");
  expect(refusal(up, up).code).toBe("bad-layer");
});

test("at most forty red lines interrupt", () => {
  const many = Array.from({ length: 40 }, (_, i) => ({ ...BASE.rules[0]!, id: `hold-overrun-${i}` }));
  const made = effectivePack({ ...BASE, rules: many }, [
    layerOf("city", [], { add: [{ ...ADDED, weight: "red-line" }] }),
  ]);
  expect(made.ok ? "" : made.refusal.message).toContain("41 条");
});

test("a document is read strictly", () => {
  const doc = { level: "city", name: "星河市公安局", author: "韩某某" };
  expect(readLayer(doc)).toEqual({ ok: true, value: { ...doc, changes: [], add: [] } });
  const said = (change: unknown) => {
    const read = readLayer({ ...doc, changes: [change] }, "city.yaml");
    return read.ok ? "" : read.refusal.message;
  };
  expect(said({ rule: "a", off: true })).toBe("city.yaml：changes.0.reason：要写理由（reason）");
  expect(said({ rule: "a", reason: "x", off: true, tighten: {} })).toContain("写其中一个");
  expect(said({ rule: "a", reason: "x" })).toContain("写其中一个");
  expect(said({ rule: "a", reason: "x", of: true })).toContain("没有这个键");
});

test("the effective pack is a pack as pages take it, origin and all", () => {
  const made = effectivePack(BASE, [
    province(tighten("hold-overrun", { gate: "hard" }, { approvedBy: ["李某", "王某"] })),
  ]);
  if (!made.ok) throw new Error(made.refusal.message);
  const body = bodyOf(made.value.pack);
  expect(packHash(body)).toBe(made.value.hash);
  expect(shapeOf(body)).toEqual({ ok: true, value: made.value.pack });
});
