// Which box of the page a unit belongs to, and what the titles and the profile say of that box.
import type { ElementId } from "../../shared/dictionary/field.ts";
import type { PageKind } from "../../shared/rules/site-profile.ts";
import { headingsOver } from "./headings.ts";
import { IS, kindOf, pattern, SAID, told } from "./libraries.ts";

export interface Group {
  readonly node: Element;
  readonly dialog?: Element | undefined;
  /** Element named by the profile for this region. */
  readonly fixed?: ElementId | undefined;
  readonly titles: readonly string[];
  /** A form to search with: what stands in it is asked for, not told. */
  readonly search: boolean;
}

const wordsOn = (button: Element): string =>
  (button.textContent || (button as HTMLInputElement).value || "").replace(/\s+/g, "");
const asks = (button: Element): boolean => pattern(SAID.asks).test(wordsOn(button));

/**
 * Whether one of `asking`, the buttons of the page that search, is in the box or in the row of buttons behind it, and none that
 * saves; a form that goes on behind that button looks up one of its values.
 */
function isSearch(node: Element, asking: readonly Element[]): boolean {
  const next = node.nextElementSibling;
  const asker = asking.find(
    (button) =>
      node.contains(button) ||
      (next?.contains(button) && next.textContent.length < 40 && !pattern(SAID.saves).test(next.textContent)),
  );
  if (asker === undefined) return false;
  for (const button of node.querySelectorAll(told[SAID.pressed]!))
    if (pattern(SAID.saves).test(wordsOn(button))) return false;
  const behind = (box: Element): boolean => (asker.compareDocumentPosition(box) & 4) > 0;
  return [...node.querySelectorAll(told[SAID.typed]!)].filter(behind).length < 2;
}

export interface Groups {
  readonly of: (element: Element) => Group;
}

function rootOf(
  element: Element,
  page: PageKind | undefined,
): { css: string; element: ElementId } | undefined {
  return page?.roots?.find(({ css }) => {
    try {
      return element.matches(css);
    } catch {
      return false;
    }
  });
}

/** Up through shadow roots. */
const above = (element: Element): Element | null =>
  element.parentElement ?? ((element.getRootNode() as ShadowRoot).host as Element | undefined) ?? null;

/** Groups of one reading; `page` is the profile's page, if any. */
export function groupsOf(page: PageKind | undefined): Groups {
  /** By the root that an element lies in, for a shadow root's buttons are its own. */
  const asking = new Map<Node, readonly Element[]>();
  const askingIn = (root: Node): readonly Element[] => {
    let found = asking.get(root);
    if (found === undefined)
      asking.set(root, (found = [...(root as Document).querySelectorAll(told[SAID.pressed]!)].filter(asks)));
    return found;
  };
  const known = new Map<Element, Group>();
  const boxes = new Map<Element, Group>();
  const make = (node: Element, fixed: ElementId | undefined): Group => {
    const before = boxes.get(node);
    if (before !== undefined) return before;
    let dialog: Element | undefined;
    for (let at: Element | null = node; at !== null && dialog === undefined; at = above(at))
      if ((kindOf(at) & IS.dialog) !== 0) dialog = at;
    let root = fixed;
    for (let at = above(node); at !== null && root === undefined; at = above(at))
      root = rootOf(at, page)?.element;
    const titles = headingsOver(node);
    const group: Group = {
      node,
      dialog,
      fixed: root,
      titles,
      search: above(node) !== null && node.tagName !== "BODY" && isSearch(node, askingIn(node.getRootNode())),
    };
    boxes.set(node, group);
    return group;
  };
  const of = (element: Element): Group => {
    const before = known.get(element);
    if (before !== undefined) return before;
    if (page?.roots === undefined && (kindOf(element) & (IS.group | IS.dialog)) === 0) {
      const around = element.parentElement === null ? undefined : known.get(element.parentElement);
      if (around !== undefined) return around;
    }
    const root = rootOf(element, page);
    const parent = above(element);
    const group =
      root !== undefined || parent === null || (kindOf(element) & (IS.group | IS.dialog)) !== 0
        ? make(element, root?.element)
        : of(parent);
    known.set(element, group);
    return group;
  };
  return { of };
}
