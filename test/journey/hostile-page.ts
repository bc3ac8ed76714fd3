// A house of hostile pages: a small server on this machine and a signed-out browser with the extension.
import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { join } from "node:path";
import type { Page } from "playwright-core";
import type { Finding } from "../../shared/rules/finding.ts";
import { type Browser, startBrowser } from "../run/browser.ts";
import { Overlay } from "../run/overlay.ts";
import { findingsOf, ownPage, until } from "../run/steps.ts";

/** The rule that the form of every hostile page breaks. */
export const RULE = "interview-single-officer";
const STRICT =
  "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'; base-uri 'none'; form-action 'none'";

const piece = (name: string): string =>
  readFileSync(join(import.meta.dirname, "hostile", `${name}.html`), "utf8");

/** The whole document of one hostile page, with this case number on it. */
const written = (name: string, number: string): string =>
  `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>讯问笔录</title></head><body>\n${piece(name)}\n${piece("form").replace("{{number}}", number)}</body></html>`;

export interface Visit {
  readonly page: Page;
  readonly overlay: Overlay;
  readonly number: string;
  /** Uncaught errors and dialogs of the page, as they came. */
  readonly noise: string[];
}

export interface House {
  readonly browser: Browser;
  /** One of our own pages, from which the background may be asked. */
  readonly desk: Page;
  /** Paths under /hit/ that were asked for: something ran that must not. */
  readonly hits: readonly string[];
  readonly address: (name: string, number: string, query?: string) => string;
  readonly number: () => string;
  readonly visit: (name: string, query?: string) => Promise<Visit>;
  /** The finding that the form breaks, once it has this verdict. */
  readonly judged: (number: string, verdict?: Finding["verdict"]) => Promise<Finding>;
  readonly end: () => Promise<void>;
}

/** Opens the house; `end` closes it. */
export async function openHouse(): Promise<House> {
  const hits: string[] = [];
  const server: Server = createServer((request, reply) => {
    const url = new URL(request.url ?? "/", "http://127.0.0.1");
    const name = /^\/new\/(\w+)$/.exec(url.pathname)?.[1];
    if (url.pathname.startsWith("/hit/")) hits.push(url.pathname);
    if (name === undefined) return void reply.writeHead(url.pathname === "/favicon.ico" ? 204 : 404).end();
    reply.setHeader("content-type", "text/html; charset=utf-8");
    if (name === "strict") reply.setHeader("content-security-policy", STRICT);
    reply.end(written(name, url.searchParams.get("number") ?? ""));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const bound = server.address();
  const port = typeof bound === "object" && bound !== null ? bound.port : 0;
  const browser = await startBrowser({ headless: true });
  await browser.background();
  const desk = await ownPage(browser);
  let count = 0;

  const house: House = {
    browser,
    desk,
    hits,
    number: () => `A99010452000020261109${String((count += 1)).padStart(2, "0")}`,
    address: (name, number, query = "") =>
      `http://127.0.0.1:${port}/new/${name}?number=${number}${query}#/case/${number}/interview/b1`,
    async visit(name, query) {
      const number = house.number();
      const page = await browser.context.newPage();
      const noise: string[] = [];
      page.on("dialog", (dialog) => {
        noise.push(`dialog ${dialog.message()}`);
        void dialog.dismiss();
      });
      await page.goto(house.address(name, number, query));
      return { page, overlay: new Overlay(page), number, noise };
    },
    judged: (number, verdict = "breached") =>
      until(`${RULE} ${verdict} in ${number}`, async () =>
        (await findingsOf(desk, number)).find((f) => f.rule === RULE && f.verdict === verdict),
      ),
    async end() {
      await browser.close().catch(() => {});
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
  return house;
}
