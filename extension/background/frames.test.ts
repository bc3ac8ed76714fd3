// Which case a frame shows: its own number, else that of the frame nearest to it, never a guess between two.
import { beforeEach, expect, test } from "vitest";
import type { FrameReading } from "../protocol/messages.ts";
import { frameReader } from "../reading/facts/frame-reader.ts";
import { addFrame, caseOf, dropFrame, type FramePort, framesOf, take } from "./frames.ts";

const port = { postMessage() {} } as unknown as chrome.runtime.Port;

const frame = (frameId: number, path: string, caseNumber?: string): FramePort => {
  const reading: FrameReading = {
    frame: path,
    url: "http://127.0.0.1/",
    pageKind: "case",
    pageLabel: "案件详情",
    platform: "twin",
    ...(caseNumber === undefined ? {} : { caseNumber }),
    facts: [],
    completeLists: [],
    wholeLists: [],
    hits: { matched: 0, seen: 0 },
    at: 1,
  };
  const made = { tab: 7, frameId, port, reading, reader: frameReader(), told: new Map() };
  addFrame(made);
  return made;
};

beforeEach(() => {
  for (const f of framesOf(7)) dropFrame(f);
});

test("a frame without a number takes that of the frame it is nested with", () => {
  frame(0, "");
  frame(1, "0", undefined);
  frame(2, "1", "A1");
  expect(caseOf(frame(3, "1/0"))?.number).toBe("A1");
});

test("between two equally near cases a value belongs to none", () => {
  frame(1, "0", "A1");
  frame(2, "1", "A2");
  expect(caseOf(frame(3, "2"))).toBeUndefined();
});

test("a nearer frame decides against a farther one", () => {
  frame(1, "0", "A1");
  frame(2, "1/0", "A2");
  expect(caseOf(frame(3, "1/1"))?.number).toBe("A2");
});

test("while frames turn to another case one after the other, what was read of the first stays with the first", () => {
  const head = frame(1, "0", "A1");
  const rest = frame(2, "1");
  const read = (of: FramePort, at: number, more: object): void => take(of, { ...of.reading!, at, ...more });
  read(head, 1_000, { url: "/head?1" });
  read(rest, 1_100, { url: "/rest?1" });
  rest.placed = { shown: caseOf(rest)!, url: "/rest?1" };
  read(head, 60_000, { url: "/head?2", caseNumber: "A2" });
  expect(caseOf(rest)?.number).toBe("A1");
  dropFrame(head);
  expect(caseOf(rest)?.number).toBe("A1");
  addFrame(head);
  // Read since, it is what the page shows now; and a frame that came up just before the head came up with it.
  read(rest, 61_000, {});
  expect(caseOf(rest)?.number).toBe("A2");
  read(rest, 99_000, { url: "/rest?3" });
  rest.placed = { shown: caseOf(rest)!, url: "/rest?3" };
  read(head, 99_700, { url: "/head?3", caseNumber: "A3" });
  expect(caseOf(rest)?.number).toBe("A3");
});

test("a number that is being typed takes the frames beside it along", () => {
  const head = frame(1, "0", "A1");
  const rest = frame(2, "1");
  take(head, { ...head.reading!, at: 1_000 });
  rest.placed = { shown: caseOf(rest)!, url: rest.reading!.url };
  take(head, { ...head.reading!, at: 50_000, caseNumber: "A12" });
  expect(caseOf(rest)?.number).toBe("A12");
});

test("two frames of one case agree", () => {
  frame(1, "0", "A1");
  frame(2, "1", "A1");
  expect(caseOf(frame(3, "2"))?.number).toBe("A1");
});

test("an incident that is no case yet goes by its own number, beside a case by the case's", () => {
  const call = frame(1, "0");
  const facts = [
    { entity: "incident", id: "", field: "number", state: "known", value: "J7", at: 1, page: "incident" },
  ] as const;
  call.reading = { ...call.reading!, facts };
  expect(caseOf(call)?.number).toBe("J7");
  frame(2, "1", "A1");
  expect(caseOf(call)?.number).toBe("A1");
});
