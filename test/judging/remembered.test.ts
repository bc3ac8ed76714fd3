// Proves that a pack which has judged before says what one says that never has: what clocks remember is what they would reckon.
import fc from "fast-check";
import { expect, test } from "vitest";
import { STATUTES } from "../../shared/law/statutes.ts";
import { judge } from "../../shared/rules/judge.ts";
import { type Prepared, prepare } from "../../shared/rules/prepare.ts";
import { cellsOf, HOUR, variation, withCell } from "./varied-cases.ts";

const fresh = ({ rules, holidays }: Prepared): Prepared =>
  prepare({ revision: 1, rules: rules.map(({ rule }) => rule), statutes: STATUTES, holidays });

/** Steps of time (ms), some of them back: an hour, a day, months, and to the next change and just before it. */
const step = fc.oneof(
  fc.constantFrom(0, 1, HOUR, -HOUR, 30 * 24 * HOUR, 400 * 24 * HOUR),
  fc.constantFrom("next", "before"),
);

test("whatever was judged before, and at whatever time", () => {
  let clocks = 0;
  fc.assert(
    fc.property(
      variation,
      fc.array(fc.tuple(step, fc.nat()), { minLength: 2, maxLength: 5 }),
      (one, steps) => {
        const used = fresh(one.prepared);
        let { sheet, now } = one;
        for (const [by, n] of steps) {
          const paths = cellsOf(sheet);
          const path = paths[n % Math.max(1, paths.length)];
          if (path !== undefined && n % 3 === 0)
            sheet = withCell(sheet, path, (value) =>
              typeof value === "number" ? value + (n % 90) * HOUR : value,
            );
          const said = judge(used, sheet, now);
          expect(said).toEqual(judge(fresh(one.prepared), sheet, now));
          clocks += said.findings.filter(({ due }) => due !== undefined).length;
          const next = said.nextChange ?? now + HOUR;
          now = by === "next" ? next : by === "before" ? next - 1 : now + by;
        }
      },
    ),
    { numRuns: 250, endOnFailure: true },
  );
  expect(clocks).toBeGreaterThan(150);
});
