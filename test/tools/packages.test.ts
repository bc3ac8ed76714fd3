// The pieces of the packaging command: a key made once and kept to its owner, patterns of named platforms alone, the same bytes every time.
import { createPublicKey, verify } from "node:crypto";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { afterAll, expect, test } from "vitest";
import { crxId, crxMessage, openCrx } from "../../shared/crx/crx.ts";
import { archiveOf } from "../../worker/cli/package/archive.ts";
import { hostPatterns, withoutPorts } from "../../worker/cli/package/host-patterns.ts";
import { policyOf } from "../../worker/cli/package/policy.ts";
import { signingKey } from "../../worker/cli/package/signing-key.ts";

const folder = mkdtempSync(join(tmpdir(), "packages-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("the key is made once, for its owner alone, and gives the same id ever after", () => {
  const file = join(folder, "keys", "extension.pem");
  const first = signingKey(file);
  expect(first.made).toBe(true);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const again = signingKey(file);
  expect([again.made, again.id]).toEqual([false, first.id]);
  expect(first.id).toBe(crxId(first.publicKey));
  for (const mode of [0o640, 0o604, 0o602]) {
    chmodSync(file, mode);
    expect(() => signingKey(file), mode.toString(8)).toThrow("chmod 600");
  }
  chmodSync(file, 0o600);
  expect(signingKey(file).id).toBe(first.id);
  const none = join(folder, "none.pem");
  writeFileSync(none, "no key", { mode: 0o600 });
  expect(() => signingKey(none)).toThrow("PEM");
});

test("a folder is packed to the same bytes every time, manifest first, and what is sealed verifies with its key", () => {
  const built = join(folder, "built");
  mkdirSync(join(built, "a"), { recursive: true });
  writeFileSync(join(built, "manifest.json"), '{"version":"1.0"}');
  writeFileSync(join(built, "a", "一.txt"), "字");
  writeFileSync(join(built, "0.js"), "0");
  const zip = archiveOf(built);
  expect(Object.keys(unzipSync(zip))).toEqual(["manifest.json", "0.js", "a/一.txt"]);
  rmSync(join(built, "0.js"));
  writeFileSync(join(built, "0.js"), "0");
  expect(archiveOf(built)).toEqual(zip);
  const file = join(folder, "keys", "extension.pem");
  const opened = openCrx(signingKey(file).seal(zip));
  if (!opened.ok) throw new Error(opened.refusal.message);
  const { publicKey, signature } = opened.value;
  const key = createPublicKey(readFileSync(file));
  expect(verify("sha256", crxMessage(publicKey, zip), key, signature)).toBe(true);
  expect(verify("sha256", crxMessage(publicKey, zip.slice(1)), key, signature)).toBe(false);
});

test.each<[string, readonly string[]]>([
  ["https://a.example.invalid", ["https://a.example.invalid/*"]],
  [
    "https://A.example.invalid/,http://10.0.0.1:8080",
    ["https://a.example.invalid/*", "http://10.0.0.1:8080/*"],
  ],
  ["https://a.example.invalid/ajxt/*，https://a.example.invalid/ajxt/", ["https://a.example.invalid/ajxt/*"]],
  ["https://*.example.invalid", ["https://*.example.invalid/*"]],
])("%s is written into the manifest as %s", (text, patterns) => {
  expect(hostPatterns(text)).toEqual(patterns);
});

test.each([
  "",
  "  ",
  "https://*",
  "https://*.cn",
  "*://a.invalid",
  "<all_urls>",
  "file:///a",
  "a.invalid",
  "https://a/*/b",
  "https://a?b",
])("“%s” is refused", (text) => {
  expect(() => hostPatterns(text)).toThrow("https://");
});

test("Firefox knows no ports in patterns", () => {
  expect(withoutPorts(["http://10.0.0.1:8080/*", "http://10.0.0.1/*", "https://a/*"])).toEqual([
    "http://10.0.0.1/*",
    "https://a/*",
  ]);
});

test("the policy names id, update address and settings as the managed schema has them", () => {
  const schema = JSON.parse(
    readFileSync(join(import.meta.dirname, "../../extension/public/managed.schema.json"), "utf8"),
  ) as { properties: Record<string, { type: string }> };
  expect(Object.keys(schema.properties)).toEqual(["server", "packKey", "hosts", "unit", "idleMinutes"]);
  const id = "a".repeat(32);
  const policy = JSON.parse(
    policyOf({
      id,
      updates: "https://s/u.xml",
      hosts: ["https://a/*"],
      server: "https://s",
      unit: "柳桥派出所",
    }),
  ) as Record<string, Record<string, Record<string, Record<string, unknown>>>>;
  expect(policy["ExtensionSettings"]?.[id]).toMatchObject({
    installation_mode: "force_installed",
    update_url: "https://s/u.xml",
  });
  const settings = policy["3rdparty"]?.["extensions"]?.[id] ?? {};
  expect(settings).toEqual({ server: "https://s", hosts: ["https://a/*"], unit: "柳桥派出所" });
  for (const name of Object.keys(settings)) expect(Object.keys(schema.properties)).toContain(name);
});
