// Shows a field: scrolls it to the centre and outlines it in our own layer; the host's document is not touched.
import { elementAt } from "../reading/css-path.ts";
import { fieldBox } from "./field-box.ts";

/** How long the outline stands (ms). */
export const OUTLINE = 1200;

/** Scrolls to the element at `css` and outlines it; false when there is none or it has no box; `over` when the outline has gone. */
export function locateField(css: string, layer: HTMLElement, focus: boolean, over: () => void): boolean {
  const carrier = elementAt(document, css);
  if (carrier === undefined) return false;
  const { element } = fieldBox(carrier);
  element.scrollIntoView({ block: "center", inline: "nearest" });
  const first = element.getBoundingClientRect();
  if (first.width < 1 || first.height < 1) return false;
  const outline = document.createElement("div");
  outline.className = "outline";
  layer.append(outline);
  const until = performance.now() + OUTLINE;
  const draw = (): void => {
    const box = element.getBoundingClientRect();
    outline.style.transform = `translate(${box.left - 4}px,${box.top - 4}px)`;
    outline.style.width = `${box.width + 8}px`;
    outline.style.height = `${box.height + 8}px`;
    if (performance.now() < until && element.isConnected) requestAnimationFrame(draw);
    else {
      outline.remove();
      over();
    }
  };
  draw();
  if (focus && carrier instanceof HTMLElement) carrier.focus({ preventScroll: true });
  return true;
}
