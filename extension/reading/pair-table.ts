// Label and value side by side (or one above the other) in the cells of a table.
import type { Place } from "./grid.ts";
import { bareLabel, endsInColon } from "./label.ts";
import { pattern, SAID } from "./libraries.ts";

export interface Pair {
  readonly label: string;
  readonly value: Place;
  /** Further cells over which the value is spread: 年, 月, 日. */
  readonly more: readonly Place[];
  readonly section: string;
}

export interface Paired {
  readonly pairs: readonly Pair[];
  /** Cells that are part of no pair, with the section that they stand in. */
  readonly rest: readonly { readonly place: Place; readonly section: string }[];
}

const sameLook = (a: Place, b: Place): boolean =>
  a.th === b.th &&
  a.node.className === b.node.className &&
  a.node.getAttribute("style") === b.node.getAttribute("style");

/** A label that is in truth the value of the label before it: 人员身份 | 监护人. */
function isValueOf(label: Place, next: Place, after: Place | undefined): boolean {
  if (!next.label) return true;
  if (next.th || endsInColon(next.text ?? "")) return false;
  if (label.rows > next.rows) return false;
  if (!sameLook(label, next)) return true;
  return after === undefined || after.label;
}

/** The cells after `at` that hold the rest of a date: `2026年 | 3月 | 5日`. */
function restOfDate(line: readonly Place[], at: number): readonly Place[] {
  if (line.length < at + 3 || !pattern(SAID.year).test(line[at]!.node.textContent)) return [];
  let text = "";
  for (let to = at; to < line.length; to++) {
    text += line[to]!.node.textContent.replace(/\s+/g, "");
    if (
      pattern(SAID.dateMarks).test(text) &&
      !pattern(SAID.dateGoesOn).test(line[to + 1]?.node.textContent ?? "")
    ) {
      const next = (line[to + 2]?.node.textContent ?? "").trim();
      if (line[to + 1]?.text !== undefined && /^[日时点分]$/.test(next)) continue;
      return line.slice(at + 1, to + 1);
    }
  }
  return [];
}

/** A label before two values, such as what stood there before a change and after it: nobody can say which one holds. */
const hasTwoValues = (line: readonly Place[]): boolean =>
  line.length === 3 &&
  line.every(({ label, control, deep, text = "", columns }, at) =>
    at === 0 ? label : !label && !control && !deep && columns === 1 && !pattern(SAID.hint).test(text),
  );

/** Reads the pairs of some rows of a grid. `title` is the section that holds above them. */
export function readPairs(rows: readonly (readonly Place[])[], title = ""): Paired {
  const pairs: Pair[] = [];
  const rest: { place: Place; section: string }[] = [];
  const used = new Set<Place>();
  const spans: { until: number; from: number; text: string }[] = [];
  let heading = title;
  for (const [index, line] of rows.entries()) {
    const row = line[0]?.row ?? index;
    const over = (): string =>
      spans.filter(({ from, until }) => row >= from && row < until).at(-1)?.text ?? heading;
    for (let at = 0; at < line.length; at++) {
      const cell = line[at]!;
      if (used.has(cell)) continue;
      if (!cell.label) {
        rest.push({ place: cell, section: over() });
        continue;
      }
      const next = line[at + 1];
      const text = bareLabel(cell.text ?? "");
      if (next !== undefined && !next.deep && isValueOf(cell, next, line[at + 2])) {
        const more = restOfDate(line, at + 1);
        if (more.length === 0 && hasTwoValues(line)) {
          used.add(next);
          continue;
        }
        pairs.push({ label: text, value: next, more, section: over() });
        for (const one of [next, ...more]) used.add(one);
        at++;
      } else if (cell.rows > 1 && next !== undefined) {
        spans.push({ from: row, until: row + cell.rows, text });
      } else {
        const below = rows[index + 1]?.find(
          (under) =>
            under.column === cell.column && under.columns === cell.columns && !under.label && !under.deep,
        );
        const other = rows[index + 1]?.some(
          (under) => under.label && under.column < cell.column + cell.columns,
        );
        if (below !== undefined && !used.has(below) && !other) {
          pairs.push({ label: text, value: below, more: [], section: over() });
          used.add(below);
        } else if (line.length === 1) {
          heading = text;
        } else rest.push({ place: cell, section: over() });
      }
    }
  }
  return { pairs, rest };
}
