// Who dealt with a matter at each step and when, as the log under its form says it: 法制审核 | 程某某 | 同意 | 2026-03-05.
import { fieldOf } from "../../../shared/dictionary/dictionary.ts";
import type { ElementId } from "../../../shared/dictionary/field.ts";
import type { LabelMatch } from "../../../shared/dictionary/match.ts";
import type { SeenRow, SeenTable } from "../../protocol/frame-scan.ts";
import { type Found, foundIn } from "./found.ts";
import type { Thing } from "./things.ts";

/** A column of the steps that one matter went through: its rows tell of that matter's way, not of things. */
const STEP = /^(?:(?:审批|审核|流程|流转|办理|处理|操作|任务|业务)(?:的)?)?(?:环节|节点|步骤)(?:名称)?$/;

const isStep = (label: string): boolean => STEP.test(label.replace(/\s/g, ""));

/** Whether a table is such a log; a list of matters names each of them beside the step that it has come to. */
export const isLog = (columns: readonly string[], best: readonly (LabelMatch | undefined)[]): boolean =>
  columns.some(isStep) &&
  !best.some((match) => match !== undefined && /^(?:number|matter|name|kind)$/.test(match.field.id));

const WHO = /^(?:处理|办理|审批|审核|操作|经办|签批)?(?:人|人员|民警|者)(?:姓名)?$|^姓名$/;
const WHEN = /时间|日期/;
const RESULT = /结果|结论|决定|状态$/;
const OPINION = /意见|批示/;

/** What a step is, and the fields that its row fills: who, what they said, when. */
const STEPS: readonly (readonly [RegExp, readonly [string, string, string]])[] = [
  [/法制|案审/, ["legalReviewer", "legalOpinion", "legalReviewedAt"]],
  [
    /^(?!.*(?:部门|单位|科|所|队)).*(?:局领导|局长|领导|批准|签批|签发)/,
    ["approver", "result", "approvedAt"],
  ],
  [/^(?:呈请|呈报|呈批|提交|发起|送审)(?:人|审批|申请)?$/, ["submittedBy", "", "submittedAt"]],
];

const squeezed = (text: string | undefined): string => (text ?? "").replace(/\s/g, "");

const stepOf = ({ columns }: SeenTable, { cells }: SeenRow): (typeof STEPS)[number] | undefined =>
  STEPS.find(([words]) => words.test(squeezed(cells[columns.findIndex(isStep)])));

/** What one row says; nothing while nobody has dealt with the step. */
function stepIn(table: SeenTable, row: SeenRow): readonly Found[] {
  const { columns, group } = table;
  const at = (words: RegExp): number => columns.findIndex((label) => words.test(squeezed(label)));
  const of = stepOf(table, row);
  const who = row.cells[at(WHO)]?.trim() ?? "";
  if (of === undefined || /^[-—]*$/.test(who)) return [];
  const told = (id: string, column: number): readonly Found[] => {
    const value = row.cells[column]?.trim() ?? "";
    const field = id === "" || value === "" ? undefined : fieldOf("approvals", id);
    const cell = {
      label: columns[column]!,
      value,
      section: "",
      codes: [],
      css: row.css,
      group,
      editable: false,
    };
    return field === undefined
      ? []
      : foundIn("approvals", field, cell, false).filter(({ state }) => state === "known");
  };
  const [, [person, opinion, time]] = of;
  const said = [...told(opinion, at(RESULT)), ...told(opinion, at(OPINION))].slice(0, 1);
  return [...told(person, at(WHO)), ...said, ...told(time, at(WHEN))];
}

/**
 * The things, the one approval of the page with what its log says and its form does not. A step that comes more than once was
 * gone through again: which of them holds is not told, and nothing is said of it.
 */
export function withApprovalLog(
  things: readonly Thing[],
  tables: readonly SeenTable[],
  pageElement: ElementId | undefined,
): readonly Thing[] {
  const logs = tables.filter(({ columns }) => columns.some(isStep));
  const [log] = logs;
  if (log === undefined || logs.length > 1) return things;
  const said = new Map<string, Found>();
  const steps = log.rows.map((row) => stepOf(log, row));
  for (const [at, row] of log.rows.entries())
    if (steps.indexOf(steps[at]) === steps.lastIndexOf(steps[at]))
      for (const found of stepIn(log, row)) said.set(found.field.id, found);
  const of = things.filter(({ entity }) => entity === "approvals");
  const [only] = of;
  if (said.size < 2 || of.length > 1 || (only === undefined && pageElement !== "approvals")) return things;
  const more = (thing: Thing): Thing => ({
    ...thing,
    found: [
      ...thing.found,
      ...[...said.values()].filter(
        ({ field }) => !thing.found.some((one) => one.field === field && one.state !== "absent"),
      ),
    ],
  });
  const made: Thing = {
    entity: "approvals",
    found: [],
    css: log.css,
    box: log.group,
    dialog: false,
    editable: false,
    touched: false,
    row: false,
  };
  return only === undefined
    ? [...things, more(made)]
    : things.map((thing) => (thing === only ? more(thing) : thing));
}
