// Several cases in one browser stay apart: in tabs, in frames, on the way back, and when another officer signs in.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { Overlay } from "../run/overlay.ts";
import { askBackground, findingsOf, signInBrowser, status, until } from "../run/steps.ts";
import { box, documentOf, type Served, servePages } from "./page-server.ts";
import { raise, type Stage } from "./stage.ts";
import { remembered, stored } from "./tab-sight.ts";

const RULE = "interview-single-officer";
const SAID = "已与沈木兰家属核实";

const A = { number: "A9901045200002026119001", name: "沈木兰", id: "990101199001010011", cause: "盗窃" };
const B = { number: "A9901045200002026119002", name: "卓云帆", id: "990101199203040055", cause: "诈骗" };
type Case = typeof A;
const CASES: Readonly<Record<string, Case>> = { A, B };

const FORM = readFileSync(join(import.meta.dirname, "hostile", "form.html"), "utf8");
const person = ({ name, id }: Case): string =>
  `<fieldset><legend>涉案人员</legend>${box("姓名", name)}${box("性别", "男")}${box("证件号码", id)}</fieldset>`;
const head = ({ number, cause }: Case): string =>
  `<form>${box("案件编号", number)}${box("案由", cause)}</form>`;
const whole = (one: Case): string =>
  documentOf(
    `${FORM.replace("{{number}}", one.number).replace(">盗窃<", `>${one.cause}<`).replace("广场盗窃案", `广场${one.cause}案`)}${person(one)}`,
    "讯问笔录",
  );
const asked = (url: URL): Case => CASES[url.search.slice(1)] ?? A;
const SET = `<!doctype html><meta charset="utf-8"><frameset rows="120,*"><frame name="head" src="/head?A"><frame name="rest" src="/rest?A"></frameset>`;

let stage: Stage;
let served: Served;
let desk: Page;

test.beforeAll(async () => {
  served = await servePages({
    "/case": (url) => whole(asked(url)),
    "/two": documentOf(
      '<iframe src="/case?A" width="600" height="700"></iframe><iframe src="/case?B" width="600" height="700"></iframe>',
    ),
    "/set": SET,
    "/head": (url) => documentOf(head(asked(url))),
    "/rest": (url) => documentOf(person(asked(url))),
    "/new": (url) => documentOf(person(asked(url)), "新增人员"),
  });
  stage = await raise({ keepPages: true });
  desk = await signInBrowser(stage.browser, stage.worker.url, stage.people.officer);
});
test.afterAll(async () => {
  await stage.end();
  await served.close();
});

const open = async (path: string): Promise<{ page: Page; overlay: Overlay }> => {
  const page = await stage.browser.context.newPage();
  await page.goto(`${served.url}${path}`);
  return { page, overlay: new Overlay(page) };
};

/** Facts of this case are remembered, and none that only the other one has. */
async function apart(one: Case, other: Case): Promise<void> {
  await until(`${one.name} is remembered`, async () =>
    (await remembered(desk, one.number)).includes(`name=${one.name}`),
  );
  const facts = await remembered(desk, one.number);
  expect(facts).toContain(`idNumber=${one.id}`);
  for (const foreign of [other.number, other.name, other.id, other.cause])
    expect(facts.filter((fact) => fact.includes(foreign))).toEqual([]);
}

/** The panel of the page speaks of this case and shows no value of the other. */
async function speaksOf(overlay: Overlay, one: Case, other: Case): Promise<void> {
  await overlay.click(".edge");
  await overlay.wait(".panel", one.number);
  await overlay.click("button", "展开").catch(() => undefined);
  const text = await overlay.text();
  for (const foreign of [other.number, other.name, other.id, other.cause])
    expect(text).not.toContain(foreign);
  await overlay.click(".head button", "收起");
}

test("two cases in two tabs, then in two frames of one page: each has its own facts and findings only", async () => {
  const first = await open("/case?A");
  const second = await open("/case?B");
  await apart(A, B);
  await apart(B, A);
  await speaksOf(first.overlay, A, B);
  await speaksOf(second.overlay, B, A);
  const both = await open("/two");
  await both.overlay.wait(".edge");
  await both.page.waitForTimeout(1_000);
  await apart(A, B);
  await apart(B, A);
  await both.overlay.click(".edge");
  const shown = (await both.overlay.wait(".panel", "A99010452000020261190")).text.includes(A.number)
    ? [A, B]
    : [B, A];
  await both.overlay.click(".head button", "收起");
  await speaksOf(both.overlay, shown[0]!, shown[1]!);
  await both.page.close();
  // One person mended in one of them: the other case stays breached.
  await second.page.locator("#askers").fill("陈立、周岩");
  await until("the second case is met", async () =>
    (await findingsOf(desk, B.number)).some((f) => f.rule === RULE && f.verdict === "met"),
  );
  expect((await findingsOf(desk, A.number)).find((f) => f.rule === RULE)?.verdict).toBe("breached");
  await first.page.close();
  await second.page.close();
});

test("a head that turns to another case before or after the frame beside it takes nothing of it along", async () => {
  const { page } = await open("/set");
  await apart(A, B);
  for (const [name, next, other] of [
    ["head", "B", "rest"],
    ["rest", "A", "head"],
  ] as const) {
    // Whoever reads a page stays longer on it than its frames take to come up.
    await page.waitForTimeout(2_500);
    await page.frame({ name })!.goto(`${served.url}/${name}?${next}`);
    await page.waitForTimeout(700);
    await page.frame({ name: other })!.goto(`${served.url}/${other}?${next}`);
    await page.waitForTimeout(700);
    await apart(A, B);
    await apart(B, A);
  }
  await page.close();
});

test("from one case to another and back, kept alive by the browser or not: the state is that of the case shown", async () => {
  const { page, overlay } = await open("/case?A");
  await overlay.wait(".edge", "1 项违反");
  await page.evaluate(() => {
    addEventListener("pageshow", (event) => {
      document.title = `kept ${event.persisted}`;
    });
  });
  await page.goto(`${served.url}/case?B`);
  await page.locator("#askers").fill("陈立、周岩");
  await overlay.gone(".edge", "违反");
  await speaksOf(overlay, B, A);
  await page.goBack({ waitUntil: "commit" });
  await overlay.wait(".edge", "1 项违反");
  await speaksOf(overlay, A, B);
  expect(await page.title()).toBe("kept true");
  // It is read along again: the line to the background is a new one.
  await page.locator("#askers").fill("陈立、周岩");
  await overlay.gone(".edge", "违反");
  await page.locator("#askers").fill("陈立");
  await overlay.wait(".edge", "1 项违反");
  await page.goForward({ waitUntil: "commit" });
  await overlay.wait(".edge");
  await speaksOf(overlay, B, A);
  await apart(A, B);
  await apart(B, A);
  await page.close();
});

test("an unsaved form has nothing of the unsaved form that stood in its tab before", async () => {
  const { page } = await open("/new?A");
  const known = async (): Promise<string> =>
    JSON.stringify((await status(desk)).cases.filter(({ key }) => key.startsWith("tab:")));
  await until("the draft is judged", async () => (await known()) !== "[]");
  await page.goto(`${served.url}/new?B`);
  await page.waitForTimeout(1_200);
  const all = (await status(desk)).cases.filter(({ key }) => key.startsWith("tab:"));
  expect(all).toHaveLength(1);
  const persons = new Set(
    all.flatMap(({ findings }) => findings.map(({ on }) => on)).filter((on) => on.startsWith("persons/")),
  );
  expect(persons.size).toBe(1);
  await page.close();
  await until("the draft ends with its tab", async () => (await known()) === "[]");
});

test("what is answered in one tab of a case shows in its other tab", async () => {
  const first = await open("/case?A");
  const second = await open("/case?A");
  await second.overlay.click(".edge", "1 项违反");
  await second.overlay.wait(".card", "民警不足二人");
  expect(await second.overlay.see(".card", "已签收")).toEqual([]);
  await first.overlay.click(".edge", "1 项违反");
  await first.overlay.click("button", "展开");
  await first.overlay.click("button", "签收");
  await second.overlay.wait(".card", "已签收");
  await first.page.close();
  await second.page.close();
});

test("sign-out forgets the officer and the cases; who signs in next sees nothing of them", async () => {
  const { page, overlay } = await open("/case?A");
  await overlay.wait(".edge", "1 项违反");
  const { key } = (await status(desk)).cases.find((one) => one.key.endsWith(A.number))!;
  const finding = (await findingsOf(desk, A.number)).find((f) => f.rule === RULE)!;
  const answer = { caseKey: key, finding: finding.key, rule: RULE, on: finding.on };
  await askBackground(desk, "answer", {
    ...answer,
    kind: "explained",
    said: SAID,
    until: Date.now() + 60_000,
  });
  await overlay.click(".edge");
  await overlay.wait(".card", "已说明");
  await until("everything is sent", async () => (await status(desk)).waiting === 0);
  const before = await stored(desk);
  for (const there of [A.name, A.id, SAID, "chenli"]) expect(before).toContain(there);

  await askBackground(desk, "sign-out");
  await overlay.wait(".notice", "还没有登录");
  await overlay.wait(".panel", A.number);
  expect(await overlay.see(".card", "已说明")).toEqual([]);
  await page.waitForTimeout(800);
  const after = await stored(desk);
  for (const gone of [A.name, A.id, B.name, B.id, SAID, "chenli", "037215", "陈立"])
    expect(after).not.toContain(gone);
  // Of a case whose page is closed nothing is left at all.
  expect((await status(desk)).cases.map((one) => one.key.slice(-4))).toEqual([A.number.slice(-4)]);

  await askBackground(desk, "sign-in", {
    account: stage.people.leader.account,
    password: stage.people.leader.password,
  });
  await overlay.wait(".panel", "民警不足二人");
  await overlay.gone(".notice", "还没有登录");
  expect(await overlay.see(".card", "已说明")).toEqual([]);
  expect(await stored(desk)).not.toContain(SAID);
  // The first one back at the desk: what was answered counts, the words are with the unit.
  await askBackground(desk, "sign-out");
  await askBackground(desk, "sign-in", {
    account: stage.people.officer.account,
    password: stage.people.officer.password,
  });
  await overlay.wait(".card", "已说明");
  await page.close();
});
