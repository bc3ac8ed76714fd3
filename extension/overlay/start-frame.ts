// One frame's life: reads its document, tells the background, draws what the background answers.

import { ask } from "../protocol/ask.ts";
import type { PageState } from "../protocol/messages.ts";
import { framePath } from "../reading/frame-path.ts";
import { startReading } from "../reading/start-reading.ts";
import { keepPlaceOf, keptPlace } from "./kept-place.ts";
import { startOverlay } from "./overlay.ts";
import type { Overlay } from "./overlay-contract.ts";
import { openLine } from "./port.ts";
import { changed } from "./state-change.ts";
import { patience } from "./stay.ts";

/** Starts everything; ends by itself, quietly, when the extension is updated or removed under the page. */
export function startFrame(): void {
  const frame = framePath(window);
  const end = new AbortController();
  const patient = patience();
  let state: PageState | undefined;
  let reachable = true;

  const reading = startReading({
    document,
    signal: end.signal,
    say: (message) => line.send(message),
    stirred: (ticks) => overlay?.stirred(ticks),
    settled: (moved) => overlay?.settled(moved),
  });
  /** Made with the first word that something is to be drawn: a frame without a case pays for nothing. */
  let overlay: Overlay | undefined;
  const draw = (): Overlay =>
    startOverlay({
      frame,
      ask,
      send: (message) => line.send(message),
      reread: () => reading.rescan(),
      keep: keepPlaceOf,
      kept: keptPlace(),
      patience: patient,
      reopened() {
        overlay?.leave();
        overlay = draw();
        overlay.reachable(reachable);
        if (state !== undefined) overlay.hear({ type: "state", state });
      },
    });
  const line = openLine({
    hear(message) {
      if (message.type === "rescan") reading.rescan();
      else if (message.type === "learn") reading.learn(message.labels, message.classes, message.profiles);
      else {
        overlay ??= draw();
        overlay.hear(
          message.type === "state" ? { type: "state", state: (state = changed(state, message)) } : message,
        );
      }
    },
    reachable(yes) {
      reachable = yes;
      if (!yes) overlay ??= draw();
      overlay?.reachable(yes);
    },
    ended() {
      end.abort();
      overlay ??= draw();
      overlay.stop();
    },
    greet: () => [...reading.greet(), ...(overlay?.greet() ?? [])],
  });
}
