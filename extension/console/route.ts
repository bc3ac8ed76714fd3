// The hash routes of the console: which page is shown and what it is about.
import { useEffect, useState } from "preact/hooks";

export interface Place {
  /** Page id; "" is the first page of the member's role. */
  readonly page: string;
  /** What it is about: a case key, a rule id. */
  readonly of?: string;
}

const decoded = (part: string): string => {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
};

/** `#/cases/警综平台%3AA990…` → page `cases`, of `警综平台:A990…`. */
export function placeOf(hash: string): Place {
  const [page = "", ...rest] = hash.replace(/^#?\/?/, "").split("/");
  const of = decoded(rest.join("/"));
  return of === "" ? { page: decoded(page) } : { page: decoded(page), of };
}

/** The hash of a place. */
export const hashOf = (page: string, of?: string): string =>
  `#/${encodeURIComponent(page)}${of === undefined ? "" : `/${encodeURIComponent(of)}`}`;

/** The check sheet of a case is a place of its own below the cases. */
const SHEET = "sheet/";
export const sheetHash = (caseKey: string): string => hashOf("cases", `${SHEET}${caseKey}`);
/** The case whose check sheet a place shows; undefined for any other place. */
export const sheetOf = (of: string): string | undefined =>
  of.startsWith(SHEET) ? of.slice(SHEET.length) : undefined;

export const go = (page: string, of?: string): void => {
  location.hash = hashOf(page, of);
};

/** The place shown now; follows back, forward and links. */
export function usePlace(): Place {
  const [place, setPlace] = useState(() => placeOf(location.hash));
  useEffect(() => {
    const follow = (): void => setPlace(placeOf(location.hash));
    addEventListener("hashchange", follow);
    // It may have changed between the first drawing and this effect.
    follow();
    return () => removeEventListener("hashchange", follow);
  }, []);
  return place;
}
