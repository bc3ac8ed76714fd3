// Nothing is lost and nothing counted twice with the worker killed while entries are sent.
import { expect, type Page, test } from "@playwright/test";
import { api, tokenOf } from "../run/people.ts";
import { askBackground, findingsOf, signInBrowser, status, until } from "../run/steps.ts";
import { raise, type Stage } from "./stage.ts";

const CASE = "A9901045200002026110187";
const PAGE = `/new/#/case/${CASE}/interview/b2`;

interface Line {
  readonly index: number;
  readonly kind: string;
  readonly record: string;
  readonly said: string | null;
}

let stage: Stage;
let desk: Page;
let host: Page;
let key: string;

test.beforeAll(async () => {
  stage = await raise();
  desk = await signInBrowser(stage.browser, stage.worker.url, stage.people.officer);
  host = await stage.browser.context.newPage();
  await host.goto(`${stage.twin.url}${PAGE}`);
  key = await until(
    "the case is recognised",
    async () => (await status(desk)).cases.find((c) => c.key.endsWith(CASE) && c.findings.length > 0)?.key,
  );
  await until(
    "everything sent",
    async () => (await status(desk)).waiting === 0 && (await status(desk)).sent > 0,
  );
});
test.afterAll(() => stage.end());

const ledger = async (): Promise<readonly Line[]> => {
  const token = await tokenOf(stage.worker.url, stage.people.leader);
  return (
    await api<{ lines: Line[] }>(
      stage.worker.url,
      "GET",
      `/v1/cases/${encodeURIComponent(key)}/ledger`,
      undefined,
      token,
    )
  ).lines;
};

const said = async (prefix: string): Promise<string[]> =>
  (await ledger()).flatMap((l) => (l.said?.startsWith(prefix) ? [l.said] : [])).sort();

const dispute = async (text: string): Promise<void> => {
  const [first] = await findingsOf(desk, CASE);
  await askBackground(desk, "answer", {
    caseKey: key,
    finding: first!.key,
    rule: first!.rule,
    on: first!.on,
    kind: "disputed",
    said: text,
  });
};

test("worker killed while entries are sent: no acknowledged entry lost, none twice, receipts verify", async () => {
  const issued: string[] = [];
  for (let round = 0; round < 5; round += 1) {
    for (let n = 0; n < 8; n += 1) {
      const text = `断电 ${round}-${n}`;
      issued.push(text);
      await dispute(text);
      if (n === 3 + (round % 3)) await host.waitForTimeout(350 + round * 60);
    }
    await stage.worker.kill();
    await stage.restart();
  }
  await until("everything sent after the kills", async () => (await status(desk)).waiting === 0, 120_000);
  expect(await said("断电")).toEqual(issued.sort());
  const lines = await ledger();
  expect(new Set(lines.map((l) => l.index)).size).toBe(lines.length);
  const { receipts, sent } = await status(desk);
  expect(receipts).toBeGreaterThan(0);
  expect(receipts).toBeGreaterThanOrEqual(sent);
});
