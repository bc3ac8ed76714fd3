// The local texts that filled-in templates rest on, declared from what was typed: title and the day since which they hold.
import type { Statute } from "../../../shared/law/statute.ts";
import type { Pack } from "../../../shared/rules/pack.ts";
import type { Rule } from "../../../shared/rules/rule.ts";

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Texts that the rules cite and the pack does not have; a text whose day is still being typed is left out. */
export function localStatutes(rules: readonly Rule[], pack: Pick<Pack, "statutes"> | undefined): Statute[] {
  // Before the pack has come nobody knows which texts it lacks.
  if (pack === undefined) return [];
  const made = new Map<string, Statute>();
  for (const { statute: typed, edition } of rules.flatMap(({ basis }) => basis)) {
    const title = typed.trim();
    if (title === "" || !DAY.test(edition) || pack.statutes.some((one) => one.title === title)) continue;
    const editions = made.get(title)?.editions ?? [];
    if (editions.some((one) => one.edition === edition)) continue;
    const next = { edition, from: edition, label: edition.slice(0, 4) };
    made.set(title, { title, short: title, editions: [...editions, next] });
  }
  return [...made.values()];
}
