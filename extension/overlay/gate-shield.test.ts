// A submit is held only for breaches with a gate that were not explained, on buttons that the profile says can be held.
import { afterEach, beforeEach, expect, it } from "vitest";
import { EXCEPTION_FOR, gated, gateShield, submitsOf } from "./gate-shield.ts";
import { AT, breach, pageState, unread } from "./sample.ts";

const held = breach({ gate: "soft" });
const state = (part: Parameters<typeof pageState>[0] = {}) =>
  pageState({ applicable: [held, unread()], submits: [{ text: "提交审核", held: true }], ...part });

let shield: ReturnType<typeof gateShield>;
let asked: Element[];
beforeEach(() => {
  document.body.innerHTML =
    '<form><input id="name"><button id="save">保存</button><button id="go"><span> 提交 审核 </span></button></form>';
  asked = [];
  shield = gateShield((button) => asked.push(button));
});
afterEach(() => shield.stop());

it("is about breaches with a gate only, until they are explained for the same facts", () => {
  expect(gated(state(), AT)).toEqual([held]);
  expect(gated(state({ applicable: [breach(), unread({ gate: "soft" })] }), AT)).toEqual([]);
  expect(gated(state({ applicable: [breach({ gate: "hard", mended: 1 })] }), AT)).toEqual([]);
  const explained = (until: number) =>
    state({ answers: { [held.key]: { kind: "explained", at: AT, until } } });
  expect(gated(explained(AT + 1), AT)).toEqual([]);
  expect(gated(explained(AT - 1), AT)).toEqual([held]);
});

it("takes no longer exception from a hard gate than a day, also one that was given when the gate was soft", () => {
  const firm = breach({ gate: "hard" });
  const explained = { [firm.key]: { kind: "explained" as const, at: AT, until: AT + 3 * EXCEPTION_FOR } };
  const hard = state({ applicable: [firm], answers: explained });
  expect(gated(hard, AT + EXCEPTION_FOR - 1)).toEqual([]);
  expect(gated(hard, AT + EXCEPTION_FOR)).toEqual([firm]);
});

it("holds again on a page left open, once what released it has ended", () => {
  shield.show(state(), AT);
  shield.release([held.key]);
  expect(shield.show(state(), AT)).toBe(false);
  const told = state({ answers: { [held.key]: { kind: "explained", at: AT, until: AT + 100 } } });
  expect(shield.show(told, AT + 99)).toBe(false);
  expect(shield.show(told, AT + 100)).toBe(true);
});

it("finds the host's buttons by their words, and leaves those alone that cannot be held", () => {
  expect(submitsOf(state()).map(({ id }) => id)).toEqual(["go"]);
  expect(submitsOf(state({ submits: [{ text: "提交审核", held: false }] }))).toEqual([]);
  expect(submitsOf(state({ submits: [{ css: "[[", held: true }] }))).toEqual([]);
});

it("holds a key on the button, not a key elsewhere, not one of a composition, not one that a script makes", () => {
  expect(shield.show(state(), AT)).toBe(true);
  const press = (id: string, more: KeyboardEventInit & { forged?: boolean } = {}): boolean => {
    const { forged = false, ...init } = more;
    const event = new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true, ...init });
    Object.defineProperty(event, "isTrusted", { value: !forged });
    document.querySelector(id)!.dispatchEvent(event);
    return event.defaultPrevented;
  };
  expect(press("#go")).toBe(true);
  expect(press("#save")).toBe(false);
  expect(press("#name")).toBe(false);
  expect(press("#go", { isComposing: true })).toBe(false);
  expect(press("#go", { forged: true })).toBe(false);
  expect(asked).toHaveLength(1);
});

it("holds a button that the host draws after what it submits was read, or draws anew", () => {
  const form = document.querySelector("form")!;
  const button = document.querySelector<HTMLElement>("#go")!;
  button.remove();
  expect(shield.show(state(), AT)).toBe(false);
  form.appendChild(button);
  shield.follow();
  expect(shield.element.querySelectorAll(".shield")).toHaveLength(1);
  const fresh = button.cloneNode(true) as HTMLElement;
  form.replaceChild(fresh, button);
  shield.follow();
  shield.element.querySelector<HTMLElement>(".shield")!.click();
  expect(asked).toEqual([fresh]);
  // What was released stays so, though the button is drawn anew.
  shield.release([held.key]);
  form.replaceChild(button, fresh);
  shield.follow();
  expect(shield.element.querySelectorAll(".shield")).toHaveLength(0);
});

it("lets a click that only a script makes through, and everything after a release", () => {
  shield.show(state(), AT);
  let clicks = 0;
  document.querySelector("#go")!.addEventListener("click", (event) => {
    event.preventDefault();
    clicks += 1;
  });
  document.querySelector<HTMLElement>("#go")!.click();
  expect(clicks).toBe(1);
  shield.release([held.key]);
  expect(shield.show(state(), AT)).toBe(false);
  expect(shield.element.children).toHaveLength(0);
  expect(shield.show(state({ applicable: [breach({ key: "other facts", gate: "soft" })] }), AT)).toBe(true);
});
