// Proves that judging without words says of every finding what judging with them says.
import fc from "fast-check";
import { expect, test } from "vitest";
import type { FactSheet } from "../../shared/facts/sheet.ts";
import { type BareFinding, judgeBare } from "../../shared/rules/bare.ts";
import type { Finding } from "../../shared/rules/finding.ts";
import { NO_TICKS } from "../../shared/rules/judge.ts";
import { judgeSpeaking } from "../../shared/rules/speaking.ts";
import { benchCase } from "../bench/bench-case.ts";
import { NOW } from "../bench/hand-rules.ts";
import { bareVariation, whole } from "./varied-cases.ts";

const stripped = ({ rule, on, verdict, colour, missing, key, due, since, mended }: Finding): BareFinding => ({
  rule,
  on,
  verdict,
  colour,
  missing: [...missing],
  key,
  ...(due === undefined ? {} : { due }),
  ...(since === undefined ? {} : { since }),
  ...(mended === undefined ? {} : { mended }),
});

const inOrder = (findings: readonly BareFinding[]): readonly BareFinding[] =>
  [...findings].sort((a, b) => (`${a.rule}@${a.on}` < `${b.rule}@${b.on}` ? -1 : 1));

/** How often each verdict was compared. */
const seen = new Map<string, number>();

function compare(sheet: FactSheet, now: number): void {
  const bare: BareFinding[] = [];
  const next = judgeBare(whole, sheet, now, NO_TICKS, (finding) => void bare.push(finding));
  const worded = judgeSpeaking(whole, sheet, now);
  expect(inOrder(bare)).toEqual(inOrder(worded.findings.map(stripped)));
  expect(next).toBe(worded.nextChange);
  for (const { verdict } of bare) seen.set(verdict, (seen.get(verdict) ?? 0) + 1);
}

test("the same findings, and the same instant at which one of them changes", () => {
  fc.assert(
    fc.property(bareVariation, ({ sheet, now }) => compare(sheet, now)),
    { numRuns: 120, endOnFailure: true },
  );
  for (let seed = 0; seed < 24; seed++) compare(benchCase(seed), NOW);
  for (const verdict of ["met", "due", "breached", "unknown"])
    expect(seen.get(verdict) ?? 0, verdict).toBeGreaterThan(30);
});
