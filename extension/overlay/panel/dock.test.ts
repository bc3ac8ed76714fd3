// The panel keeps clear of the host's buttons as far as there is room.
import { expect, it } from "vitest";
import { freeColumn, panelWidth } from "./dock.ts";

const column = new DOMRect(1000, 60, 400, 800);
const button = (top: number, height = 32): DOMRect => new DOMRect(1100, top, 80, height);

it("ends above a submit area and begins below a tool bar", () => {
  expect(freeColumn(column, [button(800)])).toEqual({ top: 60, height: 732 });
  expect(freeColumn(column, [button(64)])).toEqual({ top: 104, height: 756 });
  expect(freeColumn(column, [button(64), button(800)])).toEqual({ top: 104, height: 688 });
});

it("takes the highest free stretch between buttons, not the first", () => {
  const rows = [button(300), button(340), button(380)];
  expect(freeColumn(column, rows)).toEqual({ top: 420, height: 440 });
  expect(freeColumn(column, [button(400)])).toEqual({ top: 440, height: 420 });
});

it("never shrinks below what is of use", () => {
  const many = Array.from({ length: 20 }, (_, i) => button(70 + i * 40));
  expect(freeColumn(column, many).height).toBeGreaterThanOrEqual(320);
});

it("is as wide as was dragged, within bounds", () => {
  expect(panelWidth({ side: "right", y: 0.5, panel: "right", width: 900 })).toBe(560);
  expect(panelWidth({ side: "right", y: 0.5, panel: "right", width: 100 })).toBe(360);
});
