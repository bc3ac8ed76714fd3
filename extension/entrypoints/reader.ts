// The reader and what it draws, for one frame of a host page; its hosts are written into the manifest at packaging.
import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { startFrame } from "../overlay/start-frame.ts";

export default defineUnlistedScript(() => {
  // A host page that fetches this file runs it in its own world, where it is nobody.
  if (typeof chrome === "object" && chrome.runtime?.id !== undefined) startFrame();
});
