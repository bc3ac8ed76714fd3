// Opens the overlay's preview in Chromium and counts what does not hold.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const page = new URL("../../.cache/preview/host.html", import.meta.url).href;
const browser = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: [
    "--no-sandbox",
    "--headless=new",
    "--allow-file-access-from-files",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
  ],
});
let failures = 0;

export async function open(query, size = { width: 1280, height: 800 }) {
  const tab = await browser.newPage({ viewport: size });
  // Only here: an open root can be looked into by the checker.
  await tab.addInitScript(() => {
    const attach = Element.prototype.attachShadow;
    Element.prototype.attachShadow = function (init) {
      return attach.call(this, { ...init, mode: "open" });
    };
  });
  await tab.goto(page + query);
  await tab.waitForTimeout(350);
  return tab;
}

export async function check(name, run) {
  try {
    await run();
    console.log(`ok  ${name}`);
  } catch (error) {
    failures += 1;
    console.log(`NOT ${name}: ${error.message}`);
  }
}

export const violations = async (tab) => {
  await tab.evaluate(axe);
  const { violations: found } = await tab.evaluate(() =>
    globalThis.axe.run({ include: [["first-button"]] }, { resultTypes: ["violations"] }),
  );
  return found.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id} ${node.target.flat().at(-1)} ${node.failureSummary}`),
  );
};

/** Ends the run: the last line says how it went, the exit code too. */
export async function finish() {
  await browser.close();
  console.log(failures === 0 ? "all held" : `${failures} not held`);
  process.exitCode = failures === 0 ? 0 : 1;
}
