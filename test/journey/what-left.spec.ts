// 读什么、传什么: what the page says was read stands on the platform's page, what it says left is what the network received.
import { createHash } from "node:crypto";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { root } from "../run/processes.ts";
import { signInBrowser, status, until } from "../run/steps.ts";
import { type Edge, openEdge } from "./recording-edge.ts";
import { raise, type Stage } from "./stage.ts";

const CASE = "A9901045200002026110187";

const SHOTS = join(root, "test", "e2e", "screens");

test.describe.configure({ mode: "serial" });

let stage: Stage;
let edge: Edge;
let desk: Page;

test.beforeAll(async () => {
  stage = await raise();
  edge = await openEdge(stage.worker.url);
  desk = await signInBrowser(stage.browser, edge.url, stage.people.officer);
  const host = await stage.browser.context.newPage();
  for (const page of ["measures", "interview/b2"]) {
    await host.goto("about:blank");
    await host.goto(`${stage.twin.url}/new/#/case/${CASE}/${page}`);
    await until(`${page} is judged`, async () => (await status(desk)).cases.length > 0);
    await host.waitForTimeout(1200);
  }
  await until("everything sent", async () => (await status(desk)).waiting === 0);
  await host.close();
});
test.afterAll(async () => {
  await edge.close();
  await stage.end();
});

const hashOf = (body: string): string => (body === "" ? "" : createHash("sha256").update(body).digest("hex"));

interface Told {
  readonly sent: readonly {
    readonly method: string;
    readonly path: string;
    readonly bytes: number;
    readonly hash: string;
    readonly body?: string;
    readonly masked?: boolean;
    readonly status?: number;
  }[];
}

test("every request that the network received is on the page, and nothing else", async () => {
  const tell = () =>
    desk.evaluate(() =>
      (
        globalThis as unknown as {
          chrome: { runtime: { sendMessage(m: unknown): Promise<{ value: unknown }> } };
        }
      ).chrome.runtime
        .sendMessage({ ask: "traffic", input: {} })
        .then(({ value }) => value),
    ) as Promise<Told>;
  const line = (method: string, path: string, bytes: number, hash: string): string =>
    `${method} ${path} ${bytes} ${hash}`;
  const here = (sent: Told["sent"]): string[] =>
    sent.map((one) => line(one.method, one.path, one.bytes, one.hash)).sort();
  const there = (): string[] =>
    edge.received
      .map(({ method, path, body }) => line(method, path, Buffer.byteLength(body), hashOf(body)))
      .sort();
  // What is on its way is on one side only.
  await expect(async () => expect(here((await tell()).sent)).toEqual(there())).toPass({ timeout: 20_000 });
  const { sent } = await tell();
  const received = [...edge.received];
  const texts = new Set(received.map(({ body }) => body));
  const whole = sent.filter((one) => one.body !== undefined && one.masked !== true);
  expect(whole.length).toBeGreaterThan(2);
  for (const one of whole) expect(texts.has(one.body ?? "")).toBe(true);
});

test("what stays shows its value here and is in nothing that was sent", async () => {
  await desk.goto(`${await stage.browser.own("/console.html")}#/traffic`);
  const rows = desk.locator("tr[data-privacy=local] td:nth-child(2):not(.blank)");
  await rows.first().waitFor();
  const values = (await rows.allInnerTexts()).map((text) => text.trim()).filter((text) => text.length >= 2);
  expect(values.length).toBeGreaterThan(3);
  const all = edge.received.map(({ path, body }) => `${decodeURIComponent(path)} ${body}`).join("\n");
  // Words of the lists that the platform itself offers (男、是) stand elsewhere too.
  for (const value of values.filter((text) => text.length >= 3)) expect(all).not.toContain(value);
});

test("the page says it in words, at two sizes", async () => {
  for (const [width, height] of [
    [1280, 720],
    [1920, 1080],
  ] as const) {
    await desk.setViewportSize({ width, height });
    await desk.getByRole("tab", { name: "读到的" }).click();
    await desk.screenshot({ path: join(SHOTS, `what-left-read-${width}.png`) });
    await desk.getByRole("tab", { name: "传出的" }).click();
    const batch = desk.locator("details.request", { hasText: "条台账记录" }).first();
    if ((await batch.getAttribute("open")) === null) await batch.locator("summary").first().click();
    await expect(batch.locator(".went-entry").first()).toBeVisible();
    await desk.screenshot({ path: join(SHOTS, `what-left-sent-${width}.png`) });
  }
  await expect(desk.getByText("与传出的逐字一致").first()).toBeVisible();
});
