// Lists of items: over the limit first, closed ones last, filters that do not overlap.
import { describe, expect, it } from "vitest";
import { endOfDayText } from "./day.ts";
import { byLimit, type ItemView, inDue, inState, late, ownersOf } from "./order.ts";

const NOW = Date.parse("2026-11-20T09:00+08:00");
const HOUR = 3_600_000;
const item = (id: string, part: Partial<ItemView>): ItemView => ({
  id,
  unit: "root",
  origin: "patrol",
  caseKey: "",
  number: "",
  title: id,
  by: "m2",
  byName: "林某",
  at: NOW,
  limit: NOW + HOUR,
  state: "found",
  parties: [],
  tier: 0,
  selfCorrected: false,
  reopened: 0,
  moves: 0,
  ...part,
});
const items = [
  item("closed early", { state: "closed", limit: NOW - 9 * HOUR, closed: { by: "m2", at: NOW - 2 * HOUR } }),
  item("soon", { owner: { id: "m1", name: "陈某" } }),
  item("late", { limit: NOW - HOUR, state: "mending" }),
  item("closed last", { state: "closed", closed: { by: "m2", at: NOW - HOUR } }),
  item("far", { limit: NOW + 90 * HOUR, owner: { id: "m1", name: "陈某" } }),
];

describe("the list of items", () => {
  it("begins with those over their limit and ends with the closed ones, the last closed first", () => {
    expect([...items].sort(byLimit).map(({ id }) => id)).toEqual([
      "late",
      "soon",
      "far",
      "closed last",
      "closed early",
    ]);
  });
  it("filters by stage and limit without counting a closed one as late", () => {
    const names = (keep: (one: ItemView) => boolean) => items.filter(keep).map(({ id }) => id);
    expect(names((one) => inState(one, "open"))).toEqual(["soon", "late", "far"]);
    expect(names((one) => inState(one, "mending"))).toEqual(["late"]);
    expect(names((one) => late(one, NOW))).toEqual(["late"]);
    expect(names((one) => inDue(one, "late", NOW))).toEqual(["late"]);
    expect(names((one) => inDue(one, "soon", NOW))).toEqual(["soon"]);
    expect(ownersOf(items)).toEqual([["m1", "陈某"]]);
  });
});

describe("what is typed and chosen", () => {
  it("a day ends at its last instant in +08:00", () => {
    expect(endOfDayText("2026-11-20")).toBe(Date.parse("2026-11-21T00:00+08:00") - 1);
    expect(endOfDayText("2026-02-30")).toBeUndefined();
    expect(endOfDayText("")).toBeUndefined();
  });
});
