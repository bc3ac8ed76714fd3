// A closed panel draws nothing: what has come meanwhile stands there when it is opened.
import { afterEach, expect, it, vi } from "vitest";
import { FIRST_PLACE } from "../kept-place.ts";
import { type Overlay, startOverlay } from "../overlay.ts";
import { breach, pageState } from "../sample.ts";
import { patience } from "../stay.ts";
import { pickUp } from "../surface.ts";
import { mountPanel } from "./mount.tsx";

let overlay: Overlay;
afterEach(() => overlay.leave());

const soon = (): Promise<void> => new Promise((done) => setTimeout(done, 30));

it("is not drawn by states that come while it is closed, and is up to date when opened", async () => {
  overlay = startOverlay({
    frame: "",
    ask: (async () => ({ ok: true, value: null })) as never,
    send: vi.fn(),
    reread: () => undefined,
    keep: () => undefined,
    kept: Promise.resolve(FIRST_PLACE),
    patience: patience(),
    reopened: () => undefined,
  });
  const surface = pickUp()!;
  const hear = (title: string): void =>
    overlay.hear({ type: "state", state: pageState({ applicable: [breach({ title })] }) });
  hear("第一件");
  mountPanel(surface);
  surface.openPanel({ keyboard: false });
  const panel = surface.root.querySelector(".panel")!;
  expect(panel.textContent).toContain("第一件");
  overlay.hear({ type: "toggle-panel" });
  expect(panel.isConnected).toBe(false);
  hear("第二件");
  await soon();
  expect(panel.textContent).toContain("第一件");
  surface.openPanel({ keyboard: false });
  await soon();
  expect(panel.textContent).toContain("第二件");
  hear("第三件");
  await soon();
  expect(panel.textContent).toContain("第三件");
});
