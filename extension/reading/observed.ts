// What following a document takes, and what it gives.
import type { Renewed } from "./cell.ts";
import type { Clock } from "./pace.ts";
import type { Change } from "./reread.ts";
import type { UnitStore } from "./unit-store.ts";

export interface Observed {
  readonly store: UnitStore;
  /** True when the page is only read as a field is left, because it proved too heavy to read along. */
  readonly resting: boolean;
  /** Nothing is waiting to be read. */
  readonly settled: boolean;
  rescan(): void;
}

export interface ObserveOptions {
  readonly document: Document;
  readonly signal: AbortSignal;
  readonly ignore?: (element: Element) => boolean;
  /** The scan changed; when `structure` is false, nothing but the values of these cells, then these units in their places. */
  readonly onChange: (structure: boolean, changes: readonly Change[], renewed: readonly Renewed[]) => void;
  /** The document has changed; what it means for the reading comes later, unless something only `ticks`. */
  readonly onStir?: ((ticks: boolean) => void) | undefined;
  /** All that changed has been read; elements are found as before unless they may have `moved`. */
  readonly onSettled?: ((moved: boolean) => void) | undefined;
  /** A person typed in or chose with this control. */
  readonly onTouched: (control: Element) => void;
  /** Whether the page is another than it was, though nothing that was read has changed. */
  readonly turned?: (() => boolean) | undefined;
  /** The address changed without a new document. */
  readonly onRoute: () => void;
  readonly clock?: Clock;
}
