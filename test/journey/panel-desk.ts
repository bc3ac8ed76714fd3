// The officer's panel on the stand-in platform, for journeys: opened on a page, photographed at two sizes, asked by axe-core.
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { Overlay } from "../run/overlay.ts";
import { root } from "../run/processes.ts";
import { signInBrowser } from "../run/steps.ts";
import { raise, type Stage } from "./stage.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Where the pictures of every state are left. */
export const SCREENS = join(root, "test", "e2e", "screens");

/** A criminal case with a summons that runs and an interview held by one police officer. */
export const CASE = "A9901045200002026110187";

const SIZES = [
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
] as const;

export interface Desk {
  readonly stage: Stage;
  /** One of our own pages, which may ask the background anything. */
  readonly own: Page;
  readonly host: Page;
  readonly overlay: Overlay;
  /** Shows a page of the case afresh and waits for the button. */
  open(page: string, number?: string): Promise<void>;
  /** Shows it and opens the panel. */
  panel(page: string, number?: string): Promise<void>;
}

/** The platform's own form element with this label. */
export const formItem = ({ host }: Pick<Desk, "host">, label: string): Locator =>
  host.locator(".el-form-item:visible", {
    has: host.locator("label", { hasText: new RegExp(`^${label}$`) }),
  });

/** Raises the stage with an officer signed in; `end` the stage when done. */
export async function raiseDesk(): Promise<Desk> {
  const stage = await raise();
  const own = await signInBrowser(stage.browser, stage.worker.url, stage.people.officer);
  const host = await stage.browser.context.newPage();
  const overlay = new Overlay(host);
  const open = async (page: string, number = CASE): Promise<void> => {
    await host.goto("about:blank");
    await host.goto(`${stage.twin.url}/new/#/case/${number}/${page}`);
    await overlay.wait("button");
  };
  return {
    stage,
    own,
    host,
    overlay,
    open,
    async panel(page, number) {
      await open(page, number);
      await overlay.wait("button", "项");
      await overlay.click("button", "第一粒扣");
      await overlay.wait("[role=tab]", "提醒");
    },
  };
}

/** Scrolls what matches into sight within the panel, then clicks it with the mouse. */
export async function press({ overlay }: Desk, selector: string, text: string): Promise<void> {
  await overlay.wait(selector, text);
  await overlay.run(`function () {
    [...this.querySelectorAll(${JSON.stringify(selector)})]
      .find((each) => (each.textContent + each.getAttribute("aria-label")).includes(${JSON.stringify(text)}))
      ?.scrollIntoView({ block: "center" });
  }`);
  await overlay.click(selector, text);
}

/** Leaves a picture of what is on screen at this size. */
export async function pictureAt(
  { host }: Desk,
  name: string,
  size: { readonly width: number; readonly height: number },
): Promise<void> {
  mkdirSync(SCREENS, { recursive: true });
  await host.setViewportSize(size);
  await host.waitForTimeout(250);
  await host.screenshot({ path: join(SCREENS, `${name}-${size.width}.png`) });
}

/** Leaves pictures at the smallest size and at a usual one, and goes back to the size of the stage. */
export async function picture(desk: Desk, name: string): Promise<void> {
  for (const size of SIZES) await pictureAt(desk, name, size);
  const { host } = desk;
  await host.setViewportSize({ width: 1280, height: 800 });
  await host.waitForTimeout(150);
}

/** What axe-core finds in our layer, one line for each place; empty when everybody can use it. */
export const faultsOf = ({ overlay }: Desk): Promise<readonly string[]> =>
  overlay.run<readonly string[]>(
    `async function () {
      const { host } = this;
      Object.defineProperty(host, "shadowRoot", { value: this, configurable: true });
      const { violations } = await axe.run(host, { resultTypes: ["violations"] });
      return violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) =>
        id + ": " + html.slice(0, 160) + " " + (failureSummary ?? "").replace(/\\s+/g, " ").slice(0, 200)));
    }`,
    AXE,
  );
