// The check sheet: each line by ticks and findings; what was not read is never a tick.
import { expect, it } from "vitest";
import type { UnitFinding } from "../../../shared/supervision/entry.ts";
import { lineOf, type SheetPart } from "./standing.ts";
import { isTouched, missingIn, sumsOf, unlistedOf } from "./sums.ts";
import { whyOf } from "./why.ts";

const NOW = Date.parse("2026-11-20T15:48:00+08:00");
const item = { id: "i", say: "期限届满前解除取保候审", rule: "bail-overrun" };
const finding = (verdict: UnitFinding["verdict"], part: object = {}): UnitFinding => ({
  rule: "bail-overrun",
  on: "measures/m1",
  verdict,
  colour: "grey",
  missing: [],
  key: "k",
  ...part,
});
const tick = {
  item: "i",
  ticked: true,
  evidence: "笔录第 2 页",
  by: "m1",
  byName: "陈立",
  at: "2026-11-20T06:00:00.000Z",
};
const is = (findings: UnitFinding[], ticks: (typeof tick)[] = [], of: object = {}): string =>
  lineOf({ ...item, ...of }, { findings, ticks }).is;

it("stands by the gravest finding, a tick, or nothing", () => {
  expect(is([])).toBe("later");
  expect(is([finding("met")])).toBe("met");
  expect(is([finding("met"), finding("unknown")])).toBe("unknown");
  expect(is([finding("met"), finding("due")])).toBe("due");
  expect(is([finding("due"), finding("breached")])).toBe("breached");
  expect(is([finding("breached", { mended: 1 })])).toBe("mended");
  expect(is([finding("moot")])).toBe("moot");
  expect(is([], [tick])).toBe("ticked");
  expect(is([], [{ ...tick, ticked: false }])).toBe("later");
  expect(is([], [], { attest: true })).toBe("open");
  expect(is([finding("unknown")], [], { attest: true })).toBe("open");
  expect(is([finding("met")], [{ ...tick, item: "another" }])).toBe("met");
});

it("says who ticked it with what, until when, and what was not read", () => {
  const why = (findings: UnitFinding[], ticks: (typeof tick)[] = []): string =>
    whyOf(lineOf(item, { findings, ticks }), NOW);
  expect(why([], [tick])).toBe("陈立 2026年11月20日 14:00 确认：笔录第 2 页");
  expect(why([finding("due", { due: NOW + 3_600_000 })])).toBe("2026年11月20日 16:48 届满");
  expect(why([finding("breached", { due: NOW - 86_400_000 })])).toBe("超 1 天");
  expect(why([finding("unknown", { missing: ["measures/m1.endedAt"] })])).toBe(
    "没有读到 强制措施 → 解除时间",
  );
});

it("counts breaches that stand, what waits for a word, and all that was not checked; the rules beside the lists by what they miss", () => {
  const part = (lines: SheetPart["lines"]): SheetPart => ({
    list: { id: "l", title: "清单", items: [item] } as never,
    lines,
    silent: 0,
  });
  const other = (missing: string[]): UnitFinding => finding("unknown", { rule: "another", missing });
  const findings = [
    finding("breached"),
    finding("breached", { mended: 1 }),
    finding("due"),
    finding("met"),
    finding("unknown"),
    other(["case.filedAt"]),
    other(["measures/m1.endedAt", "case.filedAt"]),
  ];
  const parts = [part([lineOf({ ...item, attest: true }, { findings: [], ticks: [] })])];
  expect(sumsOf({ findings }, parts)).toEqual({ breached: 1, due: 1, open: 1, unknown: 3, met: 1 });
  expect(isTouched(parts[0]!)).toBe(false);
  const read = part([
    lineOf(item, { findings: [finding("met")], ticks: [] }),
    lineOf({ ...item, rule: "another" }, { findings: [other(["case.filedAt"])], ticks: [] }),
  ]);
  expect(isTouched(read)).toBe(true);
  expect(missingIn(read)).toEqual({ count: 1, fields: ["立案时间"] });
  expect(unlistedOf({ findings }, parts)).toEqual({ count: 2, fields: ["立案时间", "解除时间"] });
});
