// How each line of a case's checklists stands by what its unit holds: ticks, findings, and nothing where nothing was read.
import type { Reply } from "../../../shared/api/contract.ts";
import type { Fact } from "../../../shared/facts/fact.ts";
import { mergeFacts } from "../../../shared/facts/merge.ts";
import { offeredChecklists } from "../../../shared/rules/offered.ts";
import type { ChecklistItem, Pack, PackedChecklist } from "../../../shared/rules/pack.ts";
import { stageOrder } from "../../../shared/rules/stages.ts";
import type { UnitFinding } from "../../../shared/supervision/entry.ts";
import type { CaseTick } from "../../../shared/supervision/note.ts";

export type SheetState =
  | "met"
  | "mended"
  | "ticked"
  | "open"
  | "breached"
  | "due"
  | "unknown"
  | "later"
  | "moot";

export interface SheetLine {
  readonly item: ChecklistItem;
  readonly is: SheetState;
  /** The finding that says so, the gravest. */
  readonly finding?: UnitFinding | undefined;
  readonly tick?: CaseTick | undefined;
}

export interface SheetPart {
  readonly list: PackedChecklist;
  /** Lines that say something of this case; the others are counted. */
  readonly lines: readonly SheetLine[];
  readonly silent: number;
}

type View = Pick<Reply<"caseView">, "facts" | "complete" | "findings" | "ticks">;

const ORDER: readonly UnitFinding["verdict"][] = ["breached", "unknown", "due", "met", "moot"];

/** How one line stands; an unread field is never a tick. */
export function lineOf(
  item: ChecklistItem,
  { findings, ticks }: Pick<View, "findings" | "ticks">,
): SheetLine {
  const tick = ticks.find(
    (one) => one.item === item.id || (item.rule !== undefined && one.item.split("@")[0] === item.rule),
  );
  const own = item.rule === undefined ? [] : findings.filter(({ rule }) => rule === item.rule);
  const breach = own.find(({ verdict, mended }) => verdict === "breached" && mended === undefined);
  if (tick?.ticked === true) return { item, is: "ticked", tick, finding: breach };
  if (breach !== undefined) return { item, is: "breached", finding: breach };
  if (item.attest === true && own.every(({ verdict }) => verdict !== "met")) return { item, is: "open" };
  const [first] = [...own].sort((a, b) => ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict));
  if (first === undefined) return { item, is: "later" };
  return { item, is: first.verdict === "breached" ? "mended" : first.verdict, finding: first };
}

/** The checklists that hold for the case at `now` (ms), each with the lines that say something of it. */
export function sheetParts(pack: Pack, view: View, now: number): readonly SheetPart[] {
  const { sheet } = mergeFacts(view.facts as readonly Fact[], view.complete);
  return offeredChecklists(pack.checklists, sheet, now, pack.holidays)
    .map((list) => {
      const all = list.items.map((item) => lineOf(item, view));
      const lines = all.filter(({ is }) => is !== "later" && is !== "moot");
      return { list, lines, silent: all.length - lines.length };
    })
    .filter(({ lines }) => lines.some(({ is }) => is !== "open"))
    .sort((a, b) => stageOrder(a.list.stage ?? "") - stageOrder(b.list.stage ?? ""));
}
