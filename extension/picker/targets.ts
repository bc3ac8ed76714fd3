// What can be pointed at on the page: the labels with their values as they were read, and which facts they became.
import type { Fact } from "../../shared/facts/fact.ts";
import type { FrameDocument } from "../overlay/panel/frames-within.ts";
import type { SeenTable } from "../protocol/frame-scan.ts";
import type { PickFrame } from "../protocol/picking.ts";
import { cssPath, elementAt } from "../reading/css-path.ts";

export interface Target {
  /** The same place has the same key from one reading to the next. */
  readonly key: string;
  readonly is: "cell" | "column" | "text";
  readonly frame: string;
  /** What carries the value; of a column the first cell. */
  readonly element: Element;
  /** All elements at which it is pointed at. */
  readonly elements: readonly Element[];
  readonly label: string;
  readonly value: string;
  readonly section: string;
  readonly codes: readonly string[];
  /** The place that a correction of this one alone names. */
  readonly css: string;
  /** What it became; none = unread. */
  readonly facts: readonly Fact[];
}

const factsOf = (frame: PickFrame): ReadonlyMap<string, readonly Fact[]> => {
  const byPlace = new Map<string, Fact[]>();
  for (const fact of frame.reading.facts) {
    const css = fact.evidence?.css ?? "";
    const there = byPlace.get(css);
    if (there === undefined) byPlace.set(css, [fact]);
    else there.push(fact);
  }
  return byPlace;
};

const named = (facts: readonly Fact[] | undefined, label: string): readonly Fact[] =>
  (facts ?? []).filter(({ evidence }) => label === "" || evidence?.label === label);

function columnsOf(
  table: SeenTable,
  document: Document,
  frame: string,
  facts: ReadonlyMap<string, readonly Fact[]>,
): readonly Target[] {
  return table.columns.flatMap((label, at): Target[] => {
    const places = table.rows.map((row) => row.elsewhere?.[at] ?? `${row.css}${table.at[at] ?? ""}`);
    const elements = places.slice(0, 200).flatMap((css) => elementAt(document, css) ?? []);
    const [element] = elements;
    if (element === undefined) return [];
    const code = table.codes[at] ?? "";
    return [
      {
        key: `${frame}|${table.css}|${at}`,
        is: "column",
        frame,
        element,
        elements,
        label,
        value: table.rows[0]?.cells[at] ?? "",
        section: table.section,
        codes: code === "" ? [] : [code],
        css: table.css,
        facts: places.flatMap((css) => named(facts.get(css), label)),
      },
    ];
  });
}

/** The labels of one frame with their values, in the order of the page. */
export function targetsOf(pick: PickFrame, { document, frame }: FrameDocument): readonly Target[] {
  const facts = factsOf(pick);
  const cells = pick.scan.cells.flatMap((cell): Target[] => {
    const element = elementAt(document, cell.css);
    if (element === undefined) return [];
    const { label, value, section, codes, css } = cell;
    return [
      {
        key: `${frame}|${css}|${label}`,
        is: "cell",
        frame,
        element,
        elements: [element],
        label,
        value,
        section,
        codes,
        css,
        facts: named(facts.get(css), label),
      },
    ];
  });
  // Of places that say the same one gives the fact; the others are read as well.
  const told = new Map<string, readonly Fact[]>();
  for (const one of cells) if (one.facts.length > 0) told.set(`${one.label}\n${one.value}`, one.facts);
  const all = [
    ...cells.map((one) =>
      one.facts.length > 0 ? one : { ...one, facts: told.get(`${one.label}\n${one.value}`) ?? [] },
    ),
    ...pick.scan.tables.flatMap((table) => columnsOf(table, document, frame, facts)),
  ];
  return all.sort((a, b) =>
    (a.element.compareDocumentPosition(b.element) & Node.DOCUMENT_POSITION_FOLLOWING) === 0 ? 1 : -1,
  );
}

/** Whether a person reads it as known or blank. */
export const isRead = ({ facts }: Target): boolean => facts.some(({ state }) => state !== "unread");

const LONGEST = 200;
const tidy = (text: string): string => text.replace(/\s+/g, " ").trim();

const hasText = (node: Node): boolean => tidy(node.textContent ?? "") !== "";

/** What stands before an element and could be its label: words with a colon, or the other one of a pair. */
function labelBefore(element: Element): string {
  for (
    let at: Element | null = element;
    at !== null && at !== element.ownerDocument.body;
    at = at.parentElement
  ) {
    for (let node = at.previousSibling; node !== null; node = node.previousSibling) {
      const text = tidy(node.textContent ?? "");
      if (text === "") continue;
      const label = text.replace(/[:：*\s]+$/g, "").replace(/^[*\s]+/g, "");
      const paired = [...(at.parentNode?.childNodes ?? [])].filter(hasText).length <= 2;
      // What holds a label and its own value is no label of what comes after it.
      return label.length > 30 || /[:：]/.test(label) || !(paired || /[:：]$/.test(text)) ? "" : label;
    }
  }
  return "";
}

const shown = (element: Element): string => {
  const { value } = element as HTMLInputElement;
  return tidy(typeof value === "string" ? value : (element.textContent ?? "")).slice(0, LONGEST);
};

/** What is pointed at by an element: the cell that it carries or lies in, else its own text. */
export function targetAt(element: Element, targets: readonly Target[], frame: string): Target {
  let best: Target | undefined;
  let carrier: Element | undefined;
  for (const target of targets) {
    if (target.frame !== frame) continue;
    for (const one of target.elements) {
      const near = one === element || one.contains(element) || element.contains(one);
      if (!near || (element.contains(one) && one !== element && element.textContent!.length > 300)) continue;
      if (carrier === undefined || carrier.contains(one)) [best, carrier] = [target, one];
    }
  }
  if (best !== undefined) {
    if (best.is === "cell" || carrier === undefined || carrier === best.element) return best;
    return { ...best, element: carrier, value: shown(carrier) };
  }
  const css = cssPath(element);
  return {
    key: `${frame}|${css}|`,
    is: "text",
    frame,
    element,
    elements: [element],
    label: labelBefore(element),
    value: shown(element),
    section: "",
    codes: [element.id, element.getAttribute("name") ?? ""].filter((code) => code !== ""),
    css,
    facts: [],
  };
}
