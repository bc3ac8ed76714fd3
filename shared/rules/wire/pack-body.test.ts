// Proves that a pack comes out of its text as it went in, and that a text which makes no pack is refused.
import { expect, test } from "vitest";
import { basePlan } from "../../time/holidays.ts";
import { canonicalJson } from "../canonical.ts";
import { packRule } from "../check-rule.ts";
import type { Pack, PackedRule } from "../pack.ts";
import type { Rule } from "../rule.ts";
import { SAMPLE, SAMPLE_LAW } from "../sample-rule.ts";
import { shapeOf } from "../signed-pack.ts";
import { bodyOf, packIn, partsOf } from "./pack-body.ts";

function packed(change: Partial<Rule>): PackedRule {
  const rule = packRule({ ...SAMPLE, ...change }, SAMPLE_LAW);
  if (!rule.ok) throw new Error(rule.refusal.message);
  return rule.value;
}

const PACK: Pack = {
  format: 1,
  issuer: "星河市公安局",
  revision: 7,
  label: "2026.3.1",
  publishedAt: "2026-03-01T09:00+08:00",
  rules: [
    packed({ when: 'kind == "拘传"' }),
    packed({
      id: "every-key",
      when: 'kind in ["拘传", "传唤"] && !blank(startedAt) && case.cause == "盗窃" && measures.exists(m, m.kind == "拘传")',
      unless: [
        { when: "blank(person)", say: "无人" },
        { when: 'approvedBy == "人民检察院" || kind == "传唤"', say: "有\t制\\表" },
      ],
      marker: "startedAt",
      titleDue: "还没有",
      guide: "一\n二",
      template: "",
      quiet: true,
    }),
    packed({ id: "asked-of-a-person", attest: { say: "看过原件" }, marker: "endedAt" }),
  ],
  checklists: [
    {
      id: "list",
      title: "清单",
      pages: ["case"],
      when: ["==", ["var", "cause"], ["lit", "盗窃"]],
      items: [
        { id: "every-key", say: "甲", rule: "every-key" },
        { id: "own-name", say: "乙", how: "怎么做", rule: "every-key", attest: true },
        { id: "free", say: "丙", how: "", attest: true },
        { id: "nothing", say: "丁", attest: false },
        { id: "gone", say: "戊", rule: "no-such-rule" },
      ],
    },
    { id: "other", title: "另一张", stage: "filing", pages: [], kinds: ["刑事"], items: [] },
  ],
  profiles: [],
  statutes: SAMPLE_LAW,
  holidays: basePlan,
};
const BODY = bodyOf(PACK);
const { core, words } = partsOf(BODY);

test("a pack comes out of its text as it went in, every key of it", () => {
  expect(packIn(BODY)).toEqual(PACK);
  expect(shapeOf(BODY)).toEqual({ ok: true, value: PACK });
});

test("what judges stands in the first line, what is only read below it", () => {
  expect(core).toContain("startedAt");
  for (const said of ["样例超时", "无人", "看过原件", "怎么做", "另一张"]) {
    expect(core).not.toContain(said);
    expect(words).toContain(said);
  }
});

test("the order of keys in memory does not change the text", () => {
  const turned = JSON.parse(canonicalJson(PACK)) as Pack;
  expect(bodyOf(turned)).toBe(BODY);
});

test("a pack of the earlier form, its own JSON, is read as before", () => {
  expect(packIn(canonicalJson(PACK))).toEqual(PACK);
  expect(shapeOf(canonicalJson(PACK))).toEqual({ ok: true, value: PACK });
});

const edited = (change: (body: Record<string, unknown>) => void): string => {
  const body = JSON.parse(core) as Record<string, unknown>;
  change(body);
  return `${JSON.stringify(body)}\n${words}`;
};

test.each<[string, string, string]>([
  ["without its words", core, "bad-shape"],
  ["with a line less", BODY.slice(0, BODY.lastIndexOf("\n")), "bad-shape"],
  ["with a line more", `${BODY}\n`, "bad-shape"],
  ["of the earlier form with words below", `${canonicalJson(PACK)}\nx`, "bad-shape"],
  ["cut short", core.slice(0, 200), "bad-json"],
  ["of another count", edited((body) => void (body["count"] = 1e9)), "bad-shape"],
  ["of no columns", edited((body) => void (body["rules"] = 1)), "bad-shape"],
  [
    "with a place that is not there",
    edited((body) => (body["rules"] as unknown[]).push(["gate", { of: ["soft"], at: [0, 9] }])),
    "bad-shape",
  ],
  [
    "with a key that is no name",
    edited((body) => (body["rules"] as unknown[]).push(["__proto__", [{ status: "live" }]])),
    "bad-shape",
  ],
  ["that cites what is not there", edited((body) => void (body["cites"] = [[99, 0]])), "bad-shape"],
])("a text %s is refused", (_, text, code) => {
  const read = shapeOf(text);
  expect(read.ok ? "ok" : read.refusal.code).toBe(code);
});
