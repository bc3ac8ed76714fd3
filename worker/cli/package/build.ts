// Builds the extension for one browser into a folder of its own, with a deployment's hosts and key written into its manifest.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { ROOT } from "../catalogue-files.ts";
import { Stop } from "../stop.ts";
import { withoutPorts } from "./host-patterns.ts";

export const BROWSERS = ["chrome", "edge", "firefox"] as const;
export type BrowserName = (typeof BROWSERS)[number];

export interface BuildInput {
  readonly browser: BrowserName;
  readonly hosts: readonly string[];
  /** Folder under which it is built. */
  readonly under: string;
  /** Public half of the signing key, DER. */
  readonly publicKey: Uint8Array;
  /** Address of the update manifest. */
  readonly updates: string;
}

/** Runs the packager; answers the folder that holds the unpacked extension. */
export function build({ browser, hosts, under, publicKey, updates }: BuildInput): string {
  const bin = join(ROOT, "node_modules", ".bin");
  const firefox = browser === "firefox";
  const run = spawnSync(
    join(bin, "wxt"),
    ["build", "extension", "-b", browser, ...(firefox ? ["--mv3"] : [])],
    {
      cwd: ROOT,
      encoding: "utf8",
      env: {
        ...process.env,
        PATH: `${bin}:${process.env["PATH"] ?? ""}`,
        FIRST_BUTTON_HOSTS: (firefox ? withoutPorts(hosts) : hosts).join(","),
        FIRST_BUTTON_KEY: Buffer.from(publicKey).toString("base64"),
        FIRST_BUTTON_UPDATES: updates,
        FIRST_BUTTON_BUILD: resolve(under),
      },
    },
  );
  if (run.status !== 0)
    throw new Stop(
      `${browser} 的扩展没有构建成功：${`${run.stdout}${run.stderr}`.trim().split("\n").slice(-6).join(" ")}`,
    );
  return join(resolve(under), `${browser}-mv3`);
}

/** The version in a built extension's manifest. */
export const versionOf = (folder: string): string =>
  (JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")) as { version: string }).version;
