// Reports in any order, repeated, delayed or lost on the way: what stands in the end is the sum of what each unit said last.
import { reset } from "cloudflare:test";
import fc from "fast-check";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { sumOf, tallyOf, textOf } from "../../shared/rollup/counts.ts";
import type { Counts } from "../../shared/rollup/indicators.ts";
import type { Report } from "../../shared/rollup/report.ts";
import { dayOf } from "../../shared/time/civil.ts";
import { unitOf } from "../env.ts";
import { advance, MINUTE, ring, START, setClock } from "./clock.ts";
import { env, inUnit } from "./deployment.ts";

const DAY = dayOf(START);
const CHILDREN = ["east", "west", "north"];

beforeEach(async () => {
  setClock(START);
  await reset();
});
afterEach(() => vi.useRealTimers());

const tally = fc.record(
  { incidents: fc.nat(50), red: fc.nat(9), corrected: fc.nat(9) },
  { requiredKeys: [] },
);
const counts: fc.Arbitrary<Counts> = fc.dictionary(fc.constantFrom("", "a-late", "b-gap"), tally);
/** What a unit said of its days, the revisions growing. */
const story = fc.array(fc.tuple(fc.integer({ min: 0, max: 2 }), counts), { minLength: 1, maxLength: 6 });

/** All reports of a unit: each says one day anew, every second one repeats what the unit had said of the others. */
function reportsOf(child: string, said: readonly (readonly [number, Counts])[]): readonly Report[] {
  const last = new Map<number, Report["days"][number]>();
  return said.map(([day, of], i): Report => {
    const one = { day: DAY - day, revision: i + 1, counts: sumOf([of]) };
    last.set(day, one);
    const days = i % 2 === 0 ? [one] : [...last.values()];
    return { child, to: "hu", n: i + 1, at: START, days, below: { units: 0, silent: 0, oldest: null } };
  });
}

it("is the same by whichever way it came", async () => {
  let turn = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.tuple(story, story, story),
      fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 30 }),
      fc.infiniteStream(fc.nat(1_000)),
      async (stories, repeats, chance) => {
        const unit = `hu-${(turn += 1)}`;
        const all = CHILDREN.map((child, i) => reportsOf(child, stories[i] ?? []));
        const sent = [
          ...all.flat(),
          ...repeats.flatMap(([of, which]) => {
            const mine = all[of % all.length] ?? [];
            const one = mine[which % mine.length];
            return one === undefined ? [] : [one];
          }),
        ]
          .map((report) => [chance.next().value as number, report] as const)
          .sort((a, b) => a[0] - b[0])
          .map(([, report]) => report);
        const stands = new Map<string, number>();
        for (const [i, report] of sent.entries()) {
          const place = (day: number): string => `${report.child} ${day}`;
          const older = report.days.some(({ day, revision }) => revision < (stands.get(place(day)) ?? 0));
          const taken = await unitOf(env, unit).rollup("take", { report, above: [] });
          expect(taken.ok ? "taken" : taken.refusal.code).toBe(older ? "older-report" : "taken");
          if (!older) for (const { day, revision } of report.days) stands.set(place(day), revision);
          if (i % 5 === 0) {
            advance(2 * MINUTE);
            await ring(unit);
          }
        }
        // A sender whose last word was refused or lost says it again, all days that it has, with what it was told to pass.
        for (const mine of all) {
          const days = new Map(mine.flatMap((one) => one.days.map((day) => [day.day, day] as const)));
          const report = { ...mine[0]!, days: [...days.values()] };
          expect((await unitOf(env, unit).rollup("take", { report, above: [] })).ok).toBe(true);
        }
        advance(2 * MINUTE);
        await ring(unit);
        const last = all.flatMap((mine) => [
          ...new Map(mine.flatMap((one) => one.days.map((day) => [day.day, day.counts] as const))).values(),
        ]);
        const numbers = await unitOf(env, unit).rollup("numbers", { from: DAY - 3, to: DAY });
        const sum = sumOf(last);
        expect(textOf(Object.fromEntries(numbers.rules.map(({ rule, counts: of }) => [rule, of])))).toBe(
          textOf(sum),
        );
        expect(numbers.total).toEqual(tallyOf(sum));
        const dirty = await inUnit(unit, (sql) => sql.exec("SELECT place FROM rollup_dirty").toArray());
        expect(dirty).toEqual([]);
      },
    ),
    { numRuns: 25 },
  );
});
