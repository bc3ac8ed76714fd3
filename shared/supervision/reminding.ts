// By which way a reminder reaches a person, and when: colour, quiet hours, the day's budget, and the tier it has climbed to.
import * as v from "valibot";
import { clockOf, DAY, dayOf, HOUR, MINUTE, startOfDay } from "../time/civil.ts";

/** Ways of a reminder, each with those before it: listed, on the page, as a notification, as a short message. */
export const CHANNELS = ["list", "page", "notice", "sms"] as const;
export type Channel = (typeof CHANNELS)[number];

/** Colours of which somebody is reminded. */
export type RingingColour = "blue" | "yellow" | "orange" | "red";

/** Why a reminder stands in the list only: it waits for the end of the quiet hours, or the day's budget is used up. */
export type Held = "quiet" | "budget";

const minuteOfDay = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(24 * 60 - 1));
const grace = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(30 * 24 * 60));

/** How a unit reminds; set by its leader or administrator. */
export const Reminding = v.strictObject({
  /** Minutes of the day at +08:00 between which only red reaches a person; null for none. */
  quiet: v.nullable(v.strictObject({ from: minuteOfDay, until: minuteOfDay })),
  /** New reminders that may reach one person within 24 hours, red ones not counted. */
  perDay: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(8)),
  /** From which colour on a short message goes out. */
  smsFrom: v.picklist(["orange", "red"]),
  /** Minutes that the officer, the legal officer and the leader have before an unanswered red reminder climbs on. */
  grace: v.strictTuple([grace, grace, grace]),
});
export type Reminding = v.InferOutput<typeof Reminding>;

/** What holds where a unit has set nothing. */
export const REMINDING: Reminding = {
  quiet: { from: 22 * 60, until: 7 * 60 },
  perDay: 8,
  smsFrom: "red",
  grace: [2 * 60, 4 * 60, 24 * 60],
};

/** The way that a colour is worth: blue listed, yellow on the page, orange a notification, red a short message as well. */
export function channelOf(colour: RingingColour, { smsFrom }: Pick<Reminding, "smsFrom">): Channel {
  if (colour === "blue") return "list";
  if (colour === "yellow") return "page";
  return colour === "red" || smsFrom === "orange" ? "sms" : "notice";
}

/** The lesser of two ways. */
export const atMost = (channel: Channel, most: Channel): Channel =>
  CHANNELS.indexOf(channel) <= CHANNELS.indexOf(most) ? channel : most;

/** When the quiet hours around `now` (ms) end; undefined outside of them. */
export function quietUntil(now: number, { quiet }: Pick<Reminding, "quiet">): number | undefined {
  if (quiet === null || quiet.from === quiet.until) return undefined;
  const minute = Math.floor(clockOf(now) / MINUTE);
  const { from, until } = quiet;
  const inside = from < until ? minute >= from && minute < until : minute >= from || minute < until;
  if (!inside) return undefined;
  const today = startOfDay(dayOf(now)) + until * MINUTE;
  return today > now ? today : today + DAY;
}

/** How one reminder reaches one person. */
export interface Reach {
  readonly channel: Channel;
  readonly held?: Held;
  /** When it reaches the person, or when that is asked again (ms). */
  readonly at: number;
}

/**
 * Decides how a reminder of a colour reaches a person at `now` (ms), to whom `lately` counted ones have gone in the last
 * 24 hours. Red is exempt from quiet hours and budget; a listed one interrupts nobody and is not counted.
 */
export function reachOf(
  colour: RingingColour,
  channel: Channel,
  now: number,
  lately: number,
  reminding: Reminding,
): Reach {
  if (colour === "red" || channel === "list") return { channel, at: now };
  const until = quietUntil(now, reminding);
  if (until !== undefined) return { channel, held: "quiet", at: until };
  return lately < reminding.perDay ? { channel, at: now } : { channel, held: "budget", at: now };
}

/** Since when reminders count against the budget at `now` (ms). */
export const budgetSince = (now: number): number => now - 24 * HOUR;

/** Who is told: 0 the officer, 1 the unit's legal officers, 2 its leaders, 3 the leaders of the unit above. */
export type Tier = 0 | 1 | 2 | 3;
export const TOP_TIER: Tier = 3;

/** When an unanswered reminder that has reached a tier at `now` (ms) climbs on; undefined at the top. */
export function climbsAt(
  tier: number,
  now: number,
  { grace: minutes }: Pick<Reminding, "grace">,
): number | undefined {
  const own = minutes[tier];
  return own === undefined ? undefined : now + own * MINUTE;
}

/** What of a reminder says for whom it is. */
export interface Addressed {
  readonly to?: readonly { readonly member: string }[] | undefined;
  readonly tier?: number | undefined;
  readonly unit?: string | undefined;
  /** The unit above. */
  readonly above?: string | null | undefined;
}

/** Whether a reminder is for a person: told to them by name, or climbed to a tier whose role they have there. */
export function isFor(
  { to = [], tier = 0, unit, above }: Addressed,
  who: { readonly id: string; readonly unit: string; readonly roles: readonly string[] },
): boolean {
  if (to.some(({ member }) => member === who.id)) return true;
  const here = who.unit === unit;
  if (tier >= 1 && here && who.roles.includes("legal")) return true;
  if (tier >= 2 && here && who.roles.includes("leader")) return true;
  return tier >= 3 && who.unit === above && who.roles.includes("leader");
}
