// The button and the markers on a host page: what they say, where they stand, how many there are.
import { describe, expect, it, vi } from "vitest";
import { asked, hear, layOut, overlay, overlayStage, root, start } from "./overlay-stage.ts";
import { breach, evidence, finding, pageState } from "./sample.ts";

overlayStage();

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
    document.elementsFromPoint = (_, y) => (y > 390 ? [fresh] : [old]);
    hear(pageState());
    expect(marker()).toBe(at);
    // No word from the background comes: what was read is the same.
    overlay.stirred(false);
    overlay.settled(true);
    expect(marker()).not.toBe(at);
  });

  it("stay with the element that carries the value as long as none has moved, and look for another once it is gone", () => {
    start();
    hear(pageState());
    const asked = vi.spyOn(Document.prototype, "querySelector");
    overlay.stirred(false);
    overlay.settled(false);
    hear(pageState());
    expect(asked).not.toHaveBeenCalled();
    const old = document.querySelector<HTMLElement>("#askers")!;
    const fresh = old.cloneNode() as HTMLElement;
    fresh.getBoundingClientRect = () => new DOMRect(100, 400, 200, 32);
    document.elementsFromPoint = (_, y) => (y > 390 ? [fresh] : [old]);
    old.replaceWith(fresh);
    overlay.stirred(false);
    overlay.settled(false);
    expect(root().querySelector<HTMLElement>(".marker")!.style.transform).toContain("391px");
    asked.mockRestore();
  });

  it("are made for what is on the screen only, the rest as it comes into view", () => {
    document.body.innerHTML = Array.from({ length: 40 }, (_, i) => `<input id="f${i}">`).join("");
    layOut();
    start();
    const fields = Array.from({ length: 40 }, (_, i) => [`interviews/i1.f${i}`, evidence(`#f${i}`)] as const);
    const applicable = fields.map(([marker], i) => breach({ key: `k${i}`, marker, fields: [] }));
    hear(pageState({ applicable, evidence: Object.fromEntries(fields) }));
    const first = root().querySelectorAll(".marker").length;
    expect(first).toBeGreaterThan(5);
    expect(first).toBeLessThan(40);
    document.querySelector<HTMLElement>("#f39")!.getBoundingClientRect = () => new DOMRect(100, 0, 200, 32);
    const last = document.querySelector("#f39")!;
    document.elementsFromPoint = () => [last];
    overlay.stirred(false);
    overlay.settled(true);
    const shown = [...root().querySelectorAll<HTMLElement>(".marker")];
    expect(shown).toHaveLength(first + 1);
    expect(shown.at(-1)!.style.transform).toContain("-9px");
    expect(shown.filter(({ hidden }) => !hidden)).toHaveLength(1);
  });

  it("shorten to shapes when there are more than eight", () => {
    document.body.innerHTML = Array.from({ length: 9 }, (_, i) => `<input id="f${i}">`).join("");
    layOut();
    start();
    const fields = Array.from({ length: 9 }, (_, i) => [`interviews/i1.f${i}`, evidence(`#f${i}`)] as const);
    const applicable = fields.map(([marker], i) => breach({ key: `k${i}`, marker, fields: [] }));
    hear(pageState({ applicable, evidence: Object.fromEntries(fields) }));
    expect(root().querySelectorAll(".marker.bare")).toHaveLength(9);
  });
});
