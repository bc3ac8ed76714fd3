// The edge button drags along both edges; a press that moves less opens the panel as it always does.
import { INSET, putButton, SIZE } from "../button-place.ts";
import type { Place } from "../surface.ts";

/** Pixels a pointer moves before a press is a drag. */
const SLACK = 4;

/** Lets the button be dragged from now on; `moved` is told where it was let go. */
export function dragButton(button: HTMLElement, moved: (place: Pick<Place, "side" | "y">) => void): void {
  let press: { x: number; y: number; dragging: boolean } | undefined;
  const sideAt = (x: number): Place["side"] => (x < innerWidth / 2 ? "left" : "right");
  const pressed = ({ clientX: x, clientY: y, pointerId }: PointerEvent): void => {
    press = { x, y, dragging: false };
    button.setPointerCapture(pointerId);
  };
  button.addEventListener("pointerdown", pressed);
  button.addEventListener("pointermove", (event) => {
    // A finger may have been down before this script was there; a mouse that comes by with its button down selects text.
    if (press === undefined && event.pointerType === "touch") pressed(event);
    if (press === undefined) return;
    const { clientX, clientY } = event;
    if (Math.hypot(clientX - press.x, clientY - press.y) > SLACK) press.dragging = true;
    if (!press.dragging) return;
    const top = Math.min(Math.max(clientY - SIZE / 2, INSET), innerHeight - SIZE - INSET);
    putButton(button, sideAt(clientX), top);
  });
  button.addEventListener("pointerup", ({ clientX }) => {
    const dragged = press?.dragging === true;
    press = undefined;
    if (!dragged) return;
    const centre = button.getBoundingClientRect().top + SIZE / 2;
    moved({ side: sideAt(clientX), y: centre / innerHeight });
    button.addEventListener("click", (click) => click.stopImmediatePropagation(), {
      once: true,
      capture: true,
    });
  });
}
