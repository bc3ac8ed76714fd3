// Instants as lists and tables say them.
import { dayOf } from "../../shared/time/civil.ts";
import { clockText, fullInstantText, instantText } from "../../shared/time/format.ts";

/** `今天 16:30`, `明天 05:10`, `11月23日 18:00`, another year with its number. */
export function whenText(at: number, now: number): string {
  const days = dayOf(at) - dayOf(now);
  if (days === 0) return `今天 ${clockText(at)}`;
  if (days === 1) return `明天 ${clockText(at)}`;
  if (days === -1) return `昨天 ${clockText(at)}`;
  return Math.abs(days) > 180 ? fullInstantText(at) : instantText(at);
}

/** The same for an ISO text; a text that is no instant is shown as it is. */
export function isoWhen(text: string, now: number): string {
  const at = Date.parse(text);
  return Number.isNaN(at) ? text : whenText(at, now);
}
