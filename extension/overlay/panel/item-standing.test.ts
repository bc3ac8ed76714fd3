// What a checklist says of a list that was read in part: what stands on this page, and that the rest was not read.
import { describe, expect, it } from "vitest";
import type { ChecklistItem } from "../../../shared/rules/pack.ts";
import { AT, breach, evidence, finding, pageState } from "../sample.ts";
import { progressOf, standingOfItem } from "./item-standing.ts";

const item = (rule: string): ChecklistItem => ({ id: rule, say: "告知权利义务", rule });
const met = (rule: string, on = "interviews/i1") => finding({ rule, on, key: `${rule}@${on}` });
const inPart = (rule: string) =>
  finding({
    rule,
    on: "interviews",
    verdict: "unknown",
    colour: "grey",
    applies: "unknown",
    reason: "list",
    missing: ["interviews"],
    why: "“询问讯问”没有读全，未检查",
  });
const none = (rule: string) => finding({ rule, verdict: "moot", applies: "no", why: "" });
const page = (...all: ReturnType<typeof finding>[]) =>
  pageState({ all, evidence: { "interviews/i1.askers": evidence("#askers") } });

describe("an item whose list was read in part", () => {
  it("stands by what is on this page, and says so", () => {
    expect(standingOfItem(item("told"), page(met("told"), inPart("told")))).toMatchObject({
      is: "met",
      part: "here",
    });
    expect(standingOfItem(item("told"), page(none("told"), inPart("told")))).toMatchObject({
      is: "moot",
      part: "here",
    });
  });

  it("is unknown on a page that shows none of it, however many were read before", () => {
    const state = page(met("told", "interviews/i2"), inPart("told"));
    expect(standingOfItem(item("told"), state)).toMatchObject({ is: "unknown", part: "read", read: 1 });
    expect(standingOfItem(item("told"), page(inPart("told")))).toMatchObject({ is: "unknown" });
  });

  it("is breached wherever in the case the breach stands", () => {
    const far = breach({ rule: "told", on: "interviews/i2" });
    expect(standingOfItem(item("told"), page(met("told"), far, inPart("told"))).is).toBe("breached");
  });

  it("is counted, and counted apart", () => {
    const list = {
      id: "i",
      title: "询问讯问",
      stage: "interview",
      pages: ["interview"],
      items: ["told", "two", "whole", "all", "minor"].map(item),
    };
    const state = page(
      ...[met("told"), inPart("told"), inPart("two"), met("whole"), met("all"), none("minor")],
    );
    const byFacts = { done: 3, all: 4 };
    const byPerson = { done: 0, all: 0 };
    expect(progressOf(list, state)).toEqual({ ...byFacts, byFacts, byPerson, part: 1, unknown: 1 });
  });
});

it("a list read whole stands for the whole case, and what was mended is not called met", () => {
  const whole = standingOfItem(item("told"), page(met("told"), met("told", "interviews/i2")));
  expect([whole.is, whole.part]).toEqual(["met", undefined]);
  expect(standingOfItem(item("two"), page(breach({ rule: "two", mended: AT }))).is).toBe("mended");
});
