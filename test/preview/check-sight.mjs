// Checks how the overlay's preview looks to machines: axe-core on every state and theme, one element, print.
import { strict as assert } from "node:assert";
import { check, finish, open, violations } from "./opened.mjs";

const STATES = [
  "ready",
  "clear",
  "degraded",
  "offline",
  "signed-out",
  "paused",
  "no-case",
  "reading",
  "error",
  "legal",
];
for (const theme of ["light", "dark"])
  for (const state of STATES)
    await check(`axe ${state} ${theme}`, async () => {
      const tab = await open(`?open&state=${state}&theme=${theme}`);
      assert.deepEqual(await violations(tab), []);
      if (state === "ready" || state === "legal")
        for (const key of ["j", "Enter", "2", "3", "4"]) {
          await tab.keyboard.press(key);
          await tab.waitForTimeout(80);
          assert.deepEqual(await violations(tab), [], `after ${key}`);
        }
      await tab.close();
    });

await check("the host's page differs by one element", async () => {
  const tab = await open("?state=ready");
  const counts = await tab.evaluate(() => {
    const all = [...document.querySelectorAll("first-button")];
    return [all.length, all[0]?.parentElement === document.documentElement];
  });
  assert.deepEqual(counts, [1, true]);
  await tab.evaluate(() => globalThis.overlay.hear({ type: "state", state: globalThis.samples.paused }));
  assert.equal(await tab.evaluate(() => document.querySelectorAll("first-button").length), 0);
  await tab.close();
});

await check("printing shows nothing of ours", async () => {
  const tab = await open("?open&state=ready");
  await tab.emulateMedia({ media: "print" });
  assert.equal(await tab.locator(".fb").evaluate((root) => getComputedStyle(root).display), "none");
  await tab.close();
});

await finish();
