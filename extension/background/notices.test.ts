// Reminders of the unit as notifications: to whom, once, within quiet hours, never besides the browser's own, and where a click leads.
import "fake-indexeddb/auto";
import { beforeEach, expect, test, vi } from "vitest";
import type { Reminder } from "../../shared/api/shapes.ts";
import { REMINDING } from "../../shared/supervision/reminding.ts";

const at = (clock: string): number => Date.parse(`2030-03-04T${clock}+08:00`);
const NOON = at("12:00");
const reminder = (id: string, more: Partial<Reminder> = {}): Reminder => ({
  id,
  caseKey: "新警综:A9901",
  rule: "bail-overrun",
  title: "取保候审超期",
  on: "measures/m1",
  colour: "orange",
  due: NOON,
  at: NOON,
  channel: "notice",
  state: "listed",
  to: [{ member: "m1", channel: "notice", at: NOON }],
  tier: 0,
  unit: "cg",
  above: "east",
  ...more,
});

const create = vi.fn();
const clear = vi.fn();
const tab = vi.fn();
let local: Record<string, unknown>;
let click: (id: string) => void;
let desk = 0;
beforeEach(() => {
  vi.resetModules();
  for (const one of [create, clear, tab]) one.mockReset();
  desk += 1;
  local = {
    member: { id: "m1", name: "陈立", roles: ["officer"], unitName: "x" },
    packUnit: "cg",
    account: `chenli-${desk}`,
    reminding: REMINDING,
  };
  const area = {
    get: async (key: string) => ({ [key]: local[key] }),
    set: async (more: object) => void Object.assign(local, more),
    remove: async () => undefined,
  };
  vi.stubGlobal("chrome", {
    notifications: {
      create,
      clear,
      onClicked: { addListener: (listener: typeof click) => (click = listener) },
    },
    tabs: { create: tab, query: async () => [] },
    runtime: { getURL: (path: string) => `ext:${path}`, id: "x" },
    storage: { local: area, session: { ...area, get: async () => ({}) }, managed: area },
  });
});
const as = (...roles: string[]): void => {
  local["member"] = { id: "m9", name: "林知秋", roles, unitName: "x" };
};
const notices = async () => await import("./notices.ts");
const ids = (): string[] => create.mock.calls.map(([id]) => String(id));

test("shows once what is for this member, with case, matter and end", async () => {
  const { noticeReminders } = await notices();
  await noticeReminders([reminder("r1")], NOON);
  await noticeReminders(
    [reminder("r1"), reminder("r2", { to: [{ member: "m2", channel: "sms", at: NOON }] })],
    NOON,
  );
  expect(ids()).toEqual(["新警综:A9901|r1"]);
  expect(create.mock.calls[0]?.[1]).toMatchObject({
    title: "紧急 · 取保候审超期",
    message: "A9901 期限 3月4日 12:00",
  });
});

test.each<[string, Partial<Reminder>]>([
  ["listed only", { to: [{ member: "m1", channel: "list", at: NOON }] }],
  ["on the page", { to: [{ member: "m1", channel: "page", at: NOON }] }],
  ["beyond the budget", { to: [{ member: "m1", channel: "notice", held: "budget", at: NOON }] }],
  ["signed", { signed: { by: "m1", byName: "陈立", at: "" } }],
])("shows nothing of what is %s", async (_, more) => {
  const { noticeReminders } = await notices();
  await noticeReminders([reminder("r1", more)], NOON);
  expect(create).not.toHaveBeenCalled();
});

test("keeps quiet at night but for red", async () => {
  const { noticeReminders } = await notices();
  await noticeReminders([reminder("r1")], at("23:00"));
  expect(create).not.toHaveBeenCalled();
  await noticeReminders([reminder("r2", { colour: "red" })], at("23:00"));
  expect(ids()).toEqual(["新警综:A9901|r2"]);
});

test("what has climbed comes to the legal officer of the unit; leaders have it in their list", async () => {
  const { isWorthNotice } = await notices();
  const climbed = (tier: number) => reminder("r1", { colour: "red", tier });
  as("legal");
  expect(await Promise.all([0, 1, 2].map((tier) => isWorthNotice(climbed(tier), NOON)))).toEqual([
    false,
    true,
    false,
  ]);
  local["packUnit"] = "east";
  expect(await isWorthNotice(climbed(1), NOON)).toBe(false);
  as("leader");
  expect(await isWorthNotice(climbed(3), NOON)).toBe(false);
});

test("several at once come as one that opens the list", async () => {
  const { noticeReminders, listenToNotices } = await notices();
  listenToNotices();
  await noticeReminders(
    [1, 2, 3, 4].map((n) => reminder(`r${n}`, { on: `measures/m${n}` })),
    NOON,
  );
  expect(create.mock.calls.map(([id, { title }]) => [id, title])).toEqual([["|list", "有 4 条新提醒"]]);
  click("|list");
  await vi.waitFor(() => expect(tab).toHaveBeenCalledWith({ url: "ext:/console.html#/health" }));
  expect(clear).toHaveBeenCalledWith("|list");
});

test("a click leads to the case; where its platform is not known, to what the unit knows of it", async () => {
  const { listenToNotices } = await notices();
  listenToNotices();
  click("新警综:A9901|r1");
  await vi.waitFor(() =>
    expect(tab).toHaveBeenCalledWith({
      url: `ext:/console.html#/cases/${encodeURIComponent("新警综:A9901")}`,
    }),
  );
});

test("nobody who is not signed in is told anything", async () => {
  const { noticeReminders } = await notices();
  local["member"] = undefined;
  await noticeReminders([reminder("r1", { colour: "red" })], NOON);
  expect(create).not.toHaveBeenCalled();
});
