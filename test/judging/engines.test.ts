// Proves that this engine and four libraries say the same of random cases of the bench's workload.
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Cell, Element, ElementList, FactSheet } from "../../shared/facts/sheet.ts";
import { ourPass, preparedWorkload } from "../bench/ours.ts";
import { cel } from "../bench/peers/cel.ts";
import { closures } from "../bench/peers/closures.ts";
import { jsonLogic } from "../bench/peers/json-logic.ts";
import { jsonRules } from "../bench/peers/json-rules.ts";
import { zen } from "../bench/peers/zen.ts";
import { CASES, NOW, parameters, plainCase, workloadCase } from "../bench/workload.ts";

const all = parameters(100);
const prepared = preparedWorkload(all);
const byHand = closures(all);
const peers = [cel(all), jsonLogic(all), jsonRules(all), zen(all)];

const LISTS = ["measures", "interviews", "property", "documents"] as const;

/** A list with rows left out and moved, and cells changed for those of other rows: all stay read and of their kind. */
const mixed = (list: ElementList, picks: readonly number[], from: readonly number[]): ElementList => {
  const { items } = list;
  const rows = picks.map((n, i): Element => {
    const row = items[n % items.length]!;
    const other = items[(from[i] ?? 0) % items.length]!;
    const cells = Object.entries(row.cells).map(([field, value], k): [string, Cell] => [
      field,
      // Ends stay with their beginnings: one that comes before it is unknown to us and plainly late to the others.
      /At$/.test(field) || k % 2 === (from[i] ?? 0) % 2 ? value : other.cells[field],
    ]);
    return { id: `${row.id}-${i}`, cells: Object.fromEntries(cells) };
  });
  return { items: rows, complete: true };
};

const sheets = fc
  .record({
    seed: fc.nat(4 * CASES),
    picks: fc.array(fc.nat(200), { maxLength: 24 }),
    from: fc.array(fc.nat(200), { maxLength: 24 }),
    hours: fc.integer({ min: 0, max: 400 }),
    filed: fc.constantFrom<Cell>(null, NOW - 3_600_000),
  })
  .map(({ seed, picks, from, hours, filed }): FactSheet => {
    const sheet = workloadCase(seed);
    const cells = { ...sheet.case!.cells, acceptedAt: NOW - (hours + 2) * 3_600_000, filedAt: filed };
    const lists = LISTS.map((name) => [name, mixed(sheet[name]!, picks, from)]);
    return { ...Object.fromEntries(lists), case: { id: "", cells } };
  });

test("on random cases", async () => {
  let breached = 0;
  await fc.assert(
    fc.asyncProperty(sheets, async (sheet) => {
      const plain = plainCase(sheet);
      const wanted = byHand.map((rule) => rule(plain));
      const { open } = ourPass(prepared, sheet);
      expect(open.filter(({ verdict }) => verdict === "unknown")).toEqual([]);
      const ours = new Set(open.map(({ place }) => place));
      expect(all.map((_, place) => ours.has(place))).toEqual(wanted);
      for (const peer of peers) expect(await peer.run(plain), peer.name).toEqual(wanted);
      breached += ours.size;
    }),
    { numRuns: 200, endOnFailure: true },
  );
  expect(breached).toBeGreaterThan(1_000);
});
