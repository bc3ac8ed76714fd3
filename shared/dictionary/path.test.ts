// Paths read back as the places they were made of, and nothing else reads.
import { expect, test } from "vitest";
import { pathOf, placeOf } from "./path.ts";
import { pathLabel } from "./words.ts";

test("a path and its place are inverses", () => {
  for (const path of ["case", "case.acceptedAt", "measures/m1", "measures/m1.startedAt", "persons/韩_1.role"])
    expect(pathOf(placeOf(path)!)).toBe(path);
});

test("unknown elements, fields and malformed ids are no places", () => {
  for (const path of [
    "",
    "cases",
    "case.nothing",
    "measures/m 1",
    "measures/a/b",
    "measures/m1 startedAt",
    "measures/m1.kind.x",
    "case.__proto__",
  ])
    expect(placeOf(path), path).toBeUndefined();
});

test("paths have Chinese words", () => {
  expect(pathLabel("measures/m1.startedAt")).toBe("强制措施 → 执行时间");
  expect(pathLabel("measures/m1")).toBe("强制措施");
  expect(pathLabel("now")).toBe("now");
});
