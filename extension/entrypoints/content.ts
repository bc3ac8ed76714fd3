// The always-loaded script of every frame of a host page; its hosts are written into the manifest at packaging.
import "../overlay/highlight.css";
import { defineContentScript } from "wxt/utils/define-content-script";
import { startFrame } from "../overlay/start-frame.ts";

export default defineContentScript({
  matches: ["http://127.0.0.1/*"],
  allFrames: true,
  matchAboutBlank: true,
  matchOriginAsFallback: true,
  runAt: "document_idle",
  registration: "manifest",
  // The host page could hear and forge that message.
  noScriptStartedPostMessage: true,
  main() {
    startFrame();
  },
});
