// Remembers, per host, where button and panel stand; the host's own storage is not touched.
import type { Place } from "./surface.ts";

export const FIRST_PLACE: Place = { side: "right", y: 0.61, panel: "right" };

const KEY = `place:${typeof location === "undefined" ? "" : location.host}`;

/** The kept place, or the first one when nothing was kept or the store cannot be read. */
export async function keptPlace(): Promise<Place> {
  try {
    const kept = (await chrome.storage.local.get(KEY))[KEY] as Partial<Place> | undefined;
    return kept ? { ...FIRST_PLACE, ...kept } : FIRST_PLACE;
  } catch {
    return FIRST_PLACE;
  }
}

/** Keeps the place; a store that refuses only means that it is forgotten with the page. */
export function keepPlaceOf(place: Place): void {
  chrome.storage?.local.set({ [KEY]: place }).catch(() => undefined);
}
