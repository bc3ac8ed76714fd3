// Preact's way of drawing: a state shape or an icon as an SVG element.
import { h, type VNode } from "preact";
import type { Colour } from "../../shared/rules/finding.ts";
import type { Drawing } from "./drawing.ts";
import { shapes } from "./shapes.ts";

/** Any drawing at `size` px; named when `label` is given, else hidden from assistive technology. */
export function Draw({ of, size, label }: { of: Drawing; size: number; label?: string | undefined }): VNode {
  return h(
    "svg",
    {
      viewBox: `0 0 ${of.grid} ${of.grid}`,
      width: size,
      height: size,
      fill: "none",
      ...of.outer,
      ...(label === undefined ? { "aria-hidden": "true" } : { role: "img", "aria-label": label }),
    },
    of.strokes.map(([tag, attributes]) => h(tag, attributes)),
  );
}

/** The shape of a state; `label` is its word, given wherever no word stands beside it. */
export function Shape({
  colour,
  size = 16,
  label,
}: {
  colour: Colour;
  size?: number;
  label?: string;
}): VNode {
  return <Draw of={shapes[colour]} size={size} label={label} />;
}
