// Photographs every page of the console against a real local worker: `node test/preview/console/shots.ts FOLDER`.
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Page } from "playwright-core";
import { build } from "wxt";
import { startBrowser } from "../../run/browser.ts";
import { makePeople, tokenOf } from "../../run/people.ts";
import { freePort, root, startWorker } from "../../run/processes.ts";
import { unreadable } from "./axe.ts";
import { fillUnit } from "./fill.ts";
import { walk } from "./walk.ts";

const out = resolve(process.argv[2] ?? join(root, ".cache", "console-shots"));
mkdirSync(out, { recursive: true });
const built = join(root, ".cache", "console-build");
await build({ root: join(root, "extension"), outDir: built, mode: "production", logger: silent() });

const state = mkdtempSync(join(tmpdir(), "first-button-console-"));
const worker = await startWorker({ port: await freePort(), state, vars: { APPROVALS: "1" } });
try {
  const browser = await startBrowser({ headless: true, extension: join(built, "chrome-mv3") });
  try {
    const page = await browser.context.newPage();
    const problems: string[] = [];
    page.on("pageerror", (error) => problems.push(String(error)));
    page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
    const shoot = async (name: string, which: Page = page): Promise<void> => {
      for (const [tone, width, height] of [
        ["light", 1280, 800],
        ["dark", 1280, 800],
        ["light", 1920, 1080],
      ] as const) {
        await which.emulateMedia({ colorScheme: tone });
        await which.setViewportSize({ width, height });
        await which.screenshot({ path: join(out, `${name}-${tone}-${width}.png`) });
        for (const found of await unreadable(which)) problems.push(`${name} ${tone} ${width}: ${found}`);
      }
      await which.emulateMedia({ colorScheme: "light" });
      await which.setViewportSize({ width: 320, height: 800 });
      for (const found of await unreadable(which)) problems.push(`${name} 320: ${found}`);
      await which.setViewportSize({ width: 1280, height: 800 });
    };
    const walked = walk({
      page,
      address: await browser.own("console.html"),
      server: worker.url,
      code: await worker.code(),
      shoot,
      fill: async () => {
        const people = await makePeople(worker.url, await worker.code());
        await fillUnit(worker.url, await tokenOf(worker.url, people.officer, "preview"), people);
        return people;
      },
    });
    await walked.catch(async (cause: unknown) => {
      await page.screenshot({ path: join(out, "stuck.png") });
      throw new Error(`the walk got stuck, see ${join(out, "stuck.png")}`, { cause });
    });
    process.stdout.write(problems.length === 0 ? `${out}\n` : `${problems.join("\n")}\n`);
    process.exitCode = problems.length === 0 ? 0 : 1;
  } finally {
    await browser.close();
  }
} finally {
  await worker.stop();
  rmSync(state, { recursive: true, force: true });
}

function silent(): {
  [K in "debug" | "log" | "info" | "warn" | "error" | "fatal" | "success"]: () => void;
} & {
  level: number;
} {
  const say = (): void => undefined;
  return { debug: say, log: say, info: say, warn: say, error: say, fatal: say, success: say, level: 0 };
}
