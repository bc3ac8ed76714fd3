// The wordings of platforms name fields that there are, each one field of its element, and say nothing that a label says.
import { expect, test } from "vitest";
import { parseChoice } from "../facts/choice-text.ts";
import { elementOf, fieldOf } from "./dictionary.ts";
import type { ElementId } from "./field.ts";
import { foldLabel } from "./fold.ts";
import { matchLabel } from "./match.ts";
import { spelt } from "./spelt.ts";
import { wordedAs } from "./worded.ts";
import { spellings, wordings } from "./wordings/wordings.ts";

const lines = Object.entries(wordings).flatMap(([element, fields]) =>
  Object.entries(fields).flatMap(([field, [anywhere, within]]) =>
    [anywhere, within].flatMap((text, at) =>
      text
        .split(" ")
        .filter((word) => word !== "")
        .map((word) => ({ element: element as ElementId, field, word, anywhere: at === 0 })),
    ),
  ),
);

test("every wording is a folded label of a field that there is", () => {
  expect(lines.length).toBeGreaterThan(5_000);
  for (const { element, field, word } of lines) {
    expect(fieldOf(element, field), `${element}.${field}`).toBeDefined();
    expect(foldLabel(word), word).toBe(word);
  }
});

test("a wording is of one field of its element, and of none that its own words already name", () => {
  const seen = new Map<string, string>();
  for (const { element, field, word } of lines) {
    expect(seen.get(`${element} ${word}`), `${element} ${word}`).toBeUndefined();
    seen.set(`${element} ${word}`, field);
    const named = matchLabel(word, { element }).filter((match) => match.element === element);
    expect(named, `${element} ${word}`).toEqual([]);
  }
});

test("what says anywhere what it means is of one element only, and no label of another", () => {
  const owner = new Map<string, string>();
  for (const { element, word, anywhere } of lines) {
    if (!anywhere) continue;
    expect(owner.get(word) ?? element, word).toBe(element);
    owner.set(word, element);
    expect(matchLabel(word), word).toEqual([]);
  }
});

test("wordings are found in their other phrasings, apart from labels", () => {
  const named = (label: string): readonly string[] => {
    const { anywhere, within } = wordedAs(label);
    return [
      ...anywhere.map(({ element, field }) => `${element}.${field.id}`),
      ...within.map(({ element, field }) => `(${element}.${field.id})`),
    ];
  };
  expect(named("*财物登记编号：")).toEqual(["property.number"]);
  expect(named("柜号")).toEqual(["(property.keptPlace)"]);
  expect(named("鉴定书出具日期")).toEqual(["examinations.opinionAt"]);
  expect(named("扣押时间")).toEqual([]);
  expect(named("")).toEqual([]);
});

test("every spelling is of a value that its field has, and of one only", () => {
  let all = 0;
  for (const [element, fields] of Object.entries(spellings))
    for (const [id, values] of Object.entries(fields)) {
      const field = fieldOf(element as ElementId, id)!;
      expect(field?.type.is, `${element}.${id}`).toBe("choice");
      if (field.type.is !== "choice") continue;
      const seen = new Set<string>();
      for (const [value, texts] of Object.entries(values)) {
        expect(field.type.values, `${element}.${id}`).toContain(value);
        for (const text of texts.split(" ")) {
          expect(seen.has(text), `${element}.${id} ${text}`).toBe(false);
          seen.add(text);
          expect(spelt(field, text)).toBe(value);
          expect(parseChoice(field.type, text, field.label), text).not.toBe(value);
          all++;
        }
      }
    }
  expect(all).toBeGreaterThan(1_500);
});

test("a text that is more than a spelling is none", () => {
  const way = elementOf("documents")!.fields.find(({ id }) => id === "serviceWay")!;
  expect(spelt(way, "EMS 送达")).toBe("邮寄送达");
  expect(spelt(way, "拟 EMS 送达")).toBeUndefined();
  expect(spelt(fieldOf("case", "number")!, "EMS送达")).toBeUndefined();
});
