// The line to the background: greets on every new connection, says when it is lost, ends with the extension.
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { BackgroundToFrame, FrameToBackground } from "../protocol/messages.ts";
import { type Line, openLine } from "./port.ts";

interface FakePort {
  posted: FrameToBackground[];
  hear(message: BackgroundToFrame): void;
  drop(): void;
}

let ports: FakePort[];
let runtime: { id: string | undefined; connect: () => unknown };
const said: string[] = [];
const lines: Line[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  said.length = 0;
  ports = [];
  runtime = {
    id: "ours",
    connect() {
      if (runtime.id === undefined) throw new Error("Extension context invalidated.");
      let listener: (message: BackgroundToFrame) => void = () => undefined;
      let dropped: () => void = () => undefined;
      const posted: FrameToBackground[] = [];
      ports.push({ posted, hear: (message) => listener(message), drop: () => dropped() });
      return {
        postMessage: (message: FrameToBackground) => posted.push(message),
        onMessage: { addListener: (next: typeof listener) => (listener = next) },
        onDisconnect: { addListener: (next: typeof dropped) => (dropped = next) },
        disconnect: () => undefined,
      };
    },
  };
  vi.stubGlobal("chrome", { runtime });
});
afterEach(() => {
  for (const line of lines.splice(0)) line.close();
  vi.useRealTimers();
});

const open = (): Line => {
  const line = openLine({
    hear: ({ type }) => said.push(type),
    reachable: (yes) => said.push(yes ? "back" : "lost"),
    ended: () => said.push("ended"),
    greet: () => [{ type: "open-panel" }],
  });
  lines.push(line);
  return line;
};

it("greets again after the background was restarted, and that alone is no loss", async () => {
  open();
  ports[0]!.hear({ type: "rescan" });
  ports[0]!.drop();
  await vi.advanceTimersByTimeAsync(250);
  expect(ports).toHaveLength(2);
  expect(ports[1]!.posted).toEqual([{ type: "open-panel" }]);
  ports[1]!.hear({ type: "rescan" });
  await vi.advanceTimersByTimeAsync(20_000);
  expect(said.filter((word) => word === "lost")).toEqual([]);
});

it("says that it is lost when nothing answers", async () => {
  open();
  await vi.advanceTimersByTimeAsync(7000);
  expect(said).toEqual(["lost"]);
});

it("opens a new line when the page comes back alive, and one only", async () => {
  open();
  ports[0]!.hear({ type: "rescan" });
  dispatchEvent(Object.assign(new Event("pagehide"), { persisted: true }));
  dispatchEvent(Object.assign(new Event("pageshow"), { persisted: true }));
  ports[0]!.drop();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(ports).toHaveLength(2);
  expect(ports[1]!.posted).toEqual([{ type: "open-panel" }]);
  dispatchEvent(Object.assign(new Event("pageshow"), { persisted: false }));
  expect(ports).toHaveLength(2);
});

it("opens a new line when the old one was cut without a word", async () => {
  const line = open();
  const [cut] = ports;
  cut!.posted.push = () => {
    throw new Error("Attempting to use a disconnected port object");
  };
  line.send({ type: "open-panel" });
  expect(ports).toHaveLength(2);
  expect(said).toEqual([]);
});

it("ends once, quietly, when the extension is gone", async () => {
  const line = open();
  runtime.id = undefined;
  ports[0]!.drop();
  await vi.advanceTimersByTimeAsync(60_000);
  line.send({ type: "open-panel" });
  expect(said.filter((word) => word === "ended")).toHaveLength(1);
  expect(ports).toHaveLength(1);
});
