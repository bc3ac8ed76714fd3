// The line to the background: a port that is opened again after a restart or when the page comes back alive, and ends with the extension.
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
  const gone = new AbortController();
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
    gone.abort();
    on.ended();
  };

  const connect = (): void => {
    again = undefined;
    if (closed) return;
    let opened: chrome.runtime.Port;
    try {
      opened = chrome.runtime.connect({ name: "frame" });
    } catch {
      end();
      return;
    }
    port = opened;
    quiet();
    port.onMessage.addListener((message: BackgroundToFrame) => {
      heard();
      on.hear(message);
    });
    port.onDisconnect.addListener(() => {
      if (port !== opened || closed) return;
      port = undefined;
      quiet();
      again = setTimeout(connect, wait);
      wait = Math.min(wait * 2, LONGEST_WAIT);
    });
    for (const message of on.greet()) port.postMessage(message);
  };
  const drop = (): void => {
    const old = port;
    port = undefined;
    try {
      old?.disconnect();
    } catch {
      // The extension is gone, and its ports with it.
    }
    if (again !== undefined) clearTimeout(again);
    if (silence !== undefined) clearTimeout(silence);
    silence = undefined;
  };
  // A page that is left may be kept alive for the way back: its port is cut without a word then, and shows no case meanwhile.
  const { signal } = gone;
  addEventListener("pagehide", ({ persisted }) => persisted && drop(), { signal });
  addEventListener(
    "pageshow",
    ({ persisted }) => {
      if (!persisted) return;
      drop();
      connect();
    },
    { signal },
  );
  connect();

  return {
    send(message) {
      try {
        port?.postMessage(message);
      } catch {
        drop();
        if (alive()) connect();
        else end();
      }
    },
    close() {
      closed = true;
      gone.abort();
      drop();
    },
  };
}
