// What counts as open, and which face the button shows for it.
import { describe, expect, it } from "vitest";
import { breach, finding, pageState, running, unread } from "./sample.ts";
import { faceOf, standingOf } from "./standing.ts";

describe("standing", () => {
  it("counts the unchecked with the open, gravest first, and leaves the mended and the moot out", () => {
    const standing = standingOf([
      finding(),
      unread(),
      running(),
      breach({ key: "old", mended: 1 }),
      breach(),
      finding({ key: "moot", verdict: "moot" }),
    ]);
    expect(standing.open.map(({ colour }) => colour)).toEqual(["red", "orange", "grey"]);
    expect(standing).toMatchObject({ checked: 4, unknown: 1, moot: 1 });
    expect(standing.mended.map(({ key }) => key)).toEqual(["old"]);
    expect(standing.fine).toHaveLength(1);
  });

  it("counts two readings of the law that differ as checked", () => {
    const reading = unread({ colour: "orange", reason: "reading" });
    expect(standingOf([reading, unread({ key: "u" })])).toMatchObject({ checked: 1, unknown: 1 });
    expect(standingOf([reading]).counts).toMatchObject({ orange: 1, grey: 0 });
  });

  it("does not count a period whose first warning is still ahead", () => {
    expect(standingOf([running({ colour: "green" })]).open).toEqual([]);
  });
});

describe("the button's face", () => {
  const face = (applicable: readonly ReturnType<typeof finding>[], reachable = true) =>
    faceOf(pageState({ applicable }), standingOf(applicable), reachable);

  it("is sewn only when all that applies was checked and is met", () => {
    expect(face([finding()]).face).toEqual({ is: "sewn" });
    expect(face([finding(), unread()])).toEqual({
      face: { is: "count", colour: "grey", dashed: true },
      number: 1,
    });
    expect(face([]).face).toEqual({ is: "idle" });
    expect(face([finding(), breach({ mended: 1 })]).face).toEqual({ is: "idle" });
  });

  it("shows the gravest colour and the number of open findings", () => {
    expect(face([finding(), unread(), running(), breach()])).toEqual({
      face: { is: "count", colour: "red", dashed: false },
      number: 3,
    });
  });

  it("is never green without a background that answers", () => {
    expect(face([finding()], false).face).toEqual({ is: "stopped" });
  });

  it.each([
    [{ state: "reading" as const }, "reading"],
    [{ state: "error" as const }, "stopped"],
    [{ state: "no-case" as const }, "idle"],
    [{ paused: { until: 1, reason: "演示" } }, "paused"],
  ])("%o → %s", (part, is) => {
    expect(faceOf(pageState(part), standingOf([]), true).face).toEqual({ is });
  });
});
