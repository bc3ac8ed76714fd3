// The overlay on a document: one element of ours at most, nothing else touched, quiet when paused or lost.
import { describe, expect, it, vi } from "vitest";
import type { PageState } from "../protocol/messages.ts";
import { asked, hear, ours, overlay, overlayStage, root, sent, start } from "./overlay-stage.ts";
import { breach, evidence, pageState } from "./sample.ts";
import { type PanelPart, pickUp } from "./surface.ts";

overlayStage();

/** A part that does nothing. */
const part = (): PanelPart => ({
  open: () => undefined,
  close: () => undefined,
  isOpen: () => false,
  draw: () => false,
  follow: () => undefined,
  locate: () => false,
  stop: () => undefined,
});

describe("the host's document", () => {
  it("differs by exactly one element, and by none when paused", () => {
    const before = document.documentElement.outerHTML;
    start();
    hear(pageState());
    expect(ours()).toHaveLength(1);
    const element = ours()[0]!;
    expect(document.documentElement.outerHTML.replace(element.outerHTML, "")).toBe(before);
    expect(element.shadowRoot).toBeNull();
    hear(pageState({ paused: { until: Date.now() + 60_000, reason: "演示" } }));
    expect(document.documentElement.outerHTML).toBe(before);
    hear(pageState());
    expect(ours()).toHaveLength(1);
  });

  it("gets no element in a frame that has nothing to mark", () => {
    start("0/1");
    hear(pageState());
    expect(ours()).toHaveLength(0);
    hear(
      pageState({
        applicable: [breach()],
        evidence: { "interviews/i1.askers": evidence("#askers", { frame: "0/1" }) },
      }),
    );
    expect(ours()).toHaveLength(1);
    expect(root().querySelector(".edge")).toBeNull();
    hear(pageState({ applicable: [] }));
    expect(ours()).toHaveLength(0);
  });

  it("is given the element back when it takes it out, ten times, then no more", async () => {
    start();
    hear(pageState());
    for (let i = 0; i < 10; i += 1) {
      ours()[0]!.remove();
      await vi.advanceTimersByTimeAsync(1);
      expect(ours()).toHaveLength(1);
    }
    ours()[0]!.remove();
    await vi.advanceTimersByTimeAsync(1);
    expect(ours()).toHaveLength(0);
    hear(pageState());
    expect(ours()).toHaveLength(0);
  });

  it("does not hear our keys, and keeps its focus when we are pressed", () => {
    start();
    hear(pageState());
    const heard: string[] = [];
    for (const name of ["keydown", "click", "mousedown"])
      document.addEventListener(name, () => heard.push(name));
    const button = root().querySelector(".edge")!;
    button.dispatchEvent(new KeyboardEvent("keydown", { key: "1", bubbles: true, composed: true }));
    const press = new MouseEvent("mousedown", { bubbles: true, composed: true, cancelable: true });
    button.dispatchEvent(press);
    expect(heard).toEqual([]);
    expect(press.defaultPrevented).toBe(true);
  });
});

describe("locating", () => {
  it("goes through the background when the field stands in another frame", () => {
    start();
    hear(pageState({ evidence: { "interviews/i1.askers": evidence("#askers", { frame: "1" }) } }));
    expect(pickUp()!.locate("interviews/i1.askers")).toBe(true);
    expect(sent).toEqual([{ type: "locate", frame: "1", css: "#askers" }]);
    expect(pickUp()!.locate("interviews/i1.nothing")).toBe(false);
  });

  it("asks the panel's script in a frame that has none yet", () => {
    start("1");
    hear(pageState());
    overlay.hear({ type: "locate", frame: "1", css: "#askers" });
    expect(asked).toEqual(["load-panel"]);
    const located: string[] = [];
    pickUp()!.bring({ ...part(), locate: (css) => located.push(css) > 0 });
    expect(located).toEqual(["#askers"]);
  });
});

describe("a state without what the panel shows", () => {
  it("is enough until the panel is opened; then the whole is asked for, and waited for", () => {
    start();
    const whole = pageState({ applicable: [breach()] });
    const slim: PageState = { ...whole, slim: true, all: [] };
    hear(slim);
    expect(sent).toEqual([]);
    let opened = 0;
    overlay.hear({ type: "toggle-panel" });
    pickUp()!.bring({ ...part(), open: () => void opened++, isOpen: () => opened > 0 });
    expect(sent).toContainEqual({ type: "whole", whole: true });
    expect(overlay.greet()).toEqual([{ type: "whole", whole: true }]);
    expect(opened).toBe(0);
    hear({ ...slim, waiting: 2 });
    expect(opened).toBe(0);
    hear(whole);
    expect(opened).toBe(1);
  });

  it("opens the panel with what there is when the background is gone", () => {
    start();
    hear({ ...pageState(), slim: true });
    let opened = 0;
    pickUp()!.bring({ ...part(), open: () => void opened++ });
    overlay.hear({ type: "toggle-panel" });
    expect(opened).toBe(0);
    overlay.reachable(false);
    expect(opened).toBe(1);
  });
});
