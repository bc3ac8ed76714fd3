// A state as shape and word; the word is never left out.
import type { ComponentChildren, VNode } from "preact";
import type { Colour } from "../../../shared/rules/finding.ts";
import { Shape } from "../../look/Draw.tsx";
import { STATE } from "../../words/overlay.ts";

export const COLOURS: readonly Colour[] = ["red", "orange", "yellow", "blue", "grey", "green"];

/** A colour from outside; anything unknown counts as unchecked. */
export const asColour = (text: string): Colour => COLOURS.find((colour) => colour === text) ?? "grey";

export function State({ colour, children }: { colour: Colour; children?: ComponentChildren }): VNode {
  return (
    <span class={`state ${colour}`}>
      <Shape colour={colour} size={16} />
      <span>{children ?? STATE[colour]}</span>
    </span>
  );
}
