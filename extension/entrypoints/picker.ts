// The picker's script, injected when an administrator opens it; it finds the content script in the world that both share.
import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { pickUp } from "../overlay/surface.ts";
import { startPicker } from "../picker/start-picker.tsx";

export default defineUnlistedScript(() => {
  const surface = pickUp();
  if (surface !== undefined) void startPicker(surface);
});
