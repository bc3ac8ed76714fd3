// The 40-px shirt button at the window's edge: form, number, badge; drags along both edges, slides to a free place.
import { buttonDrawing } from "../look/button.ts";
import { drawn } from "../look/drawing.ts";
import { shapes } from "../look/shapes.ts";
import { words } from "../words/overlay.ts";
import { freeTop } from "./free-place.ts";
import type { faceOf, Standing } from "./standing.ts";
import { GRAVITY } from "./standing.ts";
import type { Place } from "./surface.ts";

const SIZE = 40;
const INSET = 6;
/** Pixels a pointer moves before a press is a drag. */
const SLACK = 4;

export interface EdgeButton {
  readonly element: HTMLButtonElement;
  show(face: ReturnType<typeof faceOf>, standing: Standing): void;
  /** Puts the button where `place` says, or beside it where that is not over a control of the host. */
  settle(place: Place): void;
}

/** What the button says to those who do not see it. */
export function buttonLabel(face: ReturnType<typeof faceOf>["face"], standing: Standing): string {
  if (face.is === "sewn") return words.button.met(standing.checked);
  if (face.is !== "count") return words.button[face.is];
  const parts = GRAVITY.filter((colour) => colour !== "green" && standing.counts[colour] > 0).map((colour) =>
    words.count[colour](standing.counts[colour]),
  );
  return words.button.open(standing.open.length, parts.join("，"));
}

/** Builds the button; `open` on a press, `moved` when it was dragged. */
export function edgeButton(open: () => void, moved: (place: Pick<Place, "side" | "y">) => void): EdgeButton {
  const element = document.createElement("button");
  element.className = "edge";
  element.type = "button";
  const count = document.createElement("span");
  let shown = "";
  let press: { x: number; y: number; dragging: boolean } | undefined;

  const put = (side: Place["side"], top: number): void => {
    element.style.top = `${top}px`;
    element.style.left = side === "left" ? `${INSET}px` : "auto";
    element.style.right = side === "right" ? `${INSET}px` : "auto";
  };
  element.addEventListener("pointerdown", (event) => {
    press = { x: event.clientX, y: event.clientY, dragging: false };
    element.setPointerCapture(event.pointerId);
  });
  element.addEventListener("pointermove", (event) => {
    if (press === undefined) return;
    if (Math.hypot(event.clientX - press.x, event.clientY - press.y) > SLACK) press.dragging = true;
    if (!press.dragging) return;
    const side = event.clientX < innerWidth / 2 ? "left" : "right";
    put(side, Math.min(Math.max(event.clientY - SIZE / 2, INSET), innerHeight - SIZE - INSET));
  });
  element.addEventListener("pointerup", (event) => {
    const dragged = press?.dragging === true;
    press = undefined;
    if (!dragged) return;
    const centre = element.getBoundingClientRect().top + SIZE / 2;
    moved({ side: event.clientX < innerWidth / 2 ? "left" : "right", y: centre / innerHeight });
    element.addEventListener("click", (click) => click.stopImmediatePropagation(), {
      once: true,
      capture: true,
    });
  });
  element.addEventListener("click", open);

  return {
    element,
    show({ face, number }, standing) {
      const look = JSON.stringify(face);
      if (look !== shown) {
        shown = look;
        element.replaceChildren(drawn(buttonDrawing(face), SIZE));
        if (face.is === "count") {
          const badge = document.createElement("span");
          badge.className = "badge";
          badge.append(drawn(shapes[face.colour], 14));
          element.append(count, badge);
        }
      }
      // Mostly only the number is another.
      const text = number > 99 ? "99+" : String(number);
      if (count.textContent !== text) count.textContent = text;
      count.className = number > 9 ? "number wide" : "number";
      element.setAttribute("aria-label", buttonLabel(face, standing));
    },
    settle(place) {
      const wish = place.y * innerHeight - SIZE / 2;
      const left = place.side === "left" ? INSET : innerWidth - SIZE - INSET;
      put(place.side, freeTop(left, wish, SIZE, INSET));
    },
  };
}
