// A case as spreadsheet tables: the lines of its checklists, and the findings that its unit holds.
import type { Reply } from "../../../shared/api/contract.ts";
import { pathLabel } from "../../../shared/dictionary/words.ts";
import { stageLabel } from "../../../shared/rules/stages.ts";
import type { UnitFinding } from "../../../shared/supervision/entry.ts";
import { words as caseWords } from "../../words/console-cases.ts";
import { words } from "../../words/console-desk.ts";
import { STATE, VERDICT } from "../../words/panel.ts";
import { stamp, type Table, tableOf } from "../excel/table.ts";
import type { PackWords } from "../pack.ts";
import type { SheetLine, SheetPart } from "./standing.ts";

const WORDS = words.sheet;

/** The findings of a case as a table. */
export const findingsTable = (findings: readonly UnitFinding[], rules: PackWords["rules"]): Table =>
  tableOf<UnitFinding>(
    caseWords.findings.columns.what,
    [
      { head: caseWords.findings.columns.state, width: 8, of: ({ verdict }) => VERDICT[verdict] },
      { head: "颜色", width: 8, of: ({ colour }) => STATE[colour] },
      { head: caseWords.findings.columns.what, width: 42, of: ({ rule }) => rules.get(rule)?.title ?? rule },
      { head: caseWords.findings.columns.on, width: 16, of: ({ on }) => pathLabel(on) },
      {
        head: caseWords.findings.columns.basis,
        width: 34,
        of: ({ rule }) => {
          const basis = rules.get(rule)?.basis[0];
          return basis === undefined ? undefined : caseWords.findings.law(basis.statute, basis.article);
        },
      },
      { head: caseWords.findings.columns.due, width: 18, of: ({ due }) => stamp(due) },
      { head: words.desk.more.since, width: 18, of: ({ since }) => stamp(since) },
      { head: WORDS.states.mended, width: 18, of: ({ mended }) => stamp(mended) },
      {
        head: WORDS.states.unknown,
        width: 30,
        of: ({ missing }) => missing.map((path) => pathLabel(path)).join("、"),
      },
    ],
    findings,
  );

export function sheetTables(
  parts: readonly SheetPart[],
  view: Pick<Reply<"caseView">, "findings">,
  rules: PackWords["rules"],
): readonly Table[] {
  const lines = parts.flatMap(({ list, lines: own }) =>
    own.map((line) => ({ ...line, stage: list.stage === undefined ? list.title : stageLabel(list.stage) })),
  );
  return [
    tableOf<SheetLine & { readonly stage: string }>(
      WORDS.title,
      [
        { head: "阶段", width: 18, of: ({ stage }) => stage },
        { head: WORDS.columns.item, width: 50, of: ({ item }) => item.say },
        { head: WORDS.columns.state, width: 10, of: ({ is }) => WORDS.states[is] },
        { head: words.desk.columns.due, width: 18, of: ({ finding }) => stamp(finding?.due) },
        { head: "确认人", width: 12, of: ({ tick }) => tick?.byName },
        { head: "凭证", width: 30, of: ({ tick }) => tick?.evidence },
      ],
      lines,
    ),
    findingsTable(
      view.findings.filter(({ verdict }) => verdict !== "moot"),
      rules,
    ),
  ];
}
