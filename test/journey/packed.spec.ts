// The packages of a deployment: made by the command, of a stable id, served by the worker, installed and started.
import { spawn, spawnSync } from "node:child_process";
import { createPublicKey, verify } from "node:crypto";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, test } from "@playwright/test";
import { unzipSync } from "fflate";
import { crxId, crxMessage, openCrx } from "../../shared/crx/crx.ts";
import { RELEASE_PATHS } from "../../shared/crx/update-manifest.ts";
import { startBrowser } from "../run/browser.ts";
import { Overlay } from "../run/overlay.ts";
import { startUnderPolicy } from "../run/policy-browser.ts";
import { root } from "../run/processes.ts";
import { until } from "../run/steps.ts";
import { raise, type Stage } from "./stage.ts";

test.describe.configure({ mode: "serial" });

const out = mkdtempSync(join(tmpdir(), "first-button-packages-"));
const key = join(out, "keys", "extension.pem");
let stage: Stage;
let hosts: string;

test.beforeAll(async () => {
  stage = await raise();
  hosts = `${stage.twin.url},https://case.example.invalid`;
});
test.afterAll(() => stage.end());

interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command; not in step with it, for the worker it publishes to has to answer meanwhile. */
const zip = (...args: readonly string[]): Promise<Ran> =>
  new Promise((done) => {
    const child = spawn(process.execPath, [join(root, "worker/cli/zip.ts"), ...args], {
      cwd: root,
      env: {
        ...process.env,
        FIRST_BUTTON_ACCOUNT: stage.people.admin.account,
        FIRST_BUTTON_PASSWORD: stage.people.admin.password,
      },
    });
    let [stdout, stderr] = ["", ""];
    child.stdout.on("data", (text: Buffer) => (stdout += text.toString()));
    child.stderr.on("data", (text: Buffer) => (stderr += text.toString()));
    child.once("exit", (status) => done({ status, stdout, stderr }));
  });

const named = (text: string): string => /扩展 ID ([a-p]{32})/.exec(text)?.[1] ?? "";
let id: string;

test("one command makes the signed package and hands it to the worker", async () => {
  test.setTimeout(300_000);
  const ran = await zip(
    "--hosts",
    hosts,
    "--out",
    out,
    "--key",
    key,
    "--server",
    stage.worker.url,
    "--browsers",
    "chrome",
    "--publish",
  );
  expect(ran.stderr).toBe("");
  expect(ran.status).toBe(0);
  id = named(ran.stdout);
  expect(statSync(key).mode & 0o777).toBe(0o600);
  const crx = new Uint8Array(readFileSync(join(out, "first-button-0.1.0.crx")));
  const opened = openCrx(crx);
  if (!opened.ok) throw new Error(opened.refusal.message);
  const { publicKey, signature, zip: archive } = opened.value;
  expect(crxId(publicKey)).toBe(id);
  const pem = createPublicKey(readFileSync(key));
  expect(pem.export({ type: "spki", format: "der" }).equals(Buffer.from(publicKey))).toBe(true);
  expect(verify("sha256", crxMessage(publicKey, archive), pem, signature)).toBe(true);
  const served = await fetch(`${stage.worker.url}${RELEASE_PATHS.crx}`);
  expect(served.headers.get("content-type")).toBe("application/x-chrome-extension");
  expect(Buffer.from(await served.arrayBuffer()).equals(Buffer.from(crx))).toBe(true);
  const update = await fetch(`${stage.worker.url}${RELEASE_PATHS.update}`);
  expect(await update.text()).toContain(`appid="${id}"`);
});

test("the packed extension starts under the id of its key and reads the platforms that were named, no other", async () => {
  const folder = join(out, "unpacked");
  const opened = openCrx(new Uint8Array(readFileSync(join(out, "first-button-0.1.0.crx"))));
  if (!opened.ok) throw new Error(opened.refusal.message);
  for (const [path, bytes] of Object.entries(unzipSync(opened.value.zip))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  const browser = await startBrowser({ headless: true, extension: folder });
  try {
    expect(await browser.own("/")).toBe(`chrome-extension://${id}/`);
    const page = await browser.context.newPage();
    await page.goto(`${stage.twin.url}/new/#/case/A9901045200002026110187/interview/b2`);
    await new Overlay(page).wait("button.edge");
    // The same page by a name that the package does not know.
    await page.goto(`${stage.twin.url.replace("127.0.0.1", "localhost")}/new/#/case/A9901045200002026110187`);
    await page.waitForTimeout(3_000);
    expect(await new Overlay(page).layers()).toEqual({ top: 0, frames: 0 });
  } finally {
    await browser.close();
  }
});

test("force-installed by policy from the worker: installed, told its server, and reading the hosts that policy names", async () => {
  const policy = JSON.parse(readFileSync(join(out, "policy.json"), "utf8")) as {
    "3rdparty": { extensions: Record<string, object> };
  };
  policy["3rdparty"].extensions[id] = {
    ...policy["3rdparty"].extensions[id],
    hosts: [`${stage.twin.url}/new/*`],
    unit: "柳桥派出所",
  };
  const context = await startUnderPolicy(policy);
  const how = context === undefined ? "no mount namespace here: not installed by policy" : "by policy";
  test.info().annotations.push({ type: "installed", description: how });
  process.stdout.write(`installed ${how}\n`);
  if (context === undefined) {
    // What a browser would do then: the served bytes are those that were signed, under the id that the policy names.
    const served = new Uint8Array(
      await (await fetch(`${stage.worker.url}${RELEASE_PATHS.crx}`)).arrayBuffer(),
    );
    const opened = openCrx(served);
    expect(opened.ok && crxId(opened.value.publicKey)).toBe(id);
    return;
  }
  try {
    const own = await context.newPage();
    await until(
      "installed",
      async () =>
        own.goto(`chrome-extension://${id}/console.html`).then(
          () => true,
          () => false,
        ),
      45_000,
    );
    await expect(own.getByText("本机属于柳桥派出所").first()).toBeVisible({ timeout: 30_000 });
    await expect(own.getByText(stage.worker.url).first()).toBeVisible();
    await expect(own.getByText("改服务地址")).toHaveCount(0);
    const page = await context.newPage();
    await page.goto(`${stage.twin.url}/new/#/case/A9901045200002026110187/interview/b2`);
    await new Overlay(page).wait("button.edge");
    await page.goto(`${stage.twin.url}/old/index.jsp?AJBH=A9901045200002026050063&page=ryqz`);
    await page.waitForTimeout(3_000);
    expect(await new Overlay(page).layers(), "a page that policy leaves out").toEqual({ top: 0, frames: 0 });
  } finally {
    await context.close();
  }
});

test("a key that others may read, an address that is too wide and an unknown browser are refused in one line", () => {
  const bad = (...args: readonly string[]) =>
    spawnSync(process.execPath, [join(root, "worker/cli/zip.ts"), ...args], { cwd: root, encoding: "utf8" });
  chmodSync(key, 0o644);
  const loose = bad("--hosts", hosts, "--out", out, "--key", key);
  chmodSync(key, 0o600);
  expect([loose.status, loose.stderr.trim().split("\n").length]).toEqual([2, 1]);
  expect(loose.stderr).toContain("chmod 600");
  for (const wide of ["https://*", "*://a.example.invalid", "<all_urls>", "https://*.cn", "file:///a", ""])
    expect(bad("--hosts", wide, "--key", key).status, wide).toBe(2);
  expect(bad("--hosts", hosts, "--key", key, "--browsers", "netscape").stderr).toContain("netscape");
});
