// How long a period may become: extensions, time that does not count, and the working that says so.
import { describe, expect, test } from "vitest";
import type { Rule } from "./rule.ts";
import { at, finding, measure } from "./sample-rule.ts";

const START = at("2026-03-02 09:00");
const DUE = at("2026-03-02 12:00");
const MINUTE = 60_000;

describe("extensions", () => {
  const change: Partial<Rule> = {
    extend: [
      { to: "12 hours", when: 'extendedTo24 == "否"', approver: "办案部门负责人" },
      { to: "24 hours", when: 'extendedTo24 == "是"', approver: "县级以上公安机关负责人" },
    ],
  };
  const sheet = (extendedTo24?: string) =>
    measure({ startedAt: START, endedAt: null, ...(extendedTo24 === undefined ? {} : { extendedTo24 }) });

  test("the one that was granted sets the end, the ones left are offered with their instant", () => {
    const found = finding(change, sheet("否"), DUE);
    expect(found.due).toBe(START + 12 * 3_600_000);
    expect(found.extend).toEqual([
      { to: "24 小时", approver: "县级以上公安机关负责人", due: START + 24 * 3_600_000 },
    ]);
  });

  test("one that may have been granted keeps a breach from being said until it would be over too", () => {
    expect(finding(change, sheet(), DUE).verdict).toBe("due");
    const open = finding(change, sheet(), DUE + 1);
    expect([open.verdict, open.missing]).toEqual(["unknown", ["measures/m1.extendedTo24"]]);
    expect(open.nextChange).toBe(START + 24 * 3_600_000 + 1);
    expect(finding(change, sheet(), START + 24 * 3_600_000 + 1).verdict).toBe("breached");
  });
});

describe("time that does not count", () => {
  const change: Partial<Rule> = { stop: [{ from: "arrivedAt", until: "leftAt" }] };
  const sheet = (arrivedAt: number | null, leftAt: number | null) =>
    measure({ startedAt: START, endedAt: null, arrivedAt, leftAt });

  test("moves the end by its length", () => {
    expect(finding(change, sheet(START, START + 30 * MINUTE), DUE).due).toBe(DUE + 30 * MINUTE);
  });

  test("holds the clock while it has no end", () => {
    const found = finding(change, sheet(START + MINUTE, null), DUE + 999 * MINUTE);
    expect([found.verdict, found.reason, found.nextChange]).toEqual(["due", "stopped", undefined]);
  });

  test("keeps a breach from being said where it was not read", () => {
    const found = finding(change, measure({ startedAt: START, endedAt: null }), DUE + MINUTE);
    expect(found.verdict).toBe("unknown");
    expect(found.missing).toEqual(["measures/m1.arrivedAt", "measures/m1.leftAt"]);
  });
});

describe("the working", () => {
  const last = (found: ReturnType<typeof finding>) =>
    found.working.slice(-2).map(({ op, step, value }) => [op, step, value]);

  test("ends with now and what is left", () => {
    const found = finding({}, measure({ startedAt: START, endedAt: null }), DUE - 42 * MINUTE);
    expect(found.working[0]).toEqual({ op: "", step: "执行时间，起算", value: "3月2日 09:00" });
    expect(last(found)).toEqual([
      ["−", "现在", "11:18"],
      ["=", "剩余", "42 分钟"],
    ]);
  });

  test("says by how much it is over", () => {
    const found = finding({}, measure({ startedAt: START, endedAt: null }), DUE + 26 * 60 * MINUTE);
    expect(last(found)).toEqual([
      ["−", "现在", "3月3日 14:00"],
      ["=", "超过", "1 天 2 小时"],
    ]);
  });

  test("ends with the end where there was one", () => {
    const found = finding({}, measure({ startedAt: START, endedAt: DUE - 60 * MINUTE }), DUE);
    expect(last(found)).toEqual([
      ["−", "解除时间", "3月2日 11:00"],
      ["=", "提前", "1 小时"],
    ]);
  });
});
