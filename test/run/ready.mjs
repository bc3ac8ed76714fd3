// What must be on the machine before anything else runs: dependencies, Chromium, a Chinese font.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, lstatSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

export const root = resolve(import.meta.dirname, "../..");

const say = (text) => process.stdout.write(`${text}\n`);

/** Ends with one clear line. */
export const fail = (text) => {
  process.stderr.write(`${text}\n`);
  process.exit(1);
};

/** Runs a command; its output is shown only when it fails. */
const quiet = (command, args, options = {}) => {
  const done = spawnSync(command, args, { cwd: root, encoding: "utf8", ...options });
  return {
    ok: done.status === 0,
    output: `${done.stdout ?? ""}${done.stderr ?? ""}${done.error ? done.error.message : ""}`,
  };
};

const onPath = (name) => quiet("sh", ["-c", `command -v ${name}`]).ok;

const lockDigest = () =>
  createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");

const dependencies = () => {
  const modules = join(root, "node_modules");
  // A linked folder belongs to another checkout: installing here would empty that one.
  if (existsSync(modules) && lstatSync(modules).isSymbolicLink()) return;
  const mark = join(modules, ".first-button-lock");
  const digest = lockDigest();
  if (existsSync(mark) && readFileSync(mark, "utf8") === digest) return;
  say("正在安装依赖（npm ci）…");
  const done = quiet("npm", ["ci", "--no-audit", "--no-fund"]);
  if (!done.ok) fail(`依赖没有装好：npm ci 失败。\n${done.output.split("\n").slice(-15).join("\n")}`);
  writeFileSync(mark, digest);
};

const CHROMIUMS = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/snap/bin/chromium",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** Path of an installed Chromium; branded Chrome no longer loads unpacked extensions from the command line. */
export const chromiumPath = () =>
  [process.env.CHROMIUM_PATH, ...CHROMIUMS].find((path) => path && existsSync(path));

const apt = (packages, what) => {
  if (!onPath("apt-get"))
    fail(`缺少${what}，本机又没有 apt。请自行安装后重试（Chromium 可用 CHROMIUM_PATH 指明位置）。`);
  const sudo = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
  if (sudo.length > 0 && !quiet("sudo", ["-n", "true"]).ok)
    fail(`缺少${what}，安装它需要管理员权限。请先运行：sudo apt-get install -y ${packages.join(" ")}`);
  say(`正在安装${what}（apt-get install ${packages.join(" ")}）…`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const run = (args) => {
    const [command, ...rest] = [...sudo, "apt-get", ...args];
    return quiet(command, rest, { env });
  };
  run(["update"]);
  const done = run(["install", "-y", "--no-install-recommends", ...packages]);
  if (!done.ok) fail(`${what}没有装好：\n${done.output.split("\n").slice(-8).join("\n")}`);
};

/** Installs a tool that only some tests need. */
export const needs = (command, what) => {
  if (!onPath(command)) apt([command], what);
};

const hasChineseFont = () =>
  !onPath("fc-list") || quiet("fc-list", [":lang=zh-cn", "family"]).output.trim() !== "";

/** Installs what is missing; returns the path of Chromium. */
export const ready = () => {
  dependencies();
  if (chromiumPath() === undefined) apt(["chromium", "fonts-noto-cjk"], "Chromium 和中文字体");
  else if (process.platform === "linux" && !hasChineseFont()) apt(["fonts-noto-cjk"], "中文字体");
  const path = chromiumPath();
  if (path === undefined) fail("没有找到 Chromium。请安装后重试，或者用环境变量 CHROMIUM_PATH 指明位置。");
  return path;
};

/** The environment in which our own scripts run: the pinned node first on the path. */
export const environment = () => ({
  ...process.env,
  PATH: `${join(root, "node_modules", ".bin")}:${process.env.PATH ?? ""}`,
  CHROMIUM_PATH: chromiumPath() ?? "",
  WRANGLER_SEND_METRICS: "false",
  FORCE_COLOR: "0",
});

/** A folder under the project's own cache. */
export const cache = (name) => {
  const path = join(root, ".cache", name);
  mkdirSync(path, { recursive: true });
  return path;
};
