// The tour's script, put into the first page that an officer works on; it draws on the surface that the overlay lays down.
import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { pickUp } from "../overlay/surface.ts";
import { mountTour } from "../overlay/tour/mount-tour.tsx";

export default defineUnlistedScript(() => {
  const surface = pickUp();
  if (surface !== undefined) mountTour(surface);
});
