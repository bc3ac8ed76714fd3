// Proves that the shipped catalogue is whole: its stages, every part of every card, its lengths, and that no field left unread turns a verdict.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readFactsJson } from "../facts/read-json.ts";
import { editionOn, statuteOf } from "../law/edition.ts";
import { STATUTES } from "../law/statutes.ts";
import { parseInstant } from "../time/civil.ts";
import { basePlan } from "../time/holidays.ts";
import { checkRule } from "./build-pack.ts";
import { lackingChecklists, packChecklists } from "./check-checklist.ts";
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
const PAGES =
  "incident filing case measures interviews interview property approval papers stays dossier requests penalty examination".split(
    " ",
  );
const OWNERS = ["法制支队", "案管室", "执法办案管理中心", "督察支队"];
const law = { statutes: STATUTES, holidays: basePlan };

const yaml = (stage: string) =>
  (existsSync(join(FOLDER, stage)) ? readdirSync(join(FOLDER, stage)) : [])
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => ({ name, text: readFileSync(join(FOLDER, stage, name), "utf8") }));

const rules: readonly Rule[] = STAGES.flatMap(({ id }) =>
  yaml(id).map(({ name, text }) => {
    const rule = readRuleYaml(text, `${id}/${name}`);
    if (!rule.ok) throw new Error(rule.refusal.message);
    return rule.value;
  }),
);
const byFacts = ({ clock, require, pair }: Rule): boolean =>
  [clock, require, pair].some((one) => one !== undefined);
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

test("at least twenty live rules, each in the folder of its stage, each name once", () => {
  expect(rules.filter(({ status }) => status === "live").length).toBeGreaterThanOrEqual(20);
  expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
  const folders: readonly string[] = [...STAGES.map(({ id }) => id), "checklists"];
  for (const folder of readdirSync(FOLDER)) expect(folders).toContain(folder);
});

describe.each(rules.map((rule) => [rule.id, rule] as const))("%s", (_, rule) => {
  const one = packed(rule);

  test("is accepted by the check that builds packs", () => {
    const checked = checkRule(rule, law);
    expect(checked.ok ? "" : checked.refusal.message).toBe("");
  });

  test("has every part of a card within its length", () => {
    for (const title of [rule.title, rule.titleDue ?? ""])
      expect([...title].length, title).toBeLessThanOrEqual(22);
    expect(rule.clock === undefined || rule.titleDue !== undefined || one.clock?.warn.length === 1).toBe(
      true,
    );
    const why = rule.why ?? "";
    expect([...why.replace(/\{[^}]*\}/g, "")].length, why).toBeLessThanOrEqual(40);
    for (const sentence of rule.fix.split("。"))
      expect([...sentence].length, sentence).toBeLessThanOrEqual(60);
    expect(rule.fix.endsWith("。")).toBe(true);
    expect(`${rule.title}${rule.fix}`).not.toMatch(/[!！]|警告|请注意|违规/);
    expect(OWNERS).toContain(rule.owner);
    expect(rule.reviewBy > "2026-11-21").toBe(true);
    for (const page of [...(rule.pages ?? []), ...(rule.elsewhere ?? [])]) expect(PAGES).toContain(page);
    expect(rule.pages, "pages").toBeDefined();
    if (byFacts(rule)) expect(fieldsRead(one).length, "fields read").toBeGreaterThan(0);
    if (rule.clock && rule.clock.count !== "at-once")
      expect(rule.clock.warn.length, "warnings").toBeGreaterThan(0);
    if (rule.gate === "soft") expect(rule.weight).toBe("red-line");
    expect(rule.gate).not.toBe("hard");
  });

  test("cites an article in an edition that is listed", () => {
    for (const basis of rule.basis) {
      const statute = statuteOf(STATUTES, basis.statute);
      const edition = statute?.editions.find((each) => each.edition === basis.edition);
      expect(edition && statute && editionOn(statute, edition.from)).toBe(edition);
      expect(basis.article).toMatch(
        /^(\d+(之[一二三四五六七八九十]+)?|[一二三四五六七八九十]+(\([一二三四五六七八九十]+\)\d*)?)$/,
      );
      if (basis.quote !== undefined) expect([...basis.quote].length).toBeLessThanOrEqual(60);
      expect(basis.since === undefined || rule.act === "continuing").toBe(true);
    }
  });

  test("says its fact line in forty characters", () => {
    for (const { finding, title } of runExamples(one, rule.examples, law)) {
      if (finding?.verdict === "moot") continue;
      expect([...(finding?.why ?? "")].length, `${title}: ${finding?.why}`).toBeLessThanOrEqual(40);
    }
  });

  test("a field left unread never turns one verdict into another", () => {
    // A rule over a whole unit proves the same over all its cases, beside the judge of units.
    const examples = rule.scope === "unit" ? [] : rule.examples;
    for (const { given, now, expect: full, on, title } of examples) {
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
        // Without the list in which the act that ends a period is looked for, one that has not run out is running.
        const may = [full, "unknown", undefined, rule.clock ? "due" : full];
        expect(may, `${title} without ${key}`).toContain(verdictOf(one, others, now, on));
      }
    }
  });
});

describe.each(checklists.map((list) => [list.id, list] as const))("checklist %s", (_, list) => {
  test("has at least ten items in order, each ticked by a live rule or by a person", () => {
    expect(list.items.length).toBeGreaterThanOrEqual(10);
    expect(list.items.length).toBeLessThanOrEqual(24);
    for (const page of list.pages) expect(PAGES).toContain(page);
    for (const { id, say, how, rule: name, attest } of list.items) {
      expect([...say].length, say).toBeLessThanOrEqual(24);
      expect(how, id).toBeTruthy();
      expect([...(how ?? "")].length, how).toBeLessThanOrEqual(60);
      expect(`${say}${how}`).not.toMatch(/[!！。]$|请注意|违规/);
      const rule = rules.find((one) => one.id === name);
      if (rule !== undefined)
        expect([rule.status, rule.scope], `${id}: ${name}`).toEqual(["live", undefined]);
      // A rule that only a person answers is ticked in the list as well.
      expect(attest === true, id).toBe(rule === undefined || rule.attest !== undefined);
    }
    expect(list.items.some(({ attest }) => attest)).toBe(true);
    expect(list.items.filter((item) => item.rule !== undefined).length).toBeGreaterThanOrEqual(7);
  });
});

test("every stage and every common kind of case has its checklist, and all of them pack", () => {
  expect(lackingChecklists(checklists)).toEqual([]);
  const kinds = checklists.filter(({ stage }) => stage === undefined).map(({ id }) => id);
  expect(kinds.sort()).toEqual(
    "administrative criminal domestic-violence drugs fraud gambling injury theft traffic".split(" "),
  );
  const result = packChecklists(checklists, rules);
  expect(result.ok ? "" : result.refusal.message).toBe("");
});
