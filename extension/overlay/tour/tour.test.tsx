// The tour: offered without taking the focus, walked by click and key, left at once, and gone with what it stands beside.
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { words } from "../../words/tour.ts";
import { $, asked, hear, panelStage, root, show, tick } from "../panel/panel-stage.ts";
import { pageState } from "../sample.ts";
import { pickUp } from "../surface.ts";
import { mountTour } from "./mount-tour.tsx";
import { placeBeside } from "./place.ts";

panelStage();
const card = (): HTMLElement | null => root().querySelector(".tour-card");
const says = (): string => card()?.textContent ?? "";
const click = async (label: string): Promise<void> => {
  [...card()!.querySelectorAll("button")].find((b) => b.textContent === label)!.click();
  await tick();
};
const key = async (name: string): Promise<void> => {
  card()!.dispatchEvent(new KeyboardEvent("keydown", { key: name, bubbles: true, cancelable: true }));
  await tick();
};
const done = (): number => asked.filter(([name]) => name === "tour-done").length;

beforeEach(async () => {
  await show(pageState());
  document.querySelector<HTMLElement>("#askers")!.focus();
  mountTour(pickUp()!);
  await tick();
});
afterEach(() => vi.useRealTimers());

test("is an invitation that takes no focus and can be waved off", async () => {
  expect(says()).toContain(words.tour.invite.title);
  expect(document.activeElement?.id).toBe("askers");
  await click(words.tour.invite.no);
  expect(card()).toBeNull();
  expect(done()).toBe(1);
});

test("goes through its steps by click and ends by being remembered", async () => {
  await click(words.tour.invite.go);
  for (const [i, step] of words.tour.steps.entries()) {
    expect(says()).toContain(step.title);
    expect(says()).toContain(`${i + 1} / ${words.tour.steps.length}`);
    expect(done()).toBe(0);
    await click(i === words.tour.steps.length - 1 ? words.tour.done : words.tour.next);
  }
  expect(card()).toBeNull();
  expect(done()).toBe(1);
});

test("goes back and forth by the arrow keys and is left by Escape", async () => {
  await click(words.tour.invite.go);
  await key("ArrowRight");
  expect(says()).toContain(words.tour.steps[1].title);
  await key("ArrowLeft");
  expect(says()).toContain(words.tour.steps[0].title);
  await key("ArrowLeft");
  expect(says()).toContain(words.tour.steps[0].title);
  await key("Escape");
  expect(card()).toBeNull();
  expect(done()).toBe(1);
});

test("opens the panel where it speaks of it", async () => {
  await click(words.tour.invite.go);
  await click(words.tour.next);
  expect($(".panel").isConnected).toBe(true);
});

test("is there once, and goes unremembered when the page is paused", async () => {
  mountTour(pickUp()!);
  expect(root().querySelectorAll(".tour-card")).toHaveLength(1);
  hear(pageState({ paused: { until: Date.now() + 60_000, reason: "查旧案" } }));
  await tick();
  expect(card()).toBeNull();
  expect(done()).toBe(0);
});

test("stands beside what it speaks of and inside the window", () => {
  const room = { width: 1280, height: 800 };
  const size = { width: 320, height: 150 };
  expect(placeBeside({ left: 1234, top: 468, width: 40, height: 40 }, size, room)).toEqual({
    left: 902,
    top: 413,
  });
  expect(placeBeside({ left: 6, top: 468, width: 40, height: 40 }, size, room).left).toBe(58);
  expect(placeBeside({ left: 1234, top: 790, width: 40, height: 40 }, size, room).top).toBe(638);
  const button = { left: 1234, top: 468, width: 40, height: 40 };
  const text = { left: 226, top: 380, width: 1002, height: 420 };
  expect(placeBeside(button, size, room, [text]), "off the field that is being typed in").toEqual({
    left: 902,
    top: 12,
  });
  expect(placeBeside(button, size, room, [{ ...text, top: 300, height: 200 }]).top).toBe(638);
  const narrow = { width: 400, height: 600 };
  expect(placeBeside({ left: 12, top: 12, width: 376, height: 500 }, size, narrow)).toEqual({
    left: 12,
    top: 438,
  });
});
