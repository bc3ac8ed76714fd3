// Proves that one line of the dictionary is enough: a field declared here appears in everything derived from it.
import * as v from "valibot";
import { expect, test } from "vitest";
import type { Fact } from "../facts/fact.ts";
import { factsJsonSchema } from "../facts/json-schema.ts";
import { readFactsJson } from "../facts/read-json.ts";
import { celTypes } from "./cel-types.ts";
import { choice, element, instant, text } from "./declare.ts";
import { dictionary } from "./dictionary.ts";
import type { ElementKind } from "./field.ts";
import { indexLabels, matchIn } from "./match.ts";
import { nearestField } from "./nearest.ts";
import { assertUnitOnly, unitOnly } from "./privacy.ts";
import { sheetSchema } from "./schema.ts";
import { pathLabel } from "./words.ts";

const measures = dictionary.find(({ id }) => id === "measures")!;
const grown: readonly ElementKind[] = [
  element("measures", measures.label, "many", [
    ...measures.fields,
    instant("braceletAt", "电子手环佩戴时间", "佩戴手环时间", "DZSHSJ", "unit"),
    choice("braceletKind", "电子手环型号", "", "DZSHXH", "unit", "甲型 乙型"),
    text("braceletNote", "电子手环备注", "", "DZSHBZ", "local"),
  ]),
];
const fact = (field: string, value: string | number): Fact => ({
  entity: "measures",
  id: "m1",
  field,
  state: "known",
  value,
  at: 1,
  page: "measures",
});

test("the new field is in the schema", () => {
  const sheet = { measures: { items: [{ id: "m1", cells: { braceletAt: "2026-03-05" } }], complete: true } };
  expect(v.is(sheetSchema(grown), sheet)).toBe(true);
  expect(v.is(sheetSchema(), sheet)).toBe(false);
});

test("the new field is among the condition language's types, with its values", () => {
  const { fields } = celTypes(grown).measures!;
  expect(fields.braceletAt).toEqual({ type: "timestamp" });
  expect(fields.braceletKind).toEqual({ type: "string", values: ["甲型", "乙型"] });
  expect(celTypes().measures!.fields.braceletAt).toBeUndefined();
});

test("the new field is found by its label, its synonym and its code", () => {
  const index = indexLabels(grown);
  const by = (word: string) => matchIn(index, word)[0];
  expect(by("*电子手环佩戴时间：")).toMatchObject({ by: "label", field: { id: "braceletAt" } });
  expect(by("佩戴手环时间")).toMatchObject({ by: "synonym", field: { id: "braceletAt" } });
  expect(by("form.dzshsj")).toMatchObject({ by: "code", field: { id: "braceletAt" } });
  expect(matchIn(indexLabels(dictionary), "电子手环佩戴时间")).toEqual([]);
});

test("the new field has its word on screen", () => {
  expect(pathLabel("measures/m1.braceletAt", grown)).toBe("强制措施 → 电子手环佩戴时间");
  expect(pathLabel("measures/m1.braceletAt")).toBe("measures/m1.braceletAt");
});

test("the new field is suggested for a slip of the pen", () => {
  expect(nearestField("measures", "braceletAd", grown)).toBe("braceletAt（电子手环佩戴时间）");
  expect(nearestField("measures", "电子手环佩带时间", grown)).toBe("braceletAt（电子手环佩戴时间）");
});

test("the new field passes the privacy filter by its class", () => {
  const facts = [fact("braceletAt", 1), fact("braceletNote", "某某")];
  expect(unitOnly(facts, grown).map(({ field }) => field)).toEqual(["braceletAt"]);
  expect(unitOnly(facts)).toEqual([]);
  expect(assertUnitOnly(facts, grown)).toMatchObject({
    ok: false,
    refusal: { code: "local-field", at: "facts[1]" },
  });
});

test("the new field can be written in a facts file and is in that file's schema", () => {
  const file = { measures: [{ 电子手环型号: "甲型" }] };
  expect(readFactsJson(file, grown)).toMatchObject({ ok: true });
  expect(readFactsJson(file)).toMatchObject({ ok: false, refusal: { code: "unknown-field" } });
  expect(JSON.stringify(factsJsonSchema(grown))).toContain("braceletAt");
  expect(JSON.stringify(factsJsonSchema())).not.toContain("braceletAt");
});
