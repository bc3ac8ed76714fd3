// The clocks of a case stand on one strip, the next duty first, and turn their colour at their minute.
import { expect, type Page, test } from "@playwright/test";
import { Overlay } from "../run/overlay.ts";
import { findingsOf, signInBrowser, status, until } from "../run/steps.ts";
import { box, documentOf, type Served, servePages } from "./page-server.ts";
import { raise, type Stage } from "./stage.ts";

test.describe.configure({ mode: "serial" });

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const CLOCKS = "A9901045200002026119053";

declare const chrome: {
  readonly storage: {
    readonly local: {
      get(key: string): Promise<Record<string, number>>;
      set(values: object): Promise<void>;
    };
  };
};

/** `2026-11-22 09:30` of an instant (ms) at +08:00. */
const stamp = (at: number): string => new Date(at + 8 * HOUR).toISOString().slice(0, 16).replace("T", " ");
const head = (number: string): string =>
  `<form>${box("案件编号", number)}${box("案件类别", "刑事")}${box("案由", "盗窃")}</form>`;
const table = (columns: readonly string[], rows: readonly (readonly string[])[]): string => {
  const cells = (tag: string, texts: readonly string[]): string =>
    `<tr>${texts.map((text) => `<${tag}>${text}</${tag}>`).join("")}</tr>`;
  return `<table><thead>${cells("th", columns)}</thead><tbody>${rows.map((row) => cells("td", row)).join("")}</tbody></table>`;
};
/** Six measures whose periods run out one after the other. */
const KINDS: readonly (readonly [kind: string, began: number])[] = [
  ["取保候审", -100 * DAY],
  ["监视居住", -30 * DAY],
  ["刑事拘留", -2 * DAY],
  ["取保候审", -350 * DAY],
  ["监视居住", -170 * DAY],
  ["刑事拘留", -1 * DAY],
];
const measures = (): string =>
  documentOf(
    `${head(CLOCKS)}<h2>强制措施</h2>${table(
      ["序号", "人员", "措施种类", "开始时间", "解除时间"],
      KINDS.map(([kind, began], n) => [
        String(n + 1),
        `${"赵钱孙李周吴"[n]}某某`,
        kind,
        stamp(Math.floor((Date.now() + began) / 60_000) * 60_000),
        "",
      ]),
    )}`,
    "强制措施",
  );

let stage: Stage;
let served: Served;
let own: Page;
let host: Page;
let overlay: Overlay;

test.beforeAll(async () => {
  served = await servePages({
    "/new/measures": measures,
  });
  stage = await raise();
  own = await signInBrowser(stage.browser, stage.worker.url, stage.people.officer);
  host = await stage.browser.context.newPage();
  overlay = new Overlay(host);
});
test.afterAll(async () => {
  await stage.end();
  await served.close();
});

/** Moves the clock of the service on, which is out of reach from then on and so cannot set it right. */
const pass = async (more: number): Promise<void> => {
  await stage.worker.stop();
  await own.evaluate(async (by) => {
    const { clockOffset = 0 } = await chrome.storage.local.get("clockOffset");
    await chrome.storage.local.set({ clockOffset: clockOffset + by });
  }, more);
};
/** Opens the panel with all that it shows. */
const panel = async (): Promise<void> => {
  await overlay.wait("button.edge", "项");
  await overlay.click("button.edge");
  await overlay.wait("[role=tab]", "提醒");
};

test("the clocks of a case stand on one strip, the next duty first, and turn their colour at the minute", async () => {
  await host.goto(`${served.url}/new/measures#/case/${CLOCKS}/measures`);
  const running = async () =>
    (await findingsOf(own, CLOCKS)).filter(
      ({ verdict, due, from }) => verdict === "due" && due !== undefined && from !== undefined,
    );
  await until("six clocks run", async () => (await running()).length >= 6);
  await until("everything sent", async () => (await status(own)).waiting === 0);
  await panel();
  await overlay.click("[role=tab]", "时限");
  const strip = (await overlay.see(".clock")).map(({ text }) => text);
  expect(strip.length).toBeGreaterThanOrEqual(6);
  const byDue = [...(await running())].sort((a, b) => a.due! - b.due!);
  expect(strip.map((text) => text.split("\n")[0])).toEqual(byDue.map(({ title }) => title));

  // To fifteen seconds before the next warning of one of them.
  const offset = await own.evaluate(
    async () => (await chrome.storage.local.get("clockOffset"))["clockOffset"] ?? 0,
  );
  const now = (): number => Date.now() + offset;
  const [next] = (await running())
    .flatMap((finding) => (finding.warnings ?? []).map((at) => ({ finding, at })))
    .filter(({ at }) => at > now() + 60_000)
    .sort((a, b) => a.at - b.at);
  if (next === undefined) throw new Error("no warning is ahead");
  const more = next.at - now() - 15_000;
  await pass(more);
  await host.reload();
  const colour = async (): Promise<string | undefined> =>
    (await findingsOf(own, CLOCKS)).find(
      ({ rule, on }) => rule === next.finding.rule && on === next.finding.on,
    )?.colour;
  await until("judged before the minute", async () => (await colour()) !== undefined);
  const before = await colour();
  expect(now() + more).toBeLessThan(next.at);
  await until("another colour", async () => (await colour()) !== before, 60_000);
  const late = now() + more - next.at;
  expect(late).toBeGreaterThanOrEqual(-250);
  expect(late).toBeLessThan(3_000);
  await stage.restart();
});
