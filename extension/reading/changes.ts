// Boils a pile of mutation records down to the few places of the page that must be read anew.
import { OWN_ELEMENT } from "../look/own-element.ts";
import type { Unit } from "./cell.ts";
import { forgetRows, forgetRowsOf } from "./kept-rows.ts";
import { IS, kindOf, pattern, SAID, told } from "./libraries.ts";
import { isInline } from "./run.ts";
import type { UnitStore } from "./unit-store.ts";
import { isVisible } from "./visible.ts";

export interface Dirt {
  /** Elements to be read anew, none within another. */
  readonly roots: readonly Element[];
  /** Elements were taken away or put in among what was read, or titles and buttons: paths and groups may differ. */
  readonly structure: boolean;
  /** Elements were taken away: what was read in them is gone. */
  readonly removed: boolean;
  /** Elements may be found by other paths than before. */
  readonly moved: boolean;
  /** More than that something came: the page may show another case now. */
  readonly another: boolean;
  /** Too much at once: read everything. */
  readonly all: boolean;
  /** What boxes that are to be read anew looked like. */
  readonly looks: ReadonlyMap<Element, string>;
}

/** Nothing to be read. */
export const CLEAN: Dirt = {
  roots: [],
  structure: false,
  removed: false,
  moved: false,
  another: false,
  all: false,
  looks: new Map(),
};
/** Everything. */
export const ALL: Dirt = { ...CLEAN, structure: true, removed: true, moved: true, another: true, all: true };

/** Boxes in which nothing was found, by what they looked like then. */
let mutes = new WeakMap<Element, string>();

/**
 * Remembers the boxes that were read and in which nothing was found and nothing is hidden: as long as only figures change in
 * them, nothing will be.
 */
export function learnMute(
  { all, looks }: Dirt,
  units: readonly Unit[],
  store: UnitStore,
  hidden: ReadonlySet<Element>,
): void {
  if (all) mutes = new WeakMap();
  else if (units.length === 0) {
    for (const [box, look] of looks)
      if (!store.within(box) && ![...hidden].some((one) => box.contains(one))) mutes.set(box, look);
  } else
    for (const { root } of units)
      for (let at: Element | null = root; at !== null; at = at.parentElement) mutes.delete(at);
}

/** The box without its figures, which change in what counts and ticks; how many digits they have may count. */
const lookOf = (box: Element): string => box.innerHTML.replace(/\d(?=[^<>]*(?:<|$))/g, "0");

/** A box that ticks is looked at with every tick only while it is small: letters of it, and boxes that tick at once. */
const SMALL_LOOK = 5_000;
const FEW_TICKS = 9;

/** Whether all that happened is that figures changed in small boxes in which nothing was found. */
export const isTicking = (records: readonly MutationRecord[]): boolean =>
  records.length < FEW_TICKS &&
  records.every(({ type, target }) => {
    const look = mutes.get(target as Element);
    return (
      type === "childList" &&
      look !== undefined &&
      look.length < SMALL_LOOK &&
      look === lookOf(target as Element)
    );
  });

/** Records beyond which looking at each costs more than reading all. */
const HUGE = 1_000;
const MANY_ROOTS = 60;
/** Children up to which a box is read as a whole when something is put into it. */
const SMALL_BOX = 12;

const states = (className: string | null): string =>
  (className ?? "")
    .split(/\s+/)
    .filter((word) => pattern(SAID.states).test(word))
    .join(" ");

/** Our own element came or went: nothing of the page did. */
const isOurs = ({ addedNodes, removedNodes }: MutationRecord): boolean =>
  addedNodes.length + removedNodes.length === 1 &&
  ((addedNodes[0] ?? removedNodes[0]) as Element).localName === OWN_ELEMENT;

/** `hidden` are the elements that were passed over because they were not shown. */
export function digest(records: readonly MutationRecord[], store: UnitStore, hidden: Set<Element>): Dirt {
  const looks = new Map<Element, string>();
  if (records.length > HUGE) return ALL;
  const roots = new Set<Element>();
  let structure = false;
  let removed = false;
  let moved = false;
  let another = false;
  /** What was put into each box. */
  const put = new Map<Element, Set<Element>>();
  const mute = new Set<Element>();
  /** Where rows came to bare rows: more of them there say nothing more. */
  let grows: Node | undefined;
  for (const record of records) {
    const { target, type, addedNodes, removedNodes } = record;
    const came = type === "childList" && removedNodes.length === 0;
    if ((came && target === grows) || isOurs(record)) continue;
    another ||= !came;
    const element = (target.nodeType === 1 ? target : target.parentElement) as Element | null;
    if (element !== null && mutes.has(element) && type !== "attributes") {
      let look = looks.get(element);
      if (look === undefined) looks.set(element, (look = lookOf(element)));
      if (look === mutes.get(element)) continue;
      mutes.delete(element);
    }
    forgetRowsOf(record);
    removed ||=
      !came &&
      (removedNodes.length > MANY_ROOTS ||
        [...removedNodes].some((node) => node.nodeType === 1 && store.within(node as Element)));
    if (!target.isConnected) continue;
    if (element === null) {
      structure = moved = true;
      for (const node of addedNodes) if (node.nodeType === 1) roots.add(node as Element);
      continue;
    }
    const unit = store.over(element);
    const bare = unit?.tables[0]?.bare === true;
    // Rows among bare rows are found by their number, and nothing else by them.
    moved ||= !bare || type !== "childList";
    if (bare && came) grows = target;
    if (type === "attributes") {
      // A style sheet may show or hide rows by what they lie in.
      if (element.firstElementChild?.firstElementChild) forgetRows();
      const changed = attributeMatters(record, element, hidden);
      if (changed === "shown") {
        // A row belongs to its table, which is none while the row of its titles is hidden.
        roots.add(unit?.root ?? element.closest("table") ?? element);
        structure ||= tells(element);
      } else if (changed === "hidden") {
        store.dropWithin(element);
        hidden.add(element);
        structure = true;
        if (unit !== undefined && unit.root !== element) roots.add(unit.root);
      } else if (changed === "state" && unit !== undefined) roots.add(unit.root);
      continue;
    }
    // Nothing in a table of bare rows tells of anything else; should it no longer be one, that is found when it is read.
    if (!structure && !bare) {
      if (!mute.has(element)) {
        if ((unit === undefined && store.within(element)) || isTold(element)) structure = true;
        else mute.add(element);
      }
      structure ||= [...addedNodes, ...removedNodes].some(tells);
    }
    if (unit !== undefined) {
      roots.add(unit.root);
      continue;
    }
    if (type === "characterData") roots.add(lineOf(element));
    else if (addedNodes.length > 0) {
      let fresh = put.get(element);
      if (fresh === undefined) put.set(element, (fresh = new Set()));
      for (const node of addedNodes) if (node.nodeType === 1) fresh.add(node as Element);
    }
  }
  for (const [box, fresh] of put) {
    const many = box.childElementCount;
    const whole = box.parentElement?.parentElement && (many <= SMALL_BOX || fresh.size * 2 > many);
    if (whole && many < MANY && !structure) looks.set(box, lookOf(box));
    for (const one of whole ? [lineOf(box)] : fresh) roots.add(one);
  }
  const apart = [...roots].filter((root) => root.isConnected && !liesIn(root, roots));
  return { roots: apart, structure, removed, moved, another, all: apart.length > MANY_ROOTS, looks };
}

/** The box whose line an element runs along in: words become a label or its value by what stands beside them. */
function lineOf(element: Element): Element {
  let at = element;
  while (isInline(at) && at.parentElement !== null && at.parentElement.tagName !== "BODY")
    at = at.parentElement;
  return at;
}

function liesIn(element: Element, roots: ReadonlySet<Element>): boolean {
  for (let at = element.parentElement; at !== null; at = at.parentElement) if (roots.has(at)) return true;
  return false;
}

/** What a box says of others: titles over them, buttons by which a form is one to search with, groups. */
const TELLING = IS.heading | IS.group | IS.dialog | IS.adornment | IS.pager;
const MANY = 200;

const says = (one: Element): boolean =>
  (kindOf(one) & TELLING) !== 0 ||
  one.shadowRoot !== null ||
  (one.hasAttributes() && one.matches(told[SAID.titles]!));

/** Whether a node that came or went may change what is made of boxes that stayed. */
function tells(node: Node): boolean {
  if (node.nodeType !== 1) return false;
  if (says(node as Element)) return true;
  if ((node as Element).firstElementChild === null) return false;
  const inside = (node as Element).getElementsByTagName("*");
  return inside.length > MANY || [...inside].some(says);
}

/** Whether an element's words are a title or stand in one. */
function isTold(element: Element): boolean {
  const first = element.firstElementChild;
  if (first !== null && (kindOf(first) & IS.heading) !== 0) return true;
  if (element.tagName === "TITLE" || element.closest(told[SAID.titles]!) !== null) return true;
  let at: Element | null = element;
  for (let n = 0; n < 4 && at !== null; n++, at = at.parentElement)
    if ((kindOf(at) & (IS.heading | IS.adornment | IS.pager)) !== 0) return true;
  return false;
}

function attributeMatters(
  record: MutationRecord,
  element: Element,
  hidden: Set<Element>,
): "shown" | "hidden" | "state" | undefined {
  const name = record.attributeName;
  if (name === "class" && record.oldValue === element.getAttribute("class")) return undefined;
  if ((kindOf(element) & IS.noContent) !== 0) return undefined;
  const shown = isVisible(element);
  if (hidden.has(element) && shown) {
    hidden.delete(element);
    return "shown";
  }
  if (!shown) return hidden.has(element) ? undefined : "hidden";
  if (name === "class")
    return states(record.oldValue) === states(element.getAttribute("class")) ? undefined : "state";
  return name === "style" || name === "hidden" ? undefined : "state";
}
