// `npm run bench`: installs and builds what is missing, then measures.
import { spawnSync } from "node:child_process";
import { environment, fail, ready, root } from "./ready.mjs";

ready();
const env = environment();
const asked = process.argv.slice(2);
// Only what is read in a browser needs the built extension; the rest needs the pack.
const need = asked.length === 0 || asked.includes("reading") ? "build" : "pack";
const built = spawnSync("npm", ["run", "-s", need], { cwd: root, env, encoding: "utf8" });
if (built.status !== 0)
  fail(`构建没有完成：\n${`${built.stdout}${built.stderr}`.split("\n").slice(-20).join("\n")}`);
process.exit(
  spawnSync("node", ["test/bench/bench.ts", ...asked], { cwd: root, env, stdio: "inherit" }).status ?? 1,
);
