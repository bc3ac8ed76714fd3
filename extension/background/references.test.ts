// Names under which elements travel: the same thing gets the same name, nothing of a person stands in it, and the way back works.
import { expect, test } from "vitest";
import type { FactSheet } from "../../shared/facts/sheet.ts";
import { references } from "./references.ts";

const KEY = "11".repeat(32);
const sheet: FactSheet = {
  persons: {
    complete: true,
    items: [{ id: "p-1", cells: { name: "韩某某", idNumber: "990101199001011234", sex: "男" } }],
  },
  measures: { complete: true, items: [{ id: "m-1", cells: { kind: "刑事拘留" } }] },
};

test("paths go out and come back, with and without a field", () => {
  const refs = references(KEY, "twin:A1", sheet);
  for (const path of ["persons/p-1", "measures/m-1", "measures/m-1.startedAt", "case", "case.number"]) {
    expect(refs.back(refs.out(path))).toBe(path);
  }
  expect(refs.out("measures/m-1.startedAt")).toMatch(/^measures\/[0-9a-f]{16}\.startedAt$/);
});

test("a person named by another element has the reference of that person", () => {
  const refs = references(KEY, "twin:A1", sheet);
  expect(`persons/${refs.person("韩某某")}`).toBe(refs.out("persons/p-1"));
});

test("another deployment, another name; another case, the same person by number", () => {
  const here = references(KEY, "twin:A1", sheet).out("persons/p-1");
  expect(references("22".repeat(32), "twin:A1", sheet).out("persons/p-1")).not.toBe(here);
  expect(references(KEY, "twin:A2", sheet).out("persons/p-1")).toBe(here);
  expect(references(KEY, "twin:A2", sheet).out("measures/m-1")).not.toBe(
    references(KEY, "twin:A1", sheet).out("measures/m-1"),
  );
});
