// One marker per field: the gravest open finding of this frame, with a short word.
import { describe, expect, it } from "vitest";
import { marksOf, markWord } from "./marks.ts";
import { AT, breach, evidence, finding, pageState, running, unread } from "./sample.ts";

describe("markers", () => {
  it("stand at the marker's field and only for what is open", () => {
    const marks = marksOf(pageState(), "");
    expect(marks.map(({ css, finding: { colour } }) => [css, colour])).toEqual([
      ["#askers", "red"],
      ["#arrived", "orange"],
    ]);
  });

  it("give a field to the gravest finding", () => {
    const applicable = [running({ marker: "interviews/i1.askers" }), breach()];
    expect(marksOf(pageState({ applicable }), "").map(({ finding: f }) => f.colour)).toEqual(["red"]);
  });

  it("fall back to the first field that is on this page", () => {
    const applicable = [breach({ marker: "interviews/i1.gone" })];
    expect(marksOf(pageState({ applicable }), "")).toHaveLength(1);
  });

  it("stay away from values of another page or frame", () => {
    const applicable = [breach()];
    const elsewhere = (part: object) =>
      pageState({ applicable, evidence: { "interviews/i1.askers": evidence("#askers", part) } });
    expect(marksOf(elsewhere({ here: false }), "")).toEqual([]);
    expect(marksOf(elsewhere({ frame: "0/1" }), "")).toEqual([]);
    expect(marksOf(elsewhere({ frame: "0/1" }), "0/1")).toHaveLength(1);
  });

  it("are not drawn for what stands on another page, though a value of the case is read here", () => {
    expect(marksOf(pageState({ applicable: [breach({ elsewhere: true })] }), "")).toEqual([]);
  });

  it.each([
    [breach(), "违反"],
    [running(), "剩 41 分"],
    [breach({ due: AT - 12 * 86_400_000 }), "超 12 天"],
    [breach({ due: AT - 10_551 * 86_400_000 }), "超 28 年"],
    [unread(), "未检查"],
    [finding({ verdict: "due", due: AT + 30 * 3_600_000 }), "剩 30 小时"],
  ])("%# say in a word", (one, word) => {
    expect(markWord(one, AT)).toBe(word);
  });
});
