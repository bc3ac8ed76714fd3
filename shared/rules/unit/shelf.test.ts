// Proves that the shelf of partners answers what a look at every partner answers.
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Partner } from "./partners.ts";
import { shelfOf } from "./shelf.ts";

const RUNS = { numRuns: 2_000 };

describe("the shelf", () => {
  const partner = fc.record({
    sure: fc.boolean(),
    at: fc.option(fc.nat(30), { nil: undefined }),
    from: fc.nat(30),
    length: fc.nat(10),
  });
  const made = (
    parts: readonly { sure: boolean; at: number | undefined; from: number; length: number }[],
  ): readonly Partner[] =>
    parts.map(({ sure, at, from, length }, i) => ({
      caseKey: `A${i}`,
      on: "case",
      ties: ["x"],
      sure,
      ...(at === undefined ? {} : { at }),
      over: { sure: [from, from + length], may: [from - 1, from + length + 1] },
      missing: [],
    }));

  test("gives the earliest that is sure and not before, and another that may be", () => {
    fc.assert(
      fc.property(fc.array(partner, { maxLength: 10 }), fc.nat(30), (parts, from) => {
        const all = made(parts);
        const late = all.filter(({ at }) => at !== undefined && (at as number) >= from);
        const { sure, perhaps } = shelfOf(all).choose({ from, over: undefined, slack: 0 });
        const dates = late.filter((one) => one.sure).map(({ at }) => at as number);
        expect(sure?.at).toBe(dates.length === 0 ? undefined : Math.min(...dates));
        expect(perhaps !== undefined).toBe(
          late.some((one) => !one.sure) || all.some(({ at }) => at === undefined),
        );
      }),
      RUNS,
    );
  });

  test("finds one that covers a stretch exactly where there is one", () => {
    fc.assert(
      fc.property(
        fc.array(partner, { maxLength: 10 }),
        fc.nat(30),
        fc.nat(8),
        fc.nat(2),
        (parts, from, length, slack) => {
          const all = made(parts);
          const { sure, perhaps } = shelfOf(all).choose({
            from: undefined,
            over: [from, from + length],
            slack,
          });
          const fits = (span: readonly [number, number]): boolean =>
            span[0] <= from + slack && span[1] >= from + length - slack;
          expect(sure !== undefined).toBe(all.some((one) => one.sure && fits(one.over!.sure)));
          expect(perhaps !== undefined).toBe(all.some((one) => fits(one.over!.may)));
          if (sure !== undefined) expect(fits(sure.over!.sure)).toBe(true);
        },
      ),
      RUNS,
    );
  });
});
