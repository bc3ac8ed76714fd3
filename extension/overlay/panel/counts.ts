// Small countings over a page's state that several parts of the panel show.
import type { Finding } from "../../../shared/rules/finding.ts";
import type { Checklist, ChecklistItem } from "../../../shared/rules/pack.ts";
import type { PageState } from "../../protocol/messages.ts";
import { GRAVITY } from "../standing.ts";

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

/** The checklist of the page shown now; else the first with something in it. */
export const shownChecklist = (state: PageState): Checklist | undefined =>
  state.checklists.find((list) => list.pages.includes(state.pageKind)) ??
  state.checklists.find((list) => list.items.some((item) => findingsOf(item, state).length > 0)) ??
  state.checklists[0];

/** All findings of an item's rule, gravest first. */
export function findingsOf(item: ChecklistItem, state: PageState): Finding[] {
  if (item.rule === undefined) return [];
  return state.all
    .filter((finding) => finding.rule === item.rule)
    .sort((a, b) => GRAVITY.indexOf(a.colour) - GRAVITY.indexOf(b.colour));
}

/** The name under which an item is ticked: its own, or its rule's on the element that waits for it. */
export function tickName(item: ChecklistItem, state: PageState): string {
  const waiting = findingsOf(item, state).find((finding) => finding.reason === "attest");
  return waiting === undefined ? item.id : `${waiting.rule}@${waiting.on}`;
}

/** The last tick of an item. */
export const tickOf = (item: ChecklistItem, state: PageState): PageState["ticks"][number] | undefined =>
  [...state.ticks]
    .reverse()
    .find(
      (tick) => tick.item === item.id || (item.rule !== undefined && tick.item.startsWith(`${item.rule}@`)),
    );

/** How an item stands: ticked by facts or by a person, open, or one of the finding's own states. */
export type ItemState = "met" | "ticked" | "open" | "breached" | "due" | "unknown" | "later" | "moot";

export function itemState(item: ChecklistItem, state: PageState): ItemState {
  if (tickOf(item, state)?.ticked === true) return "ticked";
  const findings = findingsOf(item, state);
  const [gravest] = findings;
  if (gravest === undefined) return item.attest === true ? "open" : "later";
  const live = findings.filter((finding) => finding.verdict !== "moot");
  if (live.length === 0)
    return gravest.exception !== undefined || gravest.applies === "no" ? "moot" : "later";
  if (live.some((f) => f.verdict === "breached" && f.mended === undefined)) return "breached";
  if (live.some((f) => f.verdict === "unknown")) return item.attest === true ? "open" : "unknown";
  if (live.some((f) => f.verdict === "due")) return "due";
  return "met";
}

/** Done and all of a checklist; what does not apply is not counted. */
export function progressOf(
  list: Checklist,
  state: PageState,
): { readonly done: number; readonly all: number } {
  const states = list.items.map((item) => itemState(item, state)).filter((each) => each !== "moot");
  return { done: states.filter((each) => each === "met" || each === "ticked").length, all: states.length };
}
