// Scripts that are put into a page: one that does not start is told, one that does is not, nor a frame that has gone.
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { frameReader } from "../reading/facts/frame-reader.ts";
import type * as Frames from "./frames.ts";
import type * as PutIn from "./put-in.ts";

let told: string[];
/** What a look into the frame answers; `undefined` for a frame that is gone. */
let looked: boolean | undefined;
let frames: typeof Frames;
let putIn: typeof PutIn;

const asker = { tab: 7, frameId: 3, own: false };
const connect = (): void => {
  const port = { postMessage: () => undefined } as unknown as chrome.runtime.Port;
  const frame = { tab: 7, frameId: 3, port, reader: frameReader(), told: new Map() };
  frames.addFrame(frame);
  frames.dropFrame(frame);
};

beforeEach(async () => {
  vi.useFakeTimers();
  vi.resetModules();
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  [told, looked] = [[], true];
  vi.stubGlobal("chrome", {
    scripting: {
      executeScript: async ({ func }: { func?: unknown }) => {
        if (looked === undefined) throw new Error("no frame with that id");
        return [{ result: func === undefined ? undefined : looked }];
      },
    },
    storage: { session: { get: async () => ({}), set: async () => undefined } },
    notifications: { create: (id: string) => void told.push(id) },
    action: { setBadgeText: () => undefined, setTitle: () => undefined },
    runtime: { getURL: (path: string) => path },
  });
  frames = await import("./frames.ts");
  putIn = await import("./put-in.ts");
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test("a reader that opens its line is well, though its frame may be left out or gone since", async () => {
  await putIn.putInReader(asker);
  connect();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(told).toEqual([]);
});

test("a reader that opens none is told; a frame that is gone is not", async () => {
  connect();
  await vi.advanceTimersByTimeAsync(1);
  await putIn.putInReader(asker);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(told).toEqual(["trouble|reader"]);
  told = [];
  looked = undefined;
  await putIn.putInReader({ ...asker, frameId: 4 });
  await vi.advanceTimersByTimeAsync(10_000);
  expect(told).toEqual([]);
});

test("a panel that does not mount is told and refused, so that the next click tries again", async () => {
  expect(await putIn.putInPanel(asker)).toEqual({ ok: true, value: null });
  looked = false;
  expect(await putIn.putInPanel(asker)).toMatchObject({ ok: false, code: "internal" });
  expect(await putIn.putInPanel(asker)).toMatchObject({ ok: false });
  expect(told).toEqual(["trouble|panel"]);
});
