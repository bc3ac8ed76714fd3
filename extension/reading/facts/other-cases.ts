// Two cases on one page: what stands with another case's number is that case's, and is not read.
import { squeeze } from "../../../shared/dictionary/fold.ts";
import type { FrameScan, SeenCell, SeenTable } from "../../protocol/frame-scan.ts";
import type { Box } from "./boxes.ts";
import { meaningOf, plainBest } from "./match.ts";
import { isUnder, stepsOf } from "./steps.ts";
import type { Meant } from "./things.ts";
import { numberInTitles } from "./titled-number.ts";

/** Titles over cases that are named beside the one in hand. */
const BESIDE = /关联|相关|串并|并案|串案|类似|相似|历史|前科|其他案件|另案|对比/;

const OWN = 1;

interface Place {
  readonly number: string;
  readonly cell: SeenCell;
  readonly at: number;
}

/** Number as it is compared. */
const bare = (text: string): string => squeeze(text).toUpperCase();

function numbersOf(cells: readonly Meant[]): readonly Place[] {
  return cells.flatMap(({ cell, meaning }, at) => {
    const best = plainBest(meaning);
    const number = bare(cell.value);
    return best?.element === "case" && best.field.id === "number" && number !== ""
      ? [{ number, cell, at }]
      : [];
  });
}

/** The number of the case that the page is about; undefined where nothing says which. */
function ownNumber(
  scan: FrameScan,
  places: readonly Place[],
  boxes: ReadonlyMap<number, Box>,
): string | undefined {
  const numbers = [...new Set(places.map(({ number }) => number))];
  const titles = bare([scan.title, ...scan.titles, scan.url].join(" "));
  const titled = numbers.filter((number) => titles.includes(number));
  if (titled.length === OWN) return titled[0];
  const own = places.filter(({ cell }) => {
    const [near] = boxes.get(cell.group)?.titles ?? [];
    return !BESIDE.test(cell.section) && (near === undefined || !BESIDE.test(near));
  });
  const left = new Set(own.map(({ number }) => number));
  if (left.size === OWN) return [...left][0];
  // A list of one row beside labels with their values: what the labels say is the page's own.
  const lists = scan.tables.map(({ css }) => stepsOf(css));
  const paired = own.filter(({ cell }) => !lists.some((list) => isUnder(cell.css, list)));
  const told = new Set(paired.map(({ number }) => number));
  return told.size === OWN ? [...told][0] : undefined;
}

/** Says of a cell or table whether it stands with that number. */
function regionOf(
  place: Place,
  places: readonly Place[],
  cells: readonly Meant[],
): (css: string, group: number, at: number) => boolean {
  const others = places.filter(({ number }) => number !== place.number);
  const mine = stepsOf(place.cell.css);
  let depth = 0;
  for (const { cell } of others) {
    const steps = stepsOf(cell.css);
    let same = 0;
    while (steps[same] !== undefined && steps[same] === mine[same]) same++;
    depth = Math.max(depth, same);
  }
  const top = mine.slice(0, depth + 1);
  const alone = others.every(({ cell }) => cell.group !== place.cell.group);
  const inTop = cells.filter(({ cell }) => isUnder(cell.css, top)).length > 1;
  const next = Math.min(...places.filter(({ at }) => at > place.at).map(({ at }) => at), cells.length);
  return (css, group, at) =>
    isUnder(css, top) ||
    (alone && group === place.cell.group) ||
    (!inTop && !alone && group === place.cell.group && at >= place.at && at < next);
}

export interface OwnPart {
  readonly cells: readonly Meant[];
  readonly tables: readonly SeenTable[];
}

/** Titles over lists of cases that may have to do with the one in hand; their numbers are often only links. */
const SUGGESTED = /串并|并案|串案|类案|类似案|相似案|其他案件|另案|案件推荐/;

/** A page of one number: what stands under a title of other cases, without that number, is of those. */
function withoutSuggested(
  scan: FrameScan,
  cells: readonly Meant[],
  places: readonly Place[],
  boxes: ReadonlyMap<number, Box>,
): OwnPart {
  const own = new Set(places.map(({ cell }) => cell.group));
  const isSuggested = (section: string, group: number): boolean =>
    !own.has(group) && (SUGGESTED.test(section) || SUGGESTED.test(boxes.get(group)?.titles[0] ?? ""));
  return places.length === 0
    ? { cells, tables: scan.tables }
    : {
        cells: cells.filter(({ cell }) => !isSuggested(cell.section, cell.group)),
        tables: scan.tables.filter(({ section, group }) => !isSuggested(section, group)),
      };
}

const NAMES = ["number", "name"] as const;
/** What is known of the page's own case, in as far as a list of cases may name it. */
type Names = Readonly<Record<(typeof NAMES)[number], Set<string>>>;

const caseFieldOf = ({ columns, codes }: SeenTable, at: number): string => {
  const best = plainBest(meaningOf(columns[at]!, "", codes[at] ? [codes[at]] : []));
  return best?.element === "case" ? best.field.id : "";
};

/**
 * A list over several cases without the rows of others, and never all there is of the case's own; undefined where nothing
 * says which are its own.
 */
function ownRows(table: SeenTable, own: Names): SeenTable | undefined {
  const fields = table.columns.map((_, at) => caseFieldOf(table, at));
  const by = NAMES.find((name) => fields.includes(name));
  if (by === undefined) return table;
  const of = table.rows.map(({ cells }) => bare(cells[fields.indexOf(by)] ?? ""));
  const mine = own[by];
  if (new Set(of).size < 2 && (mine.size === 0 || of.every((one) => mine.has(one)))) return table;
  const rows = table.rows.filter((_, row) => mine.has(of[row]!));
  return rows.length === 0 ? undefined : { ...table, rows, complete: false };
}

/** The cells and tables that do not stand with the number of another case. Where nothing says which case the page is about, both are left out but for their numbers. */
function apart(scan: FrameScan, cells: readonly Meant[], boxes: ReadonlyMap<number, Box>): OwnPart {
  const asked = cells.filter(({ cell }) => boxes.get(cell.group)?.search !== true);
  const places = numbersOf(asked);
  if (new Set(places.map(({ number }) => number)).size < 2)
    return withoutSuggested(scan, cells, places, boxes);
  const own = ownNumber(scan, places, boxes);
  const foreign = places
    .filter(({ number }) => number !== own)
    .map((place) => regionOf(place, places, asked));
  const numbers = new Set(own === undefined ? places.map(({ cell }) => cell) : []);
  const isForeign = (css: string, group: number, at: number): boolean =>
    foreign.some((region) => region(css, group, at));
  return {
    cells: asked.filter(({ cell }, at) => numbers.has(cell) || !isForeign(cell.css, cell.group, at)),
    tables: scan.tables.filter(({ css, group }) => !isForeign(css, group, -1)),
  };
}

/** What of a page is about its own case. */
export function ownPart(scan: FrameScan, cells: readonly Meant[], boxes: ReadonlyMap<number, Box>): OwnPart {
  const part = apart(scan, cells, boxes);
  const titled = numberInTitles(scan);
  const own: Names = { number: new Set(titled === undefined ? [] : [bare(titled)]), name: new Set() };
  for (const { cell, meaning } of part.cells) {
    const best = plainBest(meaning);
    const by = NAMES.find((name) => best?.element === "case" && best.field.id === name);
    if (by !== undefined && cell.value !== "") own[by].add(bare(cell.value));
  }
  return { cells: part.cells, tables: part.tables.flatMap((table) => ownRows(table, own) ?? []) };
}
