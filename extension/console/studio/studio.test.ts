// The studio as an administrator uses it: edit, see the examples judged, compare, publish; nothing typed is lost.
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Reply } from "../../../shared/api/contract.ts";
import { packRule } from "../../../shared/rules/check-rule.ts";
import { runExamples } from "../../../shared/rules/examples.ts";
import type { Checklist } from "../../../shared/rules/pack.ts";
import type { Rule } from "../../../shared/rules/rule.ts";
import { bodies, chromeOf, type Edge, edgeFor, Refuse } from "../sample/background.ts";
import { all, type Control, choose, close, labelled, one, open, press, shown, type } from "../sample/draw.ts";
import { bail, interviewList, law, retired, samplePack } from "../sample/rule.ts";

let edge: Edge;
let drafts: Reply<"drafts">["drafts"];
let sources: Reply<"packSources">;

/** The service's check, by the rooms it is made of. */
const check = (rule: Rule): Reply<"checkRule"> => {
  const packed = packRule(rule, law.statutes);
  if (!packed.ok) return { ok: false, refusal: { ...packed.refusal }, examples: [] };
  const examples = runExamples(packed.value, rule.examples, law).map((one) => ({
    title: one.title,
    expect: one.expect,
    got: one.finding?.verdict ?? "",
    pass: one.ok,
    ...(one.say === undefined ? {} : { hint: one.say }),
  }));
  const ok = examples.every(({ pass }) => pass);
  return ok
    ? { ok, examples }
    : { ok, refusal: { code: "examples-failed", message: "例子没有通过" }, examples };
};

const signInAs = (...roles: readonly string[]): void => {
  edge = edgeFor(...roles);
  sources = { revision: 7, label: "2026.11.7", rules: [bail, retired], checklists: [interviewList] };
  drafts = [];
  edge.routes.packSources = () => sources;
  edge.routes.pack = () => ({
    pack: { body: JSON.stringify(samplePack()), key: "", signature: "", hash: "" },
  });
  edge.routes.checkRule = ({ body }) => check((body as { rule: Rule }).rule);
  edge.routes.drafts = () => ({ drafts });
  vi.stubGlobal("chrome", chromeOf(edge));
};

beforeEach(() => {
  localStorage.clear();
  vi.stubGlobal("matchMedia", () => ({ matches: false }));
  signInAs("admin");
});
afterEach(() => {
  close();
  vi.unstubAllGlobals();
});

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
  vi.stubGlobal("localStorage", {
    setItem: () => {
      throw new DOMException("full", "QuotaExceededError");
    },
  });
  await type(amount(), "11");
  expect(shown()).toContain("改动没有存住");
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

it("edits a checklist and publishes the changed things only, with a reason", async () => {
  edge.routes.publish = () => {
    sources = { ...sources, revision: 8, label: "2026.11.8" };
    return { revision: 8, label: "2026.11.8", hash: "", state: "published", approvals: 0, needed: 1 };
  };
  open("#/checklists/interview");
  await says("询问讯问");
  await press("加一项");
  expect(shown()).toContain("请写清干什么");
  await type(one<HTMLInputElement>('[name="say"]'), "问明有无疾病");
  await type(one<HTMLInputElement>('[name="how"]'), "逐项问");
  await press("加一项");
  one('[aria-label="上移：核对签名"]').click();
  await says("改动 2 处");
  open("#/rules/bail-overrun");
  await says("3 个例子全部通过");
  await choose(one<Control>(".switch select"), "retired");
  open("#/publish");
  await says("1 条规则改动，1 张清单改动");
  await says("全部通过");
  expect([...document.querySelectorAll("del")].map(({ textContent }) => textContent)).toEqual([
    "生效",
    "核对身份 → 告知权利义务 → 核对签名",
  ]);
  const go = (): HTMLButtonElement => one<HTMLButtonElement>("button", "发布");
  expect(go().disabled).toBe(true);
  await type(one<HTMLInputElement>('[name="reason"]'), "首次讯问增加健康状况确认");
  await vi.waitFor(() => expect(go().disabled).toBe(false));
  await press("发布");
  await says("已发布 2026.11.8");
  await says("没有未发布的改动");
  const [sent] = bodies<{ base: number; say: string; rules: Rule[]; checklists: Checklist[] }>(
    edge,
    "publish",
  );
  expect(sent).toMatchObject({ base: 7, say: "首次讯问增加健康状况确认" });
  expect(sent?.rules).toEqual([{ ...bail, status: "retired" }]);
  expect(sent?.checklists[0]?.items.map(({ say, attest }) => [say, attest])).toEqual([
    ["核对身份", true],
    ["核对签名", true],
    ["告知权利义务", undefined],
    ["问明有无疾病", true],
  ]);
  expect(localStorage.getItem("first-button.console.edits.m9")).toBeNull();
});

it("does not publish failing examples, nor over a pack that has changed meanwhile; a refusal keeps everything", async () => {
  open("#/rules/bail-overrun");
  await says("3 个例子全部通过");
  await type(amount(), "14");
  open("#/publish");
  await says("1 个不通过");
  await type(one<HTMLInputElement>('[name="reason"]'), "试");
  expect(one<HTMLButtonElement>("button", "发布").disabled).toBe(true);
  open("#/rules/bail-overrun");
  await says("改动 1 处");
  await type(amount(), "12");
  await type(labelled("怎么办（先写动作，每句 40 字内）"), "今天解除或者变更。");
  sources = { ...sources, revision: 9, label: "2026.11.9" };
  open("#/publish");
  await says("规则包已更新到 2026.11.9");
  expect(one<HTMLButtonElement>("button", "发布").disabled).toBe(true);
  await press("以新规则包为底继续");
  edge.routes.publish = () => {
    throw new Refuse("examples-failed", "例子“届满当天解除”没有通过");
  };
  await vi.waitFor(() => expect(one<HTMLButtonElement>("button", "发布").disabled).toBe(false), 3_000);
  await press("发布");
  await says("例子“届满当天解除”没有通过");
  expect(bodies<{ base: number }>(edge, "publish")[0]?.base).toBe(9);
  expect(shown()).toContain("1 条规则改动");
});

it("shows what waits for approval, lets others approve and not the author", async () => {
  signInAs("leader");
  const draft = { id: "d1", by: "m1", byName: "许衡", at: "2026-11-20T06:20:00.000Z", say: "收紧取保期限" };
  drafts = [
    { ...draft, rules: ["bail-overrun"], checklists: [], approvals: ["m2"], needed: 2 },
    { ...draft, id: "d2", by: "m9", rules: [], checklists: ["interview"], approvals: [], needed: 2 },
  ];
  edge.routes.approve = () => {
    drafts = drafts.slice(1);
    return { state: "published", revision: 8 };
  };
  open("#/publish");
  await says("收紧取保期限");
  expect(shown()).toContain("已批准 1，须 2");
  expect(shown()).toContain("您是作者，不能批准自己的修改");
  await press("批准");
  await says("已批准打开着的页面会在几秒内");
  expect(edge.asked.find(({ name }) => name === "approve")?.input).toMatchObject({ params: { id: "d1" } });
  expect(document.querySelectorAll(".drafts li")).toHaveLength(1);
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
