// The six stages of an item: those that are past with their time, the present one with its limit, the rest with what they wait for.
import type { VNode } from "preact";
import type { Reply } from "../../../shared/api/contract.ts";
import { ITEM_STATES, type ItemState } from "../../../shared/supervision/item.ts";
import { STAGE, STATE, TIER, words } from "../../words/console-items.ts";
import { Icon } from "../parts/Icon.tsx";
import { whenText } from "../when.ts";

type Whole = Reply<"item">;

/** When the item came into a stage last, as its history tells; undefined for one that it has not been in or has left backwards. */
function enteredAt({ item, history }: Whole, stage: ItemState): number | undefined {
  if (stage === "warned") return item.origin === "rule" ? item.at : undefined;
  if (stage === "found") return item.foundAt;
  const by = {
    checking: ["check"],
    mending: ["uphold", "return"],
    liability: ["accept", "approve"],
  } as const;
  if (stage === "closed") return item.closed?.at;
  return [...history].reverse().find((step) => by[stage].some((move) => move === step.do))?.at;
}

export function Progress({ of }: { of: Whole }): VNode {
  const { item, now } = of;
  const here = ITEM_STATES.indexOf(item.state);
  return (
    <ol class="item-stages" aria-label={words.progress}>
      {ITEM_STATES.map((stage, i) => {
        const at = enteredAt(of, stage);
        const past = i < here || item.state === "closed";
        const current = i === here && item.state !== "closed";
        // A stage that was never entered is not said to be done.
        const been = past && at !== undefined;
        return (
          <li
            key={stage}
            class={current ? "current" : been ? "past" : past ? "skipped" : "ahead"}
            aria-current={current ? "step" : undefined}
          >
            <span class="knot" aria-hidden="true">
              {been ? <Icon name="check" size={14} /> : current ? null : i + 1}
            </span>
            <div>
              <p class="between">
                <strong>{STATE[stage]}</strong>
                <span class="sub">{current ? whenText(item.limit, now) : been ? whenText(at, now) : ""}</span>
              </p>
              <p class="sub">{current && item.tier > 0 ? TIER[item.tier] : STAGE[stage]}</p>
            </div>
          </li>
        );
      })}
    </ol>
  );
}
