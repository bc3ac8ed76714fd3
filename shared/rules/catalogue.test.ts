// Proves that the shipped catalogue is whole: its stages, every part of every card, its lengths, and that no field left unread turns a verdict.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readFactsJson } from "../facts/read-json.ts";
import { editionOn, statuteOf } from "../law/edition.ts";
import { STATUTES } from "../law/statutes.ts";
import { parseInstant } from "../time/civil.ts";
import { basePlan } from "../time/holidays.ts";
import { checkRule } from "./build-pack.ts";
import { packRule } from "./check-rule.ts";
import { runExamples } from "./examples.ts";
import { fieldsRead } from "./fields-read.ts";
import type { Verdict } from "./finding.ts";
import { judge } from "./judge.ts";
import type { PackedRule } from "./pack.ts";
import { prepareRule } from "./prepare.ts";
import type { Example, Rule } from "./rule.ts";
import { STAGES } from "./stages.ts";
import { readChecklistYaml, readRuleYaml } from "./yaml.ts";

const FOLDER = join(import.meta.dirname, "catalogue");
const PAGES = ["incident", "filing", "case", "measures", "interview", "property", "approval"];
/** First words of a remedy: what to do, not what is wrong. */
const VERBS =
  /^(转为|核对|填写|补登|制作|呈批|移送|请|结束|暂停|安排|停止|告知|解除|送看守所|提请|移交|会同|新建)/;
const law = { statutes: STATUTES, holidays: basePlan };

const yaml = (stage: string) =>
  readdirSync(join(FOLDER, stage))
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => ({ name, text: readFileSync(join(FOLDER, stage, name), "utf8") }));

const rules: readonly Rule[] = STAGES.flatMap(({ id }) =>
  yaml(id).map(({ name, text }) => {
    const rule = readRuleYaml(text, `${id}/${name}`);
    if (!rule.ok) throw new Error(rule.refusal.message);
    return rule.value;
  }),
);
const checklists = yaml("checklists").map(({ name, text }) => {
  const list = readChecklistYaml(text, name);
  if (!list.ok) throw new Error(list.refusal.message);
  return list.value;
});

function packed(rule: Rule): PackedRule {
  const one = packRule(rule, STATUTES);
  if (!one.ok) throw new Error(one.refusal.message);
  return one.value;
}

const verdictOf = (
  rule: PackedRule,
  given: Example["given"],
  now: string,
  on?: string,
): Verdict | undefined => {
  const sheet = readFactsJson(given);
  const at = parseInstant(now);
  if (!sheet.ok || typeof at !== "number") throw new Error(`${rule.id}: unreadable example`);
  const one = { revision: 0, hash: "", holidays: basePlan, rules: [prepareRule(rule, STATUTES)] };
  const { findings } = judge(one, sheet.value, at);
  return findings.find((finding) => on === undefined || finding.on === on)?.verdict;
};

test("five stages, at least twenty live rules, each stage with its own", () => {
  expect(rules.filter(({ status }) => status === "live").length).toBeGreaterThanOrEqual(20);
  for (const { id } of STAGES)
    expect(rules.filter(({ stage }) => stage === id).length, id).toBeGreaterThanOrEqual(4);
  expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
  expect(readdirSync(FOLDER).sort()).toEqual([...STAGES.map(({ id }) => id), "checklists"].sort());
});

describe.each(rules.map((rule) => [rule.id, rule] as const))("%s", (_, rule) => {
  const one = packed(rule);

  test("is accepted by the check that builds packs", () => {
    const checked = checkRule(rule, law);
    expect(checked.ok ? "" : checked.refusal.message).toBe("");
  });

  test("has every part of a card within its length", () => {
    for (const title of [rule.title, rule.titleDue ?? ""])
      expect([...title].length, title).toBeLessThanOrEqual(18);
    expect(rule.clock === undefined || rule.titleDue !== undefined || one.clock?.warn.length === 1).toBe(
      true,
    );
    const why = rule.why ?? "";
    expect(why).not.toBe("");
    expect([...why.replace(/\{[^}]*\}/g, "")].length, why).toBeLessThanOrEqual(40);
    expect(rule.fix).toMatch(VERBS);
    for (const sentence of rule.fix.split("。"))
      expect([...sentence].length, sentence).toBeLessThanOrEqual(40);
    expect(rule.fix.endsWith("。")).toBe(true);
    expect(`${rule.title}${rule.fix}`).not.toMatch(/[!！]|警告|请注意|违规/);
    expect(rule.owner).toBe("法制支队");
    expect(rule.reviewBy > "2026-11-21").toBe(true);
    for (const page of rule.pages ?? []) expect(PAGES).toContain(page);
    expect(rule.pages?.length, "pages").toBeGreaterThan(0);
    expect(fieldsRead(one).length, "fields read").toBeGreaterThan(0);
    expect(rule.marker, "marker").toBeDefined();
    if (rule.clock) expect(rule.clock.warn.length, "warnings").toBeGreaterThan(0);
    if (rule.gate === "soft") expect(rule.weight).toBe("red-line");
    expect(rule.gate).not.toBe("hard");
  });

  test("quotes a short clause of an article in an edition that is listed", () => {
    for (const basis of rule.basis) {
      const statute = statuteOf(STATUTES, basis.statute);
      const edition = statute?.editions.find((each) => each.edition === basis.edition);
      expect(edition && statute && editionOn(statute, edition.from)).toBe(edition);
      expect(basis.article).toMatch(/^(\d+|[一二三四五六七八九十]+(\([一二三四五六七八九十]+\)\d*)?)$/);
      expect([...(basis.quote ?? "")].length).toBeGreaterThanOrEqual(4);
      expect([...(basis.quote ?? "")].length).toBeLessThanOrEqual(60);
      expect(basis.since === undefined || rule.act === "continuing").toBe(true);
    }
  });

  test("says its fact line in forty characters", () => {
    for (const { finding, title } of runExamples(one, rule.examples, law)) {
      if (finding?.verdict === "moot") continue;
      expect([...(finding?.why ?? "")].length, `${title}: ${finding?.why}`).toBeLessThanOrEqual(40);
      expect(finding?.why).not.toBe("");
    }
  });

  test("a field left unread never turns one verdict into another", () => {
    for (const { given, now, expect: full, on, title } of rule.examples) {
      for (const [key, value] of Object.entries(given)) {
        const elements = Array.isArray(value) ? value : [value];
        elements.forEach((element: Record<string, unknown>, i) => {
          for (const field of Object.keys(element).filter((name) => name !== "id")) {
            const { [field]: _left, ...rest } = element;
            const part = Array.isArray(value) ? elements.map((other, j) => (i === j ? rest : other)) : rest;
            const verdict = verdictOf(one, { ...given, [key]: part }, now, on);
            // With the field that ends a period unread, one that has not run out is running; met and not asked are both calm.
            const may = [full, "unknown", rule.clock ? "due" : full, full === "met" ? "moot" : full];
            expect(may, `${title} without ${key}.${field}`).toContain(verdict);
          }
        });
        const { [key]: _gone, ...others } = given;
        expect([full, "unknown", undefined], `${title} without ${key}`).toContain(
          verdictOf(one, others, now, on),
        );
      }
    }
  });
});

describe.each(checklists.map((list) => [list.id, list] as const))("checklist %s", (_, list) => {
  test("has six to ten items in order, each ticked by a rule or by a person", () => {
    expect(list.items.length).toBeGreaterThanOrEqual(6);
    expect(list.items.length).toBeLessThanOrEqual(10);
    expect(new Set(list.items.map(({ id }) => id)).size).toBe(list.items.length);
    expect(list.stage).toBe(list.id);
    for (const page of list.pages) expect(PAGES).toContain(page);
    for (const { say, how, rule, attest } of list.items) {
      expect([...say].length, say).toBeLessThanOrEqual(20);
      expect(how).toBeTruthy();
      expect(rule === undefined).toBe(attest === true);
    }
    expect(list.items.some(({ attest }) => attest)).toBe(true);
  });
});

test("every stage has a checklist, and every live rule stands on one", () => {
  expect(checklists.map(({ id }) => id).sort()).toEqual(STAGES.map(({ id }) => id).sort());
  const listed = new Set(checklists.flatMap(({ items }) => items.map(({ rule }) => rule)));
  for (const { id, status } of rules) if (status === "live") expect(listed, id).toContain(id);
});
