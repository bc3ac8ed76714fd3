// Proves that a stop on other elements counts only for the person it names.
import { expect, test } from "vitest";
import type { Cell } from "../facts/sheet.ts";
import type { Rule } from "./rule.ts";
import { period } from "./sample-period.ts";
import { at, finding, measure } from "./sample-rule.ts";

test("an appraisal of somebody else stops nothing, of one without a name nobody knows", () => {
  const bound: Partial<Rule> = {
    ...period("30 days", "admin-days"),
    stop: [{ in: "examinations", same: { person: "person" }, from: "entrustedAt", until: "opinionAt" }],
  };
  const verdict = (person: Cell): string => {
    const cells = { person, entrustedAt: at("2026-03-05 10:00"), opinionAt: at("2026-03-15 10:00") };
    const examinations = { items: [{ id: "x1", cells }], complete: true };
    const own = { startedAt: at("2026-03-02 09:00"), endedAt: null, person: "p1" };
    return finding(bound, measure(own, { examinations }), at("2026-04-05 12:00")).verdict;
  };
  expect(verdict("p1")).toBe("due");
  expect(verdict("p2")).toBe("breached");
  expect(verdict(null)).toBe("unknown");
});
