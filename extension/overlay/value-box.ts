// Where a stretch of a control's value stands on screen, measured on a copy of its text in our own layer.

const COPIED = [
  "font",
  "letterSpacing",
  "wordSpacing",
  "textIndent",
  "textTransform",
  "tabSize",
  "lineHeight",
  "padding",
  "borderWidth",
  "boxSizing",
  "direction",
  "textAlign",
] as const;

let sheet: HTMLElement | undefined;

/** The element in our layer that copies are laid out in; set once by the overlay. */
export const measureIn = (root: HTMLElement): void => {
  sheet = root;
};

/** Boxes of `value[start, end)` of a text control, cut to what its scrolled window shows; empty when none is in view. */
export function valueBoxes(control: HTMLElement, start: number, end: number): DOMRect[] {
  if (sheet === undefined || !(control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement))
    return [];
  const box = control.getBoundingClientRect();
  const style = getComputedStyle(control);
  const copy = document.createElement("div");
  for (const name of COPIED) copy.style[name] = style[name];
  const many = control instanceof HTMLTextAreaElement;
  Object.assign(copy.style, {
    position: "fixed",
    left: `${box.left}px`,
    top: `${box.top}px`,
    width: `${many ? control.clientWidth + parseFloat(style.borderLeftWidth) * 2 : box.width}px`,
    borderStyle: "solid",
    visibility: "hidden",
    whiteSpace: many ? "pre-wrap" : "pre",
    overflowWrap: "break-word",
  });
  const quote = document.createElement("span");
  quote.textContent = control.value.slice(start, end);
  copy.append(control.value.slice(0, start), quote, control.value.slice(end));
  sheet.append(copy);
  const boxes = [...quote.getClientRects()].map(
    (each) => new DOMRect(each.x - control.scrollLeft, each.y - control.scrollTop, each.width, each.height),
  );
  copy.remove();
  return boxes.filter((each) => each.bottom > box.top && each.bottom <= box.bottom && each.left < box.right);
}
