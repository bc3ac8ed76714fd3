// Proves that the shipped catalogue passes its own checks, and that no layer loosens any of its red lines.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { STATUTES } from "../../law/statutes.ts";
import { basePlan } from "../../time/holidays.ts";
import { packRule } from "../check-rule.ts";
import { effectivePack } from "../layers/effective.ts";
import type { LayerChange } from "../layers/layer.ts";
import { BASE, layerOf, tighten } from "../layers/sample-layers.ts";
import { STAGES } from "../stages.ts";
import { readChecklistYaml, readRuleYaml } from "../yaml.ts";
import { policed } from "./police.ts";

/** The day on which this catalogue was last looked through; the tool asks for today. */
const TODAY = "2026-11-21";
const FOLDER = join(import.meta.dirname, "../catalogue");

const rules = STAGES.flatMap(({ id }) =>
  readdirSync(join(FOLDER, id))
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => {
      const rule = readRuleYaml(readFileSync(join(FOLDER, id, name), "utf8"), `${id}/${name}`);
      if (!rule.ok) throw new Error(rule.refusal.message);
      return rule.value;
    }),
);

const checklists = readdirSync(join(FOLDER, "checklists"))
  .filter((name) => name.endsWith(".yaml"))
  .map((name) => {
    const list = readChecklistYaml(readFileSync(join(FOLDER, "checklists", name), "utf8"), name);
    if (!list.ok) throw new Error(list.refusal.message);
    return list.value;
  });

test("the catalogue has nothing to complain of", () => {
  expect(rules.length).toBeGreaterThanOrEqual(320);
  const all = policed(rules, { statutes: STATUTES, holidays: basePlan }, TODAY, checklists);
  expect(all.map(({ check, rule, say }) => `${check} ${rule}：${say}`)).toEqual([]);
}, 60_000);

test("no red line of the catalogue can be switched off, prolonged or muted by a layer", () => {
  const packed = rules.map((rule) => packRule(rule, STATUTES)).flatMap((one) => (one.ok ? [one.value] : []));
  const red = packed.filter(({ weight, status }) => weight === "red-line" && status === "live");
  expect(red.length).toBeGreaterThan(40);
  const base = { ...BASE, statutes: STATUTES };
  for (const rule of red) {
    const longer = rule.clock && {
      limit: `${rule.clock.limit.amount + 1} ${rule.clock.limit.unit}`,
      title: "期限延长",
    };
    const tries: LayerChange[] = [
      { rule: rule.id, reason: "用不着", off: true },
      tighten(rule.id, { status: "shadow" }),
      tighten(rule.id, { weight: "serious" }),
      tighten(rule.id, { unless: [] }),
      ...(longer === undefined ? [] : [tighten(rule.id, longer)]),
    ];
    for (const change of tries) {
      const made = effectivePack({ ...base, rules: [rule] }, [layerOf("city", [change])]);
      expect(made.ok ? "accepted" : made.refusal.code, rule.id).toBe("loosens-red-line");
    }
  }
}, 60_000);
