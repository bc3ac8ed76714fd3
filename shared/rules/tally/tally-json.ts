// The printed form of a tally: what the judge answers in JSON for a file of many cases.
import * as v from "valibot";
import { instantKey } from "../../time/civil.ts";
import type { Pack } from "../pack.ts";
import { labelOfPath } from "./field-label.ts";
import { type Tally, unknownRate, type Verdicts } from "./tally.ts";

/** Fields listed as most often missing. */
const MOST_MISSING = 30;
/** Bad lines listed in JSON; all of them go to standard error. */
export const BAD_LISTED = 100;

const verdicts = {
  met: v.number(),
  moot: v.number(),
  due: v.number(),
  breached: v.number(),
  unknown: v.number(),
};

const badLine = v.strictObject({
  /** Number of the line, from 1. */
  line: v.number(),
  code: v.string(),
  message: v.string(),
  /** Where in the case: `measures[0].startedAt`. */
  at: v.nullable(v.string()),
});
export type BadLine = v.InferOutput<typeof badLine>;

export const tallyJson = v.strictObject({
  at: v.string(),
  pack: v.strictObject({ issuer: v.string(), label: v.string(), revision: v.number(), hash: v.string() }),
  /** Lines with something on them. */
  lines: v.number(),
  cases: v.number(),
  bad: v.strictObject({ count: v.number(), first: v.array(badLine) }),
  seconds: v.number(),
  findings: v.strictObject(verdicts),
  /** Unknown among all findings but the moot ones, 0 to 1. */
  unknownRate: v.number(),
  rules: v.array(
    v.strictObject({
      rule: v.string(),
      title: v.string(),
      stage: v.string(),
      weight: v.string(),
      ...verdicts,
    }),
  ),
  /** The units with most breaches first; `unit` is null where 办案单位 was not read. */
  units: v.array(
    v.strictObject({ unit: v.nullable(v.string()), cases: v.number(), unknownRate: v.number(), ...verdicts }),
  ),
  /** Fields that unknown findings lacked most often: `measures.startedAt`. */
  missing: v.array(v.strictObject({ field: v.string(), label: v.string(), findings: v.number() })),
});
export type TallyJson = v.InferOutput<typeof tallyJson>;

export interface Run {
  readonly at: number;
  readonly pack: Pack;
  readonly hash: string;
  readonly lines: number;
  readonly bad: { readonly count: number; readonly first: readonly BadLine[] };
  readonly seconds: number;
}

const gravest = (a: Verdicts, b: Verdicts): number => b.breached - a.breached || b.unknown - a.unknown;

/** Rules that spoke of any case, and of the pack's other rules a line of zeros, in the order of most breaches. */
export function tallyToJson(tally: Tally, { at, pack, hash, lines, bad, seconds }: Run): TallyJson {
  const empty: Verdicts = { met: 0, moot: 0, due: 0, breached: 0, unknown: 0 };
  return {
    at: instantKey(at),
    pack: { issuer: pack.issuer, label: pack.label, revision: pack.revision, hash },
    lines,
    cases: tally.cases,
    bad: { count: bad.count, first: bad.first.map((one) => ({ ...one })) },
    seconds: Math.round(seconds * 1000) / 1000,
    findings: { ...tally.verdicts },
    unknownRate: unknownRate(tally.verdicts),
    rules: pack.rules
      .map(({ id, title, stage, weight }) => ({
        rule: id,
        title,
        stage,
        weight,
        ...(tally.rules.get(id) ?? empty),
      }))
      .sort(gravest),
    units: [...tally.units]
      .map(([unit, { cases, verdicts }]) => ({
        unit: unit === "" ? null : unit,
        cases,
        unknownRate: unknownRate(verdicts),
        ...verdicts,
      }))
      .sort(gravest),
    missing: [...tally.missing]
      .sort(([, a], [, b]) => b - a)
      .slice(0, MOST_MISSING)
      .map(([field, findings]) => ({ field, label: labelOfPath(field), findings })),
  };
}
