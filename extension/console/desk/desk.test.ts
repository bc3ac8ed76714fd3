// The desk as it is used: order, filters, search, opening a case, signing; 200 matters are there at once.
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Reply } from "../../../shared/api/contract.ts";
import { chromeOf, type Edge, edgeFor } from "../sample/background.ts";
import { close, open, press, shown, type } from "../sample/draw.ts";
import { samplePack } from "../sample/rule.ts";

const HOUR = 3_600_000;
const NOW = Date.now();
const A = "警综平台:A990100";
const B = "警综平台:A990200";
let edge: Edge;
let desk: Reply<"desk">;

const finding = (rule: string, part: object): Reply<"desk">["findings"][number] => ({
  caseKey: A,
  rule,
  on: "measures/9d1c000000000001",
  verdict: "due",
  colour: "blue",
  missing: [],
  key: rule,
  ...part,
});

beforeEach(() => {
  localStorage.clear();
  edge = edgeFor("officer");
  const one = { platform: "警综平台", by: "m9", byName: "林知秋", mine: true };
  desk = {
    at: NOW,
    cases: [
      { ...one, key: A, number: "A990100", what: "盗窃" },
      { ...one, key: B, number: "A990200" },
    ],
    findings: [
      finding("soon", { colour: "orange", due: NOW + 42 * 60_000 }),
      finding("bail-overrun", { verdict: "breached", colour: "red", due: NOW - 12 * 24 * HOUR }),
      finding("later", { caseKey: B, due: NOW + 90 * HOUR, answered: "signed" }),
    ],
    unchecked: [{ caseKey: B, count: 6, missing: ["measures/x.endedAt"] }],
    notes: [
      {
        id: "n1",
        caseKey: B,
        kind: "问题",
        said: "去向没有问清",
        anchor: { page: "measures", url: "/", frame: "", css: "#x" },
        by: "m2",
        byName: "周岩",
        at: new Date(NOW - HOUR).toISOString(),
        state: "open",
        replies: [],
        due: new Date(NOW + 2 * HOUR).toISOString(),
      },
    ],
    day: [
      { caseKey: A, at: NOW, is: "incident", what: "纠纷", gaps: [], unread: [] },
      { caseKey: B, at: NOW, is: "incident", what: "盗窃", gaps: ["feedback"], unread: [] },
    ],
    rules: [],
  };
  edge.routes.desk = () => desk;
  edge.routes.items = () => ({ items: [], now: NOW });
  edge.routes.reminders = () => ({ reminders: [] });
  edge.routes.record = () => ({ corrections: [], found: [], items: [], at: NOW });
  edge.routes.objections = () => ({ objections: [] });
  edge.routes.pack = () => ({
    pack: { body: JSON.stringify(samplePack()), key: "", signature: "", hash: "" },
  });
  vi.stubGlobal("chrome", chromeOf(edge));
});
afterEach(close);

const rows = (): (string | undefined)[] =>
  [...document.querySelectorAll(".matter b")].map(({ textContent }) => textContent ?? undefined);

it("begins with what is gravest and soonest, in words, with the day's clearing", async () => {
  open("#/");
  await vi.waitFor(() =>
    expect(rows()).toEqual([
      "取保候审超过十二个月未解除",
      "soon",
      "问题：去向没有问清",
      "later",
      "6 项没有检查",
    ]),
  );
  expect(shown()).toContain("超 12 天");
  expect(shown()).toContain("剩 42 分钟");
  expect(shown()).toContain("没有读到“强制措施 → 解除时间”");
  expect(shown()).toContain("已清 1 / 2 起");
  expect(shown()).toContain("24:00 前还需清 1 起");
  expect(shown()).toContain("未反馈");
});

it("filters with counts, and finds by case number", async () => {
  open("#/desk");
  await vi.waitFor(() => expect(rows()).toHaveLength(5));
  await press("待办 1");
  expect(rows()).toEqual(["取保候审超过十二个月未解除"]);
  await press("临期 2");
  expect(rows()).toEqual(["soon", "later"]);
  await press("待签收 2");
  expect(rows()).toEqual(["取保候审超过十二个月未解除", "soon"]);
  await press("全部 5");
  const search = document.querySelector<HTMLInputElement>('input[type="search"]');
  await type(search!, "a9902 00");
  expect(rows()).toEqual(["问题：去向没有问清", "later", "6 项没有检查"]);
  await type(search!, "zzz");
  expect(shown()).toContain("没有符合条件的事项");
});

it("opens the case on its platform by one click, and says when it cannot", async () => {
  const asked: unknown[] = [];
  edge.requests["open-case"] = (input) => {
    asked.push(input);
    return asked.length === 1
      ? { ok: true, value: "opened" }
      : { ok: false, code: "not-found", message: "这台浏览器还没有打开过“警综平台”" };
  };
  open("#/desk");
  await vi.waitFor(() => expect(rows()).toHaveLength(5));
  const button = document.querySelector<HTMLButtonElement>(".matter-act button");
  button?.click();
  await vi.waitFor(() => expect(asked).toEqual([{ caseKey: A, number: "A990100", platform: "警综平台" }]));
  button?.click();
  await vi.waitFor(() => expect(shown()).toContain("还没有打开过“警综平台”"));
});

it("shows in place what a matter rests on and how to put it right", async () => {
  open("#/desk");
  await vi.waitFor(() => expect(shown()).toContain("取保候审超过十二个月未解除"));
  document.querySelector<HTMLButtonElement>(".matter-line")?.click();
  await vi.waitFor(() => expect(shown()).toContain("解除取保候审或者依法变更强制措施。"));
  expect(shown()).toContain("《刑事诉讼法》第79条");
  expect(shown()).toContain("主办林知秋");
});

it("signs a reminder that waits for the caller, and those of others not", async () => {
  const reminder = (id: string, rule: string, mine: boolean) => ({
    id,
    caseKey: A,
    rule,
    title: rule,
    on: "measures/9d1c000000000001",
    colour: "orange",
    due: NOW,
    at: NOW,
    channel: "notice",
    state: "listed",
    mine,
  });
  edge.routes.reminders = () => ({
    reminders: [reminder("r1", "soon", true), reminder("r2", "bail-overrun", false)],
  });
  const signed: string[] = [];
  edge.routes.signReminder = ({ params }) => {
    signed.push(`${params["key"]} ${params["id"]}`);
    return { reminder: reminder("r1", "soon", true) };
  };
  open("#/desk");
  await vi.waitFor(() => expect(rows()).toHaveLength(5));
  await vi.waitFor(() => expect(shown()).toContain("签收"));
  expect(
    [...document.querySelectorAll(".matter-act")].filter((e) => e.textContent?.includes("签收")),
  ).toHaveLength(1);
  await press("签收");
  await vi.waitFor(() => expect(signed).toEqual([`${A} r1`]));
});

it("says of a matter that a message went out and to whom it has climbed, whoever was told", async () => {
  const reminder = (id: string, part: object) => ({
    id,
    caseKey: A,
    rule: "bail-overrun",
    title: "x",
    on: "measures/9d1c000000000001",
    colour: "red",
    due: NOW,
    at: NOW - HOUR,
    channel: "sms",
    state: "sent",
    mine: false,
    ...part,
  });
  edge.routes.reminders = () => ({
    reminders: [
      reminder("r2", { at: NOW, tier: 2 }),
      reminder("r1", { colour: "orange", state: "lapsed" }),
      reminder("r3", { rule: "soon", colour: "orange", channel: "notice", state: "listed" }),
    ],
  });
  open("#/desk");
  await vi.waitFor(() => expect(rows()).toHaveLength(5));
  const told = (): (string | null)[] =>
    [...document.querySelectorAll(".matter .told")].map((each) => each.textContent);
  await vi.waitFor(() => expect(told()).toHaveLength(1));
  expect(told()[0]).toMatch(/^已发短信 .*\d\d:\d\d · 无人签收，已上报领导$/);
});

it("draws two hundred matters, each once", async () => {
  desk = {
    ...desk,
    findings: Array.from({ length: 200 }, (_, i) =>
      finding(`r${i}`, { colour: "orange", due: NOW + (200 - i) * HOUR }),
    ),
    unchecked: [],
    notes: [],
  };
  open("#/desk");
  await vi.waitFor(() => expect(rows()).toHaveLength(200));
  expect(rows()[0]).toBe("r199");
  expect(new Set(rows()).size).toBe(200);
});
