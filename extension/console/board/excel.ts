// The board as a spreadsheet: units, rules and days, each on a sheet of its own.
import type { Tally } from "../../../shared/rollup/indicators.ts";
import { INDICATORS } from "../../../shared/rollup/indicators.ts";
import type { PackedRule } from "../../../shared/rules/pack.ts";
import { words } from "../../words/board.ts";
import { type Column, stamp, type Table, tableOf } from "../excel/table.ts";
import { type Board, numberIn, rulesInOrder, shownUnits } from "./rows.ts";

interface Line {
  readonly name: string;
  readonly counts: Tally;
  /** False for a unit that has never reported: its cells stay empty. */
  readonly known: boolean;
  readonly reported?: string | undefined;
}

const columns = (head: string): readonly Column<Line>[] => [
  { head, width: 28, of: ({ name }) => name },
  ...INDICATORS.map((indicator) => ({
    head: words.indicator[indicator],
    width: 10,
    of: ({ counts, known }: Line) => (known ? numberIn(counts, indicator) : undefined),
  })),
];

/** Three tables with every indicator, not only those that the screen has room for. */
export function boardTables(board: Board, rules: ReadonlyMap<string, PackedRule>): readonly Table[] {
  const units: Line[] = [
    ...shownUnits(board).map(({ unitName, counts, reportedAt }) => ({
      name: unitName,
      counts,
      known: reportedAt !== null,
      reported: reportedAt === null ? words.units.never : stamp(reportedAt),
    })),
    { name: words.units.own, counts: board.own, known: true },
    { name: words.units.total, counts: board.total, known: true },
  ];
  const byRule = rulesInOrder(board).map(({ rule, counts }) => ({
    name: rules.get(rule)?.title ?? rule,
    counts,
    known: true,
  }));
  const byDay = board.days.map(({ day, counts }) => ({ name: day, counts, known: true }));
  return [
    tableOf(
      words.units.title,
      [
        ...columns(words.units.unit),
        { head: words.units.reported, width: 18, of: ({ reported }: Line) => reported },
      ],
      units,
    ),
    tableOf(words.rules.title, columns(words.rules.rule), byRule),
    tableOf(words.days.title, columns(words.days.day), byDay),
  ];
}
