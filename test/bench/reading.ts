// Measures what reading a large form page costs: script on the page, time at load and per key, beside a naive reader.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { builtExtension } from "../read/browser.ts";
import { formPage } from "./form-page.ts";
import { type Host, naiveExtension, openHost, withExtension } from "./host.ts";
import { slowness } from "./reference.ts";
import type { Row } from "./row.ts";
import { median, perKey, traced } from "./trace.ts";

const PAGES = 7;
/** Pages on which keys are typed: a median of twenty keys alone moves by a tenth from run to run. */
const TYPED = 4;
const KEYS = "abcdefghijklmnopqrst";
/** Between two keys (ms): longer than the reader's pause, so that each key is paid for by itself. */
const BETWEEN = 220;

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

async function measure(extension: string, host: Host): Promise<Measured> {
  return withExtension(extension, host, async (context) => {
    const loads: number[] = [];
    const longest: number[] = [];
    const keys: number[] = [];
    let elements = 0;
    for (let n = 0; n < PAGES; n++) {
      const page = await context.newPage();
      const load = await traced(page, async () => {
        await page.goto(host.url);
        await page.waitForTimeout(1_500);
      });
      loads.push(load.pieces.reduce((sum, { ms }) => sum + ms, 0));
      longest.push(Math.max(0, ...load.pieces.map(({ ms }) => ms)));
      if (n >= PAGES - TYPED) {
        elements = await page.evaluate("document.querySelectorAll('*').length");
        keys.push(...perKey(await traced(page, () => typeKeys(page))));
      }
      await page.close();
    }
    return { load: median(loads), longest: median(longest), key: median(keys), elements };
  });
}

const ms = (value: number): string => `${value.toFixed(2)} 毫秒`;

/** The rows of the bench that speak of reading. */
export async function readingBench(): Promise<readonly Row[]> {
  const extension = builtExtension();
  const host = await openHost(formPage());
  try {
    const script = ["content-scripts/content.js", "reader.js"]
      .map((name) => gzipSync(readFileSync(join(extension, name)), { level: 9 }).length / 1000)
      .reduce((sum, size) => sum + size);
    const slower = slowness();
    const raw = await measure(extension, host);
    const ours = { ...raw, load: raw.load / slower, longest: raw.longest / slower, key: raw.key / slower };
    const naive = await measure(await naiveExtension(host.folder), host);
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
    host.end();
  }
}
