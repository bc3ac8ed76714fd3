// Publishing as it is done: compare, give a reason, publish or wait for approval; a refusal loses nothing.
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Checklist } from "../../../shared/rules/pack.ts";
import type { Rule } from "../../../shared/rules/rule.ts";
import { bodies, chromeOf, type Edge, Refuse } from "../sample/background.ts";
import { type Control, choose, close, labelled, one, open, press, shown, type } from "../sample/draw.ts";
import { bail } from "../sample/rule.ts";
import { type StudioService, studioFor } from "../sample/studio.ts";

let edge: Edge;
let service: StudioService;

const signInAs = (...roles: readonly string[]): void => {
  ({ edge, service } = studioFor(...roles));
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

it("edits a checklist and publishes the changed things only, with a reason", async () => {
  edge.routes.publish = () => {
    service.sources = { ...service.sources, revision: 8, label: "2026.11.8" };
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
  service.sources = { ...service.sources, revision: 9, label: "2026.11.9" };
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
  service.drafts = [
    { ...draft, rules: ["bail-overrun"], checklists: [], approvals: ["m2"], needed: 2 },
    { ...draft, id: "d2", by: "m9", rules: [], checklists: ["interview"], approvals: [], needed: 2 },
  ];
  edge.routes.approve = () => {
    service.drafts = service.drafts.slice(1);
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
