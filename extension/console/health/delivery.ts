// How a reminder was told, in words: by which way, whether it waits, how far it has climbed.
import type { Reminder } from "../../../shared/api/shapes.ts";
import { words as WORDS } from "../../words/health.ts";

/** `短信，已送达网关`, `通知`, `通知，免打扰时段，到点再提醒`. */
export function deliveryOf({ channel, state, to = [] }: Reminder): string {
  if (channel === "list") return WORDS.delivery.listed;
  const held = to.length > 0 && to.every((one) => one.held !== undefined) ? to[0]?.held : undefined;
  if (held !== undefined) return `${WORDS.channel[channel]}，${WORDS.held[held]}`;
  return channel === "sms" ? `${WORDS.channel.sms}，${WORDS.delivery[state]}` : WORDS.channel[channel];
}

/** To whom it has climbed; undefined while it is the officer's. */
export const climbedOf = ({ tier = 0 }: Reminder): string | undefined =>
  tier === 0 ? undefined : WORDS.climbed(WORDS.tier[tier] ?? "");
