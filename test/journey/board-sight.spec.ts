// The board as a leader sees it: two counties with stations, one of which has never reported; photographed at two sizes, usable by axe's account.
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { api, makeMember, tokenOf } from "../run/people.ts";
import { signInBrowser, until } from "../run/steps.ts";
import { faultsOf, pictureOf } from "./console-look.ts";
import { raise, type Stage } from "./stage.ts";

const UNITS = [
  ["donghe", "东河分局", "root", "county"],
  ["beian", "北岸分局", "root", "county"],
  ["liuqiao", "东堤派出所", "donghe", "station"],
  ["yungang", "云港派出所", "donghe", "station"],
  ["nanhu", "南湖派出所", "beian", "station"],
  ["xincheng", "新城派出所", "beian", "station"],
] as const;
const SCREENS = join(import.meta.dirname, "../e2e/screens");
/** Calls of today by station; the last one has no browser yet. */
const CALLS = { liuqiao: 31, yungang: 24, nanhu: 18 } as const;

let stage: Stage;
let leader: Page;

test.describe.configure({ mode: "serial" });

const fact = (entity: string, id: string, field: string, value: string | number) => ({
  entity,
  id,
  field,
  state: "known",
  value,
  at: Date.now(),
  page: "case",
});

/** What a day of a station brings: calls, and now and then a man held too long. */
function entriesOf(unit: string, n: number) {
  const now = Date.now();
  return Array.from({ length: n }, (_, i) => {
    const number = `J99010000${unit.length}${String(i).padStart(4, "0")}`;
    const held = i % 9 === 0;
    const facts = [
      fact("incident", "", "number", number),
      fact("incident", "", "receivedAt", now - (i % 7 === 0 ? 30 : 1) * 3_600_000),
      ...(held
        ? [
            fact("measures", "m1", "kind", "刑事拘留"),
            fact("measures", "m1", "startedAt", now - 26 * 3_600_000),
            { ...fact("measures", "m1", "sentToHouseAt", 0), state: "absent", value: undefined },
            { ...fact("measures", "m1", "endedAt", 0), state: "absent", value: undefined },
          ]
        : []),
    ];
    const body = { kind: "facts", facts, complete: [] };
    return { seq: i + 1, at: new Date(now).toISOString(), caseKey: `新警综:${unit}${number}`, body };
  });
}

test.beforeAll(async () => {
  stage = await raise();
  const { url } = stage.worker;
  const token = await tokenOf(url, stage.people.admin);
  for (const [id, name, parent, level] of UNITS)
    await api(url, "POST", "/v1/units", { id, name, parent, level }, token);
  for (const [unit, n] of Object.entries(CALLS)) {
    const person = {
      account: `jing-${unit}`,
      password: "correct horse 7a",
      name: "李某某",
      roles: ["officer"],
      unit,
    };
    await makeMember(url, token, person);
    const mine = await tokenOf(url, person, `device-${unit}`);
    await api(url, "POST", "/v1/sync", { device: `device-${unit}`, entries: entriesOf(unit, n) }, mine);
  }
  await api(url, "POST", "/v1/rollup/children", { id: "nanhe", name: "南河县公安局" }, token);
  leader = await signInBrowser(stage.browser, url, stage.people.leader);
  const day = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  const mine = await tokenOf(url, stage.people.leader);
  await until("the numbers have climbed", async () => {
    const from = new Date(Date.now() - 40 * 3_600_000).toISOString().slice(0, 10);
    const path = `/v1/rollup?from=${from}&to=${day}`;
    const { total } = await api<{ total: { incidents?: number } }>(url, "GET", path, undefined, mine);
    return total.incidents === 73;
  });
  await leader.goto(`${await stage.browser.own("/console.html")}#/board`);
});
test.afterAll(() => stage.end());

const picture = async (name: string): Promise<void> => {
  expect(await pictureOf(leader, name), `${name} is wider than the window`).toEqual([]);
  expect(await faultsOf(leader), name).toEqual([]);
};

test("the leader sees the week by county, and which unit has never reported", async () => {
  await leader.getByRole("button", { name: "七天" }).click();
  await expect(
    leader
      .getByRole("row", { name: /东河分局/ })
      .getByRole("cell")
      .first(),
  ).toHaveText("55");
  await expect(leader.getByRole("row", { name: /南河县公安局/ })).toContainText("从未上报");
  await expect(leader.getByRole("row", { name: /北岸分局/ })).toContainText("下级 1 个没有上报");
  await picture("board-top");
});

test("and goes down to the stations of one", async () => {
  await leader.getByRole("link", { name: "北岸分局" }).click();
  await leader.getByRole("button", { name: "七天" }).click();
  await expect(leader.getByRole("row", { name: /新城派出所/ })).toContainText("—");
  await expect(
    leader
      .getByRole("row", { name: /南湖派出所/ })
      .getByRole("cell")
      .first(),
  ).toHaveText("18");
  await picture("board-county");
});

test("a bulletin of the month is a document: the unit's and the month's name, units in order, who is missing", async () => {
  await leader.goto(`${await stage.browser.own("/console.html")}#/board`);
  await leader.reload();
  await leader.getByRole("button", { name: "通报" }).click();
  await leader.getByRole("button", { name: "月通报" }).click();
  await expect(leader.getByRole("heading", { name: "柳桥派出所执法监督月通报" })).toBeVisible();
  await expect(leader.getByText("南河县公安局 从未上报")).toBeVisible();
  await picture("board-bulletin");
  await leader.emulateMedia({ media: "print" });
  await leader.setViewportSize({ width: 794, height: 1123 });
  await leader.screenshot({ path: join(SCREENS, "board-bulletin-paper.png"), fullPage: true });
  await expect(leader.getByRole("button", { name: "返回指标" })).toBeHidden();
  await leader.emulateMedia({ media: "screen" });
});
