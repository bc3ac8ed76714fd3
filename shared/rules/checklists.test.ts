// Proves that a checklist which does not hold is refused, and that a kind's list is offered only where the facts tell the kind.
import { describe, expect, test } from "vitest";
import { readFactsJson } from "../facts/read-json.ts";
import { parseInstant } from "../time/civil.ts";
import { basePlan } from "../time/holidays.ts";
import { lackingChecklists, packChecklists } from "./check-checklist.ts";
import { offeredChecklists } from "./offered.ts";
import type { Checklist } from "./pack.ts";
import { STAGES } from "./stages.ts";
import { readChecklistYaml } from "./yaml.ts";

const item = (id: string) => ({ id, say: "核对", attest: true });
const list = (part: Partial<Checklist> = {}): Checklist => ({
  id: "theft",
  title: "盗窃案件",
  pages: [],
  when: 'cause.contains("盗窃")\n',
  items: [item("a"), { id: "b", say: "批准", rule: "approved" }],
  ...part,
});
const RULES = [{ id: "approved" }];
const refusal = (...lists: readonly Checklist[]): string => {
  const result = packChecklists(lists, RULES);
  return result.ok ? "" : result.refusal.message;
};
const items = (count: number) => Array.from({ length: count }, (_, i) => item(`i${i}`));

describe("a checklist is refused for", () => {
  test.each<[string, readonly Checklist[], string]>([
    ["a rule that is not there", [list({ items: [{ id: "x", say: "批准", rule: "gone" }] })], "gone"],
    ["an item that nobody ticks", [list({ items: [{ id: "x", say: "批准" }] })], "attest: true"],
    ["two items of one id", [list({ items: [item("x"), item("x")] })], "有两项都叫 x"],
    [
      "one id for two duties",
      [list(), list({ id: "fraud", items: [{ id: "a", say: "批准", rule: "approved" }] })],
      "在别的清单里是另一件事",
    ],
    ["a stage that is none", [list({ stage: "trial" })], "trial 不是办案环节"],
    ["a kind of case that is none", [list({ kinds: ["民事"] })], "民事"],
    ["a condition on a field that is not there", [list({ when: 'cuase == "盗窃"' })], "when"],
    ["a condition that is no yes or no", [list({ when: "cause" })], "真或假"],
  ])("%s", (_, lists, says) => {
    expect(refusal(...lists)).toContain(says);
  });
});

test("the same duty may stand in two lists, and a packed condition packs again", () => {
  expect(refusal(list(), list({ id: "fraud" }))).toBe("");
  const once = packChecklists([list()], RULES);
  expect(once.ok && Array.isArray(once.value[0]?.when)).toBe(true);
  expect(once.ok && packChecklists(once.value, RULES)).toEqual(once);
});

test("a catalogue lacks what it lacks: a stage, items, a word about which cases it is for", () => {
  const stages = STAGES.map(({ id }) => {
    const { when: _, ...rest } = list({ id, stage: id });
    return rest;
  });
  const whole = list({ items: items(12) });
  expect(lackingChecklists([...stages, whole])).toEqual([]);
  expect(lackingChecklists([...stages.slice(1), whole])[0]).toContain("接处警");
  expect(lackingChecklists([...stages, list({ items: items(11) })])[0]).toContain("只有 11 项");
  const { when: _, ...unsaid } = whole;
  expect(lackingChecklists([...stages, unsaid])[0]).toContain("kinds、when");
});

test("a misspelt key in the file is refused", () => {
  const text = "id: theft\ntitle: 盗窃\npages: []\nwhem: |\n  true\nitems: []\n";
  expect(readChecklistYaml(text, "theft.yaml")).toMatchObject({ ok: false });
});

describe("offered is", () => {
  const packed = packChecklists(
    [
      list(),
      list({ id: "drugs", when: 'cause.contains("毒") || adminKind == "禁毒"', items: [item("d")] }),
      { id: "criminal", title: "刑事案件", pages: [], kinds: ["刑事"], items: [item("c")] },
      { id: "intake", title: "接处警", stage: "intake", pages: [], items: [item("s")] },
    ],
    RULES,
  );
  const now = parseInstant("2026-11-20T10:00+08:00");
  test.each<[string, Record<string, unknown>, readonly string[]]>([
    ["the stage alone while nothing is read", {}, ["intake"]],
    ["the kind that the cause tells", { case: { cause: "入户盗窃" } }, ["theft", "intake"]],
    [
      "all of a criminal theft",
      { case: { cause: "盗窃", category: "刑事" } },
      ["theft", "criminal", "intake"],
    ],
    ["not the criminal list in an administrative case", { case: { category: "行政" } }, ["intake"]],
    ["no kind while the cause is blank", { case: { cause: null, adminKind: null } }, ["intake"]],
    ["what one half of the condition proves", { case: { adminKind: "禁毒" } }, ["drugs", "intake"]],
  ])("%s", (_, facts, ids) => {
    const sheet = readFactsJson(facts);
    if (!packed.ok || !sheet.ok || typeof now !== "number") throw new Error("unreadable sample");
    expect(offeredChecklists(packed.value, sheet.value, now, basePlan).map(({ id }) => id)).toEqual(ids);
  });
});
