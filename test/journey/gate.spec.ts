// A hard gate that a county sets by two approvers: it holds its stations' submit, lets through by a stated exception exactly once by the officer's own click, and holds again when that has ended.
import { expect, type Page, test } from "@playwright/test";
import { Overlay } from "../run/overlay.ts";
import { type Account, api, makeMember, tokenOf } from "../run/people.ts";
import { signInBrowser, status, until } from "../run/steps.ts";
import { CASE, type Desk, faultsOf, picture } from "./panel-desk.ts";
import { pass } from "./service-clock.ts";
import { raise, type Stage } from "./stage.ts";

test.describe.configure({ mode: "serial" });

const RULE = "interview-single-officer";
const TITLE = "询问讯问人员中民警不足二人";
const REASON = "现场只有一名民警，另一名民警二十分钟后到场重新讯问";
const HOUR = 3_600_000;

const person = (account: string, name: string, unit: string, ...roles: string[]) => ({
  account,
  name,
  password: "correct horse 7a",
  roles,
  unit,
});
const county = person("guanmou", "管某某", "east", "admin");
const station = person("hanmou", "韩某某", "cg", "officer");

interface Draft {
  readonly id: string;
  readonly needed: number;
  readonly rules: readonly string[];
}
interface Line {
  readonly record: string;
  readonly said: string | null;
}
declare const window: Window & { pressed: boolean[] };

let stage: Stage;
let desk: Desk;
let own: Page;
let host: Page;
let overlay: Overlay;
/** Requests by which the platform stores what was submitted. */
let stored = 0;

test.beforeAll(async () => {
  stage = await raise();
  const { url } = stage.worker;
  const token = await tokenOf(url, stage.people.admin);
  for (const [id, name, parent, level] of [
    ["east", "云岭县公安局", "root", "county"],
    ["cg", "城关派出所", "east", "station"],
  ] as const)
    await api(url, "POST", "/v1/units", { id, name, parent, level }, token);
  for (const one of [county, station]) await makeMember(url, token, one);
  own = await signInBrowser(stage.browser, url, station);
  host = await stage.browser.context.newPage();
  overlay = new Overlay(host);
  host.on("request", (request) => {
    if (request.method() !== "GET" && request.url().includes("/new/api/")) stored += 1;
  });
  const none = async (): Promise<void> => {};
  desk = { stage, own, host, overlay, open: none, panel: none };
});
test.afterAll(() => stage.end());

/** Opens the record afresh and notes every click that reaches the platform's own submit button, and whether a hand made it. */
const open = async (): Promise<void> => {
  await host.goto("about:blank");
  await host.goto(`${stage.twin.url}/new/#/case/${CASE}/interview/b2`);
  await overlay.wait(".marker", "违反");
  await host.getByRole("button", { name: "提交审核" }).evaluate((button) => {
    window.pressed = [];
    button.addEventListener("click", (event) => window.pressed.push(event.isTrusted));
  });
};
const pressed = (): Promise<boolean[]> => host.evaluate(() => window.pressed);

/** Presses the submit button with the mouse, whatever lies over it. */
const submit = async (): Promise<void> => {
  const box = await host.getByRole("button", { name: "提交审核" }).boundingBox();
  if (box === null) throw new Error("the platform shows no submit button");
  await host.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
};

const approve = async (who: Account): Promise<{ state: string; revision?: number }> => {
  const { url } = stage.worker;
  const token = await tokenOf(url, who);
  const { drafts } = await api<{ drafts: Draft[] }>(url, "GET", "/v1/packs/drafts", undefined, token);
  expect(drafts).toMatchObject([{ needed: 2, rules: [RULE] }]);
  return api(url, "POST", `/v1/packs/drafts/${drafts[0]?.id}/approve`, {}, token);
};

test("published by the county it waits for two others; by one of them the gate is still a soft one", async () => {
  const { url } = stage.worker;
  const token = await tokenOf(url, county);
  const change = { rule: RULE, reason: "本局两次因此被退回补充侦查", tighten: { gate: "hard" } };
  const body = { base: 1, say: "本局规定", rules: [], checklists: [], changes: [change] };
  expect(await api(url, "POST", "/v1/packs", body, token)).toMatchObject({ state: "waiting", needed: 2 });
  expect(await approve(stage.people.legal)).toMatchObject({ state: "waiting" });
  await open();
  await overlay.wait(".shield");
  await submit();
  await overlay.wait(".gate .chip", "稍后补登");
  await host.waitForTimeout(1_000);
  expect((await status(own)).pack.revision).toBe(1);
  await overlay.click(".gate button", "回去处理");
  expect(await approve(stage.people.leader)).toEqual({ state: "published", revision: 2 });
  await until("the pack is here", async () => (await status(own)).pack.revision === 2);
});

test("it names its unit, the two who approved, and its end; without a line of reason nothing goes through", async () => {
  await open();
  await overlay.wait(".shield");
  await submit();
  await overlay.wait(".gate", TITLE);
  expect(await overlay.see(".gate .chip")).toEqual([]);
  const ground = (await overlay.see(".ground p")).map(({ text }) => text);
  expect(ground[0]).toBe("云岭县公安局设为提交前拦截");
  expect(ground[1]).toMatch(/^拦截由(林知秋、何川|何川、林知秋)批准$/);
  expect(ground.at(-1)).toMatch(/^例外到明天 \d\d:\d\d失效$/);
  await picture(desk, "gate-hard");
  expect.soft(await faultsOf(desk)).toEqual([]);
  await overlay.click(".gate .acts .second");
  await overlay.wait(".gate .hint");
  expect(await pressed()).toEqual([]);
  expect(stored).toBe(0);
  // Neither does the key on the button.
  await host.keyboard.press("Escape");
  await host.getByRole("button", { name: "提交审核" }).focus();
  await host.keyboard.press("Enter");
  await overlay.wait(".gate", TITLE);
  expect(await pressed()).toEqual([]);
  await host.keyboard.press("Escape");
  await overlay.gone(".gate");
});

test("after the exception the officer's own click reaches the platform's handler, once, and the ledger has the reason", async () => {
  const { url } = stage.worker;
  await submit();
  await overlay.wait(".gate", TITLE);
  await overlay.click(".gate textarea");
  await host.keyboard.type(REASON);
  await overlay.click(".gate .acts .second");
  await overlay.gone(".gate");
  await overlay.gone(".shield");
  expect(await pressed()).toEqual([]);
  expect(stored).toBe(0);
  await submit();
  await until("stored", async () => stored === 1);
  await host.waitForTimeout(500);
  expect(await pressed()).toEqual([true]);
  expect(stored).toBe(1);
  await until("sent", async () => (await status(own)).waiting === 0);
  const key = (await status(own)).cases.find((one) => one.key.endsWith(CASE))?.key ?? "";
  const token = await tokenOf(url, stage.people.leader);
  const path = `/v1/cases/${encodeURIComponent(key)}/ledger?unit=cg`;
  const { lines } = await api<{ lines: Line[] }>(url, "GET", path, undefined, token);
  const kept = lines.filter(({ said }) => said === REASON).map(({ record }) => JSON.parse(record));
  expect(kept).toMatchObject([{ kind: "explained", body: { rule: RULE } }]);
  const { until: end } = kept[0].body as { until: number };
  expect(Math.abs(end - Date.now() - 24 * HOUR)).toBeLessThan(5 * 60_000);
});

test("while it stands nothing is asked again; when it has ended the open page holds, and so does the page opened anew", async () => {
  await submit();
  await until("stored again", async () => stored === 2);
  expect(await overlay.see(".gate")).toEqual([]);
  const beside = await stage.browser.context.newPage();
  await beside.goto(host.url());
  const there = new Overlay(beside);
  await there.wait(".marker", "违反");
  await beside.waitForTimeout(1_200);
  expect(await there.see(".shield")).toEqual([]);
  await beside.close();
  // A day and an hour later, by the clock of the service, which is out of reach and so cannot set it right.
  await pass(stage, own, 25 * HOUR);
  await host.locator("textarea").last().pressSequentially("。");
  await overlay.wait(".shield");
  const before = (await pressed()).length;
  await submit();
  await overlay.wait(".gate", TITLE);
  expect((await pressed()).length).toBe(before);
  await open();
  await overlay.wait(".shield");
  await submit();
  await overlay.wait(".gate .ground", "云岭县公安局");
  expect(await pressed()).toEqual([]);
  expect(stored).toBe(2);
});
