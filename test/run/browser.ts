// A real Chromium with the built extension loaded.
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, type Worker } from "playwright-core";
import { root } from "./processes.ts";

export const EXTENSION = join(root, "extension", ".output", "chrome-mv3");

export interface Browser {
  readonly context: BrowserContext;
  readonly background: () => Promise<Worker>;
  /** Address of one of our own pages. */
  readonly own: (path: string) => Promise<string>;
  readonly close: () => Promise<void>;
}

export interface BrowserOptions {
  readonly headless: boolean;
  readonly width?: number;
  readonly height?: number;
  /** Profile folder; a fresh one when left out. */
  readonly profile?: string;
  readonly extension?: string;
  /** Pages that are left stay alive for the way back, as in a browser that nobody drives. */
  readonly keepPages?: boolean;
}

/** Starts Chromium on its own profile with the extension; nothing leaves this machine. */
export async function startBrowser({
  headless,
  width = 1280,
  height = 800,
  profile,
  extension = EXTENSION,
  keepPages = false,
}: BrowserOptions): Promise<Browser> {
  const context = await chromium.launchPersistentContext(
    profile ?? mkdtempSync(join(tmpdir(), "first-button-")),
    {
      executablePath: process.env["CHROMIUM_PATH"] || "/usr/bin/chromium",
      headless: false,
      viewport: { width, height },
      locale: "zh-CN",
      timezoneId: "Asia/Shanghai",
      ignoreDefaultArgs: ["--disable-extensions", ...(keepPages ? ["--disable-back-forward-cache"] : [])],
      args: [
        ...(headless ? ["--headless=new"] : []),
        "--no-sandbox",
        `--disable-extensions-except=${extension}`,
        `--load-extension=${extension}`,
        "--disable-features=DisableLoadExtensionCommandLineSwitch",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-quic",
        "--no-first-run",
        "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost",
      ],
    },
  );
  const background = async (): Promise<Worker> =>
    context.serviceWorkers()[0] ?? (await context.waitForEvent("serviceworker", { timeout: 20_000 }));
  return {
    context,
    background,
    own: async (path) => new URL(path, (await background()).url()).href,
    close: () => context.close(),
  };
}
