// The studio of a unit below the root: what its layer may change, what it may not, local values, and the way back.
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Body } from "../../../shared/api/contract.ts";
import { packRule } from "../../../shared/rules/check-rule.ts";
import { changeOf } from "../../../shared/rules/layers/as-change.ts";
import { begun, layerOnto } from "../../../shared/rules/layers/effective.ts";
import type { Layer, LayeredRule } from "../../../shared/rules/layers/layer.ts";
import type { Rule } from "../../../shared/rules/rule.ts";
import { bodies, chromeOf, type Edge } from "../sample/background.ts";
import { type Control, choose, close, labelled, one, open, press, shown, type } from "../sample/draw.ts";
import { bail, interviewList, law, samplePack } from "../sample/rule.ts";
import { type StudioService, studioFor } from "../sample/studio.ts";

const template: Rule = {
  ...bail,
  id: "arrival-late",
  title: "到场超过本地时限",
  status: "draft",
  weight: "reminder",
  needs: "需要填写本地的期限和条文",
  basis: [],
  stage: "intake",
};
const serious: Rule = { ...bail, id: "answer-late", title: "久未答复", weight: "serious", stage: "penalty" };
const EAST = { level: "bureau", name: "云岭县公安局", author: "管某某" } as const;
const WHY = { reason: "另有系统提醒", author: "管某某", at: "2026-11-20T01:00:00.000Z" };
const layer: Layer = {
  ...EAST,
  changes: [
    { rule: "answer-late", off: true, ...WHY },
    {
      rule: "bail-overrun",
      ...WHY,
      reason: "县局规定",
      tighten: { limit: "9 months", title: "取保候审超过九个月" },
    },
  ],
  add: [],
};

let edge: Edge;
let service: StudioService;

/** The pack as it holds in the county, by the product's own function. */
function countyPack(): { above: ReturnType<typeof begun>; rules: readonly LayeredRule[]; body: string } {
  const rules = [bail, serious, template].map((rule) => {
    const packed = packRule(rule, law.statutes);
    if (!packed.ok) throw new Error(packed.refusal.message);
    return packed.value;
  });
  const above = begun({ ...samplePack(), rules });
  const made = layerOnto(above, layer);
  if (!made.ok) throw new Error(made.refusal.message);
  return { above, rules: made.value.rules, body: JSON.stringify(made.value) };
}

beforeEach(() => {
  localStorage.clear();
  vi.stubGlobal("matchMedia", () => ({ matches: false }));
  ({ edge, service } = studioFor("admin"));
  vi.stubGlobal("chrome", chromeOf(edge));
  const { above, body } = countyPack();
  const nine = { ...bail, title: "取保候审超过九个月", clock: { ...bail.clock!, limit: "9 months" } };
  service.sources = {
    revision: 7,
    label: "2026.11.7",
    rules: [nine, { ...serious, status: "retired" }, template],
    checklists: [interviewList],
    layer: {
      unit: "east",
      unitName: "云岭县公安局",
      level: "bureau",
      issues: false,
      above: [bail, serious],
      added: [],
      aside: [{ rule: "answer-late", code: "loosens-red-line", message: "answer-late 现在是红线" }],
    },
  };
  edge.routes.pack = () => ({ pack: { body, key: "", signature: "", hash: "" } });
  // What the service says of an edited rule: whether the county's layer may have it.
  edge.routes.checkRule = ({ body: asked }) => {
    const { rule, statutes = [] } = asked as { rule: Rule; statutes?: Layer["statutes"] };
    const source = [bail, serious, template].find(({ id }) => id === rule.id)!;
    const change = changeOf(source, rule, WHY);
    if (!change.ok) return { ok: false, refusal: { ...change.refusal }, examples: [] };
    const changes = change.value === undefined ? [] : [change.value];
    const made = layerOnto(above, { ...EAST, changes, add: [], statutes });
    const examples = [
      { title: "超过一年未解除", expect: "due", got: "breached", pass: true, hint: "应为 due" },
    ];
    return made.ok ? { ok: true, examples } : { ok: false, refusal: { ...made.refusal }, examples };
  };
});
afterEach(close);

const says = (text: string): Promise<void> => vi.waitFor(() => expect(shown()).toContain(text), 3_000);
const amount = (): HTMLInputElement => one<HTMLInputElement>('input[aria-label="期限数目"]');
const sent = (): Body<"publish"> | undefined => bodies<Body<"publish">>(edge, "publish").at(-1);
const publish = async (reason: string): Promise<void> => {
  edge.routes.publish = () => ({
    revision: 8,
    label: "2026.11.8",
    hash: "",
    state: "published",
    approvals: 0,
    needed: 1,
  });
  open("#/publish");
  await says("发布条件");
  await type(one<HTMLInputElement>('[name="reason"]'), reason);
  await vi.waitFor(() => expect(one<HTMLButtonElement>("button", "发布").disabled).toBe(false), 8_000);
  await press("发布");
  await vi.waitFor(() => expect(sent()).toBeDefined());
};

it("shows in the list and on the rule which level made it what it is, with reason and name", async () => {
  open("#/rules/answer-late");
  await says("来源 国家 test");
  const origin = one(".origin").textContent;
  expect(origin).toContain("县级 云岭县公安局：停用 生效 → 停用");
  expect(origin).toContain("理由：另有系统提醒（管某某 ");
  expect(origin).toContain("上级已经更严，本单位的改动不再适用");
  expect(one(".overtaken").textContent).toBe(
    "上级的新版本使本单位 1 处改动不再适用，现按上级的规则判定久未答复 answer-late 现在是红线",
  );
  const rows = [...document.querySelectorAll(".rows a")].map(({ textContent }) => textContent ?? "");
  expect(rows.filter((text) => text.includes("县级"))).toHaveLength(2);
  const waiting = rows.find((text) => text.includes("到场超过"));
  expect(waiting).toContain("待填本地值");
  expect(waiting).not.toContain("县级");
});

it("says at once, and by name, that a red line would be loosened, and does not publish it", async () => {
  open("#/rules/bail-overrun");
  await says("按本单位的规则判得不同");
  expect(labelled("怎么办（先写动作，每句 40 字内）").disabled).toBe(true);
  await type(amount(), "24");
  await says(
    "云岭县公安局：bail-overrun（取保候审超过十二个月未解除）期限（limit）：这是红线规则，下级不能放宽",
  );
  open("#/publish");
  await says("改的是云岭县公安局这一层");
  await says("有规则没有通过检查");
  await type(one<HTMLInputElement>('[name="reason"]'), "试");
  expect(one<HTMLButtonElement>("button", "发布").disabled).toBe(true);
});

it("goes back to the rule above, and hands it in as the change", async () => {
  open("#/rules/bail-overrun");
  await says("恢复上级的规则");
  await press("恢复上级的规则");
  await says("改动 2 处");
  expect(amount().value).toBe("12");
  await publish("按国家规定");
  expect(sent()?.rules).toEqual([bail]);
  expect(sent()?.statutes).toBeUndefined();
});

it("fills in a template: three lines and it goes live, with its local text declared", async () => {
  open("#/rules/arrival-late");
  await says("需要填写本地的期限和条文");
  expect(one(".local-values h3").textContent).toContain("待填");
  await type(labelled("本地文件全称"), "云岭县接处警规定");
  await type(labelled("施行日期（如 2025-02-01）"), "2025年");
  await says("按“年-月-日”填写");
  await type(labelled("施行日期（如 2025-02-01）"), "2025-02-01");
  expect(one<Control>(".switch select").value).toBe("draft");
  await type(labelled("第几条"), "9");
  await vi.waitFor(() => expect(one<Control>(".switch select").value).toBe("live"));
  expect(one(".local-values h3").textContent).toContain("已填");
  await publish("县局规定");
  const { needs: _, ...ready } = template;
  const basis = [{ statute: "云岭县接处警规定", edition: "2025-02-01", article: "9" }];
  expect(sent()?.rules).toEqual([{ ...ready, status: "live", basis }]);
  expect(sent()?.statutes).toEqual([
    {
      title: "云岭县接处警规定",
      short: "云岭县接处警规定",
      editions: [{ edition: "2025-02-01", from: "2025-02-01", label: "2025" }],
    },
  ]);
});

it("forgets local values that were all taken out again", async () => {
  open("#/rules/arrival-late");
  await says("没有改动");
  await type(labelled("本地文件全称"), "云岭县接处警规定");
  await says("改动");
  await type(labelled("本地文件全称"), "");
  await says("没有改动");
});

it("shows the checklists to read, and who keeps them", async () => {
  open("#/checklists/interview");
  await says("清单由发布规则包的单位统一维护");
  expect(document.querySelectorAll('[name="say"]')).toHaveLength(0);
});

it("switches a rule that is no red line off, as the only change of it", async () => {
  service.sources = { ...service.sources, rules: [serious] };
  open("#/rules/answer-late");
  await says("没有改动");
  await choose(one<Control>(".switch select"), "retired");
  await publish("另有系统提醒");
  expect(sent()?.rules).toEqual([{ ...serious, status: "retired" }]);
});
