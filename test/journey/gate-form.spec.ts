// The gate on a form that has no case number yet: the reason is in the ledger before the submit, and of the case once the form is saved.
import { expect, test } from "@playwright/test";
import { api, makeMember, tokenOf } from "../run/people.ts";
import { askBackground, status, until } from "../run/steps.ts";
import { box, documentOf, type Served, servePages } from "./page-server.ts";
import { type Desk, picture, raiseDesk } from "./panel-desk.ts";

test.describe.configure({ mode: "serial" });

const NUMBER = "A9901045200002026119071";
const RULE = "interview-single-officer";
const TITLE = "询问讯问人员中民警不足二人";
const REASON = "受案前先行讯问，第二名民警十分钟后到场";

const AUDITOR = {
  account: "shenji",
  name: "沈稽",
  password: "correct horse 7a",
  roles: ["auditor"],
  unit: "root",
};

interface Entered {
  readonly kind: string;
  readonly caseKey: string;
  readonly body: Readonly<Record<string, unknown>>;
}
declare const window: Window & { sent: number };

/** The record of an interview; a number is given by the platform when it is saved. */
const form = (number: string): string =>
  documentOf(
    `<form>${number === "" ? "" : box("案件编号", number)}${box("案件类别", "刑事案件")}${box("案由", "盗窃")}</form><h2>${number === "" ? "新增讯问笔录" : "讯问笔录"}</h2>
<form id="form" style="max-width:640px">
${box("笔录类型", "讯问笔录")}${box("讯问人员", "陈立、郑浩（辅警）")}${box("记录人", "郑浩（辅警）")}
${box("讯问开始时间", "2026-11-20 09:00")}${box("讯问结束时间", "2026-11-20 10:00")}${box("讯问地点", "柳桥派出所")}
<button id="go" type="submit">提交审核</button></form>
<script>
  window.sent = 0;
  document.getElementById("form").addEventListener("submit", (event) => {
    event.preventDefault();
    window.sent += 1;
    location.href = "/new/saved#/case/${NUMBER}/interview/i1";
  });
</script>`,
    "讯问笔录",
  );

let desk: Desk;
let served: Served;

test.beforeAll(async () => {
  served = await servePages({ "/new/form": form(""), "/new/saved": form(NUMBER) });
  desk = await raiseDesk();
  const { url } = desk.stage.worker;
  await makeMember(url, await tokenOf(url, desk.stage.people.admin), AUDITOR);
});
test.afterAll(async () => {
  await desk.stage.end();
  await served.close();
});

const submit = async (): Promise<void> => {
  const { host } = desk;
  const at = await host.locator("#go").boundingBox();
  if (at === null) throw new Error("the form shows no submit button");
  await host.mouse.click(at.x + at.width / 2, at.y + at.height / 2);
};

/** The reasons that the unit's ledger holds, as the audit duty takes it out. */
const reasons = async (said = REASON): Promise<Entered[]> => {
  const { url } = desk.stage.worker;
  const token = await tokenOf(url, AUDITOR);
  const path = "/v1/ledger-export?from=0";
  const { text } = await api<{ text: string }>(url, "GET", path, undefined, token);
  return text
    .split("\n")
    .filter((line) => line.includes(said))
    .map((line) => JSON.parse((JSON.parse(line) as { record: string }).record) as Entered);
};

test("the reason is with the unit though the form has no case yet, and tells nothing else of it", async () => {
  const { host, overlay, own } = desk;
  await host.goto(`${served.url}/new/form#/case/new/interview/0`);
  await overlay.wait(".shield");
  await submit();
  await overlay.wait(".gate", TITLE);
  await overlay.click(".gate .chip", "其他");
  await overlay.click(".gate textarea");
  await host.keyboard.insertText(REASON);
  await overlay.wait(".gate", "只对本表这一项");
  await picture(desk, "gate-form");
  await overlay.click(".gate button", "继续提交");
  await overlay.gone(".gate");
  await until("sent", async () => (await status(own)).waiting === 0 && (await status(own)).sent > 0);
  expect(await host.evaluate(() => window.sent)).toBe(0);
  await expect.poll(() => reasons()).toHaveLength(1);
});

test("saved, the case has the reason too, and its officer is not asked again", async () => {
  const { host, overlay } = desk;
  await submit();
  await host.waitForURL(/saved/);
  await overlay.wait(".marker", "违反");
  await until("of the case", async () => (await reasons()).length === 2);
  const [first, second] = await reasons();
  expect(first).toMatchObject({ kind: "explained", caseKey: "", body: { rule: RULE, on: "interviews" } });
  expect(second).toMatchObject({ kind: "explained", body: { rule: RULE, draft: first?.body["draft"] } });
  expect(second?.caseKey).toContain(NUMBER);
  expect(await overlay.see(".shield")).toEqual([]);
});

test("what is said while nobody is signed in is entered by who signs in next, marked as said before", async () => {
  const { host, overlay, own, stage } = desk;
  const said = "值班电脑尚未登录，先行提交";
  await askBackground(own, "sign-out");
  await host.goto("about:blank");
  await host.goto(`${served.url}/new/form#/case/new/interview/1`);
  await overlay.wait(".shield");
  await submit();
  await overlay.click(".gate .chip", "其他");
  await overlay.wait(".gate", "登录前");
  await overlay.click(".gate textarea");
  await host.keyboard.insertText(said);
  await picture(desk, "gate-unsigned");
  await overlay.click(".gate button", "继续提交");
  await overlay.gone(".gate");
  const { account, password } = stage.people.officer;
  await askBackground(own, "sign-in", { account, password });
  await expect.poll(() => reasons(said)).toHaveLength(1);
  const [entered] = await reasons(said);
  expect(entered).toMatchObject({ kind: "explained", caseKey: "", body: { rule: RULE, unsigned: true } });
});
