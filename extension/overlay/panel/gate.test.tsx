// The question before a submit: what it asks, for how long the answer stands, and on what ground a submit is held for good.
import { describe, expect, it } from "vitest";
import type { PageState } from "../../protocol/messages.ts";
import { AT, breach, pageState } from "../sample.ts";
import { $, answers, asked, panelStage, press, refusing, root, show, texts, tick } from "./panel-stage.ts";

panelStage();

const HOUR = 3_600_000;

/** The page of a form that has no case number yet. */
const unnumbered = ({ caseKey: _, caseNumber: __, ...state }: PageState): PageState => state;

/** A page with a submit button that the profile names. */
async function withSubmit(part: Partial<PageState>, as = (state: PageState) => state): Promise<void> {
  const button = document.createElement("button");
  button.textContent = "提交审核";
  button.getBoundingClientRect = () => new DOMRect(100, 500, 90, 32);
  document.body.appendChild(button);
  await show(as(pageState({ submits: [{ text: "提交审核", held: true }], ...part })));
}

/** The mouse presses it. */
async function pressSubmit(part: Partial<PageState>): Promise<void> {
  await withSubmit(part);
  await press(".shield");
  await tick();
}

async function say(text: string): Promise<void> {
  const box = $(".gate textarea") as HTMLTextAreaElement;
  box.value = text;
  box.dispatchEvent(new Event("input", { bubbles: true }));
  await tick();
}

const go = async (): Promise<void> => {
  $(".gate").dispatchEvent(new Event("submit", { cancelable: true, bubbles: true }));
  await tick();
};
const sent = () => asked.filter(([type]) => type === "answer").map(([, input]) => input);

describe("a soft gate", () => {
  const soft = { applicable: [breach({ gate: "soft" })] };

  it("lets through after a reason, which stands until the instant that was chosen", async () => {
    await pressSubmit(soft);
    expect($(".gate h2").textContent).toContain("1 项违反");
    await go();
    expect(sent()).toEqual([]);
    await press(".chips:not(.expiry) .chip input");
    await press(".expiry label:nth-of-type(3) input");
    await go();
    expect(sent()).toMatchObject([{ kind: "explained", said: "稍后补登" }]);
    const until = Number(sent()[0]?.["until"]);
    expect(Math.abs(until - AT - 72 * HOUR)).toBeLessThan(60_000);
    expect(root().querySelector(".shield")).toBeNull();
  });

  const explained = (until: number): Partial<PageState> => ({
    ...soft,
    answers: { [soft.applicable[0]!.key]: { kind: "explained", at: AT, until } },
  });

  it("is not asked while an explanation of the same facts stands", async () => {
    await withSubmit(explained(AT + HOUR));
    expect(root().querySelector(".panel")).not.toBeNull();
    expect(root().querySelector(".shield")).toBeNull();
  });

  it("says whether it is about the case or about a form without a number, and where the reason goes", async () => {
    const scope = async (as?: (state: PageState) => PageState): Promise<string> => {
      await withSubmit(soft, as);
      await press(".shield");
      await tick();
      await press(".chips:not(.expiry) .chip input");
      return $(".gate").textContent ?? "";
    };
    const known = await scope();
    expect(known).toContain("只对本案这一项");
    expect(known).toContain("理由记入台账");
    await press(".gate .tool");
    const form = await scope((state) => ({ ...unnumbered(state), connection: "signed-out" }));
    expect(form).toContain("只对本表这一项");
    expect(form).toContain("下次登录时以登录人的名义记入台账，注明登录前");
  });

  it("is asked again when it has ended", async () => {
    await withSubmit(explained(AT - HOUR));
    await press(".shield");
    expect($(".gate h2").textContent).toContain("1 项违反");
  });
});

describe("a hard gate", () => {
  const hard: Partial<PageState> = {
    applicable: [breach({ gate: "hard" })],
    origins: {
      "single-officer": {
        level: "nation",
        layer: "国家基准",
        changes: [
          {
            level: "bureau",
            layer: "云岭县公安局",
            key: "gate",
            was: "soft",
            is: "hard",
            reason: "两次被退查",
            approvedBy: ["沈某（shenmou）", "邱某"],
          },
        ],
      },
    },
  };

  it("names who approved it, the lawful exceptions and when one ends; nothing passes without a line", async () => {
    answers.set("rule-help", { exceptions: ["笔录已注明无法通知"] });
    await pressSubmit(hard);
    const ground = texts(".ground p");
    expect(ground.slice(0, 3)).toEqual([
      "云岭县公安局设为提交前拦截",
      "拦截由沈某、邱某批准",
      "依法例外：笔录已注明无法通知",
    ]);
    expect(ground[3]).toBe("例外到明天 15:48失效");
    expect(root().querySelector(".expiry")).toBeNull();
    await go();
    expect(sent()).toEqual([]);
    await say("现场只有一名民警，情况紧急");
    await go();
    const until = Number(sent()[0]?.["until"]);
    expect(Math.abs(until - AT - 24 * HOUR)).toBeLessThan(60_000);
  });

  it("hands the reason over from a form without a case number too", async () => {
    answers.set("rule-help", { exceptions: [] });
    await withSubmit(hard, unnumbered);
    await press(".shield");
    await tick();
    await say("登记时只有一名民警在所");
    await go();
    expect(sent()).toMatchObject([{ caseKey: "", kind: "explained", said: "登记时只有一名民警在所" }]);
    expect(root().querySelector(".gate")).toBeNull();
  });
});

it("a reason that cannot be written down is told so once, then stops nobody", async () => {
  await pressSubmit({ applicable: [breach({ gate: "soft" })] });
  await press(".chips:not(.expiry) .chip input");
  refusing.add("answer");
  await go();
  expect($(".gate [role=alert]").textContent).toContain("没有存下");
  expect(root().querySelector(".shield")).not.toBeNull();
  await go();
  expect(root().querySelector(".gate")).toBeNull();
  expect($(".page-toast").textContent).toContain("理由没有存下");
});
