// Values that a site profile names by their place alone, put among the cells of what a frame saw.
import type { PageKind } from "../../../shared/rules/site-profile.ts";
import type { FrameScan, SeenCell } from "../../protocol/frame-scan.ts";

/** What stands at such a place. */
export interface Pinned {
  readonly css: string;
  readonly value: string;
  readonly editable: boolean;
}

/** Nothing is pinned where none, several, an unseen one or a long text stands. */
export const pinnedAt = (css: string, seen: Omit<Pinned, "css"> | null | undefined): readonly Pinned[] =>
  seen === null || seen === undefined ? [] : [{ css, ...seen }];

/** Key of the box that they stand in: none that the page has. */
export const PINNED = -1;

const seenIn = (scan: FrameScan): ReadonlySet<string> =>
  new Set(scan.cells.flatMap(({ css, group }) => (group === PINNED ? [] : [css])));

/** The places that the page's corrections name without a label, and at which the reader has found no cell by itself. */
export function placesToPin(scan: FrameScan, page: PageKind | undefined): readonly string[] {
  const named = (page?.corrections ?? []).flatMap(({ css, label, field }) =>
    css !== undefined && label === undefined && field !== "" ? [css] : [],
  );
  if (named.length === 0) return named;
  const seen = seenIn(scan);
  return [...new Set(named)].filter((css) => !seen.has(css));
}

/** The scan with what stands at those places, each a cell without a label. */
export function withPinned(scan: FrameScan, pinned: readonly Pinned[]): FrameScan {
  if (pinned.length === 0) return scan;
  const seen = seenIn(scan);
  const cells = pinned
    .filter(({ css }) => !seen.has(css))
    .map((one): SeenCell => ({ ...one, label: "", section: "", codes: [], group: PINNED }));
  const box = { key: PINNED, titles: [], search: false, touched: false };
  return { ...scan, groups: [...scan.groups, box], cells: [...scan.cells, ...cells] };
}
