// The page of reminders and health: signing, what is mine, sending again, progress of a re-judging, leave cover, the unit's settings.
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { UnitHealth } from "../../../shared/api/routes/reminding.ts";
import type { Reminder } from "../../../shared/api/shapes.ts";
import { REMINDING } from "../../../shared/supervision/reminding.ts";
import { bodies, chromeOf, type Edge, edgeFor, Refuse, status } from "../sample/background.ts";
import { choose, close, labelled, one, open, press, shown, type } from "../sample/draw.ts";
import { deliveryOf } from "./delivery.ts";

const NOW = Date.now();
const reminder = (id: string, more: Partial<Reminder> = {}): Reminder => ({
  id,
  caseKey: "警综平台:A1",
  rule: "bail-overrun",
  title: `事项 ${id}`,
  on: "measures/m1",
  colour: "red",
  due: NOW,
  at: NOW,
  channel: "sms",
  state: "sent",
  tier: 0,
  ...more,
});
const health = (more: Partial<UnitHealth> = {}): UnitHealth => ({
  unit: "u1",
  unitName: "柳桥派出所",
  ok: true,
  entries: 12,
  judging: { revision: 3, cases: 230, left: 0, since: NOW },
  alarm: { next: null, late: 0, rings: 4, worst: 1500, mean: 300 },
  outbox: { queues: [], lastError: null },
  devices: { seen: 2, packs: [{ revision: 3, devices: 2 }], worstSkew: 61_000, skewed: 1 },
  ...more,
});

let edge: Edge;
const signInAs = (...roles: readonly string[]): void => {
  edge = edgeFor(...roles);
  edge.requests.status = () => ({ ok: true, value: status });
  edge.routes.reminders = () => ({ reminders: [] });
  edge.routes.outbox = () => ({ waiting: 0, sent: 0, parked: 0, lastError: null });
  edge.routes.drift = () => ({ items: [] });
  edge.routes.unitHealth = () => ({ units: [health()], at: NOW });
  edge.routes.covers = () => ({ covers: [], colleagues: [] });
  edge.routes.reminding = () => ({ reminding: REMINDING });
  vi.stubGlobal("chrome", chromeOf(edge));
};
beforeEach(() => {
  localStorage.clear();
  signInAs("leader");
});
afterEach(close);
const says = (text: string): Promise<void> => vi.waitFor(() => expect(shown()).toContain(text));
const card = (label: string): HTMLElement => one(`section[aria-label="${label}"]`);

it("says by which way each was told, and why not", () => {
  const way = (more: Partial<Reminder>) => deliveryOf(reminder("a", more));
  const to = (held?: "quiet" | "budget") => [
    { member: "m1", channel: "notice" as const, at: NOW, ...(held === undefined ? {} : { held }) },
  ];
  expect([
    way({ channel: "list", state: "listed" }),
    way({ channel: "page", state: "listed" }),
    way({ channel: "notice", state: "listed", to: to() }),
    way({ channel: "notice", state: "listed", to: to("quiet") }),
    way({ channel: "notice", state: "listed", to: to("budget") }),
    way({ state: "lapsed" }),
  ]).toEqual([
    "已列出",
    "页面",
    "通知",
    "通知，免打扰时段，到点再提醒",
    "通知，当日条数已满，仅列出",
    "短信，已改好或者已签收，没有再发",
  ]);
});

it("shows what is mine, how far it has climbed, and signs it", async () => {
  const signed = { by: "m9", byName: "林知秋", at: new Date(NOW).toISOString() };
  let all = [reminder("甲", { mine: true, tier: 2 }), reminder("乙"), reminder("丙", { signed, mine: true })];
  edge.routes.reminders = () => ({ reminders: all });
  edge.routes.signReminder = ({ params }) => {
    expect(params).toEqual({ key: "警综平台:A1", id: "甲" });
    all = all.map((each) => (each.id === "甲" ? { ...each, signed } : each));
    return { reminder: all[0] };
  };
  open("#/health");
  await says("事项 甲");
  expect(shown()).toContain("已上报领导");
  expect(shown()).toContain("没有签收");
  await press("签收");
  await vi.waitFor(() => expect(shown().match(/林知秋 今天/g)).toHaveLength(2));
  await press("给我的 2");
  expect(shown()).not.toContain("事项 乙");
});

it("says why a reminder was not signed", async () => {
  edge.routes.reminders = () => ({ reminders: [reminder("甲", { mine: true })] });
  edge.routes.signReminder = () => {
    throw new Refuse("ledger-damaged", "台账与检查点不符");
  };
  open("#/health");
  await says("事项 甲");
  await press("签收");
  await says("台账与检查点不符");
});

it("sends again what is parked", async () => {
  edge.routes.outbox = () => ({
    waiting: 0,
    sent: 4,
    parked: 2,
    lastError: "短信网关答复 502",
    queues: [{ kind: "sms", waiting: 0, sent: 4, parked: 2, lapsed: 1, oldest: NOW }],
  });
  edge.routes.retryOutbox = () => ({ again: 2 });
  open("#/health");
  await says("短信网关答复 502");
  expect(shown()).toContain("不再需要发1 条");
  await press("重新发送搁置的");
  await says("2 条重新进入发送");
});

it("follows a re-judging until it is done, and shows what is wrong", async () => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  let left = 130;
  edge.routes.unitHealth = () => ({
    units: [
      health({ judging: { revision: 3, cases: 230, left, since: NOW } }),
      health({
        unit: "u2",
        unitName: "河东派出所",
        ok: false,
        say: "这个单位的台账没有答复",
        judging: { revision: 0, cases: 0, left: 0, since: null },
      }),
    ],
    at: NOW,
  });
  open("#/health");
  await says("第 3 版，100 / 230 件");
  expect(card("单位运行情况").querySelector("progress")?.value).toBe(100);
  expect(card("单位运行情况").textContent).toContain("这个单位的台账没有答复");
  expect(card("单位运行情况").textContent).toContain("最大 61.0 秒，超过一分钟 1 台");
  left = 0;
  vi.advanceTimersByTime(3_000);
  await says("第 3 版，230 件全部完成");
  expect(card("单位运行情况").querySelector("progress")).toBeNull();
  vi.useRealTimers();
});

it("says and ends a leave cover", async () => {
  const covers = [
    {
      id: "v1",
      member: "m1",
      memberName: "陈立",
      cover: "m2",
      coverName: "周岩",
      since: NOW,
      until: NOW + 9e7,
    },
  ];
  edge.routes.covers = () => ({
    covers,
    colleagues: [
      { id: "m9", name: "林知秋" },
      { id: "m2", name: "周岩" },
    ],
  });
  edge.routes.setCover = () => ({ cover: covers[0] });
  edge.routes.endCover = ({ params }) => {
    expect(params).toEqual({ id: "v1" });
    return { ok: true };
  };
  open("#/health");
  await says("陈立，由周岩代办");
  const form = card("请假代办").querySelector("form");
  await choose(labelled("代办人"), "m2");
  await type(one<HTMLInputElement>('input[name="since"]'), "2026-11-25 08:30");
  form?.dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }));
  await says("按“年-月-日 时:分”填写");
  await type(one<HTMLInputElement>('input[name="until"]'), "2026-11-28 18:00");
  form?.dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }));
  await says("已登记代办");
  expect(bodies(edge, "setCover")).toEqual([
    {
      cover: "m2",
      since: Date.parse("2026-11-25T08:30+08:00"),
      until: Date.parse("2026-11-28T18:00+08:00"),
    },
  ]);
  await press("结束");
  await says("代办已结束");
});

it("changes how the unit reminds, and refuses what is none of it", async () => {
  edge.routes.setReminding = () => ({ reminding: REMINDING });
  open("#/health");
  await vi.waitFor(() => one('input[name="per-day"]'));
  const save = (): void => {
    card("提醒设置")
      .querySelector("form")
      ?.dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }));
  };
  const field = (name: string): HTMLInputElement => one<HTMLInputElement>(`input[name="${name}"]`);
  expect(field("quiet-from").value).toBe("22:00");
  await type(field("per-day"), "9");
  await type(field("quiet-until"), "");
  await type(field("grace-1"), "0");
  save();
  await says("1 至 8");
  expect(shown()).toContain("按“时:分”填写");
  expect(shown()).toContain("大于 0，最多 720");
  await type(field("per-day"), "5");
  await type(field("quiet-from"), "");
  await type(field("grace-1"), "0.5");
  await choose(labelled("短信起点"), "orange");
  save();
  await says("提醒设置已保存");
  expect(bodies(edge, "setReminding")).toEqual([
    { reminding: { quiet: null, perDay: 5, smsFrom: "orange", grace: [120, 30, 1440] } },
  ]);
});

it("shows an officer no settings and no health of units", async () => {
  signInAs("officer");
  open("#/health");
  await says("还没有提醒");
  await says("现在没有代办");
  const asked = edge.asked.map(({ name }) => name);
  for (const route of ["unitHealth", "outbox", "reminding"]) expect(asked).not.toContain(route);
});
