// One PC, two officers: what the first has not sent waits for the first alone, who is away is signed out, nothing is left to the next.
import { expect, type Page, test } from "@playwright/test";
import { type Account, api, tokenOf } from "../run/people.ts";
import { askBackground, findingsOf, signInBrowser, status, until } from "../run/steps.ts";
import { raise, type Stage } from "./stage.ts";

const CASE = "A9901045200002026110187";

interface Line {
  readonly record: string;
  readonly said: string | null;
}

let stage: Stage;
let desk: Page;
let key: string;

test.describe.configure({ mode: "serial" });
test.beforeAll(async () => {
  stage = await raise();
  desk = await signInBrowser(stage.browser, stage.worker.url, stage.people.officer);
  const host = await stage.browser.context.newPage();
  await host.goto(`${stage.twin.url}/new/#/case/${CASE}/interview/b2`);
  key = await until(
    "the case is recognised",
    async () => (await status(desk)).cases.find((c) => c.key.endsWith(CASE) && c.findings.length > 0)?.key,
  );
  await until("sent", async () => (await status(desk)).waiting === 0 && (await status(desk)).sent > 0);
});
test.afterAll(() => stage.end());

const signIn = ({ account, password }: Account): Promise<unknown> =>
  until("signed in", async () =>
    askBackground(desk, "sign-in", { account, password }).then(
      () => true,
      () => undefined,
    ),
  );

const said = async (): Promise<string[]> => {
  const token = await tokenOf(stage.worker.url, stage.people.leader);
  const path = `/v1/cases/${encodeURIComponent(key)}/ledger`;
  const { lines } = await api<{ lines: Line[] }>(stage.worker.url, "GET", path, undefined, token);
  return lines.flatMap((line) => (line.said?.startsWith("换人") ? [line.said] : [])).sort();
};

test("entries of one officer are never sent under another's name, and arrive once at the officer's own return", async () => {
  const [first] = await findingsOf(desk, CASE);
  await stage.worker.stop();
  for (let n = 0; n < 3; n += 1)
    await askBackground(desk, "answer", {
      caseKey: key,
      finding: first!.key,
      rule: first!.rule,
      on: first!.on,
      kind: "disputed",
      said: `换人 ${n}`,
    });
  expect((await status(desk)).waiting).toBeGreaterThanOrEqual(3);
  await askBackground(desk, "sign-out");
  await stage.restart();
  await signIn(stage.people.legal);
  await desk.waitForTimeout(2_000);
  expect((await status(desk)).waiting).toBe(0);
  expect(await said()).toEqual([]);
  await askBackground(desk, "sign-out");
  await signIn(stage.people.officer);
  await until("sent after the return", async () => (await status(desk)).waiting === 0, 60_000);
  expect(await said()).toEqual(["换人 0", "换人 1", "换人 2"]);
});

test("an officer who is away is signed out, what waits is sent first, and the sign-in says why", async () => {
  const background = await stage.browser.background();
  await background.evaluate(() => {
    const { idle } = (globalThis as unknown as { chrome: { idle: Record<string, unknown> } }).chrome;
    idle["queryState"] = async () => "idle";
    (idle["onStateChanged"] as { dispatch(state: string): void }).dispatch("idle");
  });
  const signedIn = async (): Promise<boolean> =>
    (await askBackground<{ member?: object }>(desk, "session")).member !== undefined;
  await until("signed out", async () => !(await signedIn()), 15_000);
  expect((await status(desk)).waiting).toBe(0);
  await desk.bringToFront();
  await expect(desk.getByText("空闲 30 分钟，已自动退出登录").first()).toBeVisible();
  await signIn(stage.people.officer);
  expect(await askBackground<{ idledOut?: number }>(desk, "session")).not.toHaveProperty("idledOut");
});
