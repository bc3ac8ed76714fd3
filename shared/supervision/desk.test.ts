// The desk's order against a slow oracle over made-up matters, and what each filter shows.
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { byRisk, type DeskFilter, type DeskMatter, isUnder } from "./desk.ts";

const NOW = Date.parse("2026-11-20T15:48:00+08:00");
const HOUR = 3_600_000;

const finding = (id: string, part: Partial<DeskMatter>): DeskMatter => ({
  id,
  kind: "finding",
  caseKey: "p:A1",
  verdict: "due",
  colour: "blue",
  weight: "serious",
  ...part,
});
const red = (id: string, part: Partial<DeskMatter> = {}): DeskMatter =>
  finding(id, { verdict: "breached", colour: "red", weight: "red-line", ...part });

const order = (...matters: DeskMatter[]): string[] => matters.sort(byRisk(NOW)).map(({ id }) => id);

describe("the order", () => {
  it("goes by risk, then by the time that is left", () => {
    expect(
      order(
        { id: "unchecked", kind: "unchecked", caseKey: "p:A1" },
        finding("blue", { due: NOW + HOUR }),
        { id: "note", kind: "note", caseKey: "p:A1", due: NOW + HOUR },
        { id: "item", kind: "item", caseKey: "p:A1", due: NOW + 2 * HOUR },
        finding("yellow", { colour: "yellow", due: NOW + 90 * HOUR }),
        finding("later", { colour: "orange", due: NOW + 2 * HOUR }),
        finding("sooner", { colour: "orange", due: NOW + HOUR }),
        red("no-end"),
        red("a-day-over", { due: NOW - 24 * HOUR }),
        red("a-year-over", { due: NOW - 365 * 24 * HOUR }),
      ),
    ).toEqual([
      "a-year-over",
      "a-day-over",
      "no-end",
      "sooner",
      "later",
      "yellow",
      "note",
      "item",
      "blue",
      "unchecked",
    ]);
  });

  it("sets a red line before a serious rule however long that is over", () => {
    expect(order(red("serious", { weight: "serious", due: 0 }), red("line", { due: NOW - HOUR }))).toEqual([
      "line",
      "serious",
    ]);
  });

  it("lets a note whose day has passed stand with what is urgent", () => {
    const note: DeskMatter = { id: "note", kind: "note", caseKey: "p:A1", due: NOW - HOUR };
    expect(order(note, finding("yellow", { colour: "yellow", due: NOW + HOUR }))).toEqual(["note", "yellow"]);
    expect(order(note, red("red"))).toEqual(["red", "note"]);
  });

  const anyMatter: fc.Arbitrary<DeskMatter> = fc.record(
    {
      id: fc.string({ minLength: 1, maxLength: 6 }),
      kind: fc.constantFrom("finding", "note", "item", "unchecked"),
      caseKey: fc.constant("p:A1"),
      verdict: fc.constantFrom("due", "breached"),
      colour: fc.constantFrom("red", "orange", "yellow", "blue", "grey", "green"),
      weight: fc.constantFrom("red-line", "serious", "reminder"),
      due: fc.integer({ min: NOW - 5, max: NOW + 5 }),
      since: fc.integer({ min: 0, max: 3 }),
    },
    { requiredKeys: ["id", "kind", "caseKey", "verdict", "colour", "weight"] },
  );

  /** The same order said as a word that sorts by itself. */
  const said = (m: DeskMatter): string => {
    const late = m.due !== undefined && m.due < NOW;
    const risk =
      m.kind === "unchecked"
        ? "6"
        : m.kind === "finding"
          ? { red: "0", orange: "1", yellow: "2", blue: "4", green: "5", grey: "6" }[m.colour!]
          : late
            ? "1"
            : "3";
    const weight = { "red-line": "0", serious: "1", reminder: "2" }[m.weight!];
    const number = (n: number | undefined): string => (n === undefined ? "~" : String(n).padStart(16, "0"));
    return [risk, weight, number(m.due), number(m.since), m.id].join("|");
  };

  it("equals the oracle for 200 matters in any order of arrival", () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyMatter, { selector: ({ id }) => id, maxLength: 200 }), (matters) => {
        const oracle = [...matters].sort((a, b) => (said(a) < said(b) ? -1 : 1)).map(({ id }) => id);
        expect(
          [...matters]
            .reverse()
            .sort(byRisk(NOW))
            .map(({ id }) => id),
        ).toEqual(oracle);
        expect([...matters].sort(byRisk(NOW)).map(({ id }) => id)).toEqual(oracle);
      }),
    );
  });
});

it("shows a matter under every filter it belongs to", () => {
  const under = (matter: DeskMatter): DeskFilter[] =>
    (["todo", "soon", "unsigned", "notes", "items", "unchecked"] as const).filter((f) => isUnder(f, matter));
  expect(under(red("r"))).toEqual(["todo", "unsigned"]);
  expect(under(red("r", { answered: true }))).toEqual(["todo"]);
  expect(under(finding("o", { colour: "orange" }))).toEqual(["soon", "unsigned"]);
  expect(under(finding("y", { colour: "yellow" }))).toEqual(["soon"]);
  expect(under(finding("g", { colour: "green" }))).toEqual([]);
  expect(under({ id: "n", kind: "note", caseKey: "" })).toEqual(["notes"]);
  expect(under({ id: "i", kind: "item", caseKey: "" })).toEqual(["items"]);
  expect(under({ id: "u", kind: "unchecked", caseKey: "" })).toEqual(["unchecked"]);
});
