// Slips of the pen and the word that was meant.
import { expect, test } from "vitest";
import { distance, nearest, nearestElement, nearestField } from "./nearest.ts";

test("edits are counted, swapped neighbours as one", () => {
  expect(distance("", "abc")).toBe(3);
  expect(distance("startedAt", "startedAt")).toBe(0);
  expect(distance("staretdAt", "startedAt")).toBe(1);
  expect(distance("执行时间", "执行日期")).toBe(2);
});

test("the nearest word is named, a far one is not", () => {
  expect(nearestField("measures", "startAt")).toBe("startedAt（执行时间）");
  expect(nearestField("measures", "执刑时间")).toBe("startedAt（执行时间）");
  expect(nearestField("measures", "QZCSZI")).toBe("kind（强制措施种类）");
  expect(nearestField("measures", "completelyOther")).toBeUndefined();
  expect(nearestElement("meassures")).toBe("measures（强制措施）");
  expect(nearestElement("xyz")).toBeUndefined();
  expect(nearest("a", ["b", "c"])).toBeUndefined();
});
