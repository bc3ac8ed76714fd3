// Small countings over a page's state that several parts of the panel show.
import type { Finding } from "../../../shared/rules/finding.ts";
import type { Checklist, ChecklistItem } from "../../../shared/rules/pack.ts";
import { stageOrder } from "../../../shared/rules/stages.ts";
import type { PageState } from "../../protocol/messages.ts";
import { findingsOf } from "./item-standing.ts";

/** Findings with a period that runs or has run out and is not ended, first due first. */
export const runningClocks = (state: PageState): Finding[] =>
  state.all
    .filter(
      (f) =>
        f.due !== undefined && f.mended === undefined && (f.verdict === "due" || f.verdict === "breached"),
    )
    .sort((a, b) => a.due! - b.due!);

/** Periods that cannot be counted because the field they run from was not read. */
export const uncountable = (state: PageState): Finding[] =>
  state.all.filter((f) => f.verdict === "unknown" && f.working.length > 0 && f.due === undefined);

/** Periods whose beginning has not happened. */
export const notBegun = (state: PageState): number =>
  state.all.filter((f) => f.verdict === "moot" && f.applies === "yes" && f.exception === undefined).length;

/** The checklists of the stages in the order of a case's life. */
export const stageLists = (state: PageState): readonly Checklist[] =>
  state.checklists
    .filter(({ stage }) => stage !== undefined)
    .sort((a, b) => stageOrder(a.stage ?? "") - stageOrder(b.stage ?? ""));

/** The checklists of this kind of case, from the call to the file: the one of the offence before the one of all such cases. */
export const kindLists = (state: PageState): readonly Checklist[] =>
  state.checklists
    .filter(({ stage }) => stage === undefined)
    .sort((a, b) => Number(a.when === undefined) - Number(b.when === undefined));

/** The checklist that was chosen; else that of the page shown now; else that of the case; else the first with something in it. */
export function shownChecklist(state: PageState, chosen?: string): Checklist | undefined {
  const stages = stageLists(state);
  return (
    state.checklists.find(({ id }) => id === chosen) ??
    stages.find((list) => list.pages.includes(state.pageKind)) ??
    kindLists(state)[0] ??
    stages.find((list) => list.items.some((item) => findingsOf(item, state).length > 0)) ??
    stages[0]
  );
}

/** The stage that stands beside the case's own lists: the one shown, else the page's. */
export const stageBeside = (state: PageState, shown: Checklist): Checklist | undefined =>
  shown.stage === undefined
    ? (stageLists(state).find((list) => list.pages.includes(state.pageKind)) ?? stageLists(state)[0])
    : shown;

/** The name under which an item is ticked: its own, or its rule's on the element that waits for it. */
export function tickName(item: ChecklistItem, state: PageState): string {
  const waiting = findingsOf(item, state).find((finding) => finding.reason === "attest");
  return waiting === undefined ? item.id : `${waiting.rule}@${waiting.on}`;
}
