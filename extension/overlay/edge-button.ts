// The 40-px shirt button at the window's edge: form, number, badge; slides to a free place.
import { buttonDrawing } from "../look/button.ts";
import { drawn } from "../look/drawing.ts";
import { shapes } from "../look/shapes.ts";
import { words } from "../words/overlay.ts";
import { INSET, putButton, SIZE } from "./button-place.ts";
import { freeTop } from "./free-place.ts";
import type { faceOf, Standing } from "./standing.ts";
import { GRAVITY } from "./standing.ts";
import type { Place } from "./surface.ts";

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

/** Builds the button; `open` on a press. The panel's script, which comes when the pointer does, makes it one to drag. */
export function edgeButton(open: () => void): EdgeButton {
  const element = document.createElement("button");
  element.className = "edge";
  element.type = "button";
  const count = document.createElement("span");
  let shown = "";
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
    settle({ side, y }) {
      const left = side === "left" ? INSET : innerWidth - SIZE - INSET;
      putButton(element, side, freeTop(left, y * innerHeight - SIZE / 2, SIZE, INSET));
    },
  };
}
