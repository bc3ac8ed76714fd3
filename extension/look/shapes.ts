// The six state shapes on a 16 grid; each is known by its outline alone, colour comes last.
import type { Colour } from "../../shared/rules/finding.ts";
import type { Drawing, Stroke } from "./drawing.ts";

const PAPER = "var(--surface)";

const octagon: readonly Stroke[] = [
  ["path", { d: "M5.05 1h5.9L15 5.05v5.9L10.95 15h-5.9L1 10.95v-5.9Z", fill: "var(--red)" }],
  ["rect", { x: 4, y: 6.9, width: 8, height: 2.2, rx: 0.4, fill: PAPER }],
];

const triangle: readonly Stroke[] = [
  [
    "path",
    {
      d: "M8 1.6 15.2 14H.8Z",
      fill: "var(--orange)",
      stroke: "var(--orange)",
      "stroke-width": 1.2,
      "stroke-linejoin": "round",
    },
  ],
  ["rect", { x: 7.1, y: 5.6, width: 1.8, height: 4.4, rx: 0.6, fill: PAPER }],
  ["circle", { cx: 8, cy: 11.9, r: 1, fill: PAPER }],
];

const diamond: readonly Stroke[] = [
  [
    "path",
    {
      d: "M8 1.2 14.8 8 8 14.8 1.2 8Z",
      fill: "var(--yellow)",
      stroke: "var(--yellow-text)",
      "stroke-width": 1.2,
      "stroke-linejoin": "round",
    },
  ],
  ["rect", { x: 7.2, y: 4.6, width: 1.6, height: 4.2, rx: 0.5, fill: "#3d2d00" }],
  ["circle", { cx: 8, cy: 10.8, r: 0.95, fill: "#3d2d00" }],
];

const disc: readonly Stroke[] = [
  ["circle", { cx: 8, cy: 8, r: 7, fill: "var(--blue)" }],
  [
    "path",
    {
      d: "M8 4.2V8.2l2.6 1.6",
      stroke: PAPER,
      "stroke-width": 1.7,
      "stroke-linecap": "round",
      "stroke-linejoin": "round",
    },
  ],
];

const tick: readonly Stroke[] = [
  [
    "path",
    {
      d: "M2.4 8.6 6.3 12.3 13.7 4.2",
      stroke: "var(--green)",
      "stroke-width": 2,
      "stroke-linecap": "round",
      "stroke-linejoin": "round",
    },
  ],
];

const ring: readonly Stroke[] = [
  [
    "circle",
    { cx: 8, cy: 8, r: 6.7, stroke: "var(--grey)", "stroke-width": 1.4, "stroke-dasharray": "2.6 1.6" },
  ],
  [
    "path",
    {
      d: "M6.2 6.5a1.85 1.85 0 1 1 2.7 1.65c-.6.32-.9.68-.9 1.25",
      stroke: "var(--grey)",
      "stroke-width": 1.3,
      "stroke-linecap": "round",
    },
  ],
  ["circle", { cx: 8, cy: 11.3, r: 0.85, fill: "var(--grey)" }],
];

/** The shape of each colour. */
export const shapes: Readonly<Record<Colour, Drawing>> = {
  red: { grid: 16, strokes: octagon },
  orange: { grid: 16, strokes: triangle },
  yellow: { grid: 16, strokes: diamond },
  blue: { grid: 16, strokes: disc },
  green: { grid: 16, strokes: tick },
  grey: { grid: 16, strokes: ring },
};
