// What the browser puts into every frame of a host page (which frames, and when, says the manifest): it fetches the reader, compiled once and kept by the browser for the next page.
import "../overlay/highlight.css";
import { defineContentScript } from "wxt/utils/define-content-script";
import type { Requests } from "../protocol/messages.ts";

export default defineContentScript({
  matches: ["http://127.0.0.1/*"],
  main() {
    // Scripts of the manifest are compiled anew in every frame; what is imported comes from the browser's code cache.
    // A frame without an origin of its own may not import: there the background puts the same script in.
    import(/* @vite-ignore */ chrome.runtime.getURL("/reader.js"))
      .catch(() => chrome.runtime.sendMessage({ ask: "load-reader" satisfies keyof Requests, input: {} }))
      // The extension has just been updated or removed: the page's next load is read again.
      .catch(() => undefined);
  },
});
