// What the unit has reminded of in a case: kept as it was told, the last of each place under the names of the page.
import type { Reminder } from "../../shared/api/shapes.ts";
import type { Reminded } from "../protocol/reminded.ts";
import type { CaseMemory } from "./cases.ts";
import type { References } from "./references.ts";

/** Without the people who were told: a page needs none of them. */
const plain = ({ rule, on, colour, at, channel, state, tier, signed }: Reminder): Reminded => ({
  rule,
  on,
  colour,
  at,
  channel,
  state,
  ...(tier === undefined ? {} : { tier }),
  ...(signed === undefined ? {} : { signed }),
});

/** Takes all that the unit knows in place of what was known. */
export function takeReminders(memory: CaseMemory, reminders: readonly Reminder[]): void {
  memory.reminders = reminders.map(plain);
}

/** The last reminder of each place, its element under the name that it has in this browser. */
export function remindedOf(
  reminders: readonly Reminded[],
  back: References["back"] | undefined,
): readonly Reminded[] {
  const last = new Map<string, Reminded>();
  for (const one of [...reminders].sort((a, b) => a.at - b.at)) last.set(`${one.rule}@${one.on}`, one);
  return [...last.values()].map((one) => ({ ...one, on: back?.(one.on) ?? one.on }));
}
