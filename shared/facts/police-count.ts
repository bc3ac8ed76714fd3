// Counts the 民警 among an interview's askers where the page says of each of them what they are.
import type { Fact } from "./fact.ts";
import { countPolice, parseOfficers } from "./officers.ts";

/** How many of the officers named in these texts are 民警; undefined unless every one is marked 民警 or 辅警. */
export function policeIn(texts: readonly unknown[]): number | undefined {
  const officers = texts.map((text) => (typeof text === "string" ? parseOfficers(text) : undefined));
  return officers.length === 0 || officers.includes(undefined)
    ? undefined
    : countPolice(officers.flatMap((some) => some ?? []));
}

/**
 * The fact 民警人数 that the text of an interview's askers yields (陈立 民警、郑浩 辅警 → 1), resting on the same place of
 * the page. None where the page shows that number itself, or leaves open what one of them is.
 */
export function policeCountFacts(facts: readonly Fact[]): readonly Fact[] {
  const shown = new Set(
    facts
      .filter(
        ({ entity, field, state }) =>
          entity === "interviews" && field === "askerPoliceCount" && state !== "unread",
      )
      .map(({ id }) => id),
  );
  return facts.flatMap((fact) => {
    if (
      fact.entity !== "interviews" ||
      fact.field !== "askers" ||
      fact.state !== "known" ||
      shown.has(fact.id)
    )
      return [];
    const value = fact.evidence && policeIn([fact.evidence.text]);
    return value === undefined ? [] : [{ ...fact, field: "askerPoliceCount", value }];
  });
}
