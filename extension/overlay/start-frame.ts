// One frame's life: reads its document, tells the background, draws what the background answers.

import { ask } from "../protocol/ask.ts";
import { framePath } from "../reading/frame-path.ts";
import { startReading } from "../reading/start-reading.ts";
import { keepPlaceOf, keptPlace } from "./kept-place.ts";
import { startOverlay } from "./overlay.ts";
import { openLine } from "./port.ts";

/** Starts everything; ends by itself, quietly, when the extension is updated or removed under the page. */
export function startFrame(): void {
  const frame = framePath(window);
  const end = new AbortController();

  const reading = startReading({
    document,
    signal: end.signal,
    say: (message) => line.send(message),
  });
  const overlay = startOverlay({
    frame,
    ask,
    send: (message) => line.send(message),
    reread: () => reading.rescan(),
    keep: keepPlaceOf,
    kept: keptPlace(),
  });
  const line = openLine({
    hear(message) {
      if (message.type === "rescan") reading.rescan();
      else if (message.type === "learn") reading.learn(message.labels, message.profiles);
      else overlay.hear(message);
    },
    reachable: overlay.reachable,
    ended() {
      end.abort();
      overlay.stop();
    },
    greet: () => reading.greet(),
  });
}
