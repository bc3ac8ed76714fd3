// Proves on the shipped rules and random variations of their examples what must hold of every judgement.
import fc from "fast-check";
import { expect, test } from "vitest";
import type { FactSheet } from "../../shared/facts/sheet.ts";
import type { Finding } from "../../shared/rules/finding.ts";
import { judge, outcomes } from "../../shared/rules/judge.ts";
import { cellsOf, HOUR, variation, withCell } from "./varied-cases.ts";

/** What must stay until `nextChange`: all but the lines that say what time it is. */
const lasting = (finding: Finding): object => {
  const { working: _w, why: _y, ...rest } = finding;
  return rest;
};

test("nothing changes before nextChange, and something does at it", () => {
  let turned = 0;
  fc.assert(
    fc.property(variation, fc.double({ min: 0, max: 1, noNaN: true }), ({ sheet, now, prepared }, share) => {
      const before = judge(prepared, sheet, now);
      const end = before.nextChange ?? now + 4_000 * 24 * HOUR;
      const later = judge(prepared, sheet, Math.min(end - 1, now + Math.floor(share * (end - now))));
      expect(later.findings.map(lasting)).toEqual(before.findings.map(lasting));
      expect(later.nextChange).toBe(before.nextChange);
      if (before.nextChange === undefined) return;
      const after = judge(prepared, sheet, before.nextChange);
      expect(after.nextChange ?? Number.POSITIVE_INFINITY).toBeGreaterThan(before.nextChange);
      expect(after.findings.map(lasting)).not.toEqual(before.findings.map(lasting));
      turned++;
    }),
    { numRuns: 1_500, endOnFailure: true },
  );
  expect(turned).toBeGreaterThan(60);
});

test("what is not read never becomes met", () => {
  let dropped = 0;
  fc.assert(
    fc.property(variation, fc.nat(), ({ sheet, now, prepared }, n) => {
      const paths = cellsOf(sheet);
      fc.pre(paths.length > 0);
      const path = paths[n % paths.length]!;
      const verdicts = (one: FactSheet) =>
        new Map(judge(prepared, one, now).findings.map((f) => [`${f.rule} ${f.on}`, f.verdict]));
      const [full, less] = [verdicts(sheet), verdicts(withCell(sheet, path, () => undefined))];
      for (const [key, verdict] of less) {
        if (verdict === "met") expect(full.get(key), `${key} without ${path}`).toBe("met");
        if (verdict === "breached") expect(full.get(key), `${key} without ${path}`).toBe("breached");
        dropped++;
      }
    }),
    { numRuns: 2_000, endOnFailure: true },
  );
  expect(dropped).toBeGreaterThan(10_000);
});

test("every unknown says what is missing or why", () => {
  fc.assert(
    fc.property(variation, ({ sheet, now, prepared }) => {
      for (const finding of judge(prepared, sheet, now).findings) {
        if (finding.verdict !== "unknown") expect(finding.missing, finding.rule).toEqual([]);
        else expect(finding.missing.length > 0 || finding.reason !== undefined, finding.rule).toBe(true);
        expect(finding.verdict === "moot" || finding.why !== "", finding.rule).toBe(true);
      }
    }),
    { numRuns: 500, endOnFailure: true },
  );
});

test("the verdicts without words are those of the findings", () => {
  fc.assert(
    fc.property(variation, ({ sheet, now, prepared }) => {
      const short = ({
        verdict,
        colour,
        due,
      }: {
        verdict: string;
        colour: string;
        due?: number | undefined;
      }) => `${verdict} ${colour} ${due}`;
      expect(outcomes(prepared, sheet, now).map(short)).toEqual(
        judge(prepared, sheet, now).findings.map(short),
      );
    }),
    { numRuns: 300, endOnFailure: true },
  );
});
