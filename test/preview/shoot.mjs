// Takes pictures of the overlay's preview in each state: `node test/preview/shoot.mjs OUT [name…]`.
import { mkdirSync } from "node:fs";
import { chromium } from "playwright-core";

const out = process.argv[2] ?? ".cache/preview-shots";
const only = process.argv.slice(3);
mkdirSync(out, { recursive: true });
const page = new URL("../../.cache/preview/host.html", import.meta.url).href;

const shots = [
  { name: "calm", query: "", size: [1440, 900] },
  { name: "reminders", query: "?open", size: [1440, 900] },
  { name: "card", query: "?open", size: [1440, 900], keys: ["j", "j", "Enter"] },
  { name: "card-red", query: "?open", size: [1280, 800], keys: ["j", "Enter"] },
  { name: "card-grey", query: "?open", size: [1280, 800], keys: ["j", "j", "j", "Enter"] },
  { name: "small", query: "?open", size: [1280, 720] },
  { name: "clocks", query: "?open", size: [1440, 900], keys: ["2"] },
  { name: "checklist", query: "?open", size: [1440, 900], keys: ["3"] },
  { name: "notes", query: "?open", size: [1440, 900], keys: ["4"] },
  { name: "note-form", query: "?open&state=legal", size: [1440, 900], keys: ["4"], write: true },
  { name: "clear", query: "?open&state=clear", size: [1440, 900] },
  { name: "degraded", query: "?open&state=degraded", size: [1440, 900] },
  { name: "offline", query: "?open&state=offline", size: [1280, 800] },
  { name: "paused", query: "?open&state=paused", size: [1280, 800] },
  { name: "no-case", query: "?open&state=no-case", size: [1280, 800] },
  { name: "reading", query: "?open&state=reading", size: [1280, 800] },
  { name: "error", query: "?open&state=error", size: [1280, 800] },
  { name: "gate", query: "", size: [1440, 900], submit: true },
  { name: "dark", query: "?open&theme=dark", size: [1440, 900] },
  { name: "dark-card", query: "?open&theme=dark", size: [1440, 900], keys: ["j", "Enter"] },
  { name: "dark-checklist", query: "?open&theme=dark", size: [1280, 800], keys: ["3"] },
  { name: "dark-clocks", query: "?open&theme=dark", size: [1920, 1080], keys: ["2"] },
  { name: "large", query: "?open", size: [1920, 1080] },
];

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
for (const { name, query, size, keys = [], submit = false, write = false } of shots) {
  if (only.length > 0 && !only.includes(name)) continue;
  const tab = await browser.newPage({ viewport: { width: size[0], height: size[1] } });
  tab.on("pageerror", (error) => console.error(name, error.message));
  tab.on("console", (line) => line.type() === "error" && console.error(name, line.text()));
  await tab.goto(page + query);
  await tab.waitForTimeout(400);
  for (const key of keys) {
    await tab.keyboard.press(key);
    await tab.waitForTimeout(60);
  }
  if (write) {
    await tab.mouse.click(size[0] - 350, 190);
    await tab.waitForTimeout(100);
  }
  if (submit)
    await tab
      .click("#submit", { force: true, timeout: 2000 })
      .catch((error) => console.error(name, error.message));
  await tab.waitForTimeout(300);
  await tab.screenshot({ path: `${out}/${name}.png` });
  await tab.close();
}
await browser.close();
