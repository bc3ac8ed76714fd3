// The tour without a display: the product's main job driven once, with screenshots and one line of what happened.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import type { Twin } from "../twin/server.ts";
import { type Browser, startBrowser } from "./browser.ts";
import { Overlay } from "./overlay.ts";
import { api, type People, tokenOf } from "./people.ts";
import type { WorkerProcess } from "./processes.ts";
import { findingsOf, signInBrowser, status, until } from "./steps.ts";

const CASE = "A9901045200002026110187";
const OLD_CASE = "A9901045200001978090003";

export interface TourNeeds {
  readonly twin: Twin;
  readonly worker: WorkerProcess;
  readonly people: People;
  /** Folder for the screenshots. */
  readonly shots: string;
}

interface Seen {
  read: number;
  rung: number;
}

const officerPart = async (
  needs: TourNeeds,
  browser: Browser,
  shot: (page: Page, name: string) => Promise<void>,
): Promise<Seen> => {
  const { twin, worker, people } = needs;
  const desk = await signInBrowser(browser, worker.url, people.officer);
  const host = await browser.context.newPage();
  const overlay = new Overlay(host);
  const open = async (path: string): Promise<void> => {
    await host.goto("about:blank");
    await host.goto(`${twin.url}${path}`);
    await overlay.wait("button");
    await host.waitForTimeout(700);
  };
  for (const page of ["incident", "filing", "property", "measures"])
    await open(`/new/#/case/${CASE}/${page}`);
  await open(`/new/#/case/${CASE}/interview/b2`);
  await overlay.wait("*", "违反");
  await shot(host, "1-页面上的标记");
  await overlay.click("button");
  await overlay.wait("[role=tab]");
  await overlay.click("button", "展开").catch(() => undefined);
  await host.waitForTimeout(400);
  await shot(host, "2-结论卡");
  for (const [n, tab] of ["时限", "清单"].entries()) {
    await overlay.click("[role=tab]", tab);
    await host.waitForTimeout(300);
    await shot(host, `${3 + n}-${tab}`);
  }
  await open(`/old/index.jsp?AJBH=${OLD_CASE}&page=ryqz`);
  await until("the old platform is judged", async () =>
    (await findingsOf(desk, OLD_CASE)).some((f) => f.rule === "bail-overrun" && f.colour === "red"),
  );
  await overlay.click("button");
  await host.waitForTimeout(600);
  await shot(host, "5-旧平台");
  await until("everything sent", async () => (await status(desk)).waiting === 0, 30_000);
  await until("a reminder rings", async () => twin.messages().length > 0, 40_000);
  await host.goto(`${twin.url}/gateway/`);
  await shot(host, "6-短信网关");
  const cases = (await status(desk)).cases;
  return {
    read: cases.reduce(
      (n, c) =>
        n +
        new Set(c.findings.flatMap((f) => f.fields.filter((x) => x.state !== "unread").map((x) => x.path)))
          .size,
      0,
    ),
    rung: twin.messages().length,
  };
};

/** Drives the tour and answers its one line. */
export async function tour(needs: TourNeeds): Promise<string> {
  mkdirSync(needs.shots, { recursive: true });
  const shot = async (page: Page, name: string): Promise<void> => {
    await page.screenshot({ path: join(needs.shots, `${name}.png`) });
  };
  const browser = await startBrowser({ headless: true });
  try {
    const seen = await officerPart(needs, browser, shot);
    const other = await startBrowser({ headless: true });
    try {
      const legal = await signInBrowser(other, needs.worker.url, needs.people.legal);
      await legal.goto(`${await other.own("/console.html")}#/cases`);
      // The page stood open before anybody had signed in.
      await legal.reload();
      await legal.waitForTimeout(2_000);
      await shot(legal, "7-案件");
    } finally {
      await other.close();
    }
    const token = await tokenOf(needs.worker.url, needs.people.leader);
    const { cases } = await api<{
      cases: {
        key: string;
        red: number;
        orange: number;
        unknown: number;
        entries: number;
        nextDue: number | null;
      }[];
    }>(needs.worker.url, "GET", "/v1/cases", undefined, token);
    const sum = (of: "red" | "orange" | "unknown" | "entries"): number =>
      cases.reduce((n, c) => n + c[of], 0);
    const due = cases.filter((c) => c.nextDue !== null).length;
    return `截图在 .cache/tour/\n读到 ${seen.read} 项事实；发现 违反 ${sum("red")}、紧急 ${sum("orange")}、未检查 ${sum("unknown")}；台账记住 ${cases.length} 案 ${sum("entries")} 条，${due} 案有期限在走；提醒 ${seen.rung} 条已到短信网关`;
  } finally {
    await browser.close();
  }
}
