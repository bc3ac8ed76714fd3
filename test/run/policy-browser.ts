// A Chromium under an enterprise policy of its own: the policy folder is laid over in a mount namespace that only it sees.
import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium } from "playwright-core";

/** Where Debian's Chromium and a plain build look for policies. */
const FOLDERS = ["/etc/chromium", "/etc/opt/chrome"];

/** Makes a namespace in which this user may mount; undefined where the machine gives none (then no policy can be laid over). */
const namespace = (): readonly string[] | undefined =>
  [["-m"], ["-r", "-m"]].find(
    (flags) => spawnSync("unshare", [...flags, "mount", "-t", "tmpfs", "none", "/mnt"]).status === 0,
  );

/**
 * Starts Chromium headless with this policy; undefined where the machine cannot give it one without changing it for everybody.
 * Whoever installs by policy may look into it: without that word the debugging protocol is shut out.
 */
export async function startUnderPolicy(policy: object): Promise<BrowserContext | undefined> {
  const flags = namespace();
  if (flags === undefined) return undefined;
  const folder = mkdtempSync(join(tmpdir(), "first-button-policy-"));
  mkdirSync(join(folder, "policies", "managed"), { recursive: true });
  writeFileSync(
    join(folder, "policies", "managed", "first-button.json"),
    JSON.stringify({ ...policy, DeveloperToolsAvailability: 1 }),
  );
  const lay = FOLDERS.map((place) => `if [ -d ${place} ]; then mount --bind ${folder} ${place}; fi`).join(
    "\n",
  );
  const start = join(folder, "chromium.sh");
  const path = process.env["CHROMIUM_PATH"] || "/usr/bin/chromium";
  writeFileSync(
    start,
    `#!/bin/sh\nexec unshare ${flags.join(" ")} sh -c '${lay}\nexec "$0" "$@"' ${path} "$@"\n`,
  );
  chmodSync(start, 0o755);
  return chromium.launchPersistentContext(mkdtempSync(join(tmpdir(), "first-button-")), {
    executablePath: start,
    headless: false,
    viewport: { width: 1280, height: 800 },
    locale: "zh-CN",
    ignoreDefaultArgs: [
      "--disable-extensions",
      "--disable-background-networking",
      "--disable-component-extensions-with-background-pages",
    ],
    args: [
      "--headless=new",
      "--no-sandbox",
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run",
      "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost",
    ],
  });
}
