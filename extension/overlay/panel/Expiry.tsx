// Until when an explanation stands: a few hours, tonight, three days; after that, or when a fact changes, it is asked again.
import type { Signal } from "@preact/signals";
import type { VNode } from "preact";
import { dayOf, MINUTE } from "../../../shared/time/civil.ts";
import { words } from "../../words/aid.ts";
import { endText } from "./when.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Midnight in +08:00 falls on a multiple of the day after this shift. */
const SHIFT = 8 * HOUR;

export type ExpiryId = "hours" | "tonight" | "days";

/** The instant (ms, server's time) at which it ends; tonight is the last instant of the day. */
const ENDS: Readonly<Record<ExpiryId, (now: number) => number>> = {
  hours: (now) => now + 4 * HOUR,
  tonight: (now) => (dayOf(now) + 1) * DAY - SHIFT - 1,
  days: (now) => now + 3 * DAY,
};

export const expiryOf = (id: ExpiryId, now: number): number => ENDS[id](now);

const LABEL: Readonly<Record<ExpiryId, string>> = {
  hours: words.until.hours(4),
  tonight: words.until.tonight,
  days: words.until.days(3),
};

/** `今天 17:22`, to the minute; the last instant of a day is its 24:00. */
export const untilText = (until: number, now: number): string =>
  endText(until % MINUTE === MINUTE - 1 ? until : Math.floor(until / MINUTE) * MINUTE, now);

export function Expiry({
  chosen,
  now,
  form,
}: {
  chosen: Signal<ExpiryId>;
  now: number;
  /** Whether it is about a form that has no case number yet. */
  form: boolean;
}): VNode {
  return (
    <>
      <fieldset class="chips expiry">
        <legend>{words.until.title}</legend>
        {(Object.keys(LABEL) as ExpiryId[]).map((id) => (
          <label key={id} class={chosen.value === id ? "chip on" : "chip"}>
            <input
              type="radio"
              name="expiry"
              class="unseen"
              checked={chosen.value === id}
              onChange={() => {
                chosen.value = id;
              }}
            />
            {LABEL[id]}
          </label>
        ))}
      </fieldset>
      <small>{words.until.scope(form, untilText(expiryOf(chosen.value, now), now))}</small>
    </>
  );
}
