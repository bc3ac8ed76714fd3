// The demo: worker, twin and browser on a case; with a display it stays open, without one it drives the tour and ends.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { startTwin } from "../twin/server.ts";
import { startBrowser } from "./browser.ts";
import { makePeople, type People } from "./people.ts";
import { root, startWorker } from "./processes.ts";
import { signInBrowser } from "./steps.ts";
import { tour } from "./tour.ts";

const say = (text: string): void => void process.stdout.write(`${text}\n`);
const run = join(root, ".cache", "run");
const SECRET = "demo-gateway-secret";

const people = async (url: string, code: () => Promise<string>): Promise<People> => {
  const file = join(run, "people.json");
  const health = (await (await fetch(`${url}/v1/health`)).json()) as { started: boolean };
  if (health.started && existsSync(file)) return JSON.parse(readFileSync(file, "utf8")) as People;
  if (health.started)
    throw new Error(
      `本机台账已有管理员，但找不到演示账号。删除 ${join(run, "state")} 后重新运行即可从头开始。`,
    );
  const made = await makePeople(url, await code());
  writeFileSync(file, JSON.stringify(made, null, 2), { mode: 0o600 });
  return made;
};

const twinPort = Number(process.env["TWIN_PORT"] ?? 8790);
const workerPort = Number(process.env["FIRST_BUTTON_PORT"] ?? 8787);
const twin = await startTwin({ port: twinPort, gatewaySecret: SECRET });
const worker = await startWorker({
  port: workerPort,
  state: join(run, "state"),
  vars: { SMS_URL: `${twin.url}/gateway/sms`, SMS_SECRET: SECRET, APPROVALS: "1" },
});
const display =
  process.platform !== "linux" || Boolean(process.env["DISPLAY"] || process.env["WAYLAND_DISPLAY"]);
const end = async (): Promise<void> => {
  await worker.stop();
  await twin.close();
};

try {
  const known = await people(worker.url, worker.code);
  say(`服务 ${worker.url}　模拟平台 ${twin.url}/new/ 与 ${twin.url}/old/　短信网关 ${twin.url}/gateway/`);
  for (const p of Object.values(known))
    say(`账号 ${p.account}（${p.name}，${p.roles.join("、")}）密码 ${p.password}`);
  if (display) {
    const browser = await startBrowser({ headless: false });
    await signInBrowser(browser, worker.url, known.officer, true);
    const page = await browser.context.newPage();
    await page.goto(`${twin.url}/new/`);
    say("浏览器已打开。关闭浏览器即结束。");
    for (const name of ["SIGINT", "SIGTERM"] as const) process.once(name, () => void browser.close());
    await new Promise((done) => browser.context.once("close", done));
  } else {
    say("没有显示器，改为无界面演示。");
    say(await tour({ twin, worker, people: known, shots: join(root, ".cache", "tour") }));
  }
} finally {
  await end();
}
process.exit(0);
