// The judgement as `judge` prints it: instants as ISO 8601 at +08:00, what is absent as null.
import * as v from "valibot";
import { fieldOf } from "../dictionary/dictionary.ts";
import { placeOf } from "../dictionary/path.ts";
import { instantKey } from "../time/civil.ts";
import type { FieldRead, Finding, Judgement } from "./finding.ts";

const nullable = v.nullable(v.string());

/** One finding. `on` is `case` or `measures/m1`; the name of a list alone stands for the list that was not read or is empty. */
export const findingJson = v.strictObject({
  rule: v.string(),
  title: v.string(),
  on: v.string(),
  verdict: v.picklist(["met", "moot", "due", "breached", "unknown"]),
  colour: v.picklist(["green", "blue", "yellow", "orange", "red", "grey"]),
  /** Last instant in time, inclusive, by the stricter reading. */
  due: nullable,
  /** The same by the more lenient reading, where the text leaves room. */
  lenient: nullable,
  /** Since when it has been breached. */
  since: nullable,
  /** When the breach was mended. */
  mended: nullable,
  /** Paths of the fields by which it is unknown. */
  missing: v.array(v.string()),
  /** Why it is unknown beside missing fields: edition, conflict, list, begun, order, date, value, future, day, reading, law, attest. */
  reason: nullable,
  /** What each edition says, where the act lies across a change of the law; left out everywhere else. */
  readings: v.optional(
    v.array(
      v.strictObject({
        statute: v.string(),
        edition: v.string(),
        article: v.string(),
        verdict: v.picklist(["met", "moot", "due", "breached", "unknown"]),
        colour: v.picklist(["green", "blue", "yellow", "orange", "red", "grey"]),
        due: nullable,
      }),
    ),
  ),
  /** The lawful exception that made it moot. */
  exception: nullable,
  /** The fact line in Chinese. */
  why: v.string(),
  statute: v.string(),
  /** Day of adoption of the edition by which the act was judged; "" where none is. */
  edition: v.string(),
  article: v.string(),
  working: v.array(
    v.strictObject({
      op: v.picklist(["", "+", "−", "→", "="]),
      step: v.string(),
      note: v.optional(v.string()),
      value: v.string(),
    }),
  ),
  fields: v.array(
    v.strictObject({
      path: v.string(),
      label: v.string(),
      state: v.picklist(["known", "absent", "unread"]),
      value: v.nullable(v.union([v.string(), v.number(), v.boolean(), v.array(v.string())])),
    }),
  ),
});

export const judgementJson = v.strictObject({
  at: v.string(),
  pack: v.strictObject({ issuer: v.string(), label: v.string(), revision: v.number(), hash: v.string() }),
  findings: v.array(findingJson),
  /** Earliest instant at which any answer changes by itself. */
  nextChange: nullable,
});

export type JudgementJson = v.InferOutput<typeof judgementJson>;
type FindingJson = v.InferOutput<typeof findingJson>;

/** A judgement in its printed form; `pack` says by which pack. */
export function judgementToJson(
  judgement: Judgement,
  pack: { readonly issuer: string; readonly label: string },
): JudgementJson {
  const { revision, hash } = judgement.pack;
  return {
    at: instantKey(judgement.at),
    pack: { issuer: pack.issuer, label: pack.label, revision, hash },
    findings: judgement.findings.map(findingToJson),
    nextChange: changeOr(judgement.nextChange),
  };
}

const instantOr = (ms: number | undefined): string | null => (ms === undefined ? null : instantKey(ms));

/** Never earlier than the change: the last millisecond of a minute is printed as the next minute, not as its own. */
const changeOr = (ms: number | undefined): string | null =>
  ms === undefined ? null : instantKey(ms % 60_000 === 59_999 ? ms + 1 : ms);

function findingToJson(finding: Finding): FindingJson {
  return {
    rule: finding.rule,
    title: finding.title,
    on: finding.on,
    verdict: finding.verdict,
    colour: finding.colour,
    due: instantOr(finding.due),
    lenient: instantOr(finding.lenient),
    since: instantOr(finding.since),
    mended: instantOr(finding.mended),
    missing: [...finding.missing],
    reason: finding.reason ?? null,
    ...(finding.readings === undefined
      ? {}
      : {
          readings: finding.readings.map(({ editionLabel: _, due, ...one }) => ({
            ...one,
            due: instantOr(due),
          })),
        }),
    exception: finding.exception ?? null,
    why: finding.why,
    statute: finding.statute,
    edition: finding.edition,
    article: finding.article,
    working: finding.working.map((line) => ({ ...line })),
    fields: finding.fields.map((field) => ({ ...field, value: printed(field) })),
  };
}

function printed({ path, value }: FieldRead): FindingJson["fields"][number]["value"] {
  if (value === undefined || value === null) return null;
  const place = placeOf(path);
  const type = place?.field === undefined ? undefined : fieldOf(place.element, place.field)?.type.is;
  if (typeof value === "number" && type === "instant") return instantKey(value);
  return typeof value === "object" ? [...value] : value;
}
