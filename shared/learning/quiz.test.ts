// The quiz: one right choice among the law's own, from nothing but one's own findings, the same again for the same month.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import base from "#base-pack";
import type { Pack } from "../rules/pack.ts";
import { limitWords, numeral } from "./limit-words.ts";
import { CHOICES, GAP, type OwnFinding, QUESTIONS, quizOf } from "./quiz.ts";

const { rules, statutes } = base as unknown as Pack;
const byId = new Map(rules.map((rule) => [rule.id, rule]));
const inForce = (statute: string, edition: string): boolean =>
  statutes
    .find(({ title }) => title === statute)
    ?.editions.some((one) => one.edition === edition && one.until === undefined) ?? false;

const owns = fc.array(
  fc.record({
    rule: fc.constantFrom(...rules.map(({ id }) => id), "no-such-rule"),
    colour: fc.constantFrom("red", "orange", "yellow", "blue", "grey", "green"),
  }),
  { maxLength: 30 },
);
const seeds = fc.tuple(fc.integer({ min: 2026, max: 2099 }), fc.integer({ min: 1, max: 12 }), fc.string());
const made = (own: readonly OwnFinding[], seed: readonly unknown[]) =>
  quizOf(own, rules, inForce, seed.join("-"));

describe("for any findings in any month", () => {
  test("every question is of one's own findings, once, and at most as many as are asked", () => {
    fc.assert(
      fc.property(owns, seeds, (own, seed) => {
        const quiz = made(own, seed);
        expect(quiz.length).toBeLessThanOrEqual(QUESTIONS);
        expect(new Set(quiz.map(({ rule }) => rule)).size).toBe(quiz.length);
        for (const { rule } of quiz) expect(own.some((one) => one.rule === rule)).toBe(true);
      }),
    );
  });
  test("exactly one choice is right, and all are the law's own", () => {
    fc.assert(
      fc.property(owns, seeds, (own, seed) => {
        for (const question of made(own, seed)) {
          const rule = byId.get(question.rule)!;
          const { choices, right, kind } = question;
          expect(new Set(choices).size).toBe(CHOICES);
          if (kind === "duty") {
            expect(choices[right]).toBe(rule.fix);
            for (const one of choices) expect(rules.some(({ fix }) => fix === one)).toBe(true);
            continue;
          }
          const own = limitWords(rule.clock!.limit);
          expect(own).toContain(choices[right]);
          expect(choices.filter((one) => own.includes(one))).toHaveLength(1);
          for (const one of choices)
            expect(rules.some(({ clock }) => clock && limitWords(clock.limit).includes(one))).toBe(true);
          expect(rule.clock!.count).not.toBe("at-once");
          expect(question.about).toContain(GAP);
          expect(question.about).not.toContain(choices[right]);
        }
      }),
    );
  });
  test("the answer cites the rule's own law, in an edition in force", () => {
    fc.assert(
      fc.property(owns, seeds, (own, seed) => {
        for (const { rule, statute, edition, article } of made(own, seed)) {
          expect(byId.get(rule)!.basis).toContainEqual(
            expect.objectContaining({ statute, edition, article }),
          );
          expect(inForce(statute, edition)).toBe(true);
        }
      }),
    );
  });
  test("the same month asks the same, another month asks in another order", () => {
    fc.assert(
      fc.property(owns, seeds, (own, seed) => {
        expect(made(own, seed)).toEqual(made(own, seed));
      }),
    );
    const many = rules.slice(0, 60).map(({ id }) => ({ rule: id, colour: "red" }));
    const months = Array.from({ length: 6 }, (_, i) => JSON.stringify(made(many, [2026, i + 1])));
    expect(new Set(months).size).toBeGreaterThan(1);
  });
});

test("what was broken is asked before what only ran", () => {
  const own = [
    ...rules.slice(0, 40).map(({ id }) => ({ rule: id, colour: "green" })),
    { rule: "bail-overrun", colour: "red" },
  ];
  expect(made(own, [2026, 11])[0]?.rule).toBe("bail-overrun");
});

test("a period in the title becomes the gap", () => {
  const [question] = made([{ rule: "bail-overrun", colour: "red" }], [2026, 11]);
  expect(question).toMatchObject({ kind: "limit", about: "取保候审超过＿＿未解除", article: "79" });
  expect(question?.choices[question.right]).toBe("十二个月");
});

test("nothing of one's own asks nothing", () => {
  expect(made([], [2026, 11])).toEqual([]);
});

test.each([
  [1, "一"],
  [10, "十"],
  [12, "十二"],
  [20, "二十"],
  [24, "二十四"],
  [100, "一百"],
  [105, "一百零五"],
  [315, "三百一十五"],
  [350, "三百五十"],
  [1000, "一千"],
  [2010, "二千零一十"],
])("%i is %s", (n, text) => {
  expect(numeral(n)).toBe(text);
});
