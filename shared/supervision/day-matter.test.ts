// 警案日清零: what counts to a day, what is left of each matter, and that the unread is never cleared.
import { describe, expect, it } from "vitest";
import { type DayFacts, dayMatter, isCleared } from "./day-matter.ts";

const at = (text: string): number => Date.parse(`2026-11-20T${text}:00+08:00`);
const NOW = at("15:48");
const cleared = {
  receivedAt: at("09:10"),
  arrivedAt: at("09:20"),
  disposal: "当场调解",
  feedbackAt: at("10:00"),
  callKind: "纠纷",
};
const gapsOf = (incident: Record<string, unknown>, file?: DayFacts["case"]): readonly string[] | undefined =>
  dayMatter({ incident, ...(file === undefined ? {} : { case: file }) }, NOW)?.gaps;

describe("an incident", () => {
  it("is cleared when result and feedback are recorded", () => {
    const matter = dayMatter({ incident: cleared }, NOW);
    expect(matter).toEqual({ at: at("09:10"), is: "incident", what: "纠纷", gaps: [], unread: [] });
    expect(isCleared(matter!)).toBe(true);
  });
  it("says what is still blank, in the order of the work", () => {
    expect(gapsOf({ ...cleared, arrivedAt: null, disposal: null, feedbackAt: null })).toEqual([
      "arrival",
      "disposal",
      "feedback",
    ]);
  });
  it("that became a case waits for the case", () => {
    const toCase = { ...cleared, disposal: "受案" };
    expect(gapsOf(toCase)).toEqual(["filing"]);
    expect(gapsOf({ ...toCase, caseNumber: "A99010000" })).toEqual([]);
    expect(gapsOf({ ...toCase, filed: true })).toEqual([]);
    expect(gapsOf(toCase, { acceptedAt: at("11:00") })).toEqual([]);
    expect(gapsOf(toCase, { acceptedAt: null })).toEqual(["filing"]);
  });
  it("that was none needs nobody on the spot", () => {
    expect(gapsOf({ ...cleared, disposal: "无效警情", arrivedAt: null })).toEqual([]);
  });
  it("is not cleared by what was not read", () => {
    const { feedbackAt: _, ...unread } = cleared;
    const matter = dayMatter({ incident: unread }, NOW)!;
    expect(matter.unread).toEqual(["incident.feedbackAt"]);
    expect(isCleared(matter)).toBe(false);
  });
  it("belongs to its own day at +08:00 only", () => {
    expect(gapsOf({ ...cleared, receivedAt: Date.parse("2026-11-19T23:59:59+08:00") })).toBeUndefined();
    expect(gapsOf({ ...cleared, receivedAt: Date.parse("2026-11-20T00:00:00+08:00") })).toEqual([]);
    expect(gapsOf({ ...cleared, receivedAt: at("15:49") })).toBeUndefined();
    expect(gapsOf({ ...cleared, receivedAt: null })).toBeUndefined();
  });
});

it("a case without an incident counts by its registration and is cleared by its acceptance", () => {
  const file = { registeredAt: at("15:20"), acceptedAt: null, cause: "盗窃" };
  expect(dayMatter({ case: file }, NOW)).toEqual({
    at: at("15:20"),
    is: "case",
    what: "盗窃",
    gaps: ["filing"],
    unread: [],
  });
  expect(isCleared(dayMatter({ case: { ...file, acceptedAt: at("15:30") } }, NOW)!)).toBe(true);
  expect(dayMatter({ case: { acceptedAt: at("15:30") - 86_400_000 } }, NOW)).toBeUndefined();
});
