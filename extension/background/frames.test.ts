// Which case a frame shows: its own number, else that of the frame nearest to it, never a guess between two.
import { beforeEach, expect, test } from "vitest";
import type { FrameReading } from "../protocol/messages.ts";
import { frameReader } from "../reading/facts/frame-reader.ts";
import { addFrame, caseOf, dropFrame, type FramePort, framesOf } from "./frames.ts";

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
