// The words of a pack as a plain text: a line for each rule, its cells parted by tabs.

/** A cell; `undefined` where there is no text. */
export type Cell = string | undefined;

/** One rule's words, or texts of one kind. */
export type Line = readonly Cell[];

const ESCAPES: Readonly<Record<string, string>> = { "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r" };
const MEANT: Readonly<Record<string, string>> = { "\\": "\\", n: "\n", t: "\t", r: "\r", "-": "" };

const cellText = (cell: Cell): string =>
  cell === undefined ? "" : cell === "" ? "\\-" : cell.replace(/[\\\n\t\r]/g, (one) => ESCAPES[one]!);

const cellOf = (text: string): Cell =>
  text === ""
    ? undefined
    : text.includes("\\")
      ? text.replace(/\\([\\ntr-])/g, (_, one: string) => MEANT[one]!)
      : text;

/** The text of lines; cells without text at the end of a line are left out. */
export const textOf = (lines: readonly Line[]): string =>
  lines.map((line) => line.map(cellText).join("\t").replace(/\t+$/, "")).join("\n");

/** The lines of a text, as `textOf` was given them but for missing cells at their ends. */
export const linesOf = (text: string): readonly Line[] =>
  text.split("\n").map((line) => line.split("\t").map(cellOf));
