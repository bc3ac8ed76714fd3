// Workbooks as offices send them: each of the seven systems and supervision items, wrong rows told, right ones brought in whole.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import writeExcel from "write-excel-file/universal";
import { columnsOf } from "../../shared/intake/columns.ts";
import type { IntakeKind } from "../../shared/intake/kind.ts";
import { INTAKE_KINDS } from "../../shared/intake/kinds.ts";
import { sampleRow } from "../../shared/intake/sample.ts";
import { api, tokenOf } from "../run/people.ts";
import { signInBrowser } from "../run/steps.ts";
import { raise, type Stage } from "./stage.ts";

const SCREENS = join(import.meta.dirname, "../e2e/screens");
let stage: Stage;
let page: Page;

test.describe.configure({ mode: "serial" });

test.beforeAll(async () => {
  mkdirSync(SCREENS, { recursive: true });
  stage = await raise();
  page = await signInBrowser(stage.browser, stage.worker.url, stage.people.legal);
});
test.afterAll(() => stage.end());

const picture = async (name: string): Promise<void> => {
  for (const [width, height] of [
    [1280, 720],
    [1920, 1080],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.waitForTimeout(200);
    await page.screenshot({ path: join(SCREENS, `${name}-${width}.png`), fullPage: true });
  }
};

/** A cell of a workbook: instants are dates of the sheet, as Excel keeps what a person types. */
const cellOf = (text: string) =>
  /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/.test(text)
    ? { value: new Date(`${text.replace(" ", "T")}:00Z`), type: Date, format: "yyyy-mm-dd hh:mm" }
    : { value: text, type: String };

async function give(name: string, rows: readonly (readonly string[])[]): Promise<void> {
  const blob = await writeExcel(
    [{ sheet: "表", data: rows.map((row) => row.map((text) => (text === "" ? null : cellOf(text)))) }],
    {},
  ).toBlob();
  await page.locator('input[type="file"]').setInputFiles({
    name,
    mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    buffer: Buffer.from(await blob.arrayBuffer()),
  });
}

const NUMBER = "990101199003070011";
/** The columns of a kind in another order than ours, with a column of names that must stay here. */
function sheetOf(kind: IntakeKind, wrong: boolean): readonly (readonly string[])[] {
  const columns = [...columnsOf(kind)].reverse();
  const sample = [...sampleRow(kind, Date.now() - 60_000)].reverse();
  const head = ["姓名", ...columns.map(({ label, required }) => (required ? `${label}*` : label))];
  const rowOf = (more: Readonly<Record<string, string>>): string[] => [
    "韩某某",
    ...columns.map(({ key }, i) => more[key] ?? sample[i] ?? ""),
  ];
  const identity = kind.identity === "key" ? "key" : kind.identity;
  const first = rowOf(columns.some(({ key }) => key === "idNumber") ? { person: "", idNumber: NUMBER } : {});
  const second = rowOf({ [identity]: "Z990100002" });
  return wrong ? [head, first, rowOf({ at: "昨天上午吧" }), second] : [head, first, second];
}

for (const kind of INTAKE_KINDS)
  test(`a workbook of ${kind.label}: one wrong row brings in nothing, mended it comes in whole, once`, async () => {
    await page.goto(`${await stage.browser.own("/console.html")}#/intake`);
    await page.reload();
    await page.getByRole("tab", { name: "从表格导入" }).click();
    await page.getByLabel("哪个系统的数据").selectOption(kind.id);
    const token = await tokenOf(stage.worker.url, stage.people.legal);
    const batches = async () =>
      (await api<{ lines: { kind: string }[] }>(stage.worker.url, "GET", "/v1/intake-log", undefined, token))
        .lines.length;
    const before = await batches();
    await give(`${kind.label}.xlsx`, sheetOf(kind, true));
    await page.getByText("1 行不对").waitFor();
    await expect(page.locator("table.table tbody tr")).toHaveCount(1);
    await expect(page.locator("table.table tbody tr td").first()).toHaveText("3");
    await expect(page.getByText("不上传的列：姓名")).toBeVisible();
    if (kind.id === "venue") await picture("bring-wrong");
    await expect(page.getByRole("button", { name: /^导入 \d/ })).toHaveCount(0);
    expect(await batches()).toBe(before);
    await give(`${kind.label}.xlsx`, sheetOf(kind, false));
    await page.getByText("2 行都可以导入").waitFor();
    if (kind.id === "venue") await picture("bring-right");
    await page.getByRole("button", { name: "导入 2 行" }).click();
    await page.getByText("已导入 2 行").first().waitFor();
    expect(await batches()).toBe(before + 1);
  });

test("neither name nor ID number of a workbook has left the browser", async () => {
  const token = await tokenOf(stage.worker.url, stage.people.legal);
  const { cases } = await api<{ cases: { key: string }[] }>(
    stage.worker.url,
    "GET",
    "/v1/cases",
    undefined,
    token,
  );
  expect(cases.length).toBeGreaterThan(0);
  for (const { key } of cases) {
    const path = `/v1/cases/${encodeURIComponent(key)}`;
    const view = JSON.stringify(await api(stage.worker.url, "GET", path, undefined, token));
    expect(view).not.toMatch(/韩某某|990101199003070011/);
  }
});

test("a workbook of supervision items: rows shown, cases and owners found, brought in whole, once", async () => {
  await page.goto(`${await stage.browser.own("/console.html")}#/items`);
  await page.reload();
  await page.getByRole("button", { name: "导入", exact: true }).click();
  const head = ["责任人", "事项*", "情况*", "警情编号", "核查期限"];
  const good = [
    "陈立",
    "报警称被打，处警结果写为纠纷调解",
    "与首次报警内容不符",
    "J9901202603010012",
    "2027-01-31",
  ];
  await give("事项.xlsx", [head, good, ["钱某某", "未告知权利", "", "", "月底"]]);
  await page.getByText("1 行不对").waitFor();
  for (const told of ["情况是必填的", "本单位没有这名责任人", "核查期限应当写成"])
    await expect(page.locator("table.table")).toContainText(told);
  await picture("items-bring-wrong");
  const second = ["", "未告知权利", "讯问笔录第一页没有权利义务告知", "", ""];
  await give("事项.xlsx", [head, good, second]);
  await page.getByText("2 行都可以导入").waitFor();
  await picture("items-bring-right");
  await page.getByRole("button", { name: "导入 2 件" }).click();
  await page.getByText("已导入 2 件").first().waitFor();
  await page.getByText("报警称被打，处警结果写为纠纷调解").first().waitFor();
  await page.getByRole("button", { name: "导入", exact: true }).click();
  await give("事项.xlsx", [head, good, second]);
  await page.getByRole("button", { name: "导入 2 件" }).click();
  await page.getByText("已导入 2 件").first().waitFor();
  await page.reload();
  await page.getByText("未告知权利").first().waitFor();
  await expect(page.getByText("报警称被打，处警结果写为纠纷调解")).toHaveCount(1);
});

test("workbooks of units and of members: wrong rows told, the right ones made, each member with a first password", async () => {
  const browser = await stage.another();
  page = await signInBrowser(browser, stage.worker.url, stage.people.admin);
  await page.goto(`${await browser.own("/console.html")}#/people`);
  await page.reload();
  await page.getByRole("tab", { name: "从表格导入" }).click();
  await page.getByLabel("导入什么").selectOption("units");
  const units = ["层级", "单位代码", "单位名称", "上级单位代码"];
  await give("单位.xlsx", [units, ["所队", "st1", "石桥派出所", "nowhere"]]);
  await page.getByText("1 行不对").waitFor();
  await give("单位.xlsx", [
    units,
    ["所队", "st1", "石桥派出所", "root"],
    ["所队", "st2", "云港派出所", "root"],
  ]);
  await page.getByText("2 行都可以导入").waitFor();
  await page.getByRole("button", { name: "导入 2 行" }).click();
  await page
    .getByText(/2 个单位/)
    .first()
    .waitFor();
  await page.getByLabel("导入什么").selectOption("members");
  const members = ["姓名", "账号", "单位", "警号", "手机", "角色"];
  await give("人员.xlsx", [
    members,
    ["李某某", "limou", "st1", "037777", "", "民警"],
    ["王某某", "limou", "st2", "", "", "巡警"],
  ]);
  await page.getByText("1 行不对").waitFor();
  await give("人员.xlsx", [members, ["李某某", "limou", "st1", "037777", "", "民警"]]);
  await page.getByText("1 行都可以导入").waitFor();
  await page.getByRole("button", { name: "导入 1 行" }).click();
  await page.getByText("初始口令").first().waitFor();
  await picture("people-bring");
});
