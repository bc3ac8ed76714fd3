// What a case contributes to the indicators, sums without rest, and reports that hold only under their own name and key.
import { ed25519 } from "@noble/curves/ed25519.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { originOf } from "../ledger/checkpoint.ts";
import { signatureLine } from "../ledger/note.ts";
import { STANDARD } from "../ledger/suite.ts";
import type { LedgerEvent } from "../supervision/self-correction.ts";
import { dayOf } from "../time/civil.ts";
import { type CaseState, caseLines } from "./case-lines.ts";
import { exchanged, sumOf, tallyOf, textOf } from "./counts.ts";
import { type Counts, INDICATORS, type Line } from "./indicators.ts";
import { enrolmentHolds, type Report, readReport, reportHolds, signEnrolment, signReport } from "./report.ts";

const NOON = Date.parse("2026-11-20T12:00+08:00");
const DAY = 24 * 3_600_000;
const TODAY = dayOf(NOON);

const state = (part: Partial<CaseState>): CaseState => ({
  firstAt: NOON,
  incident: false,
  file: true,
  findings: [],
  wrong: [],
  events: [],
  ...part,
});
const event = (index: number, kind: string, body: unknown, by = "m1"): LedgerEvent => ({
  index,
  at: NOON + index * 1_000,
  kind,
  by,
  caseKey: "新警综:A1",
  body,
});
const mended = (index: number, part: Record<string, unknown> = {}): LedgerEvent =>
  event(
    index,
    "mended",
    {
      rule: "a",
      on: "case",
      handler: "m1",
      was: "orange",
      from: NOON - DAY,
      at: NOON,
      due: NOON + DAY,
      ...part,
    },
    "object",
  );

describe("a case", () => {
  it("counts on the day of the call, of acceptance, else on that of its first entry", () => {
    expect(caseLines(state({}))).toEqual([[TODAY, "", "cases", 1]]);
    expect(caseLines(state({ acceptedAt: NOON - DAY }))).toEqual([[TODAY - 1, "", "cases", 1]]);
    expect(caseLines(state({ incident: true, file: false, receivedAt: NOON - 2 * DAY }))).toEqual([
      [TODAY - 2, "", "incidents", 1],
    ]);
    // The last minute of a day at +08:00 is that day's, whatever UTC says.
    expect(
      caseLines(state({ incident: true, file: false, receivedAt: Date.parse("2026-11-19T23:59:59+08:00") })),
    ).toEqual([[TODAY - 1, "", "incidents", 1]]);
  });
  it("counts what stands wrong as raised and open, a breach on the day on which it began", () => {
    const lines = caseLines(
      state({
        wrong: [{ rule: "a", on: "case", colour: "red", at: NOON }],
        findings: [
          { rule: "a", on: "case", verdict: "breached", since: NOON - DAY },
          { rule: "b", on: "case", verdict: "unknown" },
          { rule: "c", on: "case", verdict: "unknown" },
        ],
      }),
    );
    expect(lines).toEqual(
      expect.arrayContaining([
        [TODAY, "a", "red", 1],
        [TODAY, "a", "open", 1],
        [TODAY - 1, "a", "breached", 1],
        [TODAY, "", "unknown", 1],
      ]),
    );
    expect(lines).toHaveLength(5);
  });
  it("tells 自纠 from what was late and from what somebody else had found", () => {
    const of = (events: readonly LedgerEvent[]) =>
      caseLines(state({ events }))
        .map(([, , indicator]) => indicator)
        .filter((indicator) => indicator !== "cases");
    expect(of([mended(5)])).toEqual(["orange", "corrected"]);
    expect(of([mended(5, { late: true })])).toEqual(["orange", "late"]);
    const noted = event(2, "noted", { note: "n1", noteKind: "问题" }, "m2");
    expect(of([noted, mended(5)])).toEqual(["orange", "found"]);
    // What is found afterwards takes nothing away.
    expect(of([mended(1), noted])).toEqual(["orange", "corrected"]);
  });
  it("counts answers and objections of a rule by the day on which they came", () => {
    expect(
      caseLines(
        state({
          events: [
            event(1, "signed", { rule: "a" }),
            event(2, "explained", { rule: "a" }),
            event(3, "disputed", { rule: "b" }),
          ],
        }),
      ).filter(([, rule]) => rule !== ""),
    ).toEqual([
      [TODAY, "a", "answered", 2],
      [TODAY, "b", "disputed", 1],
    ]);
  });
});

const line: fc.Arbitrary<Line> = fc.tuple(
  fc.integer({ min: TODAY - 1, max: TODAY }),
  fc.constantFrom("", "a", "b"),
  fc.constantFrom(...INDICATORS),
  fc.integer({ min: 1, max: 9 }),
);
const made = (lines: readonly Line[]): Counts => exchanged({}, TODAY, [], lines);

describe("counts", () => {
  it("are the same whichever came first, and nothing is left of what was taken back", () => {
    fc.assert(
      fc.property(fc.array(line), fc.array(line), (one, two) => {
        const both = textOf(made([...one, ...two]));
        expect(textOf(made([...two, ...one]))).toBe(both);
        expect(textOf(sumOf([made(one), made(two)]))).toBe(both);
        expect(textOf(exchanged(made([...one, ...two]), TODAY, one, []))).toBe(textOf(made(two)));
      }),
    );
  });
  it("of all rules together are the sums of each", () => {
    expect(tallyOf({ a: { red: 1, open: 1 }, b: { red: 2 } })).toEqual({ red: 3, open: 1 });
  });
});

describe("a signed report", () => {
  const signer = (fill: number) => {
    const secret = new Uint8Array(32).fill(fill);
    const key = ed25519.getPublicKey(secret);
    return { suite: STANDARD, key, sign: (message: Uint8Array) => ed25519.sign(message, secret) };
  };
  const [mine, other] = [signer(1), signer(2)];
  const key = bytesToHex(mine.key);
  const report: Report = {
    child: "donghe",
    to: "root",
    n: 1,
    at: NOON,
    days: [{ day: TODAY, revision: 1, counts: { "": { incidents: 3 } } }],
    below: { units: 0, silent: 0, oldest: null },
  };
  const signed = signReport(report, mine);

  it("is read as it was written and holds for its key and child only", () => {
    const read = readReport(signed);
    expect(read).toEqual({ ok: true, value: report });
    expect(reportHolds(signed, "donghe", key, [STANDARD])).toBe(true);
    expect(reportHolds(signed, "xihe", key, [STANDARD])).toBe(false);
    expect(reportHolds(signed, "donghe", bytesToHex(other.key), [STANDARD])).toBe(false);
    expect(reportHolds({ ...signed, text: signed.text.replace("3", "4") }, "donghe", key, [STANDARD])).toBe(
      false,
    );
    expect(reportHolds({ ...signed, line: "" }, "donghe", key, [STANDARD])).toBe(false);
  });
  it("is not what the same key has signed for another purpose", () => {
    const asCheckpoint = signatureLine(originOf("donghe"), utf8ToBytes(signed.text), mine);
    expect(reportHolds({ ...signed, line: asCheckpoint }, "donghe", key, [STANDARD])).toBe(false);
    const enrolment = signEnrolment(signed.text, mine);
    expect(reportHolds({ ...signed, line: enrolment }, "donghe", key, [STANDARD])).toBe(false);
    expect(enrolmentHolds("root.A", signEnrolment("root.A", mine), key, [STANDARD])).toBe(true);
    expect(enrolmentHolds("root.B", signEnrolment("root.A", mine), key, [STANDARD])).toBe(false);
  });
  it.each([
    ["another beginning", "x"],
    ["no JSON", "first-button-rollup/v1\n{"],
    ["a negative count", signed.text.replace(":3", ":-3")],
    ["an unknown indicator", signed.text.replace("incidents", "persons")],
    ["a person's name as a rule", signed.text.replace('"":{', '"李 某":{')],
    ["a key more", signed.text.replace('"n":1', '"n":1,"name":"x"')],
  ])("with %s is not read", (_, text) => {
    expect(text).not.toBe(signed.text);
    expect(readReport({ ...signed, text }).ok).toBe(false);
  });
});
