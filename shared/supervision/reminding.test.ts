// Ways, quiet hours, budget and tiers of reminders, the thousand random events of an officer's days included.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DAY, HOUR, MINUTE } from "../time/civil.ts";
import {
  atMost,
  budgetSince,
  channelOf,
  climbsAt,
  isFor,
  quietUntil,
  REMINDING,
  type Reach,
  type RingingColour,
  reachOf,
} from "./reminding.ts";

const at = (text: string): number => Date.parse(`2030-03-04T${text}+08:00`);

test("each colour has its way; a unit may send short messages from orange on", () => {
  const ways = (smsFrom: "orange" | "red") =>
    (["blue", "yellow", "orange", "red"] as const).map((colour) => channelOf(colour, { smsFrom }));
  expect(ways("red")).toEqual(["list", "page", "notice", "sms"]);
  expect(ways("orange")).toEqual(["list", "page", "sms", "sms"]);
  expect([atMost("sms", "notice"), atMost("page", "notice")]).toEqual(["notice", "page"]);
});

describe("quiet hours", () => {
  test.each([
    ["21:59", undefined],
    ["22:00", at("07:00") + DAY],
    ["23:59", at("07:00") + DAY],
    ["00:00", at("07:00")],
    ["06:59", at("07:00")],
    ["07:00", undefined],
  ] as const)("from 22:00 to 07:00 at %s", (clock, until) => {
    expect(quietUntil(at(clock), REMINDING)).toBe(until);
  });
  test("within one day, and none at all", () => {
    const noon = { quiet: { from: 12 * 60, until: 14 * 60 } };
    expect(["11:59", "12:00", "13:59", "14:00"].map((clock) => quietUntil(at(clock), noon))).toEqual([
      undefined,
      at("14:00"),
      at("14:00"),
      undefined,
    ]);
    expect(quietUntil(at("03:00"), { quiet: null })).toBeUndefined();
    expect(quietUntil(at("03:00"), { quiet: { from: 60, until: 60 } })).toBeUndefined();
  });
  test("orange waits for their end, red does not, what is only listed neither", () => {
    expect(reachOf("orange", "notice", at("23:00"), 0, REMINDING)).toEqual({
      channel: "notice",
      held: "quiet",
      at: at("07:00") + DAY,
    });
    expect(reachOf("red", "sms", at("23:00"), 99, REMINDING)).toEqual({ channel: "sms", at: at("23:00") });
    expect(reachOf("blue", "list", at("23:00"), 99, REMINDING)).toEqual({ channel: "list", at: at("23:00") });
  });
});

test("of a thousand random events no 24 hours see more than the budget, and every red one is shown", () => {
  const event = fc.record({
    colour: fc.constantFrom<RingingColour[]>("blue", "yellow", "orange", "red"),
    wait: fc.integer({ min: 0, max: 40 * MINUTE }),
  });
  fc.assert(
    fc.property(fc.array(event, { minLength: 1000, maxLength: 1000 }), (events) => {
      let now = at("09:00");
      const shown: { colour: RingingColour; at: number }[] = [];
      let waiting: { colour: RingingColour; reach: Reach }[] = [];
      const lately = () => shown.filter((one) => one.colour !== "red" && one.at > budgetSince(now)).length;
      const tell = (colour: RingingColour) => {
        const reach = reachOf(colour, channelOf(colour, REMINDING), now, lately(), REMINDING);
        if (reach.channel === "list" || reach.held === "budget") return;
        if (reach.held === "quiet") waiting.push({ colour, reach });
        else shown.push({ colour, at: now });
      };
      for (const { colour, wait } of events) {
        const next = now + wait;
        for (const { colour: held, reach } of waiting.filter((one) => one.reach.at <= next)) {
          now = reach.at;
          tell(held);
        }
        waiting = waiting.filter(({ reach }) => reach.at > next);
        now = next;
        tell(colour);
      }
      const reds = events.filter(({ colour }) => colour === "red").length;
      expect(shown.filter(({ colour }) => colour === "red")).toHaveLength(reds);
      const others = shown.filter(({ colour }) => colour !== "red").map((one) => one.at);
      for (const [i, first] of others.entries())
        expect(others.slice(i).filter((one) => one < first + DAY).length).toBeLessThanOrEqual(
          REMINDING.perDay,
        );
      for (const one of others) expect(quietUntil(one, REMINDING)).toBeUndefined();
    }),
    { numRuns: 20 },
  );
});

describe("tiers", () => {
  test("each has its own grace, the last none", () => {
    const from = at("09:00");
    expect([0, 1, 2, 3].map((tier) => climbsAt(tier, from, REMINDING))).toEqual([
      from + 2 * HOUR,
      from + 4 * HOUR,
      from + DAY,
      undefined,
    ]);
  });
  test("a reminder is for those it names, and for the roles of the tiers it has climbed to", () => {
    const reminder = { to: [{ member: "m1" }], unit: "cg", above: "east" };
    const who = (id: string, unit: string, ...roles: string[]) => ({ id, unit, roles });
    const people = {
      officer: who("m1", "cg", "officer"),
      other: who("m2", "cg", "officer"),
      legal: who("m3", "cg", "legal"),
      leader: who("m4", "cg", "leader"),
      above: who("m5", "east", "leader"),
      legalAbove: who("m6", "east", "legal"),
      farAbove: who("m7", "root", "leader"),
    };
    const told = (tier: number) =>
      Object.entries(people)
        .filter(([, one]) => isFor({ ...reminder, tier }, one))
        .map(([name]) => name);
    expect(told(0)).toEqual(["officer"]);
    expect(told(1)).toEqual(["officer", "legal"]);
    expect(told(2)).toEqual(["officer", "legal", "leader"]);
    expect(told(3)).toEqual(["officer", "legal", "leader", "above"]);
    expect(isFor({ tier: 3, unit: "root", above: null }, people.farAbove)).toBe(true);
    expect(isFor({ tier: 3, unit: "cg", above: null }, people.above)).toBe(false);
  });
});
