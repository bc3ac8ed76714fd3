// Reads a captured page as the profile would have it read today, and tells where that differs from what is expected of it.
import type { SiteProfile } from "../../../shared/rules/site-profile.ts";
import { lookAtPlaces } from "../../background/look-at-places.ts";
import type { CapturedPage } from "../../protocol/picking.ts";
import { unpackScan } from "../../protocol/unpack-scan.ts";
import { classWords } from "../../reading/facts/class-words.ts";
import { labelWords } from "../../reading/facts/label-words.ts";
import { newMemory } from "../../reading/facts/naming.ts";
import { pinnedAt, placesToPin, withPinned } from "../../reading/facts/pinned.ts";
import { profileLabels } from "../../reading/facts/profile-labels.ts";
import { readFrame } from "../../reading/facts/read-frame.ts";
import { keys, scanOf } from "../../reading/frame-scan.ts";
import { learnLabels } from "../../reading/label.ts";
import { learnClasses } from "../../reading/libraries.ts";
import { scanAll } from "../../reading/scan.ts";
import { openShadows } from "./shadow.ts";

const matches = (element: Element, css: string): boolean => {
  try {
    return element.matches(css);
  } catch {
    return false;
  }
};

/**
 * The facts of a document by one page kind of a profile: `measures.startedAt=known:2031-11-12`. Which page kind it is, is
 * given: the captured page has neither its address nor its frame any more.
 */
export function readCaptured(document: Document, profile: SiteProfile, page: string): readonly string[] {
  const kind = profile.pages.find(({ id }) => id === page);
  if (kind === undefined) return [];
  const { url: _u, heading: _h, ...rest } = kind;
  const only: SiteProfile = { ...profile, pages: [{ ...rest, css: "body" }] };
  learnLabels(labelWords() + profileLabels([only]));
  learnClasses(classWords());
  openShadows(document.body);
  const units = scanAll(document.body, {
    ignore: (element) => kind.ignore?.some((css) => matches(element, css)) === true,
  });
  const { scan } = scanOf(units, document, { frame: "", profile: only, slow: false, keys: keys() });
  const seen = unpackScan(scan);
  const places = placesToPin(seen, only.pages[0]);
  const { values } = lookAtPlaces(places, document);
  const pinned = places.flatMap((css, at) => pinnedAt(css, values[at]));
  return readFrame(withPinned(seen, pinned), [only], 1, newMemory()).facts.map(
    ({ entity, field, state, value }) =>
      `${entity}.${field}=${state}${state === "known" ? `:${Array.isArray(value) ? value.join("、") : value}` : ""}`,
  );
}

export interface Held {
  readonly expected: number;
  readonly held: number;
  /** Expected and not read so. */
  readonly missing: readonly string[];
  /** Read and not expected. */
  readonly extra: readonly string[];
}

/** Holds what is read against what is expected; an expected line without a value holds for any. */
export function heldBy(test: CapturedPage, read: readonly string[]): Held {
  const left = [...read];
  const missing: string[] = [];
  for (const line of test.facts) {
    const exact = left.indexOf(line);
    const at = exact >= 0 || line.includes(":") ? exact : left.findIndex((one) => one.split(":")[0] === line);
    if (at < 0) missing.push(line);
    else left.splice(at, 1);
  }
  return { expected: test.facts.length, held: test.facts.length - missing.length, missing, extra: left };
}
