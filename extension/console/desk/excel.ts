// The desk as spreadsheet tables: the matters in their order, and the day's incidents and cases.
import type { Reply } from "../../../shared/api/contract.ts";
import { pathLabel } from "../../../shared/dictionary/words.ts";
import { isCleared } from "../../../shared/supervision/day-matter.ts";
import { remainingText } from "../../../shared/time/format.ts";
import { words } from "../../words/console-desk.ts";
import { STATE, VERDICT } from "../../words/panel.ts";
import { stamp, type Table, tableOf } from "../excel/table.ts";
import { leftOf, whatOf } from "./DayBar.tsx";
import type { DeskRow } from "./rows.ts";

const WORDS = words.desk;

const stateOf = (row: DeskRow): string =>
  row.kind === "note"
    ? WORDS.note
    : row.kind === "item"
      ? WORDS.item
      : row.verdict === "breached"
        ? VERDICT.breached
        : STATE[row.colour ?? "grey"];

export function deskTables(
  rows: readonly DeskRow[],
  day: Reply<"desk">["day"],
  cases: Reply<"desk">["cases"],
  now: number,
): readonly Table[] {
  const { columns, more } = WORDS;
  const number = (key: string): string => cases.find((one) => one.key === key)?.number ?? key;
  return [
    tableOf<DeskRow>(
      WORDS.title,
      [
        { head: columns.state, width: 8, of: stateOf },
        {
          head: columns.what,
          width: 40,
          of: ({ title, sub }) => (sub === undefined ? title : `${title}（${sub}）`),
        },
        { head: columns.case, width: 26, of: (row) => row.number },
        { head: words.sheet.what, width: 14, of: (row) => row.what },
        {
          head: more.on,
          width: 16,
          of: ({ finding }) => (finding === undefined ? undefined : pathLabel(finding.on)),
        },
        {
          head: columns.left,
          width: 16,
          of: ({ due }) => (due === undefined ? undefined : remainingText(due, now)),
        },
        { head: columns.due, width: 18, of: ({ due }) => stamp(due) },
        { head: more.handler, width: 12, of: ({ handler }) => handler },
        {
          head: more.law,
          width: 30,
          of: ({ law }) => (law === undefined ? undefined : WORDS.law(law.statute, law.article)),
        },
        { head: more.fix, width: 50, of: ({ rule }) => rule?.fix },
      ],
      rows,
    ),
    tableOf<(typeof day)[number]>(
      words.day.title,
      [
        { head: columns.case, width: 26, of: ({ caseKey }) => number(caseKey) },
        { head: columns.what, width: 14, of: whatOf },
        { head: words.day.title, width: 18, of: ({ at }) => stamp(at) },
        {
          head: columns.state,
          width: 10,
          of: (one) => (isCleared(one) ? words.day.isCleared : words.day.notCleared),
        },
        { head: words.sheet.open2, width: 40, of: leftOf },
      ],
      day,
    ),
  ];
}
