// What a scan of a page yields: labelled cells, record tables, and the piece of the page each came from.

/** One label with its value as the person sees it. */
export interface Cell {
  /** The label as it stands on the page, without colon, stars and padding spaces; "" when only a code names it. */
  readonly label: string;
  /** The chosen option's text, "" for blank, several joined by 、. Kept up to date in place while a person types. */
  value: string;
  /** The element that carries the value. */
  readonly node: Element;
  /** The control that a person edits, when there is one. */
  readonly control?: Element | undefined;
  /** Names by which the host's code calls it: `name`, `id`, `data-field`. */
  readonly codes: readonly string[];
  /** Two values under one label (from, to). */
  readonly parts?: readonly [string, string] | undefined;
  /** A unit that stands behind the control: 万元. */
  readonly unit?: string | undefined;
  /** Title of the group of rows or of the form it stands in; "" when there is none. */
  readonly section: string;
  /** The value is what stands in the control and nothing else. */
  readonly plain?: boolean;
  /** CSS path from the unit's root to the node, where the reader came along it anyway: ` > div > input`. */
  readonly beneath?: string;
  /** What the control of a plain cell held as it was last read, to the letter. */
  raw?: string;
  /** Reads the value anew without looking for the label again. */
  readonly again: () => Content;
}

/** What stands in the place of a value. */
export interface Content {
  readonly value: string;
  readonly node: Element;
  readonly control?: Element | undefined;
  readonly codes: readonly string[];
  readonly parts?: readonly [string, string] | undefined;
  readonly unit?: string | undefined;
  /** The value is what stands in the control and nothing else. */
  readonly plain?: boolean;
}

export interface TableCell {
  readonly text: string;
  readonly node: Element;
}

export interface TableRow {
  readonly node: Element;
  readonly cells: readonly TableCell[];
  /** Its number among its siblings, all of them rows, from 1; 0 when it is the only one. Known of bare rows. */
  readonly at?: number;
}

/** A table of records: one row, one thing. */
export interface TableRead {
  readonly columns: readonly string[];
  /** Codes of the columns, "" where the page gives none. */
  readonly codes: readonly string[];
  readonly rows: readonly TableRow[];
  readonly node: Element;
  readonly section: string;
  /** Every cell is a `td` of its row, in the order of the columns. */
  readonly bare?: boolean;
  /** True when nothing hints at rows that are not shown. */
  readonly complete: boolean;
}

/** What was read anew of one piece of a page, as many cells and tables as were read of it before. */
export interface Renewed {
  readonly old: Unit;
  readonly fresh: Unit;
}

/** The smallest piece of a page that is read, and read again, as a whole. */
export interface Unit {
  readonly root: Element;
  readonly cells: readonly Cell[];
  readonly tables: readonly TableRead[];
  /** Why this piece could not be read. */
  readonly fault?: string | undefined;
}
