// The panel where not all is well, or the screen is very large: what is known stays, nothing turns green, one sentence says what is the matter.
import { expect, test } from "@playwright/test";
import { askBackground, until } from "../run/steps.ts";
import { type Desk, faultsOf, picture, pictureAt, press, raiseDesk } from "./panel-desk.ts";

test.describe.configure({ mode: "serial" });

const OLD = "/old/index.jsp?AJBH=A9901045200002025120310&page=xwbl&ID=b1";

let desk: Desk;

test.beforeAll(async () => {
  desk = await raiseDesk();
});
test.afterAll(() => desk.stage.end());

const look = async (name: string): Promise<void> => {
  await desk.host.waitForTimeout(300);
  await picture(desk, name);
  expect.soft(await faultsOf(desk), name).toEqual([]);
};

/** Opens a page of the old platform with the panel. */
const openOld = async (path: string): Promise<void> => {
  const { host, overlay, stage } = desk;
  await host.goto("about:blank");
  await host.goto(`${stage.twin.url}${path}`);
  await overlay.wait("button", "项");
  await overlay.click("button", "第一粒扣");
  await overlay.wait("[role=tab]", "提醒");
};

test("on screens of 2560 and 3840 it keeps its measure, its place at the edge and its text at full size", async () => {
  const { host, overlay } = desk;
  await desk.panel("interview/b2");
  await overlay.click("button", "展开");
  await overlay.wait(".card-body");
  for (const [width, height] of [
    [2560, 1440],
    [3840, 2160],
  ] as const) {
    await host.setViewportSize({ width, height });
    await host.waitForTimeout(400);
    const panel = await overlay.wait(".panel");
    expect(panel.width).toBe(400);
    expect(Math.round(width - panel.x - panel.width)).toBe(12);
    expect(panel.y + panel.height).toBeLessThanOrEqual(height - 12);
    // All of it fits: nothing is scrolled on a screen this high.
    expect(
      await overlay.run<number>(
        "function () { const s = this.querySelector('.scroll'); return s.scrollHeight - s.clientHeight; }",
      ),
    ).toBeLessThanOrEqual(0);
    await pictureAt(desk, "panel-large", { width, height });
    expect.soft(await faultsOf(desk), `${width}`).toEqual([]);
  }
  await host.setViewportSize({ width: 1280, height: 800 });
  await overlay.click(".head button", "收起");
});

test("paused: one symbol, until when, why, and the way to end it", async () => {
  const { overlay, own } = desk;
  await desk.panel("interview/b2");
  await overlay.click("button", "暂停");
  await overlay.click(".menu .chip", "30 分钟");
  await overlay.click(".menu input:not([type=radio])");
  await desk.host.keyboard.type("正在演示平台操作");
  await overlay.click(".menu .primary", "暂停");
  await overlay.wait(".blank", "自动恢复");
  expect(await overlay.see(".marker")).toEqual([]);
  await look("panel-paused");
  await press(desk, "button", "现在恢复");
  await overlay.wait(".marker", "违反");
  expect((await askBackground<{ member?: object }>(own, "session")).member).toBeDefined();
});

test("a page that another officer uses: its findings are shown, it says whose page it is, no act is taken", async () => {
  const { overlay } = desk;
  await openOld(`${OLD}&as=037018`);
  await overlay.wait(".notice", "037018");
  await look("panel-other-officer");
  await overlay.click("button", "展开");
  await press(desk, ".card.open .acts button", "签收");
  await overlay.wait(".toast", "037018");
});

test("a page that has changed under us: which fields are no longer read, since when; grey, not green", async () => {
  const { host, overlay } = desk;
  await host.route(/bl_paper\.jsp/, async (route) => {
    const answer = await route.fetch();
    const html = await answer.text();
    const body = html.replaceAll("询问民警", "甲乙丙丁").replaceAll('name="XWR"', 'name="ZZZZ"');
    await route.fulfill({ response: answer, body });
  });
  // It is no chance when it happens three times.
  for (let view = 0; view < 3; view += 1) {
    await host.goto("about:blank");
    await host.goto(`${desk.stage.twin.url}${OLD}`);
    await overlay.wait("button", "第一粒扣");
    await host.waitForTimeout(5_500);
  }
  await overlay.click("button", "第一粒扣");
  await overlay.wait(".notice", "询问讯问人");
  await look("panel-drift");
  await host.unroute(/bl_paper\.jsp/);
});

test("offline while a page is open: the verdicts stay, and it says what waits here", async () => {
  const { overlay, stage, own } = desk;
  await desk.panel("interview/b2");
  await overlay.wait(".card", "民警不足二人");
  await stage.worker.stop();
  await overlay.click("button", "展开");
  await press(desk, ".card.open .acts button", "签收");
  await overlay.wait(".notice", "离线", 30_000);
  expect((await overlay.see(".card", "民警不足二人")).length).toBe(1);
  await press(desk, ".card.open button", "收起");
  await overlay.wait(".foot", "离线");
  await look("panel-offline");
  await stage.restart();
  await until(
    "sent on the return",
    async () => (await askBackground<{ waiting: number }>(own, "status")).waiting === 0,
    90_000,
  );
  await overlay.gone(".notice", "离线", 30_000);
});

test("the engine fails: nothing is called checked, the page goes on, and reading again brings it back", async () => {
  const { host, overlay, stage } = desk;
  const background = await stage.browser.background();
  await background.evaluate(() => {
    const { concat } = Array.prototype;
    // Only a whole judgement puts that many lists together.
    Array.prototype.concat = function (this: unknown[], ...lists: never[]) {
      if (lists.length > 60) throw new Error("crashed on purpose");
      return concat.apply(this, lists);
    };
    (globalThis as { mend?: () => void }).mend = () => {
      Array.prototype.concat = concat;
    };
  });
  await host.goto("about:blank");
  await host.goto(`${stage.twin.url}/new/#/case/A9901045200002026060142/measures`);
  await overlay.wait("button.edge", "没有检查");
  await overlay.click("button.edge");
  await overlay.wait(".blank", "没有检查");
  expect(await overlay.see("[role=tab]")).toEqual([]);
  await look("panel-stopped");
  await background.evaluate(() => (globalThis as { mend?: () => void }).mend?.());
  await press(desk, ".blank .primary", "重新");
  await overlay.wait("[role=tab]", "提醒");
});
