// A state as shape and word; the word is never left out.
import type { ComponentChildren, VNode } from "preact";
import type { Colour } from "../../../shared/rules/finding.ts";
import { Draw, Shape } from "../../look/Draw.tsx";
import type { Drawing } from "../../look/drawing.ts";
import { STATE, VERDICT } from "../../words/panel.ts";

export const COLOURS: readonly Colour[] = ["red", "orange", "yellow", "blue", "grey", "green"];

/** A colour from outside; anything unknown counts as unchecked. */
export const asColour = (text: string): Colour => COLOURS.find((colour) => colour === text) ?? "grey";

/** What does not apply has no colour: a dash. */
const dash: Drawing = {
  grid: 16,
  strokes: [
    ["path", { d: "M3 8h10", stroke: "currentColor", "stroke-width": 1.6, "stroke-linecap": "round" }],
  ],
};

interface Props {
  readonly colour: Colour | "moot";
  readonly children?: ComponentChildren;
}

export function State({ colour, children }: Props): VNode {
  return (
    <span class={`state ${colour}`}>
      {colour === "moot" ? <Draw of={dash} size={16} /> : <Shape colour={colour} size={16} />}
      <span>{children ?? (colour === "moot" ? VERDICT.moot : STATE[colour])}</span>
    </span>
  );
}
