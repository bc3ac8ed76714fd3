// The line to the background: a port that is opened again when the background was restarted, and ends with the extension.
import type { BackgroundToFrame, FrameToBackground } from "../protocol/messages.ts";

/** Without an answer for this long the button says that nothing is checked (ms). */
const SILENT = 6000;
const FIRST_WAIT = 200;
const LONGEST_WAIT = 10_000;

/** False once the extension was updated or removed under a page that is still open. */
const alive = (): boolean => {
  try {
    return chrome.runtime?.id !== undefined;
  } catch {
    return false;
  }
};

export interface Line {
  send(message: FrameToBackground): void;
  close(): void;
}

/**
 * Opens the line. `hear` gets each message, `reachable` is told when the background is lost for longer than a restart takes
 * and when it is back, `ended` once when the extension is gone for good.
 */
export function openLine(on: {
  hear(message: BackgroundToFrame): void;
  reachable(yes: boolean): void;
  ended(): void;
  /** What is to be said first on every new line: the last reading. */
  greet(): readonly FrameToBackground[];
}): Line {
  let port: chrome.runtime.Port | undefined;
  let wait = FIRST_WAIT;
  let closed = false;
  let silence: ReturnType<typeof setTimeout> | undefined;
  let again: ReturnType<typeof setTimeout> | undefined;

  const quiet = (): void => {
    silence ??= setTimeout(() => on.reachable(false), SILENT);
  };
  const heard = (): void => {
    if (silence !== undefined) clearTimeout(silence);
    silence = undefined;
    wait = FIRST_WAIT;
    on.reachable(true);
  };
  const end = (): void => {
    if (closed) return;
    closed = true;
    on.ended();
  };

  const connect = (): void => {
    again = undefined;
    if (closed) return;
    try {
      port = chrome.runtime.connect({ name: "frame" });
    } catch {
      end();
      return;
    }
    quiet();
    port.onMessage.addListener((message: BackgroundToFrame) => {
      heard();
      on.hear(message);
    });
    port.onDisconnect.addListener(() => {
      port = undefined;
      if (closed) return;
      quiet();
      again = setTimeout(connect, wait);
      wait = Math.min(wait * 2, LONGEST_WAIT);
    });
    for (const message of on.greet()) port.postMessage(message);
  };
  connect();

  return {
    send(message) {
      try {
        port?.postMessage(message);
      } catch {
        if (!alive()) end();
      }
    },
    close() {
      closed = true;
      if (silence !== undefined) clearTimeout(silence);
      if (again !== undefined) clearTimeout(again);
      port?.disconnect();
    },
  };
}
