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

/** The checklists in the order of a case's life. */
export const checklistsOf = (state: PageState): readonly Checklist[] =>
  [...state.checklists].sort((a, b) => stageOrder(a.stage) - stageOrder(b.stage));

/** The checklist that was chosen; else that of the page shown now; else the first with something in it. */
export function shownChecklist(state: PageState, chosen?: string): Checklist | undefined {
  const lists = checklistsOf(state);
  return (
    lists.find(({ id }) => id === chosen) ??
    lists.find((list) => list.pages.includes(state.pageKind)) ??
    lists.find((list) => list.items.some((item) => findingsOf(item, state).length > 0)) ??
    lists[0]
  );
}

/** The name under which an item is ticked: its own, or its rule's on the element that waits for it. */
export function tickName(item: ChecklistItem, state: PageState): string {
  const waiting = findingsOf(item, state).find((finding) => finding.reason === "attest");
  return waiting === undefined ? item.id : `${waiting.rule}@${waiting.on}`;
}
