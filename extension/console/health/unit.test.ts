// The pages about the unit: reminders and sending, people, and which pages a role sees.
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { pagesOf } from "../pages.ts";
import { placeOf } from "../route.ts";
import { bodies, chromeOf, type Edge, edgeFor, Refuse, status } from "../sample/background.ts";
import { close, key, labelled, one, open, press, shown, submit, type } from "../sample/draw.ts";

let edge: Edge;
const signInAs = (...roles: readonly string[]): void => {
  edge = edgeFor(...roles);
  vi.stubGlobal("chrome", chromeOf(edge));
};
beforeEach(() => {
  localStorage.clear();
  signInAs("admin");
});
afterEach(close);
const says = (text: string): Promise<void> => vi.waitFor(() => expect(shown()).toContain(text));

it("gives every role its pages, the administrator the rules first", () => {
  const ids = (...roles: readonly string[]): string =>
    pagesOf(roles)
      .map(({ id }) => id)
      .join(" ");
  const learn = "guides quiz manual traffic";
  expect(ids("officer")).toBe(
    `desk cases custody record items notes objections intake account health ${learn}`,
  );
  expect(ids("legal")).toBe(
    `desk cases custody board items notes objections rules checklists profiles publish statutes intake account health ${learn}`,
  );
  expect(ids("leader")).toBe(
    `desk cases custody board items notes objections publish people intake account health ${learn}`,
  );
  expect(ids("admin")).toBe(
    "rules checklists profiles publish statutes desk cases custody board objections people intake account health guides manual traffic",
  );
  expect(ids("auditor")).toBe(
    "desk cases custody board items people intake account health guides manual traffic",
  );
  expect(ids("security")).toBe("people account manual traffic");
  expect(ids("nobody")).toBe("");
});

it("reads a place from its hash, also a damaged one", () => {
  expect(placeOf("#/cases/%E8%AD%A6%E7%BB%BC%3AA1")).toEqual({ page: "cases", of: "警综:A1" });
  expect(placeOf("cases")).toEqual({ page: "cases" });
  expect(placeOf("#/cases/%E8")).toEqual({ page: "cases", of: "%E8" });
  expect(placeOf("")).toEqual({ page: "" });
});

it("refuses a page that the role does not have", async () => {
  signInAs("officer");
  open("#/people");
  await says("没有这个页面，或者您的角色看不到");
  expect(edge.asked.map(({ name }) => name)).not.toContain("members");
});

it("shows reminders by their end, what was sent, and what this browser still holds", async () => {
  const now = Date.now();
  const reminder = (id: string, due: number, colour: string) => ({
    id,
    caseKey: "警综平台:A1",
    rule: "bail-overrun",
    title: `事项 ${id}`,
    on: "measures/m1",
    colour,
    due,
    at: now,
    channel: "sms",
    state: "parked",
  });
  edge.routes.reminders = () => ({
    reminders: [reminder("b", now + 9e6, "blue"), reminder("a", now + 1e6, "red")],
  });
  edge.routes.outbox = () => ({ waiting: 1, sent: 4, parked: 2, lastError: "HTTP 502" });
  edge.requests.status = () => ({ ok: true, value: status });
  open("#/health");
  await says("事项 a");
  await says("HTTP 502");
  await says("签名不符");
  const rows = [...document.querySelectorAll("tbody strong")].map(({ textContent }) => textContent);
  expect(rows).toEqual(["事项 a", "事项 b"]);
  expect(shown()).toContain("短信，发送失败，已搁置");
  expect(shown()).toContain("已核对的回执9 条");
  expect(shown()).toContain("待上传3 条");
});

it("does not ask an officer's session for what only supervisors may see", async () => {
  signInAs("officer");
  edge.routes.reminders = () => ({ reminders: [] });
  edge.requests.status = () => ({ ok: true, value: status });
  open("#/health");
  await says("还没有提醒");
  expect(edge.asked.map(({ name }) => name)).not.toContain("outbox");
});

it("makes a member with roles, and says why when it cannot", async () => {
  edge.routes.members = () => ({ members: [] });
  edge.routes.units = () => ({ units: [{ id: "u1", name: "柳桥派出所", parent: null, level: "station" }] });
  edge.routes.createMember = () => {
    throw new Refuse("conflict", "账号 chenli 已有人使用");
  };
  open("#/people");
  await says("新建人员");
  await vi.waitFor(() => one("form"));
  await submit();
  expect(shown()).toContain("请填写姓名");
  await type(labelled("姓名"), "陈立");
  await type(labelled("账号"), " chenli ");
  await press("", 'input[value="officer"]');
  await submit();
  expect(shown()).toContain("至少选一个角色");
  await press("", 'input[value="legal"]');
  await submit();
  await says("账号 chenli 已有人使用");
  expect(shown()).toContain("换一个名称");
  expect(labelled("姓名").value).toBe("陈立");
  expect(bodies(edge, "createMember")).toEqual([
    { name: "陈立", account: "chenli", unit: "u1", roles: ["legal"] },
  ]);
});

it("lists the keys at ? and signs out", async () => {
  edge.routes.members = () => ({ members: [] });
  edge.routes.units = () => ({ units: [] });
  edge.routes.health = () => ({ ok: true, now: 0, started: true, version: "0" });
  edge.requests["sign-out"] = () => ({
    ok: true,
    value: {
      server: "http://127.0.0.1:8787",
      managed: false,
      connection: "signed-out",
      pack: { revision: 7, label: "x" },
    },
  });
  open("#/people");
  await says("新建人员");
  await key("?");
  await vi.waitFor(() => one("dialog"));
  expect(one("dialog").textContent).toContain("返回列表");
  await press("退出");
  await vi.waitFor(() => one("h1", "登录"));
});
