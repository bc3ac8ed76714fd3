// The shipped rules and random variations of their examples, for the proofs of what must hold of every judgement.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { readFactsJson } from "../../shared/facts/read-json.ts";
import type { Cell, Element, ElementList, FactSheet } from "../../shared/facts/sheet.ts";
import { STATUTES } from "../../shared/law/statutes.ts";
import { packRule } from "../../shared/rules/check-rule.ts";
import { type Prepared, prepare } from "../../shared/rules/prepare.ts";
import type { Rule } from "../../shared/rules/rule.ts";
import { readRuleYaml } from "../../shared/rules/yaml.ts";
import { parseInstant } from "../../shared/time/civil.ts";
import { basePlan } from "../../shared/time/holidays.ts";

const FOLDER = join(import.meta.dirname, "../../shared/rules/catalogue");
export const HOUR = 3_600_000;

export const rules = readdirSync(FOLDER, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".yaml") && !file.startsWith("checklists"))
  .map((file) => {
    const rule = readRuleYaml(readFileSync(join(FOLDER, file), "utf8"), file);
    if (!rule.ok) throw new Error(rule.refusal.message);
    return rule.value;
  })
  // Rules over all cases of a unit have examples of their own form.
  .filter((rule) => !("scope" in rule));
export const packed = rules.map((rule) => {
  const one = packRule(rule, STATUTES);
  if (!one.ok) throw new Error(one.refusal.message);
  return one.value;
});
/** Rules are judged in groups, so that the time this takes grows with the catalogue and not with its square. */
const GROUP = 16;
const groups: readonly Prepared[] = Array.from({ length: Math.ceil(packed.length / GROUP) }, (_, i) =>
  prepare({
    revision: 1,
    rules: packed.slice(i * GROUP, (i + 1) * GROUP).map((rule) => ({ ...rule, status: "live" })),
    statutes: STATUTES,
    holidays: basePlan,
  }),
);

/** All of them as one pack, drafts included. */
export const whole: Prepared = prepare({
  revision: 1,
  rules: packed.map((rule) => ({ ...rule, status: "live" })),
  statutes: STATUTES,
  holidays: basePlan,
});

/** The cases of a rule's examples. */
export const casesOf = (rule: Rule): readonly { readonly sheet: FactSheet; readonly now: number }[] =>
  rule.examples.map((example) => {
    const sheet = readFactsJson(example.given);
    const now = parseInstant(example.now);
    if (!sheet.ok || typeof now !== "number") throw new Error(example.title);
    return { sheet: sheet.value, now };
  });

const cases = rules.flatMap((rule, i) =>
  casesOf(rule).map((one) => ({ ...one, prepared: groups[Math.floor(i / GROUP)]! })),
);

export type Change = (element: Element, list: string) => Element;

/** The sheet with every element passed through a change. */
export function changed(sheet: FactSheet, change: Change): FactSheet {
  const parts = Object.entries(sheet).map(([name, part]: [string, Element | ElementList]) => [
    name,
    "items" in part ? { ...part, items: part.items.map((one) => change(one, name)) } : change(part, name),
  ]);
  return Object.fromEntries(parts) as FactSheet;
}

/** Paths of all cells that are known or blank. */
export function cellsOf(sheet: FactSheet): readonly string[] {
  const paths: string[] = [];
  changed(sheet, (element, list) => {
    for (const [field, value] of Object.entries(element.cells)) {
      if (value !== undefined) paths.push(`${list}/${element.id}.${field}`);
    }
    return element;
  });
  return paths;
}

export const withCell = (sheet: FactSheet, path: string, of: (value: Cell) => Cell): FactSheet =>
  changed(sheet, (element, list) => ({
    ...element,
    cells: Object.fromEntries(
      Object.entries(element.cells).map(([field, value]) =>
        `${list}/${element.id}.${field}` === path ? [field, of(value)] : [field, value],
      ),
    ),
  }));

/** An example's case with some cells blanked, dropped or moved in time, and maybe a list read only in part. */
export const variation = fc
  .tuple(
    fc.nat(cases.length - 1),
    fc.array(
      fc.tuple(fc.nat(), fc.constantFrom("blank", "drop", "move", "day"), fc.integer({ min: -90, max: 90 })),
      {
        maxLength: 3,
      },
    ),
    fc.integer({ min: -24 * 45, max: 24 * 45 }),
    fc.boolean(),
  )
  .map(([index, changes, hours, partly]) => {
    const { sheet, now, prepared } = cases[index]!;
    const isInstant = (value: Cell): value is number => typeof value === "number" && value > 1e10;
    let one = sheet;
    for (const [n, how, shift] of changes) {
      const paths = cellsOf(one);
      if (paths.length === 0) continue;
      one = withCell(one, paths[n % paths.length]!, (value) => {
        if (how === "blank") return null;
        if (how === "drop") return undefined;
        if (!isInstant(value)) return value;
        return how === "move" ? value + shift * HOUR : new Date(value + 8 * HOUR).toISOString().slice(0, 10);
      });
    }
    if (partly) {
      const parts = Object.entries(one).map(([name, part]: [string, Element | ElementList]) => [
        name,
        "items" in part ? { ...part, complete: false } : part,
      ]);
      one = Object.fromEntries(parts) as FactSheet;
    }
    return { sheet: one, now: now + hours * HOUR, prepared };
  });

/** The same without the rules of its group, which make a counterexample unreadable. */
export const bareVariation = variation.map(({ sheet, now }) => ({ sheet, now }));
