// A red reminder on the officer's screen: the notification leads to the case in its tab, the card and the desk say that a message went out and how far it has climbed.
import { expect, type Page, test } from "@playwright/test";
import { Overlay } from "../run/overlay.ts";
import { api, tokenOf } from "../run/people.ts";
import { signInBrowser, until } from "../run/steps.ts";
import { type Desk, faultsOf, picture } from "./panel-desk.ts";
import { raise, type Stage } from "./stage.ts";

test.describe.configure({ mode: "serial" });

const CASE = "A9901045200002026060142";
const TITLE = "拘留后超过一日未通知家属";

interface Clicked {
  dispatch(id: string): void;
}
declare const chrome: {
  readonly notifications: {
    readonly onClicked: Clicked;
    getAll(): Promise<Record<string, boolean>>;
  };
  readonly tabs: { query(what: object): Promise<{ url?: string }[]> };
};

let stage: Stage;
let own: Page;
let host: Page;
let overlay: Overlay;
/** Id of the notification that the browser shows for the case. */
let notice: string;

test.beforeAll(async () => {
  stage = await raise();
  const leader = await tokenOf(stage.worker.url, stage.people.leader);
  // Whatever the time of day: no quiet hours; a minute for the officer to answer.
  const reminding = { quiet: null, perDay: 8, smsFrom: "red", grace: [1, 240, 1440] };
  await api(stage.worker.url, "POST", "/v1/reminding", { reminding }, leader);
  own = await signInBrowser(stage.browser, stage.worker.url, stage.people.officer);
  host = await stage.browser.context.newPage();
  overlay = new Overlay(host);
});
test.afterAll(() => stage.end());

const openHost = async (): Promise<void> => {
  // A page out of sight is not read on.
  await host.bringToFront();
  await host.goto("about:blank");
  await host.goto(`${stage.twin.url}/new/#/case/${CASE}/measures`);
  await overlay.wait("button.edge", "项");
};
const notices = async (): Promise<string[]> =>
  (await stage.browser.background()).evaluate(async () => Object.keys(await chrome.notifications.getAll()));
/** The press of a hand on a notification, as the browser tells it to the background's own listener. */
const pressNotice = async (id: string): Promise<void> =>
  (await stage.browser.background()).evaluate(
    (pressed) => chrome.notifications.onClicked.dispatch(pressed),
    id,
  );
const inFront = (): Promise<string[]> =>
  own.evaluate(async () => (await chrome.tabs.query({ active: true })).map(({ url }) => url ?? ""));

test("a press on the notification brings the tab of the case to the front and takes the notification away", async () => {
  await openHost();
  notice = await until(
    "a notification of the case",
    async () => (await notices()).find((id) => id.includes(CASE)),
    40_000,
  );
  await own.bringToFront();
  await until("our own page is in front", async () => (await inFront()).join() === own.url());
  const pages = stage.browser.context.pages().length;
  await pressNotice(notice);
  await until("the case is in front", async () => (await inFront()).join() === host.url());
  expect(stage.browser.context.pages()).toHaveLength(pages);
  expect(await notices()).not.toContain(notice);
});

test("where no tab shows it any more, the case is opened on its platform", async () => {
  await host.goto("about:blank");
  const opened = stage.browser.context.waitForEvent("page");
  await pressNotice(notice);
  const page = await opened;
  await page.waitForURL(new RegExp(CASE));
  await new Overlay(page).wait("button.edge", "项");
  await page.close();
});

test("the card says that a message went out, and that it has climbed while nobody answered", async () => {
  await openHost();
  await overlay.click("button.edge");
  await overlay.wait(".card", TITLE);
  await overlay.wait(".card .told", "已发短信", 30_000);
  await overlay.wait(".card .told", "无人签收，已上报法制员", 120_000);
  await host.bringToFront();
  await picture({ stage, own, host, overlay } as Desk, "panel-reminded");
  expect(await faultsOf({ overlay } as Desk)).toEqual([]);
});

test("so does the desk; once it is signed neither says it any more", async () => {
  await own.bringToFront();
  await own.goto(`${own.url().replace(/#.*$/, "")}#/desk`);
  const row = own.locator(".matter", { hasText: TITLE });
  await expect(row.locator(".told")).toContainText("无人签收，已上报法制员");
  await picture({ stage, own: host, host: own, overlay } as Desk, "desk-reminded");
  await row.getByRole("button", { name: "签收", exact: true }).click();
  await expect(row.locator(".told")).toHaveCount(0);
  await host.bringToFront();
  await overlay.gone(".card .told", "已上报");
});
