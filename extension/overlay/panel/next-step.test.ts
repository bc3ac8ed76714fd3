// The next step is the gravest thing of the case that still waits for this officer, said as what to do.
import { expect, it } from "vitest";
import { AT, breach, finding, pageState, running, unread } from "../sample.ts";
import { nextStep } from "./next-step.ts";

const late = breach({ key: "late", fix: "把物品送去保管。并补登记。", on: "property/p1" });

it("is the breach of this page before one elsewhere, by the first sentence of its remedy", () => {
  const state = pageState({ applicable: [breach(), unread()], all: [late, breach(), running()] });
  expect(nextStep(state, AT)).toMatchObject({ say: "请另一名民警到场", colour: "red" });
});

it("passes over what somebody else has to answer and what stands explained, until that ends", () => {
  const [mine] = [breach()];
  const all = [mine, late];
  const answered = (kind: "explained" | "disputed" | "signed", until?: number) =>
    nextStep(
      pageState({
        applicable: [mine],
        all,
        answers: { [mine.key]: { kind, at: AT, ...(until === undefined ? {} : { until }) } },
      }),
      AT,
    )?.finding?.key;
  expect(answered("disputed")).toBe("late");
  expect(answered("explained", AT + 1)).toBe("late");
  expect(answered("explained", AT - 1)).toBe(mine.key);
  expect(answered("signed")).toBe(mine.key);
});

it("says until when, of a period that runs", () => {
  const state = pageState({ applicable: [running({ fix: "结束传唤。" }), finding()] });
  expect(nextStep(state, AT)?.say).toBe("今天 16:30 前：结束传唤");
});

it("is what a person has to tick, then what could not be read, then nothing", () => {
  const items = [{ id: "hurt", say: "问明有无疾病、外伤", attest: true }];
  const checklists = [{ id: "i", title: "讯问", stage: "interview", pages: ["interview"], items }];
  const applicable = [unread(), finding()];
  expect(nextStep(pageState({ applicable, checklists }), AT)?.say).toBe("问明有无疾病、外伤");
  expect(nextStep(pageState({ applicable }), AT)).toMatchObject({ colour: "grey" });
  expect(nextStep(pageState({ applicable: [finding()] }), AT)).toBeUndefined();
});
