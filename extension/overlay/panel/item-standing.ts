// How one line of a checklist stands: by what is read on this page first, and never for the whole case on part of a list.
import type { Finding } from "../../../shared/rules/finding.ts";
import type { Checklist, ChecklistItem } from "../../../shared/rules/pack.ts";
import type { PageState } from "../../protocol/messages.ts";
import { GRAVITY } from "../standing.ts";

/** How an item stands: ticked by facts or by a person, open, or one of the finding's own states. */
export type ItemState =
  | "met"
  | "mended"
  | "ticked"
  | "open"
  | "breached"
  | "due"
  | "unknown"
  | "later"
  | "moot";

export interface ItemStanding {
  readonly is: ItemState;
  /** The finding that says why. */
  readonly finding?: Finding;
  /** How much of a list that was read in part stands behind the state: what is on this page, or what was read before. */
  readonly part?: "here" | "read";
  /** Elements of that list that were judged. */
  readonly read?: number;
}

/** Findings by rule, gravest first; nineteen stages ask for them at every change of the page. */
const sorted = new WeakMap<readonly Finding[], ReadonlyMap<string, readonly Finding[]>>();

function byRule(all: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const known = sorted.get(all);
  if (known !== undefined) return known;
  const map = new Map<string, Finding[]>();
  for (const finding of all) {
    const own = map.get(finding.rule);
    if (own === undefined) map.set(finding.rule, [finding]);
    else own.push(finding);
  }
  for (const own of map.values()) own.sort((a, b) => GRAVITY.indexOf(a.colour) - GRAVITY.indexOf(b.colour));
  sorted.set(all, map);
  return map;
}

/** All findings of an item's rule, gravest first. */
export const findingsOf = (item: ChecklistItem, state: PageState): readonly Finding[] =>
  item.rule === undefined ? [] : (byRule(state.all).get(item.rule) ?? []);

/** The last tick of an item. */
export const tickOf = (item: ChecklistItem, state: PageState): PageState["ticks"][number] | undefined =>
  [...state.ticks]
    .reverse()
    .find(
      (tick) => tick.item === item.id || (item.rule !== undefined && tick.item.startsWith(`${item.rule}@`)),
    );

/** A finding on a list as such – `interviews`, not one of it – that could not be told as the list was not read whole. */
const onList = (finding: Finding): boolean =>
  finding.verdict === "unknown" && finding.reason === "list" && !finding.on.includes("/");

/** `interviews/i1.askers` → `interviews/i1`. */
const holderOf = (path: string): string => path.slice(0, path.lastIndexOf("."));

/** True when something of the element was read on the page shown now. */
const standsHere = (on: string, { evidence }: PageState): boolean =>
  Object.entries(evidence).some(([path, view]) => view.here && holderOf(path) === on);

/** Whether it may come to apply: a field on which that hangs stands on this page and is still blank. */
const hangsOnBlank = ({ fields }: Finding, { evidence }: PageState): boolean =>
  fields.some(({ path, state }) => state === "absent" && evidence[path]?.here === true);

function byFindings(
  item: ChecklistItem,
  findings: readonly Finding[],
  state: PageState,
): Omit<ItemStanding, "part"> {
  const live = findings.filter((finding) => finding.verdict !== "moot");
  const [first] = live.length === 0 ? findings : live;
  const why = first === undefined ? {} : { finding: first };
  if (live.length === 0) {
    const never = first?.exception !== undefined || (first?.applies === "no" && !hangsOnBlank(first, state));
    return { is: never ? "moot" : "later", ...why };
  }
  const unknown = live.find(({ verdict }) => verdict === "unknown");
  if (unknown !== undefined) return { is: item.attest === true ? "open" : "unknown", finding: unknown };
  const due = live.find(({ verdict }) => verdict === "due");
  if (due !== undefined) return { is: "due", finding: due };
  return { is: first?.verdict === "breached" ? "mended" : "met", ...why };
}

/** True when a layer has switched the item's rule off: nobody judges it, and a person need not wait for it. */
const isOff = ({ rule }: ChecklistItem, { origins }: PageState): boolean =>
  rule !== undefined && origins?.[rule]?.changes.some(({ key }) => key === "off") === true;

/** How an item stands on the page shown now. A breach anywhere in the case stands on every page. */
export function standingOfItem(item: ChecklistItem, state: PageState): ItemStanding {
  const findings = findingsOf(item, state);
  const own = findings.filter((finding) => !onList(finding));
  const breach = own.find(({ verdict, mended }) => verdict === "breached" && mended === undefined);
  if (tickOf(item, state)?.ticked === true) return { is: "ticked", ...(breach && { finding: breach }) };
  if (breach !== undefined) return { is: "breached", finding: breach };
  if (findings.length === 0)
    return { is: item.attest === true ? "open" : isOff(item, state) ? "moot" : "later" };
  const list = findings.find(onList);
  if (list === undefined) return byFindings(item, own, state);
  const here = own.filter(({ on }) => standsHere(on, state));
  if (here.length > 0) return { ...byFindings(item, here, state), part: "here" };
  const read = own.length;
  return item.attest === true
    ? { is: "open", finding: list }
    : { is: "unknown", finding: list, ...(read > 0 ? { part: "read", read } : {}) };
}

export const itemState = (item: ChecklistItem, state: PageState): ItemState => standingOfItem(item, state).is;

export interface Progress {
  readonly done: number;
  /** Items without those that do not apply. */
  readonly all: number;
  /** Of these, what facts decide without anybody's click, and what only a person can say. */
  readonly byFacts: { readonly done: number; readonly all: number };
  readonly byPerson: { readonly done: number; readonly all: number };
  /** Of those done, how many only for what stands on this page. */
  readonly part: number;
  readonly unknown: number;
}

/** How far a checklist is; what does not apply is not counted. */
export function progressOf(list: Checklist, state: PageState): Progress {
  const all = list.items
    .map((item) => ({ attest: item.attest === true, ...standingOfItem(item, state) }))
    .filter(({ is }) => is !== "moot");
  const done = all.filter(({ is }) => is === "met" || is === "mended" || is === "ticked");
  const of = (attest: boolean) => ({
    done: done.filter((each) => each.attest === attest).length,
    all: all.filter((each) => each.attest === attest).length,
  });
  return {
    done: done.length,
    all: all.length,
    byFacts: of(false),
    byPerson: of(true),
    part: done.filter(({ part }) => part !== undefined).length,
    unknown: all.filter(({ is }) => is === "unknown").length,
  };
}
