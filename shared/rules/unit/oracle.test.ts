// Proves the sweeps of unit scope against answers that look at every pair, on thousands of random acts.
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { STATUTES } from "../../law/statutes.ts";
import { basePlan } from "../../time/holidays.ts";
import { packRule } from "../check-rule.ts";
import type { Rule } from "../rule.ts";
import { type Act, WITHIN } from "./acts.ts";
import { judgeActs } from "./clash.ts";
import { covers, merged } from "./merged.ts";
import { type PreparedUnitRule, prepareUnitRule } from "./prepare-unit.ts";

const RUNS = { numRuns: 2_000 };

function ruleWith(clash: NonNullable<Rule["clash"]>): PreparedUnitRule {
  const rule: Rule = {
    id: "test-clash",
    title: "试验",
    stage: "interview",
    weight: "serious",
    audience: "legal",
    status: "live",
    scope: "unit",
    basis: [{ statute: "刑事诉讼法", edition: "2018-10-26", article: "118" }],
    act: "startedAt",
    each: "interviews",
    clash,
    fix: "核对。",
    owner: "法制支队",
    reviewBy: "2027-06-30",
    examples: [],
  };
  const packed = packRule(rule, STATUTES);
  if (!packed.ok) throw new Error(packed.refusal.message);
  return prepareUnitRule(packed.value, STATUTES, basePlan);
}

const LINE = {
  in: "interviews",
  who: ["askers"],
  from: "startedAt",
  until: "endedAt",
  most: "24 hours",
} as const;
const STAY = { in: "venues", who: ["person"], from: "enteredAt", until: "leftAt", most: "48 hours" } as const;
const MINUTE = 60_000;

const bounds = fc
  .tuple(fc.nat(40), fc.nat(12), fc.nat(4), fc.nat(4), fc.nat(3), fc.nat(3))
  .map(([from, length, inFrom, inUntil, outFrom, outUntil]) => ({
    sureFrom: (from + inFrom) * MINUTE,
    sureUntil: (from + length - inUntil) * MINUTE,
    mayFrom: (from - outFrom) * MINUTE,
    mayUntil: (from + length + outUntil) * MINUTE,
  }));

const acts = (line: fc.Arbitrary<number>): fc.Arbitrary<readonly Act[]> =>
  fc
    .array(
      fc.record({
        line,
        bounds,
        sure: fc.boolean(),
        group: fc.option(fc.constantFrom("a", "b", "c"), { nil: undefined }),
        open: fc.boolean(),
      }),
      { maxLength: 14 },
    )
    .map((parts) =>
      parts.map(
        ({ group, open, ...rest }, i): Act => ({
          caseKey: `A${i}`,
          on: "interviews/i1",
          keys: ["陈立"],
          missing: [],
          ...(group === undefined ? {} : { group }),
          ...(open && i === 0 ? { open: "venues" } : {}),
          ...rest,
        }),
      ),
    );

const said = (rule: PreparedUnitRule, list: readonly Act[]): readonly string[] =>
  judgeActs(rule, "陈立", list)
    .map(({ caseKey, verdict }) => `${caseKey} ${verdict}`)
    .sort();

const shared = (a: readonly [number, number], b: readonly [number, number]): number =>
  Math.min(a[1], b[1]) - Math.max(a[0], b[0]);

describe("acts at the same time", () => {
  test.each([undefined, "5 minutes"])("equal the answer that looks at every pair (slack %s)", (slack) => {
    const rule = ruleWith({ acts: [LINE], ...(slack === undefined ? {} : { slack }) });
    const ms = slack === undefined ? 0 : 5 * MINUTE;
    fc.assert(
      fc.property(acts(fc.constant(0)), (list) => {
        const naive = list.flatMap((act, i) => {
          const others = list.filter((_, j) => j !== i);
          const clash = others.some(
            (other) =>
              act.sure &&
              other.sure &&
              act.group !== undefined &&
              other.group !== undefined &&
              act.group !== other.group &&
              act.bounds!.sureFrom < act.bounds!.sureUntil &&
              shared(
                [act.bounds!.sureFrom, act.bounds!.sureUntil],
                [other.bounds!.sureFrom, other.bounds!.sureUntil],
              ) > ms,
          );
          const may = others.some(
            (other) =>
              (act.group === undefined || other.group === undefined || act.group !== other.group) &&
              shared(
                [act.bounds!.mayFrom, act.bounds!.mayUntil],
                [other.bounds!.mayFrom, other.bounds!.mayUntil],
              ) > ms,
          );
          return clash ? [`${act.caseKey} breached`] : may ? [`${act.caseKey} unknown`] : [];
        });
        expect(said(rule, list)).toEqual(naive.sort());
      }),
      RUNS,
    );
  });

  test("who is named as the other really is one", () => {
    const rule = ruleWith({ acts: [LINE] });
    fc.assert(
      fc.property(acts(fc.constant(0)), (list) => {
        const byCase = new Map(list.map((act) => [act.caseKey, act.bounds!]));
        for (const { caseKey, verdict, against } of judgeActs(rule, "陈立", list)) {
          const [a, b] = [byCase.get(caseKey)!, byCase.get(against[0]!.caseKey)!];
          expect(against[0]!.caseKey).not.toBe(caseKey);
          const wide = verdict === "unknown";
          const span = (one: typeof a): readonly [number, number] =>
            wide ? [one.mayFrom, one.mayUntil] : [one.sureFrom, one.sureUntil];
          expect(shared(span(a), span(b))).toBeGreaterThan(0);
        }
      }),
      RUNS,
    );
  });
});

describe("acts within others", () => {
  test("equal the answer that walks through the minutes", () => {
    const slack = 2;
    const span = fc
      .tuple(fc.nat(40), fc.integer({ min: 1, max: 15 }))
      .map(([from, length]) => ({ from, until: from + length }));
    fc.assert(
      fc.property(fc.array(span, { maxLength: 6 }), span, (stays, act) => {
        const minutes = Array.from({ length: 70 }, (_, t) =>
          stays.some(({ from, until }) => from <= t && t < until),
        );
        const runs: [number, number][] = [];
        for (const [t, there] of minutes.entries()) {
          if (!there) continue;
          const last = runs.at(-1);
          if (last !== undefined && t - last[1] <= slack) last[1] = t + 1;
          else runs.push([t, t + 1]);
        }
        const naive = runs.some(([from, until]) => from - slack <= act.from && act.until <= until + slack);
        expect(covers(merged(stays, slack), act.from, act.until, slack)).toBe(naive);
      }),
      RUNS,
    );
  });

  test("an act is accused only where no stay can have covered it and every list was read", () => {
    const rule = ruleWith({ acts: [LINE], within: STAY });
    fc.assert(
      fc.property(acts(fc.constantFrom(0, WITHIN)), (list) => {
        const stays = list.filter(({ line }) => line === WITHIN);
        const span = (one: Act, wide: boolean) => ({
          from: wide ? one.bounds!.mayFrom : one.bounds!.sureFrom,
          until: wide ? one.bounds!.mayUntil : one.bounds!.sureUntil,
        });
        const may = merged(
          stays.map((one) => span(one, true)),
          0,
        );
        const sure = merged(
          stays.filter((one) => one.sure).map((one) => span(one, false)),
          0,
        );
        const naive = list.flatMap((act) => {
          if (act.line === WITHIN) return [];
          const wide = span(act, true);
          const narrow = span(act, false);
          if (covers(sure, wide.from, wide.until, 0)) return [];
          const out = narrow.from < narrow.until && !covers(may, narrow.from, narrow.until, 0);
          return [
            `${act.caseKey} ${out && act.sure && !list.some((one) => one.open) ? "breached" : "unknown"}`,
          ];
        });
        expect(said(rule, list)).toEqual(naive.sort());
      }),
      RUNS,
    );
  });
});
