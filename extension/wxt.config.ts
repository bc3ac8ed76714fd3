// How the extension is packed: manifest, hosts, entrypoints.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import preact from "@preact/preset-vite";
import { defineConfig } from "wxt";
import { LOWEST_CHROMIUM, tooNewInBuild } from "./browser-floor.ts";
import { PRESSED, pressAgain } from "./press-script.ts";

const { version } = JSON.parse(readFileSync(join(import.meta.dirname, "..", "package.json"), "utf8")) as {
  version: string;
};

const set = process.env;
/** Host pages to read, written into the manifest at packaging; the default serves the demo on this machine. */
const hosts = (set["FIRST_BUTTON_HOSTS"] ?? "http://127.0.0.1/*,http://localhost/*").split(",");
/** The lowest Firefox: `match_origin_as_fallback`, storage of a session and module backgrounds are there. */
const LOWEST_FIREFOX = "128.0";
/** Public half of the signing key, DER in base64: an unpacked copy has the id of the packed one. */
const key = set["FIRST_BUTTON_KEY"];
/** Where an installed package asks for newer ones. */
const updates = set["FIRST_BUTTON_UPDATES"];
/** Folder for what is built, beside the usual one. */
const folder = set["FIRST_BUTTON_BUILD"];

/** The reader's script goes into every frame of these hosts; said here, where it costs no host page a byte. */
const inEveryFrame = {
  matches: hosts,
  all_frames: true,
  match_about_blank: true,
  match_origin_as_fallback: true,
  run_at: "document_idle",
};

/** The number by which Lightning CSS names what it makes of `light-dark()`. */
const LIGHT_DARK = 1_048_576;

export default defineConfig({
  root: import.meta.dirname,
  srcDir: ".",
  ...(folder === undefined ? {} : { outDir: folder }),
  imports: false,
  manifestVersion: 3,
  vite: () => ({
    plugins: [preact({ devToolsEnabled: false })],
    resolve: {
      alias: { "wxt/utils/content-script-context": join(import.meta.dirname, "overlay/bare-context.ts") },
    },
    // `color-scheme` as it is written: variables for `light-dark()` beside it serve nobody, since no style asks for it.
    css: { lightningcss: { exclude: LIGHT_DARK } },
    build: {
      target: "chrome109",
      modulePreload: false,
      minify: "terser",
      terserOptions: PRESSED,
    },
  }),
  manifest: ({ browser }) => ({
    name: "第一粒扣",
    version,
    description: "在办案平台页面上实时提示时限与程序，把提醒留在违法之前。",
    default_locale: "zh_CN",
    permissions: ["storage", "unlimitedStorage", "alarms", "notifications", "scripting", "idle"],
    host_permissions: hosts,
    web_accessible_resources: [{ resources: ["reader.js"], matches: hosts }],
    action: { default_title: "第一粒扣" },
    commands: {
      "toggle-panel": { suggested_key: { default: "Alt+Q" }, description: "打开或收起第一粒扣" },
    },
    ...(browser === "firefox"
      ? {
          browser_specific_settings: {
            gecko: { id: "first-button@first-button.invalid", strict_min_version: LOWEST_FIREFOX },
          },
        }
      : {
          minimum_chrome_version: LOWEST_CHROMIUM,
          storage: { managed_schema: "managed.schema.json" },
          ...(key === undefined ? {} : { key }),
          ...(updates === undefined ? {} : { update_url: updates }),
        }),
  }),
  hooks: {
    "build:manifestGenerated": (_, manifest) => {
      for (const script of manifest.content_scripts ?? []) Object.assign(script, inEveryFrame);
    },
    "build:done": async ({ config }) => {
      await pressAgain(config.outDir);
      const found = tooNewInBuild(config.outDir);
      if (found.length > 0)
        throw new Error(`not for Chromium ${LOWEST_CHROMIUM}, the lowest browser:\n${found.join("\n")}`);
    },
  },
});
