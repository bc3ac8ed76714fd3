// Proves that the declarations are sound: unique names, real choices, enough fields, the ids that rules rest on.
import { describe, expect, test } from "vitest";
import { dictionary, elementOf, fieldOf } from "./dictionary.ts";
import type { ElementId } from "./field.ts";
import { foldLabel } from "./fold.ts";

const doubled = (words: readonly string[]): readonly string[] =>
  words.filter((word, index) => words.indexOf(word) !== index);

describe.each(dictionary.map((kind) => [kind.id, kind] as const))("%s", (_, kind) => {
  test("ids are unique and camelCase", () => {
    const ids = kind.fields.map(({ id }) => id);
    expect(doubled(ids)).toEqual([]);
    expect(ids.filter((id) => !/^[a-z][A-Za-z0-9]*$/.test(id) || id === "id")).toEqual([]);
  });

  test("labels and synonyms are unique as pages show them", () => {
    const words = kind.fields.flatMap(({ label, synonyms }) => [label, ...synonyms].map(foldLabel));
    expect(doubled(words)).toEqual([]);
    expect(words.filter((word) => word === "")).toEqual([]);
  });

  test("every field has a code, unique within the element, in pinyin initials", () => {
    expect(kind.fields.filter(({ codes }) => codes.length === 0).map(({ id }) => id)).toEqual([]);
    expect(doubled(kind.fields.flatMap(({ codes }) => codes))).toEqual([]);
    expect(
      kind.fields.flatMap(({ codes }) => codes).filter((code) => !/^[A-Z][A-Z0-9]+$/.test(code)),
    ).toEqual([]);
  });

  test("choices have values, and every alias names one of them", () => {
    for (const { id, type } of kind.fields) {
      if (type.is !== "choice") continue;
      expect(type.values.length, id).toBeGreaterThan(1);
      expect(doubled(type.values), id).toEqual([]);
      for (const [alias, value] of Object.entries(type.aliases)) {
        expect(type.values, `${id}: ${alias}`).toContain(value);
        expect(type.values, `${id}: ${alias}`).not.toContain(alias);
      }
    }
  });
});

test("there are fifteen elements and at least 160 fields", () => {
  expect(dictionary.map(({ id }) => id).sort()).toEqual(
    "approvals case documents dossier examinations incident interferences interviews measures penalties persons property recordings requests venues".split(
      " ",
    ),
  );
  expect(dictionary.flatMap(({ fields }) => fields).length).toBeGreaterThanOrEqual(160);
});

test("names, numbers of persons, addresses and narratives never leave the browser", () => {
  const local = {
    incident: "reporter reporterPhone scenePlace reportText disposalText",
    case: "name place brief",
    persons: "name birthday idNumber phone address workplace guardian",
    measures: "guarantor",
    interviews: "guardianName place text",
    property: "holder witness",
    documents: "receiver",
    interferences: "from",
  } satisfies Partial<Record<ElementId, string>>;
  for (const [element, ids] of Object.entries(local))
    for (const id of ids.split(" "))
      expect(fieldOf(element as ElementId, id)?.privacy, `${element}.${id}`).toBe("local");
  expect(fieldOf("interferences", "content")?.privacy).toBe("said");
});

test("an element or field that does not exist is undefined", () => {
  expect(elementOf("measure")).toBeUndefined();
  expect(fieldOf("measures", "toString")).toBeUndefined();
  expect(fieldOf("measures", "startedAt")?.label).toBe("执行时间");
});
