// The host renames a field overnight: the rules that rest on it turn to unchecked on that page, none of them to met.
import { expect, type Page, test } from "@playwright/test";
import { Overlay } from "../run/overlay.ts";
import { findingsOf, signInBrowser, until } from "../run/steps.ts";
import { raise, type Stage } from "./stage.ts";

const CASE = "A9901045200002025120310";
const PAGE = `/old/index.jsp?AJBH=${CASE}&page=xwbl&ID=b1`;
const RULE = "interview-single-officer";

let stage: Stage;

// A unit of its own for each: what was once read the unit tells every later reader.
test.beforeEach(async () => {
  stage = await raise();
});
test.afterEach(() => stage.end());

/** The verdicts of the rule on the interview that the page shows, in a browser of its own, so that nothing is remembered. */
const verdicts = async (
  wanted: string,
  rename: (html: string) => string,
): Promise<{ found: string[]; panel: string }> => {
  const browser = await stage.another();
  const desk: Page = await signInBrowser(browser, stage.worker.url, stage.people.legal);
  const host = await browser.context.newPage();
  await host.route(/bl_paper\.jsp/, async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: rename(await answer.text()) });
  });
  await host.goto(`${stage.twin.url}${PAGE}`);
  const now = async (): Promise<string[]> => {
    const own = (await findingsOf(desk, CASE)).filter(
      (f) => f.rule === RULE && f.on.startsWith("interviews/"),
    );
    return own.map((f) => `${f.verdict} ${f.colour} ${f.missing.map((m) => m.split(".")[1]).join()}`.trim());
  };
  // The frames of the page come in one after the other; what counts is where they arrive.
  await until(`the interview is ${wanted}`, async () => (await now()).join() === wanted);
  await host.waitForTimeout(1_500);
  const found = await now();
  const overlay = new Overlay(host);
  await overlay.click("button");
  await overlay.wait("[role=tab]");
  const panel = await overlay.text();
  await browser.close();
  return { found, panel };
};

test("with the field under another name it is unchecked, named as missing, counted, and nothing is called met by it", async () => {
  const { found, panel } = await verdicts("unknown grey askers", (html) =>
    html.replaceAll("询问民警", "甲乙丙丁").replaceAll('name="XWR"', 'name="ZZZZ"'),
  );
  expect(found).toEqual(["unknown grey askers"]);
  expect(panel).toMatch(/1 项未检查|未检查/);
  expect(panel).not.toMatch(/均符合/);
});

test("as the host is today, the violation is found", async () => {
  const { found } = await verdicts("breached red", (html) => html);
  expect(found).toEqual(["breached red"]);
});
