// The measures that run as rows: until when, what is next, and whose; the soonest end first.
import type { Reply } from "../../../shared/api/contract.ts";
import type { Colour } from "../../../shared/rules/finding.ts";
import type { PackedRule } from "../../../shared/rules/pack.ts";
import { instantOf, type OpenMeasure, termOf } from "../../../shared/supervision/custody.ts";
import type { UnitFinding } from "../../../shared/supervision/entry.ts";
import { DAY } from "../../../shared/time/civil.ts";

type Custody = Reply<"custody">;

export interface CustodyRow extends OpenMeasure {
  readonly number: string;
  readonly platform: string;
  readonly what?: string | undefined;
  readonly handler: string;
  /** Name, where this browser has read it. */
  readonly name?: string | undefined;
  /** Begin (ms). */
  readonly started?: number | undefined;
  readonly until?: number | undefined;
  readonly from?: "law" | "page" | undefined;
  /** State of the term; grey when it cannot be told. */
  readonly colour: Colour;
  readonly next?: { readonly finding: UnitFinding; readonly title: string; readonly fix: string } | undefined;
  readonly missing: readonly string[];
}

export type CustodyFilter = "all" | "over" | "day" | "week" | "unknown";

/** Whether a row is shown under a filter at `now` (ms). */
export function isUnder(filter: CustodyFilter, { until }: Pick<CustodyRow, "until">, now: number): boolean {
  switch (filter) {
    case "all":
      return true;
    case "unknown":
      return until === undefined;
    case "over":
      return until !== undefined && until < now;
    case "day":
      return until !== undefined && until >= now && until < now + DAY;
    case "week":
      return until !== undefined && until >= now && until < now + 7 * DAY;
  }
}

const timed = (moment: number | string | undefined): number | undefined => {
  const at = instantOf(moment, Number.NaN);
  return Number.isNaN(at) ? undefined : at;
};

/** All measures, those that cannot be told after all others, those perhaps changed last. */
export function custodyRows(
  { measures, cases, rules: local = [] }: Custody,
  rules: ReadonlyMap<string, PackedRule>,
  names: Readonly<Record<string, string>>,
  now: number,
): readonly CustodyRow[] {
  const rows = measures.map((measure): CustodyRow => {
    const of = cases.find(({ key }) => key === measure.caseKey);
    const { until, from, term, next, missing } = termOf(measure, measure.findings, (id) => rules.get(id));
    const rule = next === undefined ? undefined : rules.get(next.rule);
    const named = local.find(({ id }) => id === next?.rule) ?? rule;
    const title = (next?.verdict === "due" ? named?.titleDue : undefined) ?? named?.title ?? next?.rule ?? "";
    return {
      ...measure,
      number: of?.number ?? measure.caseKey,
      platform: of?.platform ?? "",
      what: of?.what,
      handler: of?.byName ?? "",
      name: measure.person === undefined ? undefined : names[measure.person],
      started: timed(measure.startedAt),
      until,
      from,
      missing,
      colour:
        term?.colour ??
        (until === undefined ? "grey" : until < now ? "red" : until < now + DAY ? "orange" : "green"),
      next: next === undefined ? undefined : { finding: next, title, fix: rule?.fix ?? "" },
    };
  });
  const end = ({ until, followedBy }: CustodyRow): number =>
    (followedBy === undefined ? 0 : 1e15) + (until ?? 5e14);
  return rows.sort((a, b) => end(a) - end(b) || (a.number < b.number ? -1 : 1));
}
