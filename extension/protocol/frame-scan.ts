// What a frame saw, as it goes to the background: labelled cells, record tables, and the boxes that they stand in.
import type { ElementId } from "../../shared/dictionary/field.ts";

/** A box of the page whose cells belong together. */
export interface SeenGroup {
  /** The same box has the same key as long as the document lives. */
  readonly key: number;
  /** Titles over it, the nearest first. */
  readonly titles: readonly string[];
  /** Key of the dialog that it stands in. */
  readonly dialog?: number | undefined;
  /** Element that the site profile names for this region. */
  readonly fixed?: ElementId | undefined;
  /** A form to search with: what stands in it is asked for, not told. */
  readonly search: boolean;
  /** A person has typed in it (or in its dialog) since the page came up. */
  readonly touched: boolean;
}

export interface SeenCell {
  readonly label: string;
  /** As the person sees it: the chosen option's text, "" for blank, several joined by 、. */
  readonly value: string;
  /** Title of the group of rows that it stands in, or "". */
  readonly section: string;
  /** Names by which the host's code calls it. */
  readonly codes: readonly string[];
  readonly css: string;
  readonly group: number;
  /** Two values under one label. */
  readonly parts?: readonly [string, string] | undefined;
  /** Unit behind the control. */
  readonly unit?: string | undefined;
  readonly editable: boolean;
}

export interface SeenRow {
  readonly css: string;
  readonly cells: readonly string[];
  /** Paths of cells that are not where the table's other rows have them; absolute, by column. */
  readonly elsewhere?: Readonly<Record<number, string>> | undefined;
}

export interface SeenTable {
  readonly columns: readonly string[];
  readonly codes: readonly string[];
  /** Path of each column's cell from its row. */
  readonly at: readonly string[];
  readonly rows: readonly SeenRow[];
  readonly css: string;
  readonly section: string;
  readonly group: number;
  /** Nothing hints at rows that are not shown. */
  readonly complete: boolean;
}

export interface FrameScan {
  /** Index path of the frame: "" = top. */
  readonly frame: string;
  readonly url: string;
  readonly host: string;
  readonly title: string;
  /** Titles on the page, the largest first. */
  readonly titles: readonly string[];
  /** Site profile of this address with the index of the page of it that this is. */
  readonly profile?: { readonly id: string; readonly page?: number | undefined } | undefined;
  readonly groups: readonly SeenGroup[];
  readonly cells: readonly SeenCell[];
  readonly tables: readonly SeenTable[];
  /** Pieces of the page that could not be read, and why. */
  readonly faults: readonly { readonly css: string; readonly why: string }[];
  /** The page proved too heavy to be read along: it is read as a field is left. */
  readonly slow: boolean;
}

/** The same, while it is being made. */
export type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** A cell on its way: what is empty is left out, and a path begins with one of the scan's `paths`. */
export interface SentCell
  extends Omit<SeenCell, "section" | "codes" | "css" | "editable" | "parts" | "unit"> {
  readonly section?: string;
  readonly codes?: readonly string[];
  /** Index in `paths` of what stands before `css`. */
  readonly under?: number;
  readonly css: string;
  readonly parts?: readonly [string, string];
  readonly unit?: string;
  readonly fixed?: true;
}

export interface SentRow extends SeenRow {
  readonly under?: number;
}

export interface SentTable extends Omit<SeenTable, "rows"> {
  readonly rows: readonly SentRow[];
}

/** A scan on its way to the background: the same paths are not said hundreds of times. */
export interface SentScan extends Omit<FrameScan, "cells" | "tables"> {
  readonly paths: readonly string[];
  readonly cells: readonly SentCell[];
  readonly tables: readonly SentTable[];
}

/** What was read anew in its place and became another. */
export interface Renewal {
  /** Come after the `paths` that the scan has. */
  readonly paths: readonly string[];
  readonly cells: readonly { readonly at: number; readonly cell: SentCell }[];
  /** Of the rows from `from` on, `gone` are replaced by those that the table has here; all others stay. */
  readonly tables: readonly {
    readonly at: number;
    readonly from: number;
    readonly gone: number;
    readonly table: SentTable;
  }[];
}

/** Cells of the last scan whose values changed, then cells and tables that others came in place of; nothing else. */
export interface ScanChange {
  readonly renewal?: Renewal;
  readonly cells: readonly {
    readonly at: number;
    readonly value: string;
    readonly parts?: readonly [string, string] | undefined;
  }[];
  /** Keys of the boxes in which a person has typed. */
  readonly touched: readonly number[];
}
