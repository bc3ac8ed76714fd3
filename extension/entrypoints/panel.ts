// The panel's script, injected when first opened; it finds the content script of its frame in the world that both share.
import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { mountPanel } from "../overlay/panel/mount.tsx";
import { noteMounted, pickUp } from "../overlay/surface.ts";

export default defineUnlistedScript(() => {
  const surface = pickUp();
  if (surface === undefined) return;
  mountPanel(surface);
  noteMounted();
});
