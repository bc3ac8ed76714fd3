// Several places of one page that show the same field become one fact; where they disagree it is unread.
import { foldLabel } from "../../../shared/dictionary/fold.ts";
import { matchLabel } from "../../../shared/dictionary/match.ts";
import { wordedAs } from "../../../shared/dictionary/worded.ts";
import type { Fact } from "../../../shared/facts/fact.ts";
import type { Value } from "../../../shared/facts/sheet.ts";
import { dayKey, dayOf } from "../../../shared/time/civil.ts";
import type { Found } from "./found.ts";

export interface Claim {
  readonly found: Found;
  readonly id: string;
  /** What a person is editing in front of the page goes before what lies behind it. */
  readonly weight: number;
}

const sameDay = (day: Value, instant: Value): boolean =>
  typeof day === "string" && typeof instant === "number" && instant > 1e11 && dayKey(dayOf(instant)) === day;

/** The better of two values that say the same; undefined when they contradict each other. */
function agree(a: Value, b: Value): Value | undefined {
  if (a === b) return a;
  if (sameDay(a, b)) return b;
  if (sameDay(b, a)) return a;
  if (typeof a === "object" && typeof b === "object")
    return a.length === b.length && a.every((one) => b.includes(one)) ? a : undefined;
  return undefined;
}

interface Where {
  readonly frame: string;
  readonly page: string;
  readonly at: number;
}

function factOf({ found, id }: Claim, { frame, page, at }: Where): Fact {
  const { entity, field, state, value, reason, label, text, css } = found;
  const evidence = { label: label || field.label, text, css, frame };
  return {
    entity,
    id,
    field: field.id,
    state,
    at,
    page,
    evidence,
    ...(value === undefined ? {} : { value }),
    ...(reason === undefined ? {} : { reason }),
  };
}

/** One fact per element and field. */
export function settled(claims: readonly Claim[], where: Where): readonly Fact[] {
  const byField = new Map<string, Claim[]>();
  for (const claim of claims) {
    const key = `${claim.found.entity}/${claim.id}.${claim.found.field.id}`;
    const there = byField.get(key);
    if (there === undefined) byField.set(key, [claim]);
    else there.push(claim);
  }
  const facts: Fact[] = [];
  for (const all of byField.values()) {
    const first = all[0]!;
    if (all.length === 1) {
      facts.push(factOf(first, where));
      continue;
    }
    const weight = Math.max(...all.map((claim) => claim.weight));
    facts.push(
      oneOf(
        all.filter((claim) => claim.weight === weight),
        where,
      ),
    );
  }
  return facts;
}

/** The label is the field's own word. */
const isExact = ({ found }: Claim): boolean => foldLabel(found.label) === foldLabel(found.field.label);

/** The label means a field of several elements: it gives way to one that names its field. */
const isVague = ({ found }: Claim): boolean => matchLabel(found.label).length > 1;

/** The dictionary has the label for that field, and not only as a wording of some platforms. */
function isOwnWord({ found: { entity, field, label } }: Claim): boolean {
  const { anywhere, within } = wordedAs(label);
  return ![...anywhere, ...within].some((match) => match.element === entity && match.field.id === field.id);
}

function oneOf(all: readonly Claim[], where: Where): Fact {
  const own = all.filter(isOwnWord);
  const claims = own.some(({ found }) => found.state !== "unread") ? own : all;
  const known = claims.filter(({ found }) => found.state === "known");
  const base = known[0] ?? claims.find(({ found }) => found.state === "absent") ?? claims[0]!;
  let best = base;
  for (const claim of known.slice(1)) {
    const value = agree(best.found.value!, claim.found.value!);
    if (value === undefined) {
      const exact = known.filter(isExact);
      if (
        exact.length > 0 &&
        exact.length < known.length &&
        known.every((one) => isExact(one) || isVague(one))
      )
        return oneOf(exact, where);
      const found: Found = { ...base.found, state: "unread", value: undefined, reason: "conflict" };
      return factOf({ ...base, found }, where);
    }
    if (value !== best.found.value) best = claim;
  }
  return factOf(best, where);
}
