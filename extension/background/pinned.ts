// Looks up what stands at the places that a frame's site profile names without a label, before the frame's reading is made.
import type { SiteProfile } from "../../shared/rules/site-profile.ts";
import { type Pinned, pinnedAt, placesToPin } from "../reading/facts/pinned.ts";
import { type FramePort, framesOf } from "./frames.ts";
import { lookAtPlaces, type PlacesSeen } from "./look-at-places.ts";

/**
 * A value that became another is taken when it has stood for so long (ms), and nothing of its page is read until then: what
 * stands around it is read later than it is looked up, and the values of one case never go under the number of another.
 */
const SETTLES = 600;

interface Held {
  readonly value: string;
  /** Since when it stands there (ms); 0 = since the document was first looked at. */
  readonly since: number;
}

/** A place that never comes to rest, such as a clock, holds its page back no longer than this (ms): it alone is left unread. */
const PATIENCE = 5_000;

interface Looked {
  readonly url: string;
  readonly values: Map<string, Held>;
  /** Since when something has not come to rest (ms). */
  readonly waiting?: number;
}

const held = new WeakMap<FramePort, Looked>();
/** Frames in which places are watched. */
const watched = new WeakSet<FramePort>();

async function lookIn(frame: FramePort, places: readonly string[]): Promise<PlacesSeen | undefined> {
  const [seen] = await chrome.scripting
    .executeScript({
      target: { tabId: frame.tab, frameIds: [frame.frameId] },
      func: lookAtPlaces,
      args: [places],
      injectImmediately: true,
    })
    // A frame that is gone shows nothing.
    .catch(() => []);
  return seen?.result as PlacesSeen | undefined;
}

/**
 * Puts what stands at those places into the frame's reader, at `now` (ms); without a look where the profile names none. False
 * while the frame is not to be read: it is turning to something else, and `again` is called when it has.
 */
export async function pin(frame: FramePort, profiles: readonly SiteProfile[], now: number): Promise<boolean> {
  const { reader } = frame;
  const { told } = reader;
  const profile = profiles.find(({ id }) => id === told?.profile?.id);
  const page = told?.profile?.page === undefined ? undefined : profile?.pages[told.profile.page];
  const places = told === undefined ? [] : placesToPin(told, page);
  if (places.length === 0) {
    reader.pin([]);
    held.delete(frame);
    if (watched.delete(frame)) await lookIn(frame, []);
    return true;
  }
  watched.add(frame);
  const seen = await lookIn(frame, places);
  reader.pin([]);
  if (seen === undefined) return true;
  // The frame has told of something else in the meantime, and is looked at for that.
  if (reader.told !== told) return false;
  const before = held.get(frame);
  const known = before?.url === seen.url ? before.values : undefined;
  const values = new Map<string, Held>();
  const settled = seen.url === told?.url;
  const restless = new Set<string>();
  for (const [at, css] of places.entries()) {
    const value = seen.values[at]?.value ?? "";
    const old = known?.get(css);
    const since = old?.value === value ? old.since : known === undefined ? 0 : now;
    values.set(css, { value, since });
    if (now - since < SETTLES) restless.add(css);
  }
  const waiting = before?.waiting ?? now;
  const ready = settled && (restless.size === 0 || now - waiting > PATIENCE);
  held.set(frame, { url: seen.url, values, ...(restless.size > 0 && { waiting }) });
  if (ready)
    reader.pin(
      places.flatMap((css, at): readonly Pinned[] =>
        restless.has(css) ? [] : pinnedAt(css, seen.values[at]),
      ),
    );
  else setTimeout(() => frame.again?.(), SETTLES + 50);
  return ready;
}

/** A frame says that something else stands at its places. */
export function placesMoved(tab: number, frameId: number): void {
  framesOf(tab)
    .find((frame) => frame.frameId === frameId)
    ?.again?.();
}
