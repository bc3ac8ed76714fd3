// What may not leave the browser does not: every local field, every name, every personal number.
import { expect, test } from "vitest";
import type { Fact } from "../facts/fact.ts";
import { dictionary } from "./dictionary.ts";
import type { ElementKind, Field } from "./field.ts";
import { assertUnitOnly, holdsPersonalNumber, unitOnly } from "./privacy.ts";

const CANARY = "金丝雀";
const evidence = { label: "姓名", text: CANARY, css: "#xm", frame: "" };
const fact = (kind: ElementKind, field: Field, value: Fact["value"]): Fact => ({
  entity: kind.id,
  id: kind.cardinality === "one" ? "" : "x1",
  field: field.id,
  state: "known",
  value,
  at: 1,
  page: "p",
  evidence,
});
const all = (value: Fact["value"], which: (field: Field) => boolean): readonly Fact[] =>
  dictionary.flatMap((kind) => kind.fields.filter(which).map((field) => fact(kind, field, value)));

test("no local or said value and no evidence passes, whatever field it stands in", () => {
  const passed = unitOnly(all(CANARY, ({ privacy, type }) => privacy !== "unit" || type.is === "person"));
  expect(passed).toEqual([]);
  const rest = unitOnly(all("甲", ({ privacy }) => privacy === "unit"));
  expect(rest.length).toBeGreaterThan(100);
  expect(JSON.stringify(rest)).not.toContain(CANARY);
});

test("a person passes as a reference only", () => {
  const persons = (value: string) => unitOnly(all(value, ({ type }) => type.is === "person"));
  expect(persons("0123456789abcdef").length).toBeGreaterThan(2);
  expect(persons("韩某某")).toEqual([]);
  expect(persons("0123456789ABCDEF")).toEqual([]);
});

test("a personal number in a free text holds that text back, a long case number does not", () => {
  const cause = all("盗窃(990101199003071234)", ({ id }) => id === "cause");
  expect(unitOnly(cause)).toEqual([]);
  expect(unitOnly(all("990101202603051234", ({ id }) => id === "number")).length).toBeGreaterThan(2);
  expect(holdsPersonalNumber("电话１３９０００００００1")).toBe(true);
  expect(holdsPersonalNumber("身份证 99010119900307123x")).toBe(true);
  expect(holdsPersonalNumber("A9901000020260300012")).toBe(false);
  expect(holdsPersonalNumber("1390000000122")).toBe(false);
});

test("the assertion names the fact that may not leave", () => {
  const [kind, field] = [dictionary[0]!, dictionary[0]!.fields[0]!];
  const clean = { ...fact(kind, field, "J1"), evidence: undefined };
  expect(assertUnitOnly([clean])).toMatchObject({ ok: true });
  expect(assertUnitOnly([clean, fact(kind, field, "J1")])).toMatchObject({
    ok: false,
    refusal: { at: "facts[1]" },
  });
  expect(assertUnitOnly([{ ...clean, field: "reporter", value: CANARY }])).toMatchObject({
    ok: false,
    refusal: { code: "local-field", message: expect.stringContaining("incident.reporter") },
  });
  expect(assertUnitOnly([{ ...clean, field: "unheardOf" }])).toMatchObject({ ok: false });
});
