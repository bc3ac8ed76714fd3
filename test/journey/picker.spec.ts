// The administrator's story of a new platform: a page that nobody has described is made exact by pointing, published, and read exactly elsewhere.
import { expect, type Page, test } from "@playwright/test";
import type { Browser } from "../run/browser.ts";
import { Overlay } from "../run/overlay.ts";
import { askBackground, signInBrowser, status, until } from "../run/steps.ts";
import { factsOf } from "./picker-facts.ts";
import { pictures } from "./picker-look.ts";
import { raise, type Stage } from "./stage.ts";
import { FIELDS, NUMBER, type Shown } from "./unseen/fields.ts";
import { openUnseen, type Unseen } from "./unseen/host.ts";

test.describe.configure({ mode: "serial", timeout: 300_000 });

interface Draft {
  readonly id: string;
  readonly profile: { readonly pages: readonly { readonly shows?: readonly string[] }[] };
  readonly tests: readonly { readonly html: string; readonly facts: readonly string[] }[];
}
let stage: Stage;
let unseen: Unseen;
let desk: Page;
let host: Page;
let overlay: Overlay;

test.beforeAll(async () => {
  stage = await raise();
  unseen = await openUnseen();
  desk = await signInBrowser(stage.browser, stage.worker.url, stage.people.admin);
  host = await stage.browser.context.newPage();
  await host.goto(unseen.url);
  overlay = new Overlay(host);
});
test.afterAll(async () => {
  await stage.end();
  await unseen.close();
});

const EXACT = FIELDS.map(({ path, reads }) => `${path}=${reads}`);

/** Points at one value with the real mouse and says by keyboard and mouse what it is. */
const point = async ({ path, search, means }: Shown, at: number): Promise<void> => {
  const place = await host.locator(`#v${at}`).boundingBox();
  if (place === null) throw new Error(`no place for ${path}`);
  await host.mouse.click(place.x + Math.min(20, place.width / 2), place.y + place.height / 2);
  await overlay.wait(".pick-card .pick-choice input");
  await host.keyboard.type(search);
  // Until the list is that of the search, the field may stand elsewhere in it.
  await overlay.wait(".pick-count", "找到");
  await overlay.click(`.pick-fields [data-field="${path}"] b`);
  if (means !== undefined) {
    await overlay.wait(".pick-code");
    if ((await overlay.see(".pick-words button", means)).length > 0)
      await overlay.click(".pick-words button", means);
    else {
      await overlay.click(".pick-code input");
      await host.keyboard.type(means);
      await host.keyboard.press("Enter");
    }
  }
  await overlay.gone(".pick-card").catch(async (cause: unknown) => {
    const [card] = await overlay.see(".pick-card");
    throw new Error(`${path} is not read: ${card?.text}`, { cause });
  });
};

test("before anybody has pointed at it the page tells next to nothing, and only an administrator may point", async () => {
  await overlay.wait("button");
  expect((await factsOf(desk, unseen.url)).filter((fact) => EXACT.includes(fact))).toEqual([]);
  await overlay.click("button");
  await overlay.click(".tool", "更多");
  await overlay.click("[role=menuitem]", "指认字段");
  await overlay.wait(".pick-list");
});

test("twenty-five values are pointed at, and each is read at once", async () => {
  const begun = Date.now();
  for (const [at, field] of FIELDS.entries()) await point(field, at);
  expect(Date.now() - begun).toBeLessThan(600_000);
  await overlay.wait(".pick-sum", "读到 25 / 26");
  expect([...(await factsOf(desk, unseen.url))].sort()).toEqual([...EXACT].sort());
});

test("nothing of it reached the host: no click, no key, one element of ours and nothing else", async () => {
  const heard = await host.evaluate(() => (globalThis as unknown as { heard: string[] }).heard);
  expect(heard.filter((one) => !one.endsWith(" first-button"))).toEqual([]);
  const ours = await host.evaluate(() => {
    const copy = document.documentElement.cloneNode(true) as HTMLElement;
    const found = [...copy.querySelectorAll("first-button")];
    for (const one of found) one.remove();
    return { count: found.length, html: copy.querySelector(".sheet")?.outerHTML };
  });
  expect(ours.count).toBe(1);
  const { html } = await host.evaluate(async () => {
    const text = await (await fetch(location.href)).text();
    const fresh = new DOMParser().parseFromString(text, "text/html");
    return { html: fresh.querySelector(".sheet")?.outerHTML };
  });
  expect(ours.html).toBe(html);
  // What was read while somebody pointed was neither judged nor sent.
  expect((await status(desk)).cases.filter(({ key }) => key.includes(NUMBER))).toEqual([]);
});

test("a wrong step is taken back, an empty notice is set aside, and all of it is kept as a draft with its page", async () => {
  await host.mouse.click(60, 572);
  await overlay.wait(".pick-card .pick-choice input");
  // No field is called that: what is left to choose is that it is none.
  await host.keyboard.type("qqq");
  await host.keyboard.press("Enter");
  await overlay.wait(".pick-sum", "读到 25 / 25");
  await overlay.click(".pick-undo");
  await overlay.wait(".pick-sum", "读到 25 / 26");
  // What was pointed at is what the page is to show from now on, but for what a person knows to come and go.
  await overlay.click(".pick-shows summary", "应读到的字段");
  await overlay.click('.pick-shows [data-field="measures.noNoticeReason"] span');
  await overlay.wait(".pick-shows summary", "另有 1 个可勾");
  await pictures(host, "picker-shows");
  await overlay.click(".pick-list .primary", "存为草稿");
  await overlay.wait(".pick-notice", "应读到 24 个字段，连同 1 个");
  const [draft] = await askBackground<readonly Draft[]>(desk, "profile-drafts");
  expect(draft?.tests).toHaveLength(1);
  const { shows } = draft!.profile.pages[0]!;
  expect([...(shows ?? [])].sort()).toEqual(
    FIELDS.map(({ path }) => path)
      .filter((path) => path !== "measures.noNoticeReason")
      .sort(),
  );
  const { html, facts } = draft!.tests[0]!;
  expect(facts).toHaveLength(25);
  for (const told of ["韩某某", "桑某", "陈立", "郑浩", "何川", NUMBER, "118号", "2026-03"])
    expect(html).not.toContain(told);
  await overlay.click(".pick-list .second", "结束");
  await overlay.gone(".pick-list");
});

test("the console reads the captured page again, and publishes the profile into the signed pack", async () => {
  const before = (await status(desk)).pack.revision;
  await desk.goto(`${await stage.browser.own("/console.html")}#/profiles`);
  await desk.reload();
  await expect(desk.getByText("25 个字段都读得对")).toBeVisible();
  await desk.getByRole("button", { name: "加入发布" }).click();
  await expect(desk.getByText("“起算日”是强制措施 → 执行时间")).toBeVisible();
  await desk.locator("textarea[name=reason]").fill("新平台的页面档案");
  await desk.getByRole("button", { name: /^发布/ }).last().click();
  await until("the pack is published", async () => (await status(desk)).pack.revision > before, 20_000);
});

test("another browser on another desk reads the page exactly", async () => {
  const other: Browser = await stage.another();
  const own = await signInBrowser(other, stage.worker.url, stage.people.officer);
  const page = await other.context.newPage();
  await page.goto(unseen.url);
  await until(
    "the page is read by the profile",
    async () => (await factsOf(own, unseen.url)).length >= EXACT.length,
  );
  expect([...(await factsOf(own, unseen.url))].sort()).toEqual([...EXACT].sort());
  await until("its case is known", async () =>
    (await status(own)).cases.some(({ key }) => key.includes(NUMBER)),
  );
});

test("the platform renames a field: the page says so, the administrator is told, and the picker proposes what to accept", async () => {
  unseen.release((label) => (label === "起算日" ? "起算的日子" : label));
  const lost = "measures.startedAt";
  // Three views that lack what always stood there are no chance any more.
  for (let view = 0; view < 3; view += 1) {
    await host.reload();
    await overlay.wait("button");
    await host.waitForTimeout(5_500);
  }
  expect((await factsOf(desk, unseen.url)).filter((fact) => fact.startsWith(lost))).toEqual([]);
  await overlay.click("button");
  await overlay.wait(".notice", "从前读得到、现在读不到");
  expect(await overlay.text()).toContain("强制措施 → 执行时间");
  const { items } = await askBackground<{ items: readonly { field: string; page: string; since: number }[] }>(
    desk,
    "call",
    { route: "drift" },
  );
  expect(items).toEqual([expect.objectContaining({ field: lost, page: "measures", devices: 1 })]);
  await desk.goto(`${await stage.browser.own("/console.html")}#/health`);
  await desk.reload();
  await expect(desk.getByText("强制措施 → 执行时间")).toBeVisible();

  await overlay.click(".tool", "更多");
  await overlay.click("[role=menuitem]", "指认字段");
  await overlay.wait(".pick-lost", "起算的日子");
  await overlay.click(".pick-lost .slim", "采用");
  await overlay.gone(".pick-lost");
  expect(await factsOf(desk, unseen.url)).toContain(EXACT.find((fact) => fact.startsWith(lost)));
});
