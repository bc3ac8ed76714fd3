// Only rules that a layer touched have an origin to name, and only where the page shows them.
import { expect, test } from "vitest";
import type { Finding } from "../../shared/rules/finding.ts";
import type { Origin } from "../../shared/rules/layers/layer.ts";
import type { PackedRule } from "../../shared/rules/pack.ts";
import { originsOf } from "./origins.ts";

const nation: Origin = { level: "nation", layer: "第一粒扣", changes: [] };
const local: Origin = { level: "bureau", layer: "云岭县公安局", changes: [] };
const change = {
  level: "city",
  layer: "星河市公安局",
  key: "off",
  was: "生效",
  is: "停用",
  reason: "另有系统",
} as const;
const changed: Origin = { ...nation, changes: [change] };
const rule = (id: string, from?: Origin): PackedRule => ({ id, ...(from && { from }) }) as PackedRule;
const rules = [
  rule("bare"),
  rule("national", nation),
  rule("added", local),
  rule("off", changed),
  rule("far", local),
];
const findings = ["bare", "national", "added"].map((one) => ({ rule: one })) as Finding[];

test("findings and lines of checklists name theirs", () => {
  const lists = [{ items: [{ id: "i", say: "查", rule: "off" }] }];
  expect(originsOf(rules, findings, lists)).toEqual({ added: local, off: changed });
  expect(originsOf(rules, findings, [])).toEqual({ added: local });
});

test("a pack without layers names none", () => {
  expect(originsOf([rule("bare"), rule("national", nation)], findings, [])).toEqual({});
});
