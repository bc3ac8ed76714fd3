// A drawing as data – SVG elements with their attributes – and its two ways onto the screen without any markup parsing.

/** One SVG element: tag, attributes. */
export type Stroke = readonly [tag: string, attributes: Readonly<Record<string, string | number>>];

/** A drawing on a square grid of `grid` units. */
export interface Drawing {
  readonly grid: number;
  readonly strokes: readonly Stroke[];
  /** Attributes of the outer element, such as a common stroke width. */
  readonly outer?: Readonly<Record<string, string | number>>;
}

const SVG = "http://www.w3.org/2000/svg";

/** Builds the drawing as a live SVG element of `size` px; hidden from assistive technology unless `label` is given. */
export function drawn(drawing: Drawing, size: number, label?: string): SVGSVGElement {
  const svg = document.createElementNS(SVG, "svg");
  const set = (element: Element, attributes: Readonly<Record<string, string | number>>): void => {
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  };
  set(svg, { viewBox: `0 0 ${drawing.grid} ${drawing.grid}`, width: size, height: size, fill: "none" });
  set(svg, drawing.outer ?? {});
  set(svg, label === undefined ? { "aria-hidden": "true" } : { role: "img", "aria-label": label });
  for (const [tag, attributes] of drawing.strokes) {
    const child = document.createElementNS(SVG, tag);
    set(child, attributes);
    svg.append(child);
  }
  return svg;
}
