// Everything that was done about an item, the last first, each line with its place in the ledger.
import type { VNode } from "preact";
import type { Reply } from "../../../shared/api/contract.ts";
import { KIND, MOVE, words } from "../../words/console-items.ts";
import { whenText } from "../when.ts";

type Whole = Reply<"item">;
type Step = Whole["history"][number];

/** What of a move is not in its words: until when, to whom, which kind. */
function extras({ kind, owner, until, limit, do: move }: Step, now: number): string {
  return [
    kind === undefined ? "" : KIND[kind],
    owner === undefined || move === "open" ? "" : words.to(owner.name),
    until === undefined ? "" : words.until(whenText(until, now)),
    limit === undefined || move === "open" ? "" : words.limit(whenText(limit, now)),
  ]
    .filter((part) => part !== "")
    .join(" · ");
}

export function History({ of: { item, history, now } }: { of: Whole }): VNode {
  return (
    <ol class="item-history">
      {[...history].reverse().map((step) => {
        const more = extras(step, now);
        const own = step.by === "object";
        return (
          <li key={step.n}>
            <span class="face" aria-hidden="true">
              {own ? "·" : step.byName.slice(0, 1)}
            </span>
            <div>
              <p class="between">
                <strong>
                  {MOVE[step.do]}
                  {more === "" ? "" : `：${more}`}
                </strong>
                <span class="sub">{whenText(step.at, now)}</span>
              </p>
              {step.said === null ? (
                own || step.do === "open" ? null : (
                  <p class="sub">{words.deleted}</p>
                )
              ) : (
                <p class="item-said">{step.said}</p>
              )}
              <p class="sub">
                {[own ? words.object : step.byName, words.index(step.index)].join(" · ")}
                {step.do === "open" && item.by === "object" ? ` · ${item.clause ?? ""}` : ""}
              </p>
            </div>
          </li>
        );
      })}
    </ol>
  );
}
