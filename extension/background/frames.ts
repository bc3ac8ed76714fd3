// The frames of each tab: their ports, their last readings, and which case each of them shows.
import { caseKey } from "../../shared/facts/case-key.ts";
import type { BackgroundToFrame, FrameReading } from "../protocol/messages.ts";
import type { FrameReader } from "../reading/facts/frame-reader.ts";
import type { Told } from "./frame-state.ts";

export interface FramePort {
  readonly tab: number;
  readonly frameId: number;
  readonly port: chrome.runtime.Port;
  /** What the frame saw, from which its reading is made. */
  readonly reader: FrameReader;
  /** What it has been told of the page's state. */
  readonly told: Told;
  /** Its panel or gate is up: it needs the whole state. */
  whole?: boolean;
  /** The address and profile for which it was taught again: its line had opened before its document had that address. */
  taught?: string;
  /** Policy leaves its page out: it is not read. */
  left?: boolean;
  reading?: FrameReading;
  /** Has its reading made anew from what it saw. */
  again?: () => void;
  /** When it first showed what it shows now: another address, or another case (ms). */
  turned?: number;
  /** To which case what it shows was counted last, and at which address. */
  placed?: { readonly shown: Shown; readonly url: string };
}

const frames = new Map<string, FramePort>();

const keyOf = (tab: number, frameId: number): string => `${tab}:${frameId}`;

/** When each frame opened its line last (ms), also of those that have gone since; forgotten when there are many. */
const opened = new Map<string, number>();
const MANY = 1_000;

export const addFrame = (frame: FramePort): void => {
  frames.set(keyOf(frame.tab, frame.frameId), frame);
  if (opened.size > MANY) opened.clear();
  opened.set(keyOf(frame.tab, frame.frameId), Date.now());
};

/** Whether a frame has opened its line since then (ms). */
export const openedSince = (tab: number, frameId: number, then: number): boolean =>
  (opened.get(keyOf(tab, frameId)) ?? 0) >= then;

/** Drops a frame when it is still the same port (a reload connects the new one before the old one ends). */
export const dropFrame = (frame: FramePort): void => {
  if (frames.get(keyOf(frame.tab, frame.frameId)) === frame) frames.delete(keyOf(frame.tab, frame.frameId));
};

export const framesOf = (tab: number): readonly FramePort[] =>
  [...frames.values()].filter((f) => f.tab === tab);

export const tabs = (): readonly number[] => [...new Set([...frames.values()].map((f) => f.tab))];

/** Sends to one frame; a port that has just ended is dropped. */
export const send = (frame: FramePort, message: BackgroundToFrame): void => {
  try {
    frame.port.postMessage(message);
  } catch {
    dropFrame(frame);
  }
};

/** Frames of one page come up within this time (ms). */
const TOGETHER = 2_000;

/** Takes what a frame has read; a number that is being typed is no other case. */
export function take(frame: FramePort, reading: FrameReading): void {
  const before = frame.reading;
  const [was = "", is = ""] = [before?.caseNumber, reading.caseNumber];
  if (before?.url !== reading.url || !(was.startsWith(is) || is.startsWith(was))) frame.turned = reading.at;
  frame.reading = reading;
}

/**
 * Whether a frame still shows the case it was counted to, though the frame that names the case has turned to another: it was
 * there long before, and has not been read since.
 */
const isLeft = (frame: FramePort, giver: FramePort): boolean =>
  frame.reading!.at < (giver.turned ?? 0) && (frame.turned ?? 0) + TOGETHER < (giver.turned ?? 0);

const related = (a: string, b: string): number => {
  const left = a === "" ? [] : a.split("/");
  const right = b === "" ? [] : b.split("/");
  let same = 0;
  while (same < left.length && same < right.length && left[same] === right[same]) same += 1;
  return same;
};

export interface Shown {
  readonly key: string;
  readonly number: string;
  readonly platform: string;
}

const numbered = (number: string, platform: string): Shown | undefined => {
  const key = caseKey(platform, number);
  return key === undefined ? undefined : { key, number, platform };
};

const incidentNumber = (reading: FrameReading): string | undefined => {
  const fact = reading.facts.find(
    (f) => f.entity === "incident" && f.field === "number" && f.state === "known",
  );
  return typeof fact?.value === "string" ? fact.value : undefined;
};

/**
 * The case a frame's values belong to. A frame with its own number has that one; another takes the number of the frame
 * it shares most of its path with, and none when two equally near frames name different cases. An incident that has not
 * become a case goes by its own number. While the frames of a page turn to another case one after the other, what was
 * read of the first stays with the first.
 */
export function caseOf(frame: FramePort): Shown | undefined {
  const own = frame.reading;
  if (own === undefined) return undefined;
  if (own.caseNumber !== undefined) return numbered(own.caseNumber, own.platform);
  let best = -1;
  let giver: FramePort | undefined;
  let found: { number: string; platform: string } | undefined;
  let torn = false;
  for (const other of framesOf(frame.tab)) {
    const number = other.reading?.caseNumber;
    if (other === frame || other.reading === undefined || number === undefined) continue;
    const near = related(own.frame, other.reading.frame);
    if (near > best) {
      best = near;
      torn = false;
      giver = other;
      found = { number, platform: other.reading.platform };
    } else if (near === best && found?.number !== number) torn = true;
  }
  if (torn) return undefined;
  const before = frame.placed?.url === own.url ? frame.placed.shown : undefined;
  if (before !== undefined && (giver === undefined || isLeft(frame, giver))) return before;
  if (found !== undefined) return numbered(found.number, found.platform);
  const incident = incidentNumber(own);
  return incident === undefined ? undefined : numbered(incident, own.platform);
}

/** The key of an unsaved form: it stays with its tab and is never sent. */
export const draftKey = (tab: number): string => `tab:${tab}`;

/** The case that a tab shows as a whole: that of its frame with most facts. */
export function caseOfTab(tab: number): Shown | undefined {
  let most = 0;
  let found: Shown | undefined;
  for (const frame of framesOf(tab)) {
    const facts = frame.reading?.facts.length ?? 0;
    const shown = caseOf(frame);
    if (shown !== undefined && facts >= most) {
      most = facts;
      found = shown;
    }
  }
  return found;
}
