// From the host's codes to the dictionary's words, by the code tables of a site profile.
import { squeeze } from "../../../shared/dictionary/fold.ts";
import type { PageKind } from "../../../shared/rules/site-profile.ts";
import type { Seen } from "./found.ts";

/** What the codes of each field mean, by its path: `case.cause`. */
export type Codes = ReadonlyMap<string, Readonly<Record<string, string>>>;

const known = new WeakMap<PageKind, Codes>();

/** The code tables of a page by field; undefined where it has none. Of two tables of one field the first goes before. */
export function codesOf(page: PageKind | undefined): Codes | undefined {
  if (page?.codeTables === undefined) return undefined;
  let codes = known.get(page);
  if (codes === undefined) {
    const byField = new Map<string, Record<string, string>>();
    for (const { field, values } of page.codeTables) {
      const folded = Object.entries(values).map(([code, word]) => [squeeze(code).toUpperCase(), word]);
      byField.set(field, { ...Object.fromEntries(folded), ...byField.get(field) });
    }
    known.set(page, (codes = byField));
  }
  return codes;
}

/** Nothing but letters, digits and what stands between them in codes. */
const CODE = /^[A-Z0-9][A-Z0-9._-]*$/;

/**
 * The cell with what its codes mean; as it is where it shows none. A code that the table lacks is undefined: nobody can say
 * what it means.
 */
export function decoded(seen: Seen, table: Readonly<Record<string, string>> | undefined): Seen | undefined {
  if (table === undefined || seen.value === "") return seen;
  const words: string[] = [];
  for (const one of seen.value.split("、")) {
    const code = squeeze(one).toUpperCase();
    const word = Object.hasOwn(table, code) ? table[code] : undefined;
    if (word === undefined && CODE.test(code)) return undefined;
    words.push(word ?? one);
  }
  const value = words.join("、");
  return value === seen.value ? seen : { ...seen, value, raw: seen.value };
}
