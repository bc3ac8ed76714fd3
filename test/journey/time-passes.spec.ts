// What time does to a case: the clocks of one strip turn at their minute, a value read hours ago warns on another page with its age, eight hours without the service lose nothing.
import { expect, test } from "@playwright/test";
import { api, tokenOf } from "../run/people.ts";
import { askBackground, findingsOf, status, until } from "../run/steps.ts";
import { DAY, HOUR, head, stamp, table } from "./case-pages.ts";
import { box, documentOf, type Served, servePages } from "./page-server.ts";
import { type Desk, formItem, picture, raiseDesk } from "./panel-desk.ts";
import { clockAhead, pass } from "./service-clock.ts";

test.describe.configure({ mode: "serial" });

const CLOCKS = "A9901045200002026119053";
const SEIZED = "A9901045200002026090017";
const BREACHED = "A9901045200002026070058";
/** The cases that are worked on while the service is away. */
const WORKED = [1, 2, 3, 4].map((n) => `A990104520000202611908${n}`);

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
/** The filing of one case; the time of acceptance stands in a box that is filled in again and again. */
const filing = (url: URL): string =>
  documentOf(
    `${head(url.searchParams.get("number") ?? "")}<h2>受案登记</h2><form>${box("受案时间", stamp(Date.now() - 2 * DAY), "accepted")}${box("立案时间", "")}</form>`,
    "受案登记",
  );

/** Four cases side by side, each in a frame of its own. */
const worked = (): string =>
  documentOf(
    WORKED.map(
      (number) =>
        `<iframe src="/new/filing?number=${number}#/case/${number}/filing" width="600" height="300"></iframe>`,
    ).join(""),
    "受案登记",
  );

let desk: Desk;
let served: Served;

test.beforeAll(async () => {
  served = await servePages({ "/new/measures": measures, "/new/filing": filing, "/new/worked": worked() });
  desk = await raiseDesk();
});
test.afterAll(async () => {
  await desk.stage.end();
  await served.close();
});

const sent = (): Promise<unknown> =>
  until("everything sent", async () => (await status(desk.own)).waiting === 0, 40_000);

test("what was read on one page two hours ago warns on another, with that page and its age", async () => {
  const { host, overlay, own, stage } = desk;
  await desk.open("property", SEIZED);
  await host.getByRole("button", { name: "财物登记" }).click();
  await formItem(desk, "财物名称").locator("input").fill("账本");
  const seized = formItem(desk, "扣押时间").locator("input");
  await seized.fill(stamp(Date.now() - 23 * HOUR));
  await seized.press("Enter");
  await host.getByRole("button", { name: "保存" }).click();
  const stored = async () =>
    (await findingsOf(own, SEIZED)).find(
      ({ rule, why }) => rule === "property-not-stored" && why.includes("账本"),
    );
  await until("the thing has an hour left", async () => (await stored())?.verdict === "due");
  await sent();
  await host.goto("about:blank");
  await pass(stage, own, 2 * HOUR + 60_000);
  await desk.panel("approvals", SEIZED);
  await overlay.wait(".card.red", "扣押财物超过一日未入库");
  await overlay.run(
    `function () {
      const card = [...this.querySelectorAll(".card")].find((each) => each.textContent.includes("账本"));
      card.querySelector(".card-foot [aria-expanded]").click();
      setTimeout(() => card.scrollIntoView({ block: "start" }), 300);
    }`,
  );
  const { text } = await overlay.wait(".card.open .read", "读取于");
  expect(text).toMatch(/扣押时间[\s\S]*涉案财物 · 读取于 2 小时前/);
  // Where the thing does not stand it cannot be put right: nothing is marked and no submit held for it.
  expect(await overlay.see(".card.open .acts button", "定位")).toEqual([]);
  for (const drawn of [".shield", ".marker"]) expect(await overlay.see(drawn)).toEqual([]);
  await picture(desk, "panel-elsewhere");
  await stage.restart();
});

test("the clocks of a case stand on one strip, the next duty first, and turn their colour at the minute", async () => {
  const { host, overlay, own, stage } = desk;
  await host.goto(`${served.url}/new/measures#/case/${CLOCKS}/measures`);
  const running = async () =>
    (await findingsOf(own, CLOCKS)).filter(
      ({ verdict, due, from }) => verdict === "due" && due !== undefined && from !== undefined,
    );
  await until("six clocks run", async () => (await running()).length >= 6);
  await sent();
  await overlay.wait("button.edge", "项");
  await overlay.click("button.edge");
  await overlay.click("[role=tab]", "时限");
  const strip = (await overlay.see(".clock")).map(({ text }) => text);
  expect(strip.length).toBeGreaterThanOrEqual(6);
  const byDue = [...(await running())].sort((a, b) => a.due! - b.due!);
  expect(strip.map((text) => text.split("\n")[0])).toEqual(byDue.map(({ title }) => title));

  // To fifteen seconds before the next warning of one of them.
  const gap = await clockAhead(own);
  const now = (): number => Date.now() + gap;
  const [next] = (await running())
    .flatMap((finding) => (finding.warnings ?? []).map((at) => ({ finding, at })))
    .filter(({ at }) => at > now() + 60_000)
    .sort((a, b) => a.at - b.at);
  if (next === undefined) throw new Error("no warning is ahead");
  const more = next.at - now() - 15_000;
  await pass(stage, own, more);
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

interface Line {
  readonly record: string;
  readonly said: string | null;
}
/** What stands in the unit's ledger, all cases of this browser together. */
const entered = async (): Promise<Line[]> => {
  const { url } = desk.stage.worker;
  const token = await tokenOf(url, desk.stage.people.leader);
  const lines: Line[] = [];
  for (const { key } of (await status(desk.own)).cases)
    lines.push(
      ...(
        await api<{ lines: Line[] }>(
          url,
          "GET",
          `/v1/cases/${encodeURIComponent(key)}/ledger`,
          undefined,
          token,
        )
      ).lines,
    );
  return lines;
};
/** The numbers under which this browser sent them. */
const numbersOf = (lines: readonly Line[]): number[] =>
  lines.flatMap(({ record }) => (JSON.parse(record) as { sent?: { seq: number } }).sent?.seq ?? []);

test("eight hours without the service: the warnings stay, and some five hundred entries arrive once each", async () => {
  const { host, overlay, own, stage } = desk;
  await desk.open("interview/b1", BREACHED);
  const { label } = await overlay.wait("button.edge", "违反");
  const page = await host.context().newPage();
  await page.goto(`${served.url}/new/worked`);
  await until("all cases are read", async () => {
    const { cases } = await status(own);
    return WORKED.every((number) =>
      cases.some(({ key, findings }) => key.endsWith(number) && findings.length > 0),
    );
  });
  await sent();
  const red = async (): Promise<string[]> =>
    (await findingsOf(own, BREACHED))
      .filter(({ verdict }) => verdict === "breached")
      .map(({ rule, on }) => `${rule}@${on}`)
      .sort();
  const before = await red();
  const last = Math.max(...numbersOf(await entered()));
  expect(before.length).toBeGreaterThan(0);
  const [first] = (await findingsOf(own, BREACHED)).filter(({ verdict }) => verdict === "breached");
  const caseKey = (await status(own)).cases.find(({ key }) => key.endsWith(BREACHED))?.key;
  const breach = { caseKey, finding: first?.key, rule: first?.rule, on: first?.on };
  const dispute = (hour: number) =>
    askBackground(own, "answer", { ...breach, kind: "disputed", said: `断网第 ${hour} 小时` });

  /** The time of acceptance of every case is filled in anew, some times over. */
  const fill = (times: readonly string[]): Promise<void> =>
    page.evaluate(async (values) => {
      for (const value of values) {
        for (const frame of document.querySelectorAll("iframe")) {
          const input = frame.contentDocument?.querySelector<HTMLInputElement>("#accepted");
          if (input !== null && input !== undefined) input.value = value;
          input?.dispatchEvent(new Event("input", { bubbles: true }));
        }
        await new Promise((next) => setTimeout(next, 180));
      }
    }, times);
  let minute = 0;
  for (let hour = 1; hour <= 8; hour += 1) {
    await pass(stage, own, HOUR);
    await dispute(hour);
    await until(`${hour} hours of work`, async () => {
      await fill([1, 2, 3, 4, 5, 6, 7, 8].map(() => stamp(Date.now() - 2 * DAY - (minute += 1) * 60_000)));
      return (await status(own)).waiting >= hour * 63;
    });
  }
  expect(await red()).toEqual(before);
  await host.bringToFront();
  expect((await overlay.wait("button.edge", "违反")).label).toBe(label);
  await page.close();
  await host.goto("about:blank");
  await host.waitForTimeout(500);
  const { waiting } = await status(own);
  expect(waiting).toBeGreaterThan(500);
  await stage.restart();
  // The next act sends all that waits; without one it is tried again within a minute.
  await dispute(9);
  await sent();
  // Each number of this browser stands in the ledger once, and none is left out between them.
  const lines = await entered();
  const arrived = numbersOf(lines).sort((a, b) => a - b);
  expect(new Set(arrived).size).toBe(arrived.length);
  const late = arrived.filter((seq) => seq > last);
  expect(late).toEqual(Array.from({ length: waiting + 1 }, (_, n) => last + 1 + n));
  const said = lines.flatMap((line) => (line.said?.startsWith("断网") ? [line.said] : []));
  expect(said.sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9].map((hour) => `断网第 ${hour} 小时`));
});
