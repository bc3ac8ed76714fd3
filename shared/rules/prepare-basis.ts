// Makes the entries that a rule cites ready: the days on which each edition is in force, and whether days lie between them.
import { statuteOf } from "../law/edition.ts";
import type { Basis, Statute } from "../law/statute.ts";
import { endOfDay, parseDay, startOfDay } from "../time/civil.ts";
import type { PreparedBasis } from "./prepare.ts";

/** A template whose article is still to be filled in: judged by its examples only, on any day. */
export const UNCITED: PreparedBasis = {
  basis: { statute: "", edition: "", article: "" },
  label: "",
  from: Number.NEGATIVE_INFINITY,
  until: Number.POSITIVE_INFINITY,
  since: "",
  sinceMs: Number.NEGATIVE_INFINITY,
  met: undefined,
};

/** An entry with its edition's days. Throws, naming it, where the pack has no such edition. */
export function prepareBasis(basis: Basis, statutes: readonly Statute[]): PreparedBasis {
  const statute = statuteOf(statutes, basis.statute);
  const edition = statute?.editions.find((one) => one.edition === basis.edition);
  if (statute === undefined || edition === undefined) {
    throw new Error(`No edition ${basis.edition} of 《${basis.statute}》 in the pack`);
  }
  return {
    basis,
    label: edition.label,
    from: startOfDay(dayNumber(edition.from)),
    until: edition.until === undefined ? Number.POSITIVE_INFINITY : endOfDay(dayNumber(edition.until)),
    since: basis.since ?? edition.from,
    sinceMs: startOfDay(dayNumber(basis.since ?? edition.from)),
    met: undefined,
  };
}

/** Whether the pack knows days of the cited statutes on which none of the cited editions was in force. */
export function hasGaps(bases: readonly PreparedBasis[], statutes: readonly Statute[]): boolean {
  return bases
    .flatMap(({ basis }) => statuteOf(statutes, basis.statute)?.editions ?? [])
    .some(({ from, until }) => {
      const [first, last] = [startOfDay(dayNumber(from)), until && endOfDay(dayNumber(until))];
      return !bases.some((one) => one.from <= first && (last || Number.POSITIVE_INFINITY) <= one.until);
    });
}

function dayNumber(day: string): number {
  const number = parseDay(day);
  if (number === undefined) throw new Error(`${day} is no day`);
  return number;
}
