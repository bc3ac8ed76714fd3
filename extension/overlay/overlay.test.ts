// The overlay on a document: one element of ours at most, nothing else touched, quiet when paused or lost.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { OWN_ELEMENT } from "../look/own-element.ts";
import type { FrameToBackground, PageState } from "../protocol/messages.ts";
import { FIRST_PLACE } from "./kept-place.ts";
import { type Overlay, startOverlay } from "./overlay.ts";
import { breach, evidence, finding, pageState } from "./sample.ts";
import { patience } from "./stay.ts";
import { pickUp } from "./surface.ts";

const HOST = '<form><input id="askers" value="陈立"><input id="arrived"><button id="go">提交</button></form>';
const ours = (): Element[] => [...document.querySelectorAll(OWN_ELEMENT)];
const root = (): HTMLElement => pickUp()!.root;

let overlay: Overlay;
let sent: FrameToBackground[];
let asked: string[];

function start(frame = ""): void {
  sent = [];
  asked = [];
  overlay = startOverlay({
    frame,
    ask: (async (type: string) => {
      asked.push(type);
      return { ok: true, value: null };
    }) as never,
    send: (message) => sent.push(message),
    reread: () => undefined,
    keep: () => undefined,
    kept: Promise.resolve(FIRST_PLACE),
    patience: patience(),
    reopened: () => undefined,
  });
}
const hear = (state: PageState): void => overlay.hear({ type: "state", state });

beforeEach(() => {
  vi.useFakeTimers();
  document.body.innerHTML = HOST;
  for (const element of document.querySelectorAll<HTMLElement>("input, button"))
    element.getBoundingClientRect = () => new DOMRect(100, 100, 200, 32);
  document.elementsFromPoint = () => [...document.querySelectorAll("#askers")];
});
afterEach(() => {
  overlay.stop();
  for (const element of ours()) element.remove();
  vi.useRealTimers();
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

describe("button and markers", () => {
  it("say in words what they show", () => {
    start();
    hear(pageState());
    expect(root().querySelector(".edge")?.getAttribute("aria-label")).toBe(
      "第一粒扣 3 项：1 项违反，1 项紧急，1 项未检查",
    );
    expect(root().querySelector(".edge .number")?.textContent).toBe("3");
    expect([...root().querySelectorAll(".marker")].map((each) => each.getAttribute("aria-label"))).toEqual([
      "违反：讯问人员中民警不足二人，违反",
      "紧急：传唤将满十二小时，剩 41 分",
    ]);
  });

  it("say that nothing is checked while the background does not answer", () => {
    start();
    hear(pageState({ applicable: [finding()] }));
    expect(root().querySelector(".edge")?.getAttribute("aria-label")).toBe("第一粒扣：已检查 1 项，均符合");
    hear(pageState());
    expect(root().querySelectorAll(".marker")).toHaveLength(2);
    overlay.reachable(false);
    expect(root().querySelector(".edge")?.getAttribute("aria-label")).toBe("第一粒扣：已停，本页没有检查");
    expect(root().querySelectorAll(".marker")).toHaveLength(0);
  });

  it("show what a page says as text, never as markup", () => {
    start();
    const title = '<img src=x onerror="globalThis.hit=1"><script>globalThis.hit=1</script>';
    hear(pageState({ applicable: [breach({ title })] }));
    expect(root().querySelector("img, script")).toBeNull();
    expect(root().querySelector(".marker")?.getAttribute("aria-label")).toContain("<script>");
  });

  it("ask for the panel's script some time after the first finding, once, and not before", () => {
    start();
    hear(pageState({ applicable: [finding()] }));
    vi.advanceTimersByTime(60_000);
    expect(asked).toEqual([]);
    hear(pageState());
    hear(pageState());
    expect(asked).toEqual([]);
    vi.advanceTimersByTime(6_000);
    expect(asked).toEqual(["load-panel"]);
  });

  it("ask for it as soon as somebody comes near the button", () => {
    start();
    hear(pageState());
    root().querySelector(".edge")!.dispatchEvent(new Event("pointerenter"));
    expect(asked).toEqual(["load-panel"]);
  });

  it("ask for it at once when a submit may have to be held", () => {
    start();
    hear(pageState({ applicable: [breach({ gate: "soft" })], submits: [{ text: "提交", held: true }] }));
    expect(asked).toEqual(["load-panel"]);
  });

  it("stand at another element that carries the value after the page was changed", () => {
    start();
    hear(pageState());
    const marker = (): string => root().querySelector<HTMLElement>(".marker")!.style.transform;
    const at = marker();
    const old = document.querySelector<HTMLElement>("#askers")!;
    const fresh = document.createElement("input");
    fresh.id = "askers";
    fresh.getBoundingClientRect = () => new DOMRect(100, 400, 200, 32);
    old.removeAttribute("id");
    document.querySelector("form")!.insertBefore(fresh, old);
    hear(pageState());
    expect(marker()).toBe(at);
    overlay.stirred();
    hear(pageState());
    expect(marker()).not.toBe(at);
  });

  it("shorten to shapes when there are more than eight", () => {
    document.body.innerHTML = Array.from({ length: 9 }, (_, i) => `<input id="f${i}">`).join("");
    start();
    const fields = Array.from({ length: 9 }, (_, i) => [`interviews/i1.f${i}`, evidence(`#f${i}`)] as const);
    const applicable = fields.map(([marker], i) => breach({ key: `k${i}`, marker, fields: [] }));
    hear(pageState({ applicable, evidence: Object.fromEntries(fields) }));
    expect(root().querySelectorAll(".marker.bare")).toHaveLength(9);
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

  it("scrolls to the field and outlines it for a moment without taking the focus", () => {
    start();
    hear(pageState());
    const field = document.querySelector<HTMLElement>("#askers")!;
    field.scrollIntoView = vi.fn();
    expect(pickUp()!.locate("interviews/i1.askers")).toBe(true);
    expect(field.scrollIntoView).toHaveBeenCalled();
    expect(root().querySelectorAll(".outline")).toHaveLength(1);
    expect(document.activeElement).not.toBe(field);
    vi.advanceTimersByTime(1500);
    expect(root().querySelectorAll(".outline")).toHaveLength(0);
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
    const part = {
      open: () => void opened++,
      close: () => undefined,
      isOpen: () => opened > 0,
      draw: () => false,
      follow: () => undefined,
      stop: () => undefined,
    };
    overlay.hear({ type: "toggle-panel" });
    pickUp()!.bring(part);
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
    const nothing = (): undefined => undefined;
    pickUp()!.bring({
      open: () => void opened++,
      close: nothing,
      isOpen: () => false,
      draw: () => false,
      follow: nothing,
      stop: nothing,
    });
    overlay.hear({ type: "toggle-panel" });
    expect(opened).toBe(0);
    overlay.reachable(false);
    expect(opened).toBe(1);
  });
});
