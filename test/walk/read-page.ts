// Reads the document of a test as one frame of a page: scanned as in the page, made facts of as in the background.
import { vi } from "vitest";
import type { FrameReading } from "../../extension/protocol/messages.ts";
import { classWords } from "../../extension/reading/facts/class-words.ts";
import { frameReader } from "../../extension/reading/facts/frame-reader.ts";
import { labelWords } from "../../extension/reading/facts/label-words.ts";
import { startReading } from "../../extension/reading/start-reading.ts";

/** One reading of the document as it stands, at an instant (ms); fails when nothing was read within five seconds. */
export async function readPage(now: number): Promise<FrameReading> {
  const ended = new AbortController();
  const reader = frameReader();
  const session = startReading({
    document,
    say: (message) => (message.type === "scan" ? reader.take(message.scan) : reader.change(message.change)),
    signal: ended.signal,
  });
  session.learn(labelWords(), classWords(), []);
  try {
    return await vi.waitFor(
      () => {
        const read = reader.scan === undefined ? undefined : reader.read([], now);
        if (read === undefined) throw new Error("the page was not read");
        return read;
      },
      { timeout: 5_000 },
    );
  } finally {
    ended.abort();
  }
}
