// A closed panel draws nothing: what has come meanwhile stands there when it is opened.
import { afterEach, expect, it, vi } from "vitest";
import { FIRST_PLACE } from "../kept-place.ts";
import { startOverlay } from "../overlay.ts";
import type { Overlay } from "../overlay-contract.ts";
import { breach, pageState } from "../sample.ts";
import { patience } from "../stay.ts";
import { pickUp } from "../surface.ts";
import { mountPanel } from "./mount.tsx";

let overlay: Overlay;
afterEach(() => overlay.leave());

const start = (): void => {
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
};
const soon = (): Promise<void> => new Promise((done) => setTimeout(done, 30));

it("is not drawn by states that come while it is closed, and is up to date when opened", async () => {
  start();
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

it("scrolls to a field and outlines it for a moment without taking the focus", async () => {
  document.body.innerHTML = '<input id="askers" value="陈立">';
  const field = document.querySelector<HTMLElement>("#askers")!;
  field.getBoundingClientRect = () => new DOMRect(100, 100, 200, 32);
  field.scrollIntoView = vi.fn();
  start();
  overlay.hear({ type: "state", state: pageState() });
  const surface = pickUp()!;
  mountPanel(surface);
  expect(surface.locate("interviews/i1.askers")).toBe(true);
  expect(field.scrollIntoView).toHaveBeenCalled();
  expect(surface.root.querySelectorAll(".outline")).toHaveLength(1);
  expect(document.activeElement).not.toBe(field);
  await vi.waitFor(() => expect(surface.root.querySelectorAll(".outline")).toHaveLength(0), {
    timeout: 3_000,
  });
});

it("takes the focus from its button, which only a key can have given it, and gives it back", () => {
  start();
  overlay.hear({ type: "state", state: pageState() });
  const surface = pickUp()!;
  mountPanel(surface);
  const focused = (): string | undefined =>
    (surface.root.getRootNode() as ShadowRoot).activeElement?.className;
  surface.openPanel({ keyboard: false });
  expect(focused()).toBeUndefined();
  overlay.hear({ type: "toggle-panel" });
  surface.root.querySelector<HTMLElement>(".edge")!.focus();
  surface.openPanel({ keyboard: false });
  expect(focused()).toBe("panel");
  overlay.hear({ type: "toggle-panel" });
  expect(focused()).toContain("edge");
});
