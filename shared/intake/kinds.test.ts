// The kinds of data from other systems: every field is one that a unit may keep, and every sample is taken as it stands.
import { describe, expect, it } from "vitest";
import { elementOf } from "../dictionary/dictionary.ts";
import { personReference } from "../facts/person-reference.ts";
import { readValue } from "../facts/value.ts";
import { columnsOf, meaningOf, takenFields } from "./columns.ts";
import { eventJsonSchema } from "./json-schema.ts";
import { INTAKE_KINDS, intakeKind } from "./kinds.ts";
import { referencesBy } from "./person-number.ts";
import { readEvent } from "./read-event.ts";
import { sampleEvent, sampleRow } from "./sample.ts";

const now = Date.parse("2026-03-02T09:30+08:00");

describe.each(INTAKE_KINDS.map((kind) => [kind.label, kind] as const))("%s", (_, kind) => {
  it("takes fields of class unit, and its acts set values of their fields", () => {
    const fields = elementOf(kind.element)?.fields ?? [];
    expect(takenFields(kind).map(({ privacy }) => privacy)).not.toContain("local");
    for (const { sets } of kind.acts)
      for (const [id, value] of [
        ...Object.entries(sets),
        ...Object.entries(kind.fixed).map(([f, is]) => [f, { is }] as const),
      ]) {
        const field = fields.find((one) => one.id === id);
        expect([id, field?.privacy]).toEqual([id, "unit"]);
        if ("at" in value) expect([id, field?.type.is]).toEqual([id, "instant"]);
        else if (field !== undefined)
          expect(readValue(field, value.is)).toMatchObject({ state: "known", value: value.is });
      }
    expect(
      kind.first.every((id) => fields.some((field) => field.id === id && field.type.is === "instant")),
    ).toBe(true);
  });

  it("takes its sample as a message and as a row of its table", () => {
    const message = readEvent(kind, sampleEvent(kind, "e1", now), "webhook", now);
    expect(message.problems).toEqual([]);
    const cells = Object.fromEntries(
      columnsOf(kind).map(({ label }, i) => [label, sampleRow(kind, now)[i] ?? ""]),
    );
    const row = readEvent(kind, cells, "table", now);
    expect(row.problems).toEqual([]);
    expect([row.event?.number, row.event?.identity]).toEqual([
      message.event?.number,
      message.event?.identity,
    ]);
    for (const [field, cell] of Object.entries(message.event?.cells ?? {}))
      if (!(kind.acts.length > 0 && typeof cell === "number"))
        expect([field, row.event?.cells[field]]).toEqual([field, cell]);
  });

  it("names every column by one meaning, and describes itself", () => {
    for (const { key, label } of columnsOf(kind)) {
      const meaning = meaningOf(kind, label);
      expect([
        label,
        meaning.is === "envelope" ? meaning.key : meaning.is === "field" ? meaning.field.id : meaning.is,
      ]).toEqual([label, key]);
    }
    const { properties, required } = eventJsonSchema(kind, now) as { properties: object; required: string[] };
    expect(required.every((key) => key in properties)).toBe(true);
    expect(Object.keys(sampleEvent(kind, "e1", now)).filter((key) => !(key in properties))).toEqual([]);
  });

  it("keeps no personal field, whatever it is called", () => {
    const given = {
      ...sampleEvent(kind, "e1", now),
      姓名: "韩某某",
      身份证号: "990101199003070011",
      XM: "韩某某",
      phone: "13900009901",
    };
    const read = readEvent(kind, given, "webhook", now);
    expect(read.problems).toEqual([]);
    expect(read.dropped.length).toBe(4);
    expect(JSON.stringify(read.event)).not.toMatch(/韩某某|1990|1390/);
  });
});

describe("one event", () => {
  const incident = intakeKind("incident")!;
  const cabinet = intakeKind("cabinet")!;
  const problems = (kind: typeof incident, given: object) =>
    readEvent(kind, given as Record<string, unknown>, "table", now).problems.map(({ column, code }) => [
      column,
      code,
    ]);

  it("tells each column whose cells stand under another's name", () => {
    expect(
      problems(incident, {
        警情编号: "J1",
        接警时间: "盗窃",
        警情类别: "2026-03-01 09:00",
        处警结果: "受案",
      }),
    ).toEqual([
      ["接警时间", "bad-value"],
      ["警情类别", "bad-value"],
    ]);
  });

  it("demands what is required, an act that it knows, and a time that has been", () => {
    expect(problems(incident, {})).toEqual([
      ["number", "bad-value"],
      ["receivedAt", "bad-value"],
    ]);
    expect(problems(cabinet, { 案件编号: "A1", 动作: "借阅", 时间: "2026-03-02 08:00" })).toEqual([
      ["act", "bad-value"],
    ]);
    expect(problems(cabinet, { 动作: "存入", 时间: "2026-03-02 10:00" })).toEqual([
      ["at", "bad-time"],
      ["caseNumber", "bad-value"],
    ]);
    expect(problems(cabinet, { 案件编号: "A1", 动作: "存入" })).toEqual([["at", "bad-value"]]);
  });

  it("a blank cell is blank, a column that is not there was not read", () => {
    const read = readEvent(
      incident,
      { 警情编号: "J1", 接警时间: "2026-03-02 08:00", 关联案件编号: "" },
      "table",
      now,
    );
    expect(read.event?.cells).toEqual({
      number: "J1",
      receivedAt: Date.parse("2026-03-02T08:00+08:00"),
      caseNumber: null,
    });
  });
});

describe("a person of an event", () => {
  const venue = intakeKind("venue")!;
  const NUMBER = "990101199003070011";
  const referenceOf = referencesBy("5a".repeat(32));
  const stay = { 案件编号: "A1", 入区编号: "R1", 动作: "入区", 时间: "2026-03-02 08:00" };
  const read = (more: object) => readEvent(venue, { ...stay, ...more }, "table", now, referenceOf);

  it("comes by ID number and is kept as the reference that pages use, whichever column it stands in", () => {
    const reference = personReference("5a".repeat(32), { idNumber: NUMBER, name: "韩某某", caseKey: "x" });
    for (const more of [
      { 身份证号: NUMBER },
      { 证件号码: ` ${NUMBER.slice(0, 6)} ${NUMBER.slice(6)}` },
      { 进入人员: NUMBER },
      { 进入人员: "韩某某", 身份证号: NUMBER },
      { 身份证号: NUMBER, 进入人员: "韩某某" },
      { 身份证号: NUMBER, 进入人员: "" },
      { 进入人员: "00000000000000a1", 身份证号: NUMBER },
      { 身份证号: NUMBER, person: "00000000000000a1" },
    ]) {
      const { event, problems, taken } = read(more);
      expect([problems, event?.cells["person"]]).toEqual([[], reference]);
      expect(JSON.stringify([event, taken])).not.toMatch(/韩某某|19900307/);
      expect(JSON.stringify(taken)).toContain(reference);
    }
    expect(read({ 进入人员: "韩某某", 身份证号: NUMBER }).dropped).toEqual(["进入人员"]);
  });

  it("is refused by name alone, and by a number that cannot be one, without a word of it", () => {
    const wrong = (more: object) => read(more).problems.map(({ column, code }) => [column, code]);
    expect(wrong({ 进入人员: "韩某某" })).toEqual([["进入人员", "local-field"]]);
    expect(wrong({ 进入人员: "韩某某", 身份证号: "" })).toEqual([["进入人员", "local-field"]]);
    expect(wrong({ 身份证号: "不详" })).toEqual([["身份证号", "bad-value"]]);
    expect(JSON.stringify(read({ 身份证号: "韩某某" }).problems)).not.toContain("韩某某");
  });

  it("keeps its blank and its reference as they are, and a number is left behind where there is no key", () => {
    expect(read({ 进入人员: "" }).event?.cells["person"]).toBeNull();
    expect(read({ 进入人员: "00000000000000a1" }).event?.cells["person"]).toBe("00000000000000a1");
    const bare = readEvent(venue, { ...stay, 身份证号: NUMBER }, "table", now);
    expect([bare.dropped, bare.event?.cells]).toEqual([
      ["身份证号"],
      { enteredAt: Date.parse("2026-03-02T08:00+08:00") },
    ]);
  });
});
