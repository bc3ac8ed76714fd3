// A refused arrest settles the detention of its person, and nothing that a page has read.
import { expect, it } from "vitest";
import type { UnitFact } from "../supervision/entry.ts";
import { followed, OUTCOME_PAGE } from "./follows.ts";

const at = 1_900_000_000_000;
const of = (
  entity: UnitFact["entity"],
  id: string,
  cells: Readonly<Record<string, string | number | null>>,
  page = "measures",
): UnitFact[] =>
  Object.entries(cells).map(([field, value]) => ({
    entity,
    id,
    field,
    at,
    page,
    ...(value === null ? { state: "absent" as const } : { state: "known" as const, value }),
  }));
const refusal = (more: Readonly<Record<string, string | number | null>> = {}, page = OUTCOME_PAGE) =>
  of("documents", "d1", { kind: "不批准逮捕决定书", servedAt: at - 5, ...more }, page);
const held = (id: string, more: Readonly<Record<string, string | number | null>> = {}) =>
  of("measures", id, { kind: "刑事拘留", person: `p-${id}`, ...more });
const said = (...facts: readonly UnitFact[][]) =>
  followed(facts.flat()).map(({ id, field, value }) => [id, field, value]);

const RESULT = [
  ["m1", "arrestResult", "不批准逮捕"],
  ["m1", "arrestDecidedAt", at - 5],
];

it("says the result and its receipt of the detention of that person, and of no other measure", () => {
  const other = of("measures", "m3", { kind: "取保候审", person: "p-m1" });
  expect(said(refusal({ person: "p-m1" }), held("m1"), held("m2"), other)).toEqual(RESULT);
  expect(said(refusal({ person: "p-m9" }), held("m1"))).toEqual([]);
});
it("without a person speaks of the only detention, and of none where there are several", () => {
  expect(said(refusal(), held("m1"))).toEqual(RESULT);
  expect(said(refusal(), held("m1"), held("m2"))).toEqual([]);
});
it("fills a blank, and leaves what was read", () => {
  expect(said(refusal(), held("m1", { arrestResult: null }))).toEqual(RESULT);
  expect(said(refusal(), held("m1", { arrestResult: "批准逮捕", arrestDecidedAt: at }))).toEqual([]);
  const late = held("m1", { arrestResult: null }).map((fact) => ({ ...fact, at: at + 9 }));
  expect(followed([...refusal(), ...late]).map((fact) => fact.at)).toEqual([at + 9, at]);
});
it("does not say when it was received where that was not reported", () => {
  expect(said(refusal({ servedAt: null }), held("m1"))).toEqual([RESULT[0]]);
});
it("follows from what a system reported alone, and from a refusal alone", () => {
  expect(said(refusal({}, "papers"), held("m1"))).toEqual([]);
  expect(said(refusal({ kind: "不起诉决定书" }), held("m1"))).toEqual([]);
});
