// Proves that a period begins anew where the law says so, and that an unread beginning keeps it from being called over.
import { describe, expect, test } from "vitest";
import type { Cell } from "../facts/sheet.ts";
import { instantKey } from "../time/civil.ts";
import type { Rule } from "./rule.ts";
import { FAR, period } from "./sample-period.ts";
import { at, finding, measure } from "./sample-rule.ts";

describe("a period that begins anew", () => {
  /** 刑诉法 160: another grave crime, from its discovery; identity unknown, from the day it is found out. */
  const RESTART: Partial<Rule> = {
    ...period("2 months", "custody-months"),
    restart: [
      { from: "newCrimeFoundAt", say: "另有重要罪行，自发现之日起重新计算" },
      { from: "identityFoundAt", when: 'identityUnknown == "是"', say: "身份不明，自查清身份之日起计算" },
    ],
  };
  const begun = {
    startedAt: at("2026-01-10 09:00"),
    endedAt: null,
    newCrimeFoundAt: null,
    identityUnknown: "否",
    identityFoundAt: null,
  };
  test.each<[string, Readonly<Record<string, Cell>>, string, string]>([
    ["not at all", {}, "breached", "2026-03-10T23:59"],
    ["with another crime", { newCrimeFoundAt: at("2026-02-20 15:00") }, "breached", "2026-04-20T23:59"],
    [
      "with another crime known before",
      { newCrimeFoundAt: at("2026-01-05 15:00") },
      "breached",
      "2026-03-10T23:59",
    ],
    [
      "with the identity",
      { identityUnknown: "是", identityFoundAt: at("2026-02-01 10:00") },
      "breached",
      "2026-04-01T23:59",
    ],
    [
      "with an identity that was never unknown",
      { identityFoundAt: at("2026-02-01 10:00") },
      "breached",
      "2026-03-10T23:59",
    ],
    [
      "the later of two",
      {
        newCrimeFoundAt: at("2026-02-20 15:00"),
        identityUnknown: "是",
        identityFoundAt: at("2026-02-01 10:00"),
      },
      "breached",
      "2026-04-20T23:59",
    ],
  ])("%s", (_, change, verdict, due) => {
    const found = finding(RESTART, measure({ ...begun, ...change }), FAR);
    expect([found.verdict, instantKey(found.due!).slice(0, 16)]).toEqual([verdict, due]);
  });

  test.each<[string, Readonly<Record<string, Cell>>, readonly string[]]>([
    ["it was not read whether", { newCrimeFoundAt: undefined }, ["newCrimeFoundAt"]],
    ["the identity is not yet found out", { identityUnknown: "是" }, ["identityFoundAt"]],
    [
      "it was not read whether it was unknown",
      { identityUnknown: undefined, identityFoundAt: undefined },
      ["identityUnknown", "identityFoundAt"],
    ],
  ])("is not said to be over where %s", (_, change, missing) => {
    const found = finding(RESTART, measure({ ...begun, ...change }), FAR);
    expect([found.verdict, found.missing]).toEqual(["unknown", missing.map((one) => `measures/m1.${one}`)]);
    expect(finding(RESTART, measure({ ...begun, ...change }), at("2026-03-10 12:00")).verdict).toBe("due");
  });

  test("says what it began anew by", () => {
    const cells = { ...begun, identityUnknown: "是", identityFoundAt: at("2026-02-01 10:00") };
    const [first] = finding(RESTART, measure(cells), at("2026-02-02 10:00")).working;
    expect(first).toEqual({
      op: "",
      step: "查清身份时间，起算",
      note: "身份不明，自查清身份之日起计算（是否身份不明 是）",
      value: "2026年2月1日",
    });
  });
});
