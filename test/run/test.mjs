// `npm test`: installs what is missing, then type check, lint, unit, worker, extension, whole-tree and browser tests.
import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { cache, environment, ready, root } from "./ready.mjs";

ready();
const env = environment();
const reports = cache("reports");

let passed = 0;
let failed = 0;
/** What failed and its first words, told again at the very end: the run's own lines are long gone by then. */
const failures = [];

const run = (command, args) =>
  spawnSync(command, args, { cwd: root, env, stdio: ["ignore", "inherit", "inherit"] }).status === 0;

/** A step that either holds or not: counts as one test. */
const step = (name, command, args) => {
  process.stdout.write(`\n== ${name}\n`);
  const ok = run(command, args);
  if (ok) passed += 1;
  else {
    failed += 1;
    failures.push(name);
  }
  return ok;
};

const counted = (file, read) => {
  try {
    return read(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return undefined;
  }
};

/** A suite that counts its own tests; one that ends badly without a report counts as one failure. */
const suite = (name, command, args, file, read) => {
  process.stdout.write(`\n== ${name}\n`);
  rmSync(file, { force: true });
  const ok = run(command, args);
  const count = counted(file, read);
  passed += count?.ok ?? 0;
  failed += count === undefined ? 1 : Math.max(count.bad, ok ? 0 : 1);
  failures.push(...(count?.named ?? []).map((line) => `${name} › ${line}`));
  if (!ok && !count?.named.length) failures.push(`${name}: ended badly without naming a test`);
};

const first = (text) =>
  stripVTControlCharacters(text ?? "")
    .split("\n", 3)
    .join(" | ")
    .slice(0, 300);

/** Errors outside of any test, each with the file under test and its first place in ours. */
const strayIn = (file) =>
  (counted(file, (told) => told) ?? []).map(({ name, message, stack, at }) => {
    const lines = (stack ?? "").split("\n");
    const ours = lines.find((line) => line.includes(root) && !line.includes("node_modules")) ?? "";
    return `${relative(root, at ?? root)} › ${name}: ${first(message)} ${ours.trim().replace(`${root}/`, "")}`;
  });

const vitestCount = (stray) => (r) => ({
  ok: r.numPassedTests,
  bad: r.numFailedTests + (r.numFailedTestSuites > 0 && r.numFailedTests === 0 ? 1 : 0),
  named: [
    ...strayIn(stray),
    ...r.testResults.flatMap((one) => {
      const bad = one.assertionResults.filter(({ status }) => status === "failed");
      const file = relative(root, one.name);
      if (bad.length === 0) return one.status === "failed" ? [`${file}: ${first(one.message)}`] : [];
      return bad.map((test) => `${file} › ${test.fullName}: ${first(test.failureMessages[0])}`);
    }),
  ],
});

const unexpected = (one) => [
  ...(one.suites ?? []).flatMap(unexpected),
  ...(one.specs ?? [])
    .filter(({ ok }) => !ok)
    .map((spec) => {
      const errors = spec.tests.flatMap((test) => test.results.flatMap(({ error }) => error ?? []));
      return `${spec.file}:${spec.line} › ${spec.title}: ${first(errors[0]?.message)}`;
    }),
];
const journeyCount = (r) => ({
  ok: r.stats.expected + r.stats.flaky,
  bad: r.stats.unexpected,
  named: unexpected(r),
});

const vitest = (name, floor, config = "vitest.config.ts") => {
  const file = join(reports, `${floor}.${config}.json`);
  const stray = join(reports, `${floor}.${config}.stray.json`);
  rmSync(stray, { force: true });
  env.FIRST_BUTTON_STRAY = stray;
  const args = [
    "run",
    "-c",
    `${floor}/${config}`,
    "--reporter=default",
    "--reporter=json",
    `--reporter=${join(import.meta.dirname, "stray.mjs")}`,
    `--outputFile.json=${file}`,
  ];
  suite(name, "vitest", args, file, vitestCount(stray));
};

const built = step("规则包与扩展、模拟平台的构建", "npm", ["run", "-s", "build"]);
step("类型检查", "tsc", ["-b"]);
step("代码检查", "biome", ["check", "."]);
vitest("shared：字典、时间、规则、台账", "shared");
vitest("worker：目录与单位（workerd）", "worker");
vitest("worker：国密台账（SM3、SM2）", "worker", "vitest.national.config.ts");
vitest("extension：读取与叠加层（DOM）", "extension");
vitest("test：结构、工具、模拟平台", "test");
if (built) {
  const file = join(reports, "journey.json");
  env.PLAYWRIGHT_JSON_OUTPUT_NAME = file;
  suite(
    "journey：真实浏览器、真实服务、模拟平台",
    "playwright",
    ["test", "-c", "test/journey/playwright.config.ts", "--reporter=list,json"],
    file,
    journeyCount,
  );
}

if (failures.length > 0) process.stdout.write(`\n失败：\n${failures.map((f) => `  ${f}\n`).join("")}`);
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
