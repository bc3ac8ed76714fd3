// The box of a host field as a person sees it, and whether it can be seen at all.
import { hostAt } from "./free-place.ts";

const CONTROL =
  'input,select,textarea,[contenteditable=""],[contenteditable="true"],[role="combobox"],[role="textbox"]';

export interface FieldBox {
  /** The element whose border a person sees around the value. */
  readonly element: Element;
  readonly is: "control" | "cell";
  /** A cell that already shows text gives a marker less room. */
  readonly filled: boolean;
}

const framed = (element: Element): boolean => {
  const style = getComputedStyle(element);
  return (
    (parseFloat(style.borderTopWidth) > 0 && style.borderTopStyle !== "none") || style.boxShadow !== "none"
  );
};

/** Climbs from an input to the framed box around it: component libraries draw the border on a wrapper. */
function frameOf(control: Element): Element {
  if (framed(control)) return control;
  const inner = control.getBoundingClientRect();
  let element = control.parentElement;
  for (let steps = 0; element !== null && steps < 5; steps += 1, element = element.parentElement) {
    const outer = element.getBoundingClientRect();
    if (outer.height > inner.height + 18) break;
    if (framed(element)) return element;
  }
  return control;
}

/** How a field shows itself, from the element that carries its value. */
export function fieldBox(carrier: Element): FieldBox {
  const control = carrier.matches(CONTROL)
    ? carrier
    : carrier.localName === "td"
      ? null
      : carrier.querySelector(CONTROL);
  if (control !== null) return { element: frameOf(control), is: "control", filled: true };
  return { element: carrier, is: "cell", filled: (carrier.textContent ?? "").trim() !== "" };
}

/** The field's box when it is on screen and not covered; undefined when hidden, detached, scrolled away or under something. */
export function seenBox(element: Element): DOMRect | undefined {
  if (!element.isConnected) return undefined;
  const box = element.getBoundingClientRect();
  if (box.width < 1 || box.height < 1) return undefined;
  if (box.bottom < 0 || box.right < 0 || box.top > innerHeight || box.left > innerWidth) return undefined;
  const points = [
    [box.left + box.width / 2, box.top + box.height / 2],
    [box.right - Math.min(12, box.width / 2), box.top + box.height / 2],
    [box.left + Math.min(12, box.width / 2), box.top + box.height / 2],
  ] as const;
  const seen = points.some(([x, y]) => {
    const hit = hostAt(x, y);
    if (hit === undefined) return false;
    return (
      element.contains(hit) || (hit.contains(element) && hit.getBoundingClientRect().height < box.height + 40)
    );
  });
  return seen ? box : undefined;
}
