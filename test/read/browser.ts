// Opens Chromium with a copy of the built extension in which nothing but the hosts is widened.

import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium } from "playwright-core";
import { Stop } from "../../worker/cli/stop.ts";

const ROOT = join(import.meta.dirname, "../..");
const BUILT = join(ROOT, "extension/.output/chrome-mv3");

const PLACES = [
  process.env["CHROMIUM_PATH"],
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/lib/chromium/chromium",
  "/snap/bin/chromium",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** Where Chromium is; branded Chrome no longer loads unpacked extensions from the command line. */
export function chromiumPath(): string {
  const found = PLACES.find((path) => path !== undefined && path !== "" && existsSync(path));
  if (found === undefined)
    throw new Stop("没有找到 Chromium：请安装 chromium，或者用环境变量 CHROMIUM_PATH 指明位置");
  return found;
}

/** The folder of the built extension; builds it when there is none. */
export function builtExtension(): string {
  if (existsSync(join(BUILT, "manifest.json"))) return BUILT;
  const built = spawnSync("npm", ["run", "-s", "build:extension"], { cwd: ROOT, encoding: "utf8" });
  if (built.status !== 0 || !existsSync(join(BUILT, "manifest.json")))
    throw new Stop("扩展还没有构建，自动构建也没有成功：请先运行 npm run build 查看原因");
  return BUILT;
}

interface Manifest {
  host_permissions?: string[];
  content_scripts?: { matches: string[] }[];
  web_accessible_resources?: { matches: string[] }[];
}

/** Copies the extension into `folder` and lets it read every page. */
export function widen(from: string, folder: string): string {
  const to = join(folder, "extension");
  cpSync(from, to, { recursive: true });
  const path = join(to, "manifest.json");
  const manifest = JSON.parse(readFileSync(path, "utf8")) as Manifest;
  manifest.host_permissions = ["<all_urls>"];
  for (const each of [...(manifest.content_scripts ?? []), ...(manifest.web_accessible_resources ?? [])])
    each.matches = ["<all_urls>"];
  writeFileSync(path, JSON.stringify(manifest));
  return to;
}

export interface Opened {
  readonly context: BrowserContext;
  /** Address of the extension's own pages, without a path. */
  readonly own: string;
  close(): Promise<void>;
}

/** Opens the browser headless with its own empty profile; `close` leaves nothing behind. */
export async function openBrowser(): Promise<Opened> {
  const executablePath = chromiumPath();
  const folder = mkdtempSync(join(tmpdir(), "first-button-read-"));
  const clean = (): void => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  try {
    const extension = widen(builtExtension(), folder);
    const context = await chromium.launchPersistentContext(join(folder, "profile"), {
      executablePath,
      headless: true,
      viewport: { width: 1600, height: 1000 },
      locale: "zh-CN",
      timezoneId: "Asia/Shanghai",
      ignoreHTTPSErrors: true,
      args: [
        "--headless=new",
        "--no-sandbox",
        `--disable-extensions-except=${extension}`,
        `--load-extension=${extension}`,
        "--disable-features=DisableLoadExtensionCommandLineSwitch",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-quic",
        "--no-first-run",
      ],
    });
    const worker =
      context.serviceWorkers()[0] ?? (await context.waitForEvent("serviceworker", { timeout: 20_000 }));
    const own = new URL(worker.url()).origin;
    return {
      context,
      own: own === "null" ? worker.url().split("/").slice(0, 3).join("/") : own,
      async close() {
        await context.close().catch(() => {});
        clean();
      },
    };
  } catch (cause) {
    clean();
    if (cause instanceof Stop) throw cause;
    throw new Stop(`浏览器没有打开：${(cause as Error).message.split("\n")[0]}`, cause);
  }
}
