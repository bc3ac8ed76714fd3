// Shows a field: scrolls it to the centre and outlines it in our own layer; the host's document is not touched.
import { elementAt } from "../reading/css-path.ts";
import { fieldBox } from "./field-box.ts";

/** How long the outline stands (ms). */
export const OUTLINE = 1200;

const WRITABLE = "input:not([disabled]),select:not([disabled]),textarea:not([disabled])";
const FOCUSABLE = `${WRITABLE},button:not([disabled]),a[href],[tabindex]:not([tabindex="-1"])`;

/** Focuses the control itself, or the one inside a drawn control. */
function takeFocus(carrier: Element): void {
  const control = carrier.matches(FOCUSABLE)
    ? carrier
    : (carrier.querySelector(WRITABLE) ?? carrier.querySelector(FOCUSABLE));
  if (control instanceof HTMLElement) control.focus({ preventScroll: true });
}

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
  if (focus) takeFocus(carrier);
  return true;
}
