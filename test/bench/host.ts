// A page of the bench on this machine, and the browser that opens it with an extension under measure.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium } from "playwright-core";
import { build } from "vite";
import { chromiumPath } from "../read/browser.ts";

const ARGS = [
  "--headless=new",
  "--no-sandbox",
  "--disable-features=DisableLoadExtensionCommandLineSwitch",
  "--no-first-run",
  "--disable-background-networking",
  "--host-resolver-rules=MAP foreign.invalid 127.0.0.1 , MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
];
/** The first pages wait for the background to start, and for the browser to keep the compiled script (ms). */
const WARM = 8_000;

export interface Host {
  /** Where the page is served, and where the same page stands on a host that no extension is asked to read. */
  readonly url: string;
  readonly foreign: string;
  /** A folder of its own, gone at the end. */
  readonly folder: string;
  end(): void;
}

/** Serves `html` at every path. */
export async function openHost(html: string): Promise<Host> {
  const folder = mkdtempSync(join(tmpdir(), "first-button-bench-"));
  const server = createServer((_, response) =>
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(html),
  );
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    foreign: `http://foreign.invalid:${port}/`,
    folder,
    end() {
      server.close();
      server.closeAllConnections();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Opens a browser with one extension, lets it warm up on `url`, and closes it after `job`. */
export async function withExtension<T>(
  extension: string,
  { folder, url }: Host,
  job: (context: BrowserContext) => Promise<T>,
): Promise<T> {
  const context = await chromium.launchPersistentContext(mkdtempSync(join(folder, "profile-")), {
    executablePath: chromiumPath(),
    headless: true,
    args: [...ARGS, `--disable-extensions-except=${extension}`, `--load-extension=${extension}`],
  });
  try {
    if (context.serviceWorkers().length === 0)
      await context.waitForEvent("serviceworker", { timeout: 10_000 }).catch(() => undefined);
    for (const wait of [WARM, 2_000]) {
      const page = await context.newPage();
      await page.goto(url);
      await page.waitForTimeout(wait);
      await page.close();
    }
    return await job(context);
  } finally {
    await context.close();
  }
}

const MATCHES = ["http://127.0.0.1/*"];

/** The naive reader as an extension of its own. */
export async function naiveExtension(folder: string): Promise<string> {
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
      content_scripts: [{ matches: MATCHES, js: ["content.js"], run_at: "document_idle" }],
    }),
  );
  return to;
}

/** An extension that does nothing: the page by itself. */
export function emptyExtension(folder: string): string {
  const to = join(folder, "empty");
  mkdirSync(to);
  writeFileSync(join(to, "content.js"), "");
  writeFileSync(
    join(to, "manifest.json"),
    JSON.stringify({
      manifest_version: 3,
      name: "empty",
      version: "1",
      content_scripts: [{ matches: MATCHES, js: ["content.js"], run_at: "document_idle" }],
    }),
  );
  return to;
}
