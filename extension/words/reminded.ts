// The words for how a matter has been reminded of: the short message, and to whom it has climbed unanswered.
import type { Reminded } from "../protocol/reminded.ts";

/** Who is told, by tier. */
export const TIERS: readonly string[] = ["民警", "法制员", "领导", "上级单位"];

export const climbed = (who: string): string => `已上报${who}`;

const SMS: Readonly<Record<Reminded["state"], (at: string) => string | undefined>> = {
  sent: (at) => `已发短信 ${at}`,
  waiting: () => "短信待发",
  parked: () => "短信没有发出",
  lapsed: () => undefined,
  listed: () => undefined,
};

/**
 * `已发短信 15:20 · 无人签收，已上报法制员`; undefined when nothing but page and notification was used, or somebody has answered.
 * `at` says when it was told, as the place that shows it says times.
 */
export function remindedText({ state, tier = 0, signed }: Reminded, at: string): string | undefined {
  if (signed !== undefined) return undefined;
  const parts = [SMS[state](at), ...(tier === 0 ? [] : [`无人签收，${climbed(TIERS[tier] ?? "")}`])];
  const said = parts.filter((part) => part !== undefined);
  return said.length === 0 ? undefined : said.join(" · ");
}
