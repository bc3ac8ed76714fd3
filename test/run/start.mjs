// `npm start`: installs what is missing, builds, then starts worker, twin and browser on a case.
import { spawn, spawnSync } from "node:child_process";
import { accessSync, constants, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createConnection } from "node:net";
import { join } from "node:path";
import { cache, environment, fail, ready, root } from "./ready.mjs";

const PORTS = {
  worker: Number(process.env.FIRST_BUTTON_PORT ?? 8787),
  twin: Number(process.env.TWIN_PORT ?? 8790),
};

const alive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

const taken = (port) =>
  new Promise((done) => {
    const socket = createConnection({ port, host: "127.0.0.1" });
    socket.once("connect", () => {
      socket.destroy();
      done(true);
    });
    socket.once("error", () => done(false));
  });

try {
  accessSync(root, constants.W_OK);
} catch {
  fail(`没有写入权限：${root}。请换到有写入权限的目录，或者修改目录权限后重试。`);
}

const lock = join(cache("run"), "lock");
if (existsSync(lock)) {
  const pid = Number(readFileSync(lock, "utf8"));
  if (alive(pid))
    fail(`第一粒扣已经在运行（进程 ${pid}）。先结束它（kill ${pid}），或者直接使用已打开的浏览器。`);
}
for (const [name, port] of Object.entries(PORTS))
  if (await taken(port)) {
    const what = name === "worker" ? ["服务", "FIRST_BUTTON_PORT"] : ["模拟平台", "TWIN_PORT"];
    fail(
      `端口 ${port} 已被别的程序占用，${what[0]}无法启动。请结束占用它的程序，或者用环境变量 ${what[1]} 换一个端口。`,
    );
  }

writeFileSync(lock, String(process.pid));
const release = () => rmSync(lock, { force: true });
process.on("exit", release);

ready();
const env = { ...environment(), FIRST_BUTTON_PORT: String(PORTS.worker), TWIN_PORT: String(PORTS.twin) };

process.stdout.write("正在构建规则包、扩展和模拟平台…\n");
const built = spawnSync("npm", ["run", "-s", "build"], { cwd: root, env, encoding: "utf8" });
if (built.status !== 0)
  fail(`构建没有完成：\n${`${built.stdout}${built.stderr}`.split("\n").slice(-20).join("\n")}`);

const demo = spawn("node", ["test/run/demo.ts"], { cwd: root, env, stdio: "inherit" });
for (const name of ["SIGINT", "SIGTERM"]) process.on(name, () => demo.kill(name));
demo.once("exit", (status, signal) => process.exit(signal === null ? (status ?? 1) : 0));
