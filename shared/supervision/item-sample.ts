// People and an item's beginning, invented, to try the ways of items with.
import type { Role } from "../api/route.ts";
import type { Actor, ItemOpening } from "./item.ts";
import { STATE_LIMIT } from "./item-limits.ts";

export const START = Date.parse("2026-11-20T09:00+08:00");
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

export const PEOPLE: Readonly<Record<string, readonly Role[]>> = {
  chen: ["officer"],
  zhou: ["officer"],
  lin: ["legal"],
  he: ["leader"],
  both: ["officer", "legal"],
  xu: ["admin"],
  du: ["auditor"],
};
export const NAMES = Object.keys(PEOPLE);
export const actor = (id: string): Actor => (id === "object" ? "object" : { id, roles: PEOPLE[id] ?? [] });

export const opening = (part: Partial<ItemOpening> = {}): ItemOpening => ({
  id: "i1",
  origin: "rule",
  caseKey: "新警综:A9901",
  rule: "bail-overrun",
  on: "measures/m1",
  owner: { id: "chen", name: "陈某" },
  by: "object",
  at: START,
  limit: START + STATE_LIMIT.warned,
  ...part,
});
