// Edge and Firefox have packages of their own: built by the command, each with the manifest that its browser takes.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { afterAll, expect, test } from "vitest";
import { root } from "../run/processes.ts";

const HOSTS = "http://case.example.invalid:8080,https://ledger.example.invalid";
const out = mkdtempSync(join(tmpdir(), "first-button-browsers-"));
afterAll(() => rmSync(out, { recursive: true, force: true }));

/** What Firefox has of the extension interfaces that a background and our own pages may call. */
const FIREFOX =
  /^chrome\.(action|alarms|commands|idle|notifications|permissions|runtime|scripting|storage|tabs|windows)\b/;

test("Edge and Firefox have packages of their own, each with the manifest that its browser takes", () => {
  const key = join(out, "keys", "extension.pem");
  const ran = spawnSync(
    process.execPath,
    [
      join(root, "worker/cli/zip.ts"),
      ...["--hosts", HOSTS, "--out", out, "--key", key, "--browsers", "chrome,edge,firefox"],
    ],
    { cwd: root, encoding: "utf8" },
  );
  expect([ran.stderr, ran.status]).toEqual(["", 0]);
  const packed = (browser: string): Record<string, Uint8Array> =>
    unzipSync(new Uint8Array(readFileSync(join(out, `first-button-0.1.0-${browser}.zip`))));
  const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);
  const manifest = (of: Record<string, Uint8Array>) =>
    JSON.parse(text(of["manifest.json"])) as Record<string, unknown>;
  const [chrome, edge, firefox] = [packed("chrome"), packed("edge"), packed("firefox")];
  expect(manifest(edge)).toEqual(manifest(chrome));
  expect(Object.keys(edge)).toEqual(Object.keys(chrome));
  const fox = manifest(firefox);
  const without = HOSTS.split(",").map((host) => `${host.replace(/:\d+$/, "")}/*`);
  expect(fox).toMatchObject({
    manifest_version: 3,
    browser_specific_settings: { gecko: { strict_min_version: "128.0" } },
    background: { type: "module", scripts: ["background.js"] },
    sidebar_action: { default_panel: "sidepanel.html" },
    host_permissions: without,
    content_scripts: [{ matches: without, all_frames: true, match_origin_as_fallback: true }],
    web_accessible_resources: [{ resources: ["reader.js"], matches: without }],
  });
  for (const other of ["minimum_chrome_version", "key", "update_url", "side_panel", "storage"])
    expect(Object.keys(fox)).not.toContain(other);
  expect(fox["permissions"]).not.toContain("sidePanel");
  expect((fox["background"] as object) && "service_worker" in (fox["background"] as object)).toBe(false);
  const scripts = Object.entries(firefox).filter(([path]) => path.endsWith(".js"));
  expect(scripts.length).toBeGreaterThan(5);
  const calls = scripts.flatMap(([, bytes]) => text(bytes).match(/\bchrome\.[a-z]\w*/g) ?? []);
  expect([...new Set(calls)].filter((call) => !FIREFOX.test(call))).toEqual([]);
}, 300_000);
