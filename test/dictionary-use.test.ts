// Keeps the dictionary honest: a field that no rule, no page and no ledger uses has no place in it.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { dictionary } from "../shared/dictionary/dictionary.ts";
import type { ElementKind, Field } from "../shared/dictionary/field.ts";
import { foldLabel } from "../shared/dictionary/fold.ts";

const root = resolve(import.meta.dirname, "..");
const files = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
  cwd: root,
  encoding: "utf8",
}).split("\n");
const texts = (pattern: RegExp): readonly string[] =>
  files
    .filter((path) => pattern.test(path) && existsSync(join(root, path)))
    .map((path) => readFileSync(join(root, path), "utf8"));

/** Words of each rule: a field counts where its rule also names the element. */
const rules = texts(/^shared\/rules\/catalogue\/.+\.yaml$/).map(
  (text) => new Set(text.match(/[A-Za-z0-9]+/g)),
);
const byRule = (kind: ElementKind, field: Field): boolean =>
  rules.some((words) => words.has(field.id) && (words.has(kind.id) || kind.id === "case"));

/** Chinese runs and code words that stand in the stand-in platform's sources. */
const pages = texts(/^test\/twin\/.+\.(?:ts|vue|html)$/);
const labels = new Set(
  pages.flatMap((text) => text.match(/[\p{Script=Han}0-9（）()*：]+/gu) ?? []).map(foldLabel),
);
const inputs = new Set(
  pages.flatMap((text) => text.match(/[A-Za-z][A-Za-z0-9]+/g) ?? []).map((word) => word.toUpperCase()),
);
const onPage = (field: Field): boolean =>
  [field.label, ...field.synonyms].some((word) => labels.has(foldLabel(word))) ||
  field.codes.some((code) => code.length > 2 && inputs.has(code));

/** Places where the unit's side names a field outright: `case.number`, `"number"` beside `"case"`. */
const ledger = texts(/^(?:worker|shared\/(?:ledger|supervision|facts))\/(?!.*\.test\.ts$).+\.ts$/);
const inLedger = (kind: ElementKind, field: Field): boolean =>
  ledger.some((text) => new RegExp(`\\b${kind.id}\\.${field.id}\\b|cells\\["${field.id}"\\]`).test(text));

test("every field is used by a rule, a page of the stand-in platform or the ledger", () => {
  const unused = dictionary.flatMap((kind) =>
    kind.fields
      .filter((field) => !byRule(kind, field) && !onPage(field) && !inLedger(kind, field))
      .map(
        (field) =>
          `${kind.id}.${field.id} ${field.label}: show it on a page, use it in a rule, or take it out`,
      ),
  );
  expect(unused).toEqual([]);
});
