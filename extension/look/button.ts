// The shirt button in all its conditions: holes, crossed thread, bars, dash, reading arc, on a 40 grid.
import type { Colour } from "../../shared/rules/finding.ts";
import type { Drawing, Stroke } from "./drawing.ts";

/** What the button says by its form. */
export type ButtonFace =
  | { readonly is: "count"; readonly colour: Colour; readonly dashed: boolean }
  | { readonly is: "sewn" | "idle" | "reading" | "paused" | "stopped" };

const INK = "var(--ink-600)";

const rim = (colour: string, dashed: boolean): Stroke => [
  "circle",
  {
    cx: 20,
    cy: 20,
    r: 18.5,
    fill: "var(--surface)",
    stroke: colour,
    "stroke-width": 2.5,
    ...(dashed ? { "stroke-dasharray": "6.2 3.5" } : {}),
  },
];

const well: Stroke = ["circle", { cx: 20, cy: 20, r: 14.5, stroke: "var(--ink-200)", "stroke-width": 1 }];

const holes = (fill: string): readonly Stroke[] =>
  [
    [15.9, 15.9],
    [24.1, 15.9],
    [15.9, 24.1],
    [24.1, 24.1],
  ].map(([cx, cy]): Stroke => ["circle", { cx: cx!, cy: cy!, r: 2.2, fill }]);

const thread: readonly Stroke[] = [
  [
    "path",
    {
      d: "M15.4 15.4 24.6 24.6M24.6 15.4 15.4 24.6",
      stroke: "var(--green)",
      "stroke-width": 2.4,
      "stroke-linecap": "round",
    },
  ],
  ...holes("var(--green)"),
];

const inside: Readonly<Record<Exclude<ButtonFace["is"], "count">, readonly Stroke[]>> = {
  sewn: [rim("var(--green)", false), well, ...thread],
  idle: [rim("var(--ink-400)", false), well, ...holes("var(--ink-400)")],
  reading: [
    rim("transparent", false),
    well,
    ...holes("var(--ink-400)"),
    ["path", { d: "M38.5 20A18.5 18.5 0 0 1 20 38.5", stroke: "var(--ink-400)", "stroke-width": 2.5 }],
  ],
  paused: [
    rim("var(--ink-400)", false),
    well,
    ["rect", { x: 15.4, y: 13.5, width: 3, height: 13, rx: 1, fill: INK }],
    ["rect", { x: 21.6, y: 13.5, width: 3, height: 13, rx: 1, fill: INK }],
  ],
  stopped: [
    rim("var(--ink-400)", false),
    well,
    ["rect", { x: 13, y: 18.6, width: 14, height: 2.8, rx: 1.2, fill: INK }],
  ],
};

/** The drawing of a face; yellow takes its outline in the text colour, as all yellow fills do. */
export function buttonDrawing(face: ButtonFace): Drawing {
  if (face.is !== "count") return { grid: 40, strokes: inside[face.is] };
  const { colour } = face;
  const outlines: readonly Stroke[] =
    colour === "yellow"
      ? [["circle", { cx: 20, cy: 20, r: 19.6, stroke: "var(--yellow-text)", "stroke-width": 0.8 }]]
      : [];
  return { grid: 40, strokes: [rim(`var(--${colour})`, face.dashed), ...outlines, well] };
}

/** The small mark of the product in heads: a ring with four holes, in the colour of the text. */
export const mark: Drawing = {
  grid: 20,
  strokes: [
    ["circle", { cx: 10, cy: 10, r: 9, stroke: "currentColor", "stroke-width": 1.6 }],
    ...[
      [7.4, 7.4],
      [12.6, 7.4],
      [7.4, 12.6],
      [12.6, 12.6],
    ].map(([cx, cy]): Stroke => ["circle", { cx: cx!, cy: cy!, r: 1.3, fill: "currentColor" }]),
  ],
};
