// Makes the packages of a deployment: npm run zip -- --hosts https://a,https://b [--server URL] [--unit NAME] [--pack-key HEX] [--key FILE] [--out DIR] [--browsers chrome,edge,firefox] [--publish].
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import { RELEASE_PATHS, updateManifest } from "../../shared/crx/update-manifest.ts";
import { ROOT } from "./catalogue-files.ts";
import { archiveOf } from "./package/archive.ts";
import { BROWSERS, type BrowserName, build, versionOf } from "./package/build.ts";
import { hostPatterns } from "./package/host-patterns.ts";
import { policyOf } from "./package/policy.ts";
import { publish } from "./package/publish.ts";
import { signingKey } from "./package/signing-key.ts";
import { Stop, stopLine } from "./stop.ts";

/** Where a service on this machine answers. */
const HERE = "http://127.0.0.1:8787";

function browsersOf(list: string | undefined): readonly BrowserName[] {
  const asked = list?.split(",") ?? BROWSERS;
  const unknown = asked.filter((one) => !(BROWSERS as readonly string[]).includes(one));
  if (unknown.length > 0) throw new Stop(`不认识的浏览器 ${unknown.join("、")}，可选 ${BROWSERS.join(",")}`);
  return asked as readonly BrowserName[];
}

function serverOf(text: string | undefined): string | undefined {
  const server = text?.replace(/\/+$/, "");
  if (server !== undefined && !/^https?:\/\/[^\s/]+$/.test(server))
    throw new Stop(`服务地址“${text}”须写成 https://fb.example.invalid 的形式`);
  return server;
}

async function run(): Promise<void> {
  const { values } = parseArgs({
    options: {
      hosts: { type: "string" },
      server: { type: "string" },
      key: { type: "string" },
      out: { type: "string" },
      browsers: { type: "string" },
      unit: { type: "string" },
      "pack-key": { type: "string" },
      publish: { type: "boolean" },
    },
  });
  const hosts = hostPatterns(values.hosts ?? "");
  const browsers = browsersOf(values.browsers);
  const server = serverOf(values.server);
  const packKey = values["pack-key"]?.toLowerCase();
  if (packKey !== undefined && !/^[0-9a-f]{64}$/.test(packKey))
    throw new Stop("--pack-key 须为 64 位十六进制的规则包公钥，见登录页的“完整公钥”");
  const base = server ?? HERE;
  const out = resolve(values.out ?? join(ROOT, ".cache", "packages"));
  const keyFile = resolve(values.key ?? join(ROOT, ".cache", "keys", "extension.pem"));
  const key = signingKey(keyFile);
  const updates = `${base}${RELEASE_PATHS.update}`;
  const written: string[] = [];
  const write = (name: string, content: Uint8Array | string): void => {
    mkdirSync(out, { recursive: true });
    writeFileSync(join(out, name), content);
    written.push(`${name}  ${(content.length / 1024).toFixed(0)} KB`);
  };
  const under = mkdtempSync(join(tmpdir(), "first-button-build-"));
  let crx: Uint8Array | undefined;
  try {
    for (const browser of browsers) {
      const folder = build({ browser, hosts, under, publicKey: key.publicKey, updates });
      const version = versionOf(folder);
      const zip = archiveOf(folder);
      write(`first-button-${version}-${browser}.zip`, zip);
      if (browser !== "chrome") continue;
      crx = key.seal(zip);
      const sha256 = createHash("sha256").update(crx).digest("hex");
      const codebase = `${base}${RELEASE_PATHS.crx}`;
      write(`first-button-${version}.crx`, crx);
      write("update.xml", updateManifest({ id: key.id, version, codebase, sha256, size: crx.length }));
      write("policy.json", policyOf({ id: key.id, updates, hosts, server, packKey, unit: values.unit }));
    }
  } finally {
    rmSync(under, { recursive: true, force: true });
  }
  const lines = [
    `扩展 ID ${key.id}`,
    `读取的地址 ${hosts.join("  ")}`,
    `密钥 ${keyFile}${key.made ? "（刚刚生成：请备份，丢失后不能再发布新版本）" : ""}`,
    ...written.map((one) => `${relative(process.cwd(), out) || "."}/${one}`),
  ];
  if (values.publish === true) {
    if (crx === undefined) throw new Stop("发布需要 chrome 的包，请去掉 --browsers 或者加上 chrome");
    lines.push(await publish(base, crx));
  }
  process.stdout.write(`${lines.join("\n")}\n`);
}

try {
  await run();
} catch (error) {
  process.stderr.write(stopLine(error));
  process.exitCode = 2;
}
