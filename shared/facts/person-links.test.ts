// What a name on a page means: one person of the case, or nobody who can be told.
import { describe, expect, test } from "vitest";
import { judged } from "../rules/sample-rule.ts";
import type { Fact } from "./fact.ts";
import { mergeFacts, sheetToFacts } from "./merge.ts";
import { linkPersons } from "./person-links.ts";
import { readFactsJson } from "./read-json.ts";
import type { FactSheet } from "./sheet.ts";
import { sheetChanges } from "./sheet-changes.ts";

const sheet = (person: string, persons: Readonly<Record<string, string | undefined>>, complete = true) =>
  linkPersons({
    measures: { items: [{ id: "m-1", cells: { person, kind: "拘留审查" } }], complete: true },
    persons: {
      items: Object.entries(persons).map(([id, name]) => ({ id, cells: name === undefined ? {} : { name } })),
      complete,
    },
  } as FactSheet);
const measure = (...given: Parameters<typeof sheet>) => sheet(...given).measures!.items[0]!;

describe("a person field", () => {
  test.each<[string, string, Record<string, string | undefined>]>([
    ["a name that one person bears", "韩某某", { "p-1": "韩某某", "p-2": "高某某" }],
    ["a name written with spaces or wide letters", "韩 某某", { "p-1": "韩某某" }],
    ["the id itself, as facts written by hand have it", "p-1", { "p-1": "韩某某" }],
    ["the reference under which a person travels", "p-1", { "p-1": undefined }],
  ])("%s is that person's id", (_, person, persons) => {
    expect(measure(person, persons).cells["person"]).toBe("p-1");
  });

  test("keeps the name for the screen", () => {
    expect(measure("韩某某", { "p-1": "韩某某" }).names).toEqual({ person: "韩某某" });
    expect(measure("p-1", { "p-1": "韩某某" }).names).toEqual({ person: "韩某某" });
    expect(measure("p-1", { "p-1": undefined }).names).toBeUndefined();
  });

  test("is another one where only the name has changed", () => {
    const changes = sheetChanges(sheet("p-1", { "p-1": "韩某" }), sheet("p-1", { "p-1": "韩某某" }));
    expect(changes?.elements).toContainEqual({ element: "measures", id: "m-1", fields: ["person"] });
  });

  test.each([true, false])("two persons of one name are never guessed (list whole: %s)", (complete) => {
    const { cells, conflicts } = measure("韩某某", { "p-1": "韩某某", "p-2": "韩某某" }, complete);
    expect(cells).toEqual({ kind: "拘留审查" });
    expect(conflicts).toEqual(["person"]);
  });

  test("nobody of that name on a whole list is unread, on a list read in part it stays a name", () => {
    expect(measure("田某某", { "p-1": "韩某某" }).cells["person"]).toBeUndefined();
    expect(measure("田某某", { "p-1": "韩某某" }, false).cells["person"]).toBe("田某某");
  });

  test("stays as it is where no persons were read, in the very same objects", () => {
    const given: FactSheet = {
      measures: { items: [{ id: "m-1", cells: { person: "甲" } }], complete: true },
    };
    expect(linkPersons(given)).toBe(given);
    const empty: FactSheet = { ...given, persons: { items: [], complete: true } };
    expect(linkPersons(empty)).toBe(empty);
  });
});

describe("a rule that asks who it is", () => {
  const rule = {
    when: 'kind == "拘传"',
    require: '!persons.exists(p, p.id == person && p.minor == "是")\n',
    why: "{person}拘传",
  };
  const given = (person: string, persons: readonly object[]) => {
    const read = readFactsJson({
      case: { category: "刑事" },
      measures: [{ id: "m1", kind: "拘传", person, startedAt: "2026-03-02T09:00+08:00" }],
      persons,
    });
    if (!read.ok) throw new Error(read.refusal.message);
    return judged(rule, read.value, Date.parse("2026-03-02T10:00+08:00")).findings[0]!;
  };
  const young = { id: "p1", name: "韩某某", minor: "是" };

  test.each(["p1", "韩某某"])("is told who it is by %s, and says the name", (person) => {
    const finding = given(person, [young]);
    expect(finding).toMatchObject({ verdict: "breached", why: "韩某某拘传" });
    expect(finding.fields.find(({ path }) => path === "measures/m1.person")?.value).toBe("韩某某");
    expect(given(person, [{ ...young, minor: "否" }]).verdict).toBe("due");
  });

  test("does not know where two bear the name, and says so", () => {
    const finding = given("韩某某", [young, { ...young, id: "p2" }]);
    expect(finding).toMatchObject({ verdict: "unknown", reason: "person", missing: ["measures/m1.person"] });
    expect(finding.why).toContain("对不上案中唯一的一个人");
  });
});

describe("merged facts", () => {
  const fact = (entity: "persons" | "measures", id: string, field: string, value: string): Fact => ({
    entity,
    id,
    field,
    state: "known",
    value,
    at: 1,
    page: "measures",
  });
  const one = [fact("persons", "p-1", "name", "韩某某"), fact("measures", "m-1", "person", "韩某某")];

  test("judge by the id and keep the name as evidence", () => {
    const merged = mergeFacts(one);
    expect(merged.sheet.measures?.items[0]?.cells["person"]).toBe("p-1");
    expect(merged.evidence["measures/m-1.person"]).toMatchObject({ state: "known", value: "韩某某" });
    expect(sheetToFacts(merged.sheet, 1, "measures").map(({ value }) => value)).not.toContain("p-1");
  });

  test("of one name twice are no fact of either", () => {
    const merged = mergeFacts([...one, fact("persons", "p-2", "name", "韩某某")]);
    expect(merged.facts.find(({ field }) => field === "person")).toMatchObject({
      state: "unread",
      reason: "person",
    });
  });
});
