// Tries random layers: no red line is ever loosened, order and grouping do not matter, the same input has the same address.
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Limit } from "../../time/period.ts";
import type { PackedRule } from "../pack.ts";
import { begun, effectivePack, layerOnto } from "./effective.ts";
import type { Layer, LayerChange } from "./layer.ts";
import { ADDED, BASE, layerOf } from "./sample-layers.ts";
import { settledOnto } from "./settle.ts";

const limit = fc
  .tuple(fc.integer({ min: 1, max: 400 }), fc.constantFrom("minutes", "hours", "days", "months"))
  .map(([amount, unit]) => `${amount} ${unit}`);
const ids = [...BASE.rules.map(({ id }) => id), "local-overrun"];

const values = {
  limit,
  titleDue: fc.constant("将满"),
  warn: fc.array(fc.constantFrom("30 minutes", "1 hours", "2 hours", "3 hours", "11 days"), { maxLength: 4 }),
  weight: fc.constantFrom("red-line", "serious", "reminder"),
  status: fc.constantFrom("draft", "shadow", "trial", "live", "retired"),
  gate: fc.constantFrom("none", "soft", "hard"),
  quiet: fc.boolean(),
  when: fc.constant('kind == "拘传"'),
  unless: fc.constant([]),
  extend: fc.constant([{ to: "9 hours", approver: "所长" }]),
  basis: fc.constant([]),
};

/** One or two keys, so that one that would loosen is not hidden behind another; a limit comes with its title. */
const keys = fc
  .tuple(fc.record(values), fc.subarray(Object.keys(values), { minLength: 1, maxLength: 2 }))
  .map(([all, picked]): Readonly<Record<string, unknown>> => {
    const some = Object.fromEntries(Object.entries(all).filter(([key]) => picked.includes(key)));
    return "limit" in some ? { ...some, title: "样例甲" } : some;
  });

const off = fc.constant({ off: true as const });
const filled = limit.map((text) => ({
  configure: { limit: text, basis: [{ statute: "样例程序规定", edition: "2018-11-25", article: "3" }] },
}));

const change: fc.Arbitrary<LayerChange> = fc
  .tuple(
    fc.constantFrom(...ids),
    fc.oneof({ weight: 6, arbitrary: keys.map((tighten) => ({ tighten })) }, off, filled),
    fc.subarray(["李某", "王某", "韩某某"]),
  )
  .map(([rule, does, approvedBy]) => ({ rule, reason: "本地要求", approvedBy, ...does }));

const layer = (level: Layer["level"]): fc.Arbitrary<Layer> =>
  fc
    .tuple(fc.uniqueArray(change, { selector: ({ rule }) => rule, maxLength: 2 }), fc.boolean())
    .map(([changes, adds]) => layerOf(level, changes, { add: adds && level !== "bureau" ? [ADDED] : [] }));

/** Changes that a layer may make of any rule in force. */
const stricter: fc.Arbitrary<LayerChange> = fc
  .tuple(
    fc.constantFrom(...BASE.rules.filter(({ needs }) => needs === undefined).map(({ id }) => id)),
    fc.oneof(
      fc.integer({ min: 1, max: 179 }).map((amount) => ({ limit: `${amount} minutes`, title: "样例甲" })),
      fc.constant({ weight: "red-line", status: "live" }),
      fc.constant({ warn: ["20 days", "15 days", "10 days"], quiet: false }),
    ),
  )
  .map(([rule, more]) => ({ rule, reason: "本地要求", tighten: more }));
const several = fc.uniqueArray(stricter, { selector: ({ rule }) => rule, minLength: 2 });

/** One to three layers in their order. */
const layers = fc
  .tuple(layer("province"), layer("city"), layer("bureau"))
  .chain((all) => fc.subarray(all, { minLength: 1 }));

/** An oracle of its own: seconds at their longest, so that a month is never taken for less than a day. */
const seconds = ({ amount, unit }: Limit): number =>
  amount *
  { minutes: 60, hours: 3_600, days: 86_400, workdays: 86_400, months: 2_678_400, years: 31_622_400 }[unit];
const WEIGHTS = ["reminder", "serious", "red-line"];
const GATES = ["none", "soft", "hard"];
const SPEAKING = ["shadow", "trial", "live"];

function notLooser(is: PackedRule, was: PackedRule): void {
  expect(WEIGHTS.indexOf(is.weight)).toBeGreaterThanOrEqual(WEIGHTS.indexOf(was.weight));
  expect(GATES.indexOf(is.gate ?? "none")).toBeGreaterThanOrEqual(GATES.indexOf(was.gate ?? "none"));
  expect(SPEAKING.indexOf(is.status)).toBeGreaterThanOrEqual(SPEAKING.indexOf(was.status));
  expect(was.quiet === true || is.quiet !== true).toBe(true);
  expect(seconds(is.clock!.limit)).toBeLessThanOrEqual(seconds(was.clock!.limit));
  const first = Math.max(...was.clock!.warn.map(seconds));
  const last = Math.min(...was.clock!.warn.map(seconds));
  expect(Math.max(...is.clock!.warn.map(seconds))).toBeGreaterThanOrEqual(first);
  expect(Math.min(...is.clock!.warn.map(seconds))).toBeGreaterThanOrEqual(last);
  expect(is.clock!.warn.length).toBeGreaterThanOrEqual(was.clock!.warn.length);
  for (const key of [
    "when",
    "require",
    "unless",
    "extend",
    "stop",
    "restart",
    "pair",
    "basis",
    "act",
    "each",
    "kinds",
    "audience",
  ] as const)
    expect(is[key]).toEqual(was[key]);
  for (const key of ["from", "until", "count", "begun"] as const)
    expect(is.clock![key]).toEqual(was.clock![key]);
}

test("no random layer loosens a red line, at whatever level it became one", () => {
  let accepted = 0;
  let refused = 0;
  fc.assert(
    fc.property(layers, (all) => {
      for (let n = 1; n <= all.length; n++) {
        const above = effectivePack(BASE, all.slice(0, n - 1));
        const below = effectivePack(BASE, all.slice(0, n));
        if (!above.ok) return;
        if (!below.ok) {
          if (below.refusal.code === "loosens-red-line") refused++;
          expect(below.refusal.message).toMatch(/^(星河|云岭).*：.*[\u4e00-\u9fff]/);
          return;
        }
        accepted++;
        for (const was of above.value.pack.rules) {
          const is = below.value.pack.rules.find(({ id }) => id === was.id)!;
          // A template without its local values is no limit yet: who fills it in sets the first.
          if (was.weight === "red-line" && was.needs === undefined) notLooser(is, was);
        }
      }
    }),
    { numRuns: 2_000 },
  );
  // The search is worth something only where it meets both answers often.
  expect(accepted).toBeGreaterThan(100);
  expect(refused).toBeGreaterThan(100);
}, 60_000);

test("whatever the levels above have become since, nothing set aside or kept loosens a red line", () => {
  let overtaken = 0;
  fc.assert(
    fc.property(layers, (all) => {
      let above = begun(BASE);
      for (const [i, one] of all.entries()) {
        const { pack, aside, kept } = settledOnto(above, [one]);
        for (const rule of above.rules.filter(
          ({ weight, needs }) => weight === "red-line" && needs === undefined,
        ))
          notLooser(pack.rules.find(({ id }) => id === rule.id)!, rule);
        const strict = layerOnto(above, one);
        expect(aside.length === 0 && kept[0] === one).toBe(strict.ok);
        for (const good of kept) expect(layerOnto(above, good)).toEqual({ ok: true, value: pack });
        if (strict.ok) expect(pack).toEqual(strict.value);
        if (i > 0 && !strict.ok) overtaken++;
        above = pack;
      }
    }),
    { numRuns: 400 },
  );
  expect(overtaken).toBeGreaterThan(20);
}, 60_000);

const shuffled = <T>(items: readonly T[]): fc.Arbitrary<T[]> =>
  fc.shuffledSubarray([...items], { minLength: items.length, maxLength: items.length });

test("the order of the changes within a layer, and of the keys of a change, is irrelevant", () => {
  let compared = 0;
  fc.assert(
    fc.property(
      several.chain((all) => fc.tuple(fc.constant(layerOf("province", all)), shuffled(all))),
      ([one, changes]) => {
        const turned = changes.map(
          (each) => Object.fromEntries(Object.entries(each).reverse()) as unknown as LayerChange,
        );
        const [a, b] = [effectivePack(BASE, [one]), effectivePack(BASE, [{ ...one, changes: turned }])];
        expect(b.ok && b.value.hash).toBe(a.ok && a.value.hash);
        if (a.ok) compared++;
      },
    ),
    { numRuns: 200 },
  );
  expect(compared).toBeGreaterThan(100);
}, 60_000);

test("layers taken one by one and together come to the same address, twice the same", () => {
  let compared = 0;
  fc.assert(
    fc.property(layers, (all) => {
      const whole = effectivePack(BASE, all);
      expect(effectivePack(structuredClone(BASE), structuredClone(all))).toEqual(whole);
      const head = effectivePack(BASE, all.slice(0, 1));
      if (!head.ok) return;
      const rest = effectivePack(head.value.pack, all.slice(1));
      expect(rest).toEqual(whole);
      if (whole.ok) compared++;
    }),
    { numRuns: 400 },
  );
  expect(compared).toBeGreaterThan(20);
}, 60_000);

test("a changed word changes the address", () => {
  const one = layerOf("city", [{ rule: "answer-late", reason: "甲", off: true }]);
  const two = layerOf("city", [{ rule: "answer-late", reason: "乙", off: true }]);
  const [a, b] = [effectivePack(BASE, [one]), effectivePack(BASE, [two])];
  expect(a.ok && b.ok && a.value.hash !== b.value.hash).toBe(true);
});
