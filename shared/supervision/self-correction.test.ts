// 自纠 by the order of the ledger: finding then fix gives no credit, fix then finding does.
import { describe, expect, it } from "vitest";
import { correctionsOf, type LedgerEvent } from "./self-correction.ts";

const ME = "m-officer";
const CASE = "新警综:A1";
const DUE = 1_000_000;

let index = 0;
const event = (kind: string, by: string, body: unknown, caseKey = CASE): LedgerEvent => {
  index += 1;
  return { index, at: index, kind, by, caseKey, body };
};
const mended = (part: Record<string, unknown> = {}, caseKey = CASE): LedgerEvent =>
  event(
    "mended",
    ME,
    {
      rule: "bail-overrun",
      on: "measures/m1",
      handler: ME,
      was: "orange",
      from: 0,
      at: DUE - 1,
      due: DUE,
      ...part,
    },
    caseKey,
  );
const noted = (part: Record<string, unknown> = {}, by = "m-legal", caseKey = CASE): LedgerEvent =>
  event("noted", by, { note: "n1", noteKind: "问题", field: "measures/m1.endedAt", ...part }, caseKey);
const closed = (): LedgerEvent => event("note-closed", "m-legal", { note: "n1" });
const raised = (part: Record<string, unknown> = {}): LedgerEvent =>
  event("item-raised", "m-legal", { item: "i1", rule: "bail-overrun", on: "measures/m1", ...part });

const credits = (...events: LedgerEvent[]): string[] => correctionsOf(events, ME).map(({ credit }) => credit);

describe("credit", () => {
  it("is given for what was put right before its limit and before any finding", () => {
    expect(credits(mended())).toEqual(["credited"]);
    expect(credits(mended({ due: undefined, was: "red" }))).toEqual(["credited"]);
    expect(credits(mended({ at: DUE }))).toEqual(["credited"]);
  });
  it("is not given after a finding by somebody else", () => {
    const note = noted();
    const fix = mended();
    expect(correctionsOf([note, fix], ME)).toMatchObject([{ credit: "found", foundBy: note.index }]);
    expect(credits(raised(), mended())).toEqual(["found"]);
  });
  it("stays when somebody finds it afterwards", () => {
    expect(credits(mended(), noted())).toEqual(["credited"]);
    expect(credits(mended(), raised())).toEqual(["credited"]);
  });
  it("goes by the ledger's order, not by the order in which the events are handed over", () => {
    const note = noted();
    const fix = mended();
    expect(credits(fix, note)).toEqual(["found"]);
  });
  it("is not given after the limit, nor where the breach has happened all the same", () => {
    expect(credits(mended({ at: DUE + 1 }))).toEqual(["late"]);
    expect(credits(mended({ late: true }))).toEqual(["late"]);
  });
  it("is the handler's alone", () => {
    expect(credits(mended({ handler: "m-other" }))).toEqual([]);
  });
});

describe("a finding", () => {
  it("of another element, another duty or another case takes nothing away", () => {
    expect(credits(noted({ field: "interviews/i1.askers" }), mended())).toEqual(["credited"]);
    expect(credits(raised({ rule: "family-notice-late" }), mended())).toEqual(["credited"]);
    expect(credits(raised({ on: "measures/m2" }), mended())).toEqual(["credited"]);
    expect(credits(noted({}, "m-legal", "新警综:A2"), mended())).toEqual(["credited"]);
  });
  it("without a place speaks of the whole case", () => {
    expect(credits(noted({ field: undefined }), mended())).toEqual(["found"]);
    expect(credits(raised({ rule: undefined, on: undefined }), mended())).toEqual(["found"]);
  });
  it("on the incident speaks of the case too", () => {
    expect(credits(noted({ field: "incident.feedbackAt" }), mended({ on: "case" }))).toEqual(["found"]);
    expect(credits(noted({ field: "case.filedAt" }), mended())).toEqual(["credited"]);
  });
  it("is none when it praises, guides, or is one's own", () => {
    expect(credits(noted({ noteKind: "表扬" }), mended())).toEqual(["credited"]);
    expect(credits(noted({ noteKind: "指导" }), mended())).toEqual(["credited"]);
    expect(credits(noted({}, ME), mended())).toEqual(["credited"]);
  });
  it("that ended before this went wrong spoke of something else; one that ended since did not", () => {
    const note = noted();
    const end = closed();
    expect(credits(note, end, mended({ from: end.at }))).toEqual(["found"]);
    expect(credits(note, end, mended({ from: end.at + 1 }))).toEqual(["credited"]);
  });
});

it("an entry that is damaged or of a newer form is left aside", () => {
  expect(credits(event("mended", ME, { rule: "x" }), event("noted", "m", "?"), mended())).toEqual([
    "credited",
  ]);
});
