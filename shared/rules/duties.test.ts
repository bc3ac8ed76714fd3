// Proves that the list of duties is whole: every duty once, watched by a rule that is there or with a reason that holds.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { complaints, type Duty, type DutyArea, heldBy, LEAST_RULES, readDutiesYaml } from "./duties.ts";

const CATALOGUE = join(import.meta.dirname, "catalogue");
const DUTIES = join(import.meta.dirname, "duties");

const ids = readdirSync(CATALOGUE, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".yaml") && !file.startsWith("checklists"))
  .map((file) => file.replace(/^.*[\\/]|\.yaml$/g, ""));
const rules = new Set(ids);
const areas: readonly DutyArea[] = readdirSync(DUTIES)
  .sort()
  .map((file) => {
    const area = readDutiesYaml(readFileSync(join(DUTIES, file), "utf8"), file);
    if (!area.ok) throw new Error(area.refusal.message);
    return area.value;
  });

test("every duty stands once, with a rule that is there or a reason that holds", () => {
  expect(complaints(areas, rules)).toEqual([]);
});

test("at most a quarter of the duties have a reason in place of a rule", () => {
  expect(heldBy(areas.flatMap(({ duties }) => duties))).toMatchObject({ held: true });
});

test("the catalogue holds as many rules as it says", () => {
  expect(rules.size).toBe(ids.length);
  expect(rules.size).toBeGreaterThanOrEqual(LEAST_RULES);
});

describe("a list that does not hold", () => {
  const area = (...duties: readonly Duty[]): readonly DutyArea[] => [{ id: "a", label: "警情", duties }];
  const watched: Duty = { id: "one", duty: "到场", rule: "report-not-accepted" };
  test.each<[string, readonly DutyArea[], string]>([
    ["the same duty twice", area(watched, watched), "编号重复"],
    ["a rule that is not there", area({ ...watched, rule: "no-such" }), "没有规则 no-such"],
    ["neither rule nor reason", area({ id: "one", duty: "到场" }), "之一"],
    ["both", area({ ...watched, reason: "other-party" }), "之一"],
    ["the same as nothing", area({ id: "one", duty: "到场", reason: "same-as", of: "two" }), "没有指向"],
    ["the same as itself", area({ id: "one", duty: "到场", reason: "same-as", of: "one" }), "没有指向"],
    ["no sentence where no field shows it", area({ id: "one", duty: "到场", reason: "no-field" }), "say"],
    ["no sentence where it is repealed", area({ id: "one", duty: "到场", reason: "repealed" }), "say"],
    [
      "another duty named without need",
      area({ id: "one", duty: "到场", reason: "other-party", of: "x" }),
      "same-as",
    ],
  ])("%s", (_, list, say) => {
    expect(complaints(list, new Set(["report-not-accepted"])).join("\n")).toContain(say);
  });

  test("more than a quarter without a rule", () => {
    const reason: Duty = { id: "x", duty: "到场", reason: "other-party" };
    expect(heldBy([watched, watched, watched, reason]).held).toBe(true);
    expect(heldBy([watched, watched, reason]).held).toBe(false);
  });

  test.each([
    ["no name", "- { id: a, duty: b, rule: c }", "第一行"],
    ["a reason of no list", "# 警情\n- { id: a, duty: b, reason: later }", "reason"],
    ["a key that is none", "# 警情\n- { id: a, duty: b, rul: c }", "rul"],
  ])("a file with %s", (_, text, say) => {
    const read = readDutiesYaml(text, "duties/x.yaml");
    expect(read.ok ? "" : read.refusal.message).toContain(say);
  });
});
