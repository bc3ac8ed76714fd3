// A clear sheet over the host page: pointing and clicking end on it, so that nothing of them reaches the page.
import { type Frame, type Spot, scrollUnder, spotAt } from "./places.ts";

export interface ShieldEvents {
  over(spot: Spot | undefined): void;
  picked(spot: Spot): void;
  /** A frame of another origin was pointed at. */
  shut(frame: Frame): void;
}

/** The sheet, to be put under everything else that the picker draws. */
export function pickShield(on: ShieldEvents): HTMLElement {
  const sheet = document.createElement("div");
  sheet.className = "pick-shield";
  let frame = 0;
  sheet.addEventListener("pointermove", ({ clientX, clientY }) => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => {
      const spot = spotAt(clientX, clientY);
      on.over(spot === undefined || "shut" in spot ? undefined : spot);
    });
  });
  sheet.addEventListener("pointerleave", () => on.over(undefined));
  sheet.addEventListener("click", (event) => {
    event.preventDefault();
    const spot = spotAt(event.clientX, event.clientY);
    if (spot === undefined) return;
    if ("shut" in spot) on.shut(spot.shut);
    else on.picked(spot);
  });
  for (const name of ["contextmenu", "mousedown", "dblclick", "auxclick"])
    sheet.addEventListener(name, (event) => event.preventDefault());
  sheet.addEventListener(
    "wheel",
    (event) => {
      event.preventDefault();
      scrollUnder(event.clientX, event.clientY, event.deltaY);
    },
    { passive: false },
  );
  return sheet;
}
