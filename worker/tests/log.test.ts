// The log is lines of JSON without names, ID numbers or phone numbers, also where an error's text has them.
import { afterEach, expect, it, vi } from "vitest";
import { logError, logInfo, masked } from "../log.ts";

afterEach(() => vi.restoreAllMocks());

it("masks what may be a person", () => {
  expect(masked("no such row 韩某某 990101199001011234 139-0000-0001 in table x2")).toBe(
    "no such row … # 139-#-# in table x2",
  );
});

it("writes one line for each event, with the error's kind and place", () => {
  const lines: string[] = [];
  vi.spyOn(console, "error").mockImplementation((line: string) => void lines.push(line));
  vi.spyOn(console, "log").mockImplementation((line: string) => void lines.push(line));
  logError("parcel-failed", new TypeError("cannot reach 13900000001\nof 韩某某"), {
    unit: "星河市",
    tries: 2,
  });
  logInfo("ring", { cases: 3 });
  expect(lines.map((line) => JSON.parse(line) as Record<string, unknown>)).toEqual([
    {
      level: "error",
      event: "parcel-failed",
      unit: "星河市",
      tries: 2,
      error: "TypeError",
      message: "cannot reach #\nof …",
      at: expect.stringContaining("log.test"),
    },
    { level: "info", event: "ring", cases: 3 },
  ]);
  expect(lines.every((line) => !line.includes("\n"))).toBe(true);
});
