// Measures what reading a large form page costs: script on the page, time at load and per key, beside a naive reader.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { type BrowserContext, chromium, type Page } from "playwright-core";
import { build } from "vite";
import { builtExtension, chromiumPath } from "../read/browser.ts";
import { formPage } from "./form-page.ts";
import { slowness } from "./reference.ts";
import type { Row } from "./row.ts";
import { type Busy, median, perKey, traced } from "./trace.ts";

const PAGES = 7;
const KEYS = "abcdefghijklmnopqrst";
/** Between two keys (ms): longer than the reader's pause, so that each key is paid for by itself. */
const BETWEEN = 220;

const WARM = 8_000;

const ARGS = [
  "--headless=new",
  "--no-sandbox",
  "--disable-features=DisableLoadExtensionCommandLineSwitch",
  "--no-first-run",
  "--disable-background-networking",
];

/** The naive reader as an extension of its own. */
async function naiveExtension(folder: string): Promise<string> {
  const to = join(folder, "naive");
  mkdirSync(to);
  await build({
    configFile: false,
    logLevel: "error",
    build: {
      outDir: to,
      emptyOutDir: false,
      lib: {
        entry: join(import.meta.dirname, "naive-reader.ts"),
        formats: ["iife"],
        name: "naive",
        fileName: () => "content.js",
      },
    },
  });
  writeFileSync(join(to, "background.js"), "chrome.runtime.onMessage.addListener(() => {});");
  writeFileSync(
    join(to, "manifest.json"),
    JSON.stringify({
      manifest_version: 3,
      name: "naive",
      version: "1",
      background: { service_worker: "background.js" },
      content_scripts: [{ matches: ["http://127.0.0.1/*"], js: ["content.js"], run_at: "document_idle" }],
    }),
  );
  return to;
}

interface Measured {
  readonly load: number;
  readonly longest: number;
  readonly key: number;
  readonly elements: number;
}

async function typeKeys(page: Page): Promise<void> {
  await page.focus("#f1");
  for (const key of KEYS) {
    await page.keyboard.press(key);
    await page.waitForTimeout(BETWEEN);
  }
  await page.waitForTimeout(600);
}

/** The first pages wait for the background to start; what is measured is a page of an ordinary day. */
async function warm(context: BrowserContext, url: string): Promise<void> {
  const page = await context.newPage();
  await page.goto(url);
  await page.waitForTimeout(WARM);
  await page.close();
}

async function measure(extension: string, folder: string, name: string, url: string): Promise<Measured> {
  const context = await chromium.launchPersistentContext(join(folder, `profile-${name}`), {
    executablePath: chromiumPath(),
    headless: true,
    args: [...ARGS, `--disable-extensions-except=${extension}`, `--load-extension=${extension}`],
  });
  try {
    if (context.serviceWorkers().length === 0) await context.waitForEvent("serviceworker");
    await warm(context, url);
    const loads: number[] = [];
    const longest: number[] = [];
    let keys: Busy = { pieces: [], keys: [] };
    let elements = 0;
    for (let n = 0; n < PAGES; n++) {
      const page = await context.newPage();
      const load = await traced(page, async () => {
        await page.goto(url);
        await page.waitForTimeout(1_500);
      });
      loads.push(load.pieces.reduce((sum, { ms }) => sum + ms, 0));
      longest.push(Math.max(0, ...load.pieces.map(({ ms }) => ms)));
      if (n === PAGES - 1) {
        elements = await page.evaluate("document.querySelectorAll('*').length");
        keys = await traced(page, () => typeKeys(page));
      }
      await page.close();
    }
    return { load: median(loads), longest: median(longest), key: median(perKey(keys)), elements };
  } finally {
    await context.close();
  }
}

const ms = (value: number): string => `${value.toFixed(2)} 毫秒`;

/** The rows of the bench that speak of reading. */
export async function readingBench(): Promise<readonly Row[]> {
  const extension = builtExtension();
  const folder = mkdtempSync(join(tmpdir(), "first-button-bench-"));
  const html = formPage();
  const server = createServer((_, response) =>
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(html),
  );
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  try {
    const script = ["content-scripts/content.js", "reader.js"]
      .map((name) => gzipSync(readFileSync(join(extension, name)), { level: 9 }).length / 1000)
      .reduce((sum, size) => sum + size);
    const slower = slowness();
    const raw = await measure(extension, folder, "ours", url);
    const ours = { ...raw, load: raw.load / slower, longest: raw.longest / slower, key: raw.key / slower };
    const naive = await measure(await naiveExtension(folder), folder, "naive", url);
    const ratio = naive.key / Math.max(raw.key, 0.001);
    const page = `${ours.elements} 个元素的表单页`;
    return [
      {
        figure: "常驻内容脚本（gzip）",
        value: `${script.toFixed(1)} kB`,
        budget: "≤ 30 kB",
        held: script <= 30,
        kind: "budget",
      },
      {
        figure: `${page}：加载时占用主线程`,
        value: ms(ours.load),
        budget: "≤ 15 毫秒",
        held: ours.load <= 15,
        kind: "budget",
      },
      {
        figure: `${page}：最长一段`,
        value: ms(ours.longest),
        budget: "≤ 10 毫秒",
        held: ours.longest <= 10,
        kind: "goal",
      },
      {
        figure: `${page}：每次按键`,
        value: ms(ours.key),
        budget: "≤ 0.5 毫秒",
        held: ours.key <= 0.5,
        kind: "budget",
      },
      {
        figure: "每次按键：整页重读的做法 ÷ 本产品",
        value: `${ratio.toFixed(1)} 倍（${ms(naive.key)}）`,
        budget: "≥ 10 倍",
        held: ratio >= 10,
        kind: "budget",
      },
    ];
  } finally {
    server.close();
    server.closeAllConnections();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
