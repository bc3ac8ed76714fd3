// Proves that a profile's patterns cannot stop a page, and that those in use pass.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isUrlPattern, LONGEST_URL } from "./url-pattern.ts";

describe("a pattern", () => {
  test.each([
    "^https?://[^/]+/new/",
    "#/(case/[^/]+/incident|incident/)",
    "/old/(?:case|ajxx)\\.jsp\\?ajbh=\\d+$",
    "/a[)*+(]b/",
    "^https?://[^/]+/[^/]+/case/\\d+/.*detail",
    "(?<kind>new|old)/[a-z]{2,8}/",
    "^http://10\\.0\\.0\\.1(:8080)?/",
    "#/(cases|incidents|home)|/new/[^#]*$",
    "/case/(?<id>\\d+)/papers/\\d+-\\d+",
  ])("%s passes", (pattern) => {
    expect(isUrlPattern(pattern)).toBe(true);
  });

  test.each([
    "(a+)+$",
    "^(([a-z])+.)+[A-Z]$",
    "(a|a)*$",
    "(?:a?){30}a{30}$",
    "((a*))*",
    "(.*)\\1",
    "(?<x>a)\\k<x>",
    ".*.*x",
    "a+a+!",
    "[^/]+[^/]+[^/]+/",
    "(a+)[^/]+/?[^/]+/a!",
    "\\d+?\\d+?\\d+?!",
    "(\\d+)(\\d+)(\\d+)!",
    "[^.]+.[^.]+.[^.]+.!",
    "[^\\s]+\\w[^\\s]+\\w!",
    `${"a?".repeat(30)}!`,
    `${"(?:a|a)".repeat(20)}!`,
    "(",
    "[",
    `^${"a".repeat(300)}`,
  ])("%s is refused", (pattern) => {
    expect(isUrlPattern(pattern)).toBe(false);
  });
});

test("any pattern that passes answers within a moment on the longest address", () => {
  const part = fc.constantFrom("a", ".", "[a-z]", "(a)", "(?:a|b)", "(a+)", "\\w", "/", "[^/]+/", "\\d+/");
  const repeat = fc.constantFrom("", "", "*", "+", "?", "{2,}");
  const pattern = fc
    .array(fc.tuple(part, repeat), { minLength: 1, maxLength: 6 })
    .map((parts) => `${parts.flat().join("")}!`)
    .filter(isUrlPattern);
  const url = "a".repeat(LONGEST_URL);
  fc.assert(
    fc.property(pattern, (text) => {
      const from = performance.now();
      new RegExp(text).test(url);
      expect(performance.now() - from).toBeLessThan(2_000);
    }),
    { numRuns: 60 },
  );
}, 60_000);
