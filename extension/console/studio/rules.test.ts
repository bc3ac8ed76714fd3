// The studio's rules as an administrator uses them: find, edit, see the examples judged; nothing typed is lost.
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Rule } from "../../../shared/rules/rule.ts";
import { bodies, chromeOf, type Edge } from "../sample/background.ts";
import { all, type Control, choose, close, labelled, one, open, press, shown, type } from "../sample/draw.ts";
import { bail, retired } from "../sample/rule.ts";
import { studioFor } from "../sample/studio.ts";

let edge: Edge;

const signInAs = (...roles: readonly string[]): void => {
  ({ edge } = studioFor(...roles));
  vi.stubGlobal("chrome", chromeOf(edge));
};

beforeEach(() => {
  localStorage.clear();
  vi.stubGlobal("matchMedia", () => ({ matches: false }));
  signInAs("admin");
});
afterEach(close);

const says = (text: string): Promise<void> => vi.waitFor(() => expect(shown()).toContain(text), 3_000);
const amount = (): HTMLInputElement => one<HTMLInputElement>('input[aria-label="期限数目"]');
const lastChecked = (): Rule | undefined => bodies<{ rule: Rule }>(edge, "checkRule").at(-1)?.rule;

it("finds rules by text, article, stage and status", async () => {
  open("#/rules");
  await says("2 条，1 条生效");
  const titles = (): (string | null)[] =>
    [...document.querySelectorAll(".rows strong")].map(({ textContent }) => textContent);
  expect(titles()).toEqual([retired.title, bail.title]);
  const [stage, status] = all(".filters select");
  await choose(status!, "retired");
  expect(titles()).toEqual([retired.title]);
  await choose(status!, "");
  await choose(stage!, "coercive-measures");
  expect(titles()).toEqual([bail.title]);
  await choose(stage!, "");
  await type(one<HTMLInputElement>('input[type="search"]'), "取保候审 超过");
  expect(titles()).toEqual([bail.title]);
  await type(one<HTMLInputElement>('input[type="search"]'), "第79条");
  expect(titles()).toHaveLength(2);
});

it("judges the examples at every change, once per pause of typing, and shows the officer's card", async () => {
  open("#/rules/bail-overrun");
  await says("3 个例子全部通过");
  await vi.waitFor(() => one(".sample-card.red"), 5_000);
  expect(one(".sample-card").textContent).toContain("违反 · 超 11 天");
  const before = bodies(edge, "checkRule").length;
  await type(amount(), "1");
  await new Promise((done) => setTimeout(done, 100));
  await type(amount(), "14");
  await says("正在判定");
  await says("3 个例子中 1 个不通过");
  expect(bodies(edge, "checkRule").length - before).toBe(1);
  expect(lastChecked()?.clock?.limit).toBe("14 months");
  expect(shown()).toContain("应为 违反，判为 期限内");
  await vi.waitFor(() => expect(one(".sample-card").textContent).toContain("期限内"), 5_000);
  await press("1届满当天解除", ".example");
  await vi.waitFor(() => expect(one(".sample-card").textContent).toContain("符合"), 5_000);
});

it("says how to mend an amount, a unit that cannot be counted, and an empty name", async () => {
  open("#/rules/bail-overrun");
  await says("3 个例子全部通过");
  await type(amount(), "十二");
  expect(shown()).toContain("请填数字，例如 12");
  await says("规则没有通过检查");
  await type(amount(), "12");
  await choose(one<Control>('select[aria-label="期限单位"]'), "hours");
  expect(shown()).toContain("不能用这个单位");
  await type(labelled("名称（不合规的样子，18 字内）"), " ");
  expect(shown()).toContain("请填写名称");
  await type(labelled("名称（不合规的样子，18 字内）"), "取保候审超过十二个月未解除未变更未告知");
  expect(shown()).toContain("超出 1 字");
});

it("keeps what was typed through a closed tab, and forgets an edit that was typed back", async () => {
  open("#/rules/bail-overrun");
  await says("没有改动");
  await type(labelled("怎么办（先写动作，每句 40 字内）"), "今天解除或者变更。");
  await type(amount(), "");
  expect(shown()).toContain("改动 2 处，自动保存");
  open("#/rules/bail-overrun");
  await says("改动 2 处，自动保存");
  expect(labelled("怎么办（先写动作，每句 40 字内）").value).toBe("今天解除或者变更。");
  expect(amount().value).toBe("");
  await type(labelled("怎么办（先写动作，每句 40 字内）"), bail.fix);
  await type(amount(), "12");
  expect(shown()).toContain("没有改动");
  expect(localStorage.getItem("first-button.console.edits.m9")).toBeNull();
});

it("says that an edit could not be kept", async () => {
  open("#/rules/bail-overrun");
  await says("没有改动");
  const kept = localStorage;
  vi.stubGlobal("localStorage", {
    setItem: () => {
      throw new DOMException("full", "QuotaExceededError");
    },
  });
  await type(amount(), "11");
  expect(shown()).toContain("改动没有存住");
  vi.stubGlobal("localStorage", kept);
});

it("changes, adds and removes warnings with their colours", async () => {
  open("#/rules/bail-overrun");
  await says("没有改动");
  const colours = (): (string | null)[] =>
    [...document.querySelectorAll(".warning svg[aria-label]")].map((svg) => svg.getAttribute("aria-label"));
  expect(colours()).toEqual(["关注", "临近", "紧急"]);
  await press("加一档");
  expect(colours()).toEqual(["关注", "关注", "临近", "紧急"]);
  one('[aria-label="去掉第 1 档"]').click();
  await vi.waitFor(() => expect(colours()).toHaveLength(3));
  await vi.waitFor(() => expect(lastChecked()?.clock?.warn).toEqual(["15 days", "7 days", "1 days"]), 3_000);
});

it("lets a legal officer read and check, not change", async () => {
  signInAs("legal");
  open("#/rules/bail-overrun");
  await says("您可以查看和检查");
  await says("3 个例子全部通过");
  const controls = all(".desk .form input, .desk .form textarea, .desk .form select");
  expect(controls.length).toBeGreaterThan(4);
  expect(controls.every(({ disabled }) => disabled)).toBe(true);
  expect(shown()).not.toContain("看改动与发布");
});
