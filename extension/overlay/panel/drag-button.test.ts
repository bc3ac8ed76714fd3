// The button goes where it is dragged, opens on a press that does not move, and is picked up also mid-press.
import { beforeEach, expect, it, vi } from "vitest";
import { dragButton } from "./drag-button.ts";

let button: HTMLButtonElement;
let opened: number;
const moved = vi.fn();
const at = (name: string, clientX: number, clientY: number, buttons = 1, pointerType = "mouse"): void =>
  void button.dispatchEvent(
    Object.assign(new MouseEvent(name, { clientX, clientY, buttons, bubbles: true }), {
      pointerId: 1,
      pointerType,
    }),
  );

beforeEach(() => {
  document.body.innerHTML = "<button></button>";
  button = document.querySelector("button")!;
  button.setPointerCapture = () => undefined;
  button.getBoundingClientRect = () => new DOMRect(6, Number.parseFloat(button.style.top), 40, 40);
  opened = 0;
  button.addEventListener("click", () => opened++);
  moved.mockClear();
  dragButton(button, moved);
});

it("follows the pointer along the nearer edge, keeps the place where it is let go, and does not open", () => {
  at("pointerdown", innerWidth - 20, 300);
  at("pointermove", innerWidth - 22, 302);
  expect(button.style.top).toBe("");
  at("pointermove", 100, 200);
  expect([button.style.left, button.style.right, button.style.top]).toEqual(["6px", "auto", "180px"]);
  at("pointermove", 100, -500);
  expect(button.style.top).toBe("6px");
  at("pointermove", 100, 200);
  at("pointerup", 100, 200, 0);
  expect(moved.mock.calls).toEqual([[{ side: "left", y: 200 / innerHeight }]]);
  at("click", 100, 200, 0);
  expect(opened).toBe(0);
  at("click", 100, 200, 0);
  expect(opened).toBe(1);
});

it("opens on a press that moves no further than a hand trembles", () => {
  at("pointerdown", 20, 300);
  at("pointermove", 22, 303);
  at("pointerup", 22, 303, 0);
  at("click", 22, 303, 0);
  expect([opened, moved.mock.calls.length]).toEqual([1, 0]);
});

it("is picked up by a finger that was down before it could be dragged, not by a mouse that selects text across it", () => {
  at("pointermove", 20, 300);
  at("pointermove", 20, 400);
  expect(button.style.top).toBe("");
  at("pointermove", 20, 300, 1, "touch");
  at("pointermove", 20, 400, 1, "touch");
  expect(button.style.top).toBe("380px");
});
