// Proves every line of a clock's verdict, and each colour to the minute.
import { describe, expect, test } from "vitest";
import type { Rule } from "./rule.ts";
import { at, finding, measure, SAMPLE } from "./sample-rule.ts";

const START = at("2026-03-02 09:00");
const DUE = at("2026-03-02 12:00");
const MINUTE = 60_000;
const clock = SAMPLE.clock!;

describe("a clock's verdict", () => {
  const begun: Partial<Rule> = { clock: { ...clock, begun: true } };
  test.each([
    [
      "when is false",
      { when: 'kind == "逮捕"' },
      { kind: "拘传", startedAt: START, endedAt: null },
      DUE,
      "moot",
      [],
    ],
    [
      "when is unread",
      { when: 'kind == "逮捕"' },
      { startedAt: START, endedAt: null },
      DUE,
      "unknown",
      ["kind"],
    ],
    ["from is unread", {}, { endedAt: null }, DUE, "unknown", ["startedAt"]],
    ["from is blank", {}, { startedAt: null, endedAt: null }, DUE, "moot", []],
    [
      "from is blank though it has begun",
      begun,
      { startedAt: null, endedAt: null },
      DUE,
      "unknown",
      ["startedAt"],
    ],
    ["until is the last instant", {}, { startedAt: START, endedAt: DUE }, DUE, "met", []],
    ["until is later", {}, { startedAt: START, endedAt: DUE + MINUTE }, DUE + MINUTE, "breached", []],
    ["until is blank before due", {}, { startedAt: START, endedAt: null }, DUE - MINUTE, "due", []],
    ["until is blank at due", {}, { startedAt: START, endedAt: null }, DUE, "due", []],
    ["until is blank after due", {}, { startedAt: START, endedAt: null }, DUE + 1, "breached", []],
    ["until is unread before due", {}, { startedAt: START }, DUE, "due", []],
    ["until is unread after due", {}, { startedAt: START }, DUE + 1, "unknown", ["endedAt"]],
    ["it ends before it begins", {}, { startedAt: START, endedAt: START - MINUTE }, DUE, "unknown", []],
  ])("%s", (_, change, cells, now, verdict, missing) => {
    const found = finding(change, measure(cells), now);
    expect(found.verdict).toBe(verdict);
    expect(found.missing).toEqual(missing.map((field) => `measures/m1.${field}`));
  });

  test("a breach says since when, and when it was mended", () => {
    const open = finding({}, measure({ startedAt: START, endedAt: null }), DUE + MINUTE);
    expect([open.since, open.mended]).toEqual([DUE, undefined]);
    const mended = finding({}, measure({ startedAt: START, endedAt: DUE + 5 * MINUTE }), DUE + 9 * MINUTE);
    expect([mended.since, mended.mended]).toEqual([DUE, DUE + 5 * MINUTE]);
  });

  test("a beginning in the future is a slip of the pen, a difference of clocks is not", () => {
    const ahead = finding({}, measure({ startedAt: START, endedAt: null }), START - 6 * MINUTE);
    expect([ahead.verdict, ahead.reason, ahead.why]).toEqual([
      "unknown",
      "future",
      "“执行时间”在将来，未检查",
    ]);
    expect(finding({}, measure({ startedAt: START, endedAt: null }), START - 5 * MINUTE).verdict).toBe("due");
  });

  test("a blank beginning that must be there and a wrong order say why", () => {
    expect(finding(begun, measure({ startedAt: null, endedAt: null }), DUE).reason).toBe("begun");
    const order = finding({}, measure({ startedAt: START, endedAt: START - MINUTE }), DUE);
    expect([order.reason, order.why]).toEqual(["order", "“解除时间”早于“执行时间”，请核对"]);
  });
});

describe("colour", () => {
  test.each([
    [-181, "green"],
    [-121, "green"],
    [-120, "blue"],
    [-61, "blue"],
    [-60, "yellow"],
    [-31, "yellow"],
    [-30, "orange"],
    [0, "orange"],
    [1, "red"],
  ])("%i minutes from the end it is %s", (minutes, colour) => {
    const found = finding({}, measure({ startedAt: START, endedAt: null }), DUE + minutes * MINUTE);
    expect(found.colour).toBe(colour);
  });

  test.each([
    [["1 hours"], -61, "green"],
    [["1 hours"], -60, "orange"],
    [["2 hours", "1 hours"], -61, "yellow"],
    [[], -1, "green"],
  ])("with warnings %j it is %s minutes from the end %s", (warn, minutes, colour) => {
    const sheet = measure({ startedAt: START, endedAt: null });
    expect(finding({ clock: { ...clock, warn } }, sheet, DUE + minutes * MINUTE).colour).toBe(colour);
  });

  test.each([
    ["red-line", "red"],
    ["serious", "red"],
    ["reminder", "orange"],
  ] as const)("a breach of a %s rule is %s", (weight, colour) => {
    expect(finding({ weight }, measure({ startedAt: START, endedAt: null }), DUE + MINUTE).colour).toBe(
      colour,
    );
  });

  test("unknown is grey, met and moot are green", () => {
    expect(finding({}, measure({ endedAt: null }), DUE).colour).toBe("grey");
    expect(finding({}, measure({ startedAt: START, endedAt: DUE }), DUE).colour).toBe("green");
    expect(finding({}, measure({ startedAt: null, endedAt: null }), DUE).colour).toBe("green");
  });
});

describe("between the two readings", () => {
  // Three days from Wednesday 2026-06-24 end on Saturday; whether a weekend moves the end is not written.
  const change: Partial<Rule> = {
    clock: { ...clock, limit: "3 days", count: "admin-days", warn: ["24 hours"] },
  };
  const started = at("2026-06-24 10:00");
  const sunday = at("2026-06-28 10:00");

  test("an open end is orange and due, never breached, and says why", () => {
    const found = finding(change, measure({ startedAt: started, endedAt: null }), sunday);
    expect([found.verdict, found.colour]).toEqual(["due", "orange"]);
    expect(found.due).toBeLessThan(sunday);
    expect(found.lenient).toBeGreaterThan(sunday);
    expect(found.open).toContain("从严");
  });

  test("without any warning it turns orange when the stricter one has passed", () => {
    const plain: Partial<Rule> = { clock: { ...change.clock!, warn: [] } };
    const open = measure({ startedAt: started, endedAt: null });
    const before = finding(plain, open, at("2026-06-27 10:00"));
    expect([before.colour, before.nextChange]).toEqual(["green", before.due! + 1]);
    const between = finding(plain, open, sunday);
    expect([between.colour, between.nextChange]).toEqual(["orange", between.lenient! + 1]);
  });

  test("after the more lenient one it is breached since then", () => {
    const found = finding(change, measure({ startedAt: started, endedAt: null }), at("2026-06-30 00:00"));
    expect([found.verdict, found.since]).toEqual(["breached", found.lenient]);
  });

  test("an end between them is neither met nor breached", () => {
    const found = finding(change, measure({ startedAt: started, endedAt: sunday }), at("2026-07-30 00:00"));
    expect([found.verdict, found.reason, found.colour]).toEqual(["unknown", "reading", "orange"]);
  });
});

describe("an end of which only the day was read", () => {
  test.each([
    ["2026-03-01", "unknown", "order"],
    ["2026-03-02", "unknown", "day"],
    ["2026-03-03", "breached", undefined],
  ])("%s → %s", (endedAt, verdict, reason) => {
    const found = finding({}, measure({ startedAt: START, endedAt }), at("2026-03-05 00:00"));
    expect([found.verdict, found.reason]).toEqual([verdict, reason]);
  });

  test("a period of whole days needs no hour", () => {
    const days: Partial<Rule> = { clock: { ...clock, limit: "3 days", count: "criminal-days", warn: [] } };
    const found = finding(
      days,
      measure({ startedAt: "2026-03-02", endedAt: "2026-03-05" }),
      at("2026-03-09 09:00"),
    );
    expect(found.verdict).toBe("met");
  });
});
