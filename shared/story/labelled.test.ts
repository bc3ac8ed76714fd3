// Proves on labelled pairs, file by file, that the comparison finds most weakened stories and accuses few honest ones.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { weakenings } from "./compare.ts";

const FOLDER = join(import.meta.dirname, "labelled");
const text = v.pipe(v.string(), v.trim(), v.nonEmpty());

const pairs = v.pipe(
  v.array(
    v.strictObject({
      id: v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)),
      call: text,
      callKind: v.optional(text),
      disposal: v.optional(text),
      disposalKind: v.optional(text),
      cause: v.optional(text),
      brief: v.optional(text),
      weakened: v.boolean(),
      kinds: v.optional(v.array(text)),
    }),
  ),
  v.minLength(40),
);

const files = readdirSync(FOLDER).filter((name) => name.endsWith(".yaml"));

describe.each(files)("%s", (file) => {
  const read = v.parse(pairs, parse(readFileSync(join(FOLDER, file), "utf8")));
  const judged = read.map((pair) => ({ ...pair, found: weakenings(pair) }));
  const count = (weakened: boolean, flagged: boolean): number =>
    judged.filter((one) => one.weakened === weakened && one.found.length > 0 === flagged).length;

  test("both kinds of pairs are there, each named once", () => {
    expect(new Set(read.map(({ id }) => id)).size).toBe(read.length);
    expect(count(true, true) + count(true, false)).toBeGreaterThanOrEqual(read.length * 0.3);
    expect(count(false, true) + count(false, false)).toBeGreaterThanOrEqual(read.length * 0.3);
  });

  test("precision at least 0.9, recall at least 0.8", () => {
    const [hit, wrong, left] = [count(true, true), count(false, true), count(true, false)];
    const precision = hit / (hit + wrong);
    const recall = hit / (hit + left);
    const named = judged
      .filter((one) => one.weakened !== one.found.length > 0)
      .map(
        ({ id, weakened, found }) =>
          `${weakened ? "missed" : "accused"} ${id} ${found.map(({ kind }) => kind)}`,
      );
    console.info(
      `${file}: ${read.length} pairs, precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}${named.map((line) => `\n  ${line}`).join("")}`,
    );
    expect(precision).toBeGreaterThanOrEqual(0.9);
    expect(recall).toBeGreaterThanOrEqual(0.8);
  });

  test("the kinds that a label names are found", () => {
    for (const { id, kinds, found } of judged) {
      if (found.length === 0) continue;
      for (const kind of kinds ?? [])
        expect(
          found.map((one) => one.kind),
          id,
        ).toContain(kind);
    }
  });
});
