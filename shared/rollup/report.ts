// What a unit reports to the unit above: the counts of days as they are now, each with a revision; signed where it leaves the deployment.
import { hexToBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import * as v from "valibot";
import { accepted, type Result, refused } from "../facts/errors.ts";
import { originOf } from "../ledger/checkpoint.ts";
import { openLine, type Signer, signatureLine } from "../ledger/note.ts";
import { type Suite, suiteOf } from "../ledger/suite.ts";
import { canonicalJson } from "../rules/canonical.ts";
import { CountsShape } from "./counts.ts";

const whole = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER));

/** How the units below the sender stand: how many have ever reported, how many are silent, the oldest last report (ms). */
export const Below = v.strictObject({ units: whole, silent: whole, oldest: v.nullable(whole) });
export type Below = v.InferOutput<typeof Below>;

export const DayReport = v.strictObject({
  /** Days since 1970-01-01 at +08:00. */
  day: v.pipe(whole, v.maxValue(200_000)),
  /** Grows with every change of what the sender reports; a smaller one than was taken says nothing new. */
  revision: v.pipe(whole, v.minValue(1)),
  counts: CountsShape,
});
export type DayReport = v.InferOutput<typeof DayReport>;

export const Report = v.strictObject({
  /** The sender, as the unit above knows it. */
  child: v.pipe(v.string(), v.minLength(1), v.maxLength(120)),
  to: v.pipe(v.string(), v.minLength(1), v.maxLength(120)),
  /** Number of the message, greater than that of every one before. */
  n: v.pipe(whole, v.minValue(1)),
  /** When it was made by the sender's clock (ms). */
  at: whole,
  days: v.pipe(v.array(DayReport), v.maxLength(400)),
  below: Below,
});
export type Report = v.InferOutput<typeof Report>;

/** A report as it travels: its text, and the line by which the sender's ledger key signs it. */
export interface SignedReport {
  readonly text: string;
  readonly line: string;
}

/** What is signed begins with a name of its own, so that no signature of a checkpoint can stand below a report. */
const REPORT = "first-button-rollup/v1\n";
const ENROL = "first-button-enrol/v1\n";
const typeOf = ({ id }: Suite): Uint8Array => Uint8Array.of(0xff, ...utf8ToBytes(`rollup/v1 ${id}`));

const lineOf = (text: string, name: string, signer: Signer): string =>
  signatureLine(originOf(name), utf8ToBytes(text), signer, typeOf(signer.suite));

function holds(text: string, line: string, name: string, key: string, suites: readonly Suite[]): boolean {
  const suite = suiteOf(key, suites);
  const signed = suite && openLine(line, originOf(name), key, suite, typeOf(suite));
  return (
    suite !== undefined &&
    signed !== undefined &&
    suite.verify(signed.signature, utf8ToBytes(text), hexToBytes(key))
  );
}

/** Writes and signs a report. */
export function signReport(report: Report, signer: Signer): SignedReport {
  const text = `${REPORT}${canonicalJson(report)}`;
  return { text, line: lineOf(text, report.child, signer) };
}

/** What the text says; refuses with `bad-shape`. Nothing of it may be believed before the signature is checked. */
export function readReport({ text }: SignedReport): Result<Report> {
  const bad = refused("bad-shape", "上报内容的格式不符", "text");
  if (!text.startsWith(REPORT)) return bad;
  try {
    const read = v.safeParse(Report, JSON.parse(text.slice(REPORT.length)));
    return read.success ? accepted(read.output) : bad;
  } catch {
    return bad;
  }
}

/** Whether this key (hex) has signed the report as this child. */
export const reportHolds = (
  { text, line }: SignedReport,
  child: string,
  key: string,
  suites: readonly Suite[],
): boolean => holds(text, line, child, key, suites);

/** Proof that whoever spends a code holds the key that is to be enrolled by it. */
export const signEnrolment = (code: string, signer: Signer): string =>
  lineOf(`${ENROL}${code}`, "enrol", signer);

export const enrolmentHolds = (code: string, line: string, key: string, suites: readonly Suite[]): boolean =>
  holds(`${ENROL}${code}`, line, "enrol", key, suites);
