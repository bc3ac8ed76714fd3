// The panel in each of its states on the real page: photographed at two sizes, and usable by everybody by axe-core's account.
import { expect, test } from "@playwright/test";
import { type Desk, faultsOf, picture, raiseDesk } from "./panel-desk.ts";

test.describe.configure({ mode: "serial" });

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
  for (const page of ["info", "measures", "property", "stays", "papers"]) {
    await desk.open(page);
    await desk.host.waitForTimeout(900);
  }
  await desk.panel("interview/b2");
  await look("panel-reminders");
  await desk.overlay.click("button", "展开");
  await look("panel-card");
  await desk.overlay.click("button", "说明");
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
