// The panel in each of its states on the real page: photographed at two sizes, and usable by everybody by axe-core's account.
import { expect, test } from "@playwright/test";
import { type Desk, faultsOf, picture, press, raiseDesk } from "./panel-desk.ts";

let desk: Desk;

test.beforeAll(async () => {
  desk = await raiseDesk();
});
test.afterAll(() => desk.stage.end());

/** Waits for the panel to come to rest, photographs it and asks axe. */
const look = async (name: string): Promise<void> => {
  await desk.host.waitForTimeout(300);
  await picture(desk, name);
  expect.soft(await faultsOf(desk), name).toEqual([]);
};

test("reminders, an open card, clocks, checklist and notes of a case", async () => {
  for (const page of ["incident", "filing", "info", "measures", "property", "stays", "papers", "dossier"]) {
    await desk.open(page);
    await desk.host.waitForTimeout(900);
  }
  await desk.panel("interview/b2");
  await look("panel-reminders");
  await desk.overlay.click("button", "展开");
  await look("panel-card");
  await press(desk, "button", "说明");
  await look("panel-explain");
  await desk.overlay.click("[role=tab]", "时限");
  await look("panel-clocks");
  await desk.overlay.click("[role=tab]", "清单");
  await look("panel-checklist");
  await desk.overlay.click("[role=tab]", "批注");
  await look("panel-notes");
});

test("the menus, the left side, paused, and a dark page", async () => {
  const { overlay } = desk;
  await overlay.click("[role=tab]", "提醒");
  await overlay.click("button", "更多");
  await look("panel-more");
  await overlay.click("[role=menuitem]", "换深浅色");
  await overlay.click("button", "移到左边");
  await look("panel-left-dark");
  await overlay.click("button", "更多");
  await overlay.click("[role=menuitem]", "换深浅色");
  await overlay.click("button", "移到右边");
  await overlay.click("button", "暂停");
  await overlay.wait("legend", "暂停多久");
  await look("panel-pause");
});

test("of several findings an open one leads to the next", async () => {
  const { overlay } = desk;
  await desk.panel("measures", "A9901045200002026060142");
  await overlay.click("button", "展开");
  await overlay.wait(".pager", "第 1 项，共");
  await overlay.click(".pager button", "下一项");
  await overlay.wait(".pager", "第 2 项，共");
  expect(await overlay.see(".card.open")).toHaveLength(1);
  await look("panel-next");
});

test("a running clock of the page itself, a clean page, and a page without a case", async () => {
  const { host, overlay, stage } = desk;
  await desk.panel("measures");
  await overlay.click("button", "展开");
  await overlay.wait(".working");
  await look("panel-clock-card");
  await overlay.click("[role=tab]", "时限");
  await look("panel-measures-clocks");
  await desk.panel("interview/b1", "A9901045200002026010006");
  await look("panel-clear");
  await host.goto("about:blank");
  await host.goto(`${stage.twin.url}/new/#/cases`);
  await overlay.wait("button", "第一粒扣");
  await host.waitForTimeout(1200);
  await overlay.click("button", "第一粒扣");
  await overlay.wait(".panel");
  await look("panel-no-case");
});
