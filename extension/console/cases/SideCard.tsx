// Beside a case: the reminders that went out, and what a person has ticked.
import type { VNode } from "preact";
import type { Reply } from "../../../shared/api/contract.ts";
import { words } from "../../words/console-cases.ts";
import { deliveryOf } from "../health/delivery.ts";
import { usePack } from "../pack.ts";
import { asColour, State } from "../parts/State.tsx";
import { isoWhen, whenText } from "../when.ts";

export function SideCard({ view }: { view: Reply<"caseView"> }): VNode {
  const { pack } = usePack();
  const now = Date.now();
  const item = (id: string): string =>
    pack?.checklists.flatMap(({ items }) => items).find((one) => one.id === id)?.say ?? id;
  return (
    <>
      <section class="side-part">
        <h2>{words.reminders.title}</h2>
        {view.reminders.length === 0 ? <p class="sub">{words.reminders.none}</p> : null}
        <ul class="plain">
          {view.reminders.map((one) => (
            <li key={one.id}>
              <div class="between">
                <State colour={asColour(one.colour)} />
                <span class="sub">{whenText(one.at, now)}</span>
              </div>
              <p>{one.title}</p>
              <p class="sub">{deliveryOf(one)}</p>
            </li>
          ))}
        </ul>
      </section>
      <section class="side-part">
        <h2>{words.ticks.title}</h2>
        {view.ticks.length === 0 ? <p class="sub">{words.ticks.none}</p> : null}
        <ul class="plain">
          {view.ticks.map((tick) => (
            <li key={tick.item}>
              <div class="between">
                <strong>{item(tick.item)}</strong>
                <span class="sub">{tick.ticked ? words.ticks.done : words.ticks.undone}</span>
              </div>
              <p class="sub">
                {tick.byName}　{isoWhen(tick.at, now)}
              </p>
              {tick.evidence === "" ? null : <p>{words.ticks.evidence(tick.evidence)}</p>}
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
