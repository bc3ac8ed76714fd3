// `npm run test:onprem`: the folder of a closed network by itself, then the browser journeys against it; a name runs what is called so.
import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { environment, fail, needs, ready, root } from "./ready.mjs";

/** What people do at each place of the tree, the worker restarted under them, and other systems that send. */
const JOURNEYS = [
  "first-start",
  "administrator",
  "people",
  "officer",
  "reminded",
  "supervision",
  "legal",
  "objection",
  "statutes",
  "intake",
  "gate",
  "shared-pc",
  "resilience",
  "sign-on",
  "bring",
];

const [what, ...names] = process.argv.slice(2);
ready();
const env = environment();
const run = (command, args, more = {}) =>
  spawnSync(command, args, { cwd: root, env: { ...env, ...more }, stdio: "inherit" }).status === 0;

if (!run("npm", ["run", "-s", what === undefined || what === "journeys" ? "build" : "pack"]))
  fail("构建没有完成。");
let held = true;
if (what !== "journeys") {
  needs("strace", "让磁盘出错的工具 strace");
  const named = what === undefined ? [] : [what, ...names];
  held = run("vitest", ["run", "-c", "test/onprem/vitest.config.ts", ...named]);
}
if (what === undefined || what === "journeys") {
  const folder = join(root, ".output", `onprem-journeys-${process.pid}`);
  try {
    const asked = names.length > 0 ? names : JOURNEYS;
    const files = asked.map((name) => `/${name}\\.spec\\.ts$`);
    held =
      run("node", ["worker/cli/onprem.ts", "--out", folder]) &&
      run("playwright", ["test", "-c", "test/journey/playwright.config.ts", "--reporter=list", ...files], {
        FIRST_BUTTON_FOLDER: folder,
      }) &&
      held;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
process.exit(held ? 0 : 1);
