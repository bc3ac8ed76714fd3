// Passwords: what is stored, what it costs, and that older hashes stay readable.
import { expect, it } from "vitest";
import { hashOfNobody, hashPassword, samePassword } from "../directory/password.ts";

it("is stored as scrypt with the usual cost and a salt of its own", () => {
  const hash = hashPassword("correct horse", undefined);
  expect(hash).toMatch(/^scrypt\$32768\$8\$1\$[0-9a-f]{32}\$[0-9a-f]{64}$/);
  expect(hashPassword("correct horse", undefined)).not.toBe(hash);
  expect(samePassword("correct horse", hash)).toBe(true);
  expect(samePassword("correct horsE", hash)).toBe(false);
});

it("of another cost or another way of typing is the same password", () => {
  expect(samePassword("correct horse", hashPassword("correct horse", "11"))).toBe(true);
  expect(samePassword("ｃｏｒｒｅｃｔ horse", hashPassword("correct horse", "10"))).toBe(true);
});

it("of nobody is as costly and never right", () => {
  expect(hashOfNobody("12")).toMatch(/^scrypt\$4096\$8\$1\$/);
  expect(samePassword("", hashOfNobody("10"))).toBe(false);
});

it.each(["0", "9", "18", "x", "12.5"])("is not made with the cost %j", (cost) => {
  expect(() => hashPassword("correct horse", cost)).toThrow("PASSWORD_COST");
});

it("with an unknown scheme is an error, not a wrong password", () => {
  expect(() => samePassword("x", "md5$x")).toThrow("unknown scheme");
});
