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
  reading?: FrameReading;
}

const frames = new Map<string, FramePort>();

const keyOf = (tab: number, frameId: number): string => `${tab}:${frameId}`;

export const addFrame = (frame: FramePort): void => {
  frames.set(keyOf(frame.tab, frame.frameId), frame);
};

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
 * become a case goes by its own number.
 */
export function caseOf(frame: FramePort): Shown | undefined {
  const own = frame.reading;
  if (own === undefined) return undefined;
  if (own.caseNumber !== undefined) return numbered(own.caseNumber, own.platform);
  let best = -1;
  let found: { number: string; platform: string } | undefined;
  let torn = false;
  for (const other of framesOf(frame.tab)) {
    const number = other.reading?.caseNumber;
    if (other === frame || other.reading === undefined || number === undefined) continue;
    const near = related(own.frame, other.reading.frame);
    if (near > best) {
      best = near;
      torn = false;
      found = { number, platform: other.reading.platform };
    } else if (near === best && found?.number !== number) torn = true;
  }
  if (torn) return undefined;
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
