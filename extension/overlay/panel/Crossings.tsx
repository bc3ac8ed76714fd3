// Gaps and overlaps on the timeline, and the same as sentences with the way to what was read; only the judge gives a colour.
import type { VNode } from "preact";
import { spanText } from "../../../shared/time/format.ts";
import { Shape } from "../../look/Draw.tsx";
import { words } from "../../words/aid.ts";
import { STATE } from "../../words/panel.ts";
import type { Crossing } from "./crossings.ts";
import { placeOf, type Store } from "./store.ts";

interface MarkProps {
  readonly crossing: Crossing;
  /** Where it lies in the picture. */
  readonly left: number;
  readonly right: number;
  readonly middle: number;
}

/** A dashed box for a gap, a block for an overlap. */
export function CrossingMark({ crossing: { kind, finding }, left, right, middle }: MarkProps): VNode {
  return (
    <rect
      class={`${kind} ${finding?.colour ?? ""}`}
      x={left}
      y={middle - 8}
      width={Math.max(3, right - left)}
      height={16}
      rx={2}
    />
  );
}

/** Rows shown; more than that is a case to be looked at page by page. */
const ROWS = 6;

export function CrossingRows({
  store,
  crossings,
}: {
  store: Store;
  crossings: readonly Crossing[];
}): VNode | null {
  if (crossings.length === 0) return null;
  const { timeline: say } = words;
  const look = ({ finding }: Crossing): (() => void) | undefined => {
    const state = store.state.value;
    if (finding === undefined || state === undefined) return undefined;
    if (state.applicable.some(({ key }) => key === finding.key))
      return () => {
        store.tab.value = "reminders";
        store.card.value = finding.key;
      };
    const place = placeOf(finding, state);
    return place === undefined ? undefined : () => store.locate(place);
  };
  return (
    <ul class="crossings">
      {crossings.slice(0, ROWS).map((crossing) => {
        const { kind, from, until, finding } = crossing;
        const act = look(crossing);
        return (
          <li key={crossing.say}>
            {finding === undefined ? (
              <i class={`${kind}-sign`} />
            ) : (
              <Shape colour={finding.colour} size={14} label={STATE[finding.colour]} />
            )}
            <span class="grow">
              <b>{kind === "gap" ? say.gap(spanText(until - from)) : say.overlap(spanText(until - from))}</b>{" "}
              {crossing.say}
            </span>
            {act !== undefined && (
              <button type="button" class="text" onClick={act}>
                {say.look}
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
