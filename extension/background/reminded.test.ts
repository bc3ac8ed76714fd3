// What a page is told of reminders: the last of each place under its own names, nobody who was told, none while the panel is closed.
import { expect, it } from "vitest";
import type { Reminder } from "../../shared/api/shapes.ts";
import { AT, pageState } from "../overlay/sample.ts";
import type { CaseMemory } from "./cases.ts";
import { slim } from "./frame-state.ts";
import { remindedOf, takeReminders } from "./reminded.ts";

const reminder = (part: Partial<Reminder>): Reminder => ({
  id: "r1",
  caseKey: "p:A1",
  rule: "bail-overrun",
  title: "取保候审超期",
  on: "measures/9d1c000000000001",
  colour: "orange",
  due: AT,
  at: AT,
  channel: "sms",
  state: "sent",
  to: [{ member: "m7", channel: "sms", at: AT }],
  ...part,
});
const memory = (): CaseMemory => ({
  key: "p:A1",
  number: "A1",
  platform: "p",
  facts: {},
  complete: {},
  notes: [],
  ticks: [],
});
const back = (on: string): string => on.replace("9d1c000000000001", "m-1");

it("is the last of each place, under the name that its element has here, without the people", () => {
  const known = memory();
  takeReminders(known, [
    reminder({ id: "r2", colour: "red", at: AT + 60_000, tier: 1 }),
    reminder({}),
    reminder({ id: "r3", rule: "other", state: "parked" }),
  ]);
  const told = remindedOf(known.reminders ?? [], back);
  expect(told).toMatchObject([
    { rule: "bail-overrun", on: "measures/m-1", colour: "red", tier: 1 },
    { rule: "other", on: "measures/m-1", state: "parked" },
  ]);
  expect(JSON.stringify(told)).not.toContain("m7");
});

it("is no part of what a page with a closed panel is told", () => {
  const known = memory();
  takeReminders(known, [reminder({})]);
  const state = pageState({ reminded: remindedOf(known.reminders ?? [], back) });
  expect(state.reminded).toHaveLength(1);
  expect("reminded" in slim(state)).toBe(false);
});
