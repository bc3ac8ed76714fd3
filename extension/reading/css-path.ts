// A CSS path that finds one element of its document again.

/** Between the path to a shadow host and the path within its root. */
export const INTO_SHADOW = " >>> ";

let known = new WeakMap<Element, string>();

const stable = (id: string): boolean => /^[A-Za-z_][A-Za-z_-]*$/.test(id);

let steps = new WeakMap<Element, string>();

/** The last step of a path: the tag, with its number among its kind where there are several. */
export function step(element: Element): string {
  const before = steps.get(element);
  if (before !== undefined) return before;
  let first = element;
  for (let one = element.previousElementSibling; one !== null; one = one.previousElementSibling) first = one;
  // Most elements are the only one of their parent, and need no counting.
  if (first === element && element.nextElementSibling === null) return tagOf(element.localName);
  const kinds = new Map<string, Element[]>();
  for (let one: Element | null = first; one !== null; one = one.nextElementSibling) {
    const alike = kinds.get(one.localName);
    if (alike === undefined) kinds.set(one.localName, [one]);
    else alike.push(one);
  }
  for (const [name, alike] of kinds) {
    const tag = tagOf(name);
    if (alike.length === 1) steps.set(alike[0]!, tag);
    else for (let at = 0; at < alike.length; at++) steps.set(alike[at]!, `${tag}:nth-of-type(${at + 1})`);
  }
  return steps.get(element)!;
}

const tagOf = (name: string): string => (/^[a-z][a-z0-9-]*$/.test(name) ? name : CSS.escape(name));

/** A path in two: that of the parent, which siblings share, and what comes after it. */
export interface SplitPath {
  readonly over?: string;
  readonly last: string;
}

/** The path from the document, or from the nearest element with a telling id; through open shadow roots by ` >>> `. */
export function cssPath(element: Element): string {
  const { over, last } = splitPath(element);
  return over === undefined ? last : over + last;
}

/** `cssPath` in two. */
export function splitPath(element: Element): SplitPath {
  const id = element.id;
  if (typeof id === "string" && id !== "" && stable(id)) {
    const root = element.getRootNode() as Document;
    if (root.nodeType === 9 && root.querySelectorAll(`#${id}`).length === 1) return { last: `#${id}` };
  }
  const parent = element.parentElement;
  if (parent !== null) return { over: pathOfParent(parent), last: ` > ${step(element)}` };
  return { last: pathOfRoot(element) };
}

function pathOfRoot(element: Element): string {
  const host = (element.getRootNode() as ShadowRoot).host;
  return host ? `${cssPath(host)}${INTO_SHADOW}${step(element)}` : step(element);
}

/** `cssPath`, remembered for the elements beneath. */
export function pathOfParent(parent: Element): string {
  const before = known.get(parent);
  if (before !== undefined) return before;
  const path = cssPath(parent);
  known.set(parent, path);
  return path;
}

/** The element that a path names, which is `likely` this one; undefined when the page no longer has it. */
export function elementAt(document: Document, path: string, likely?: Element): Element | undefined {
  let root: Document | ShadowRoot | null = document;
  let found: Element | null = null;
  for (const part of path.split(INTO_SHADOW)) {
    if (root === null) return undefined;
    try {
      // To ask one element costs less than to look through the page.
      if (part === path && likely?.isConnected === true && likely.matches(path)) return likely;
      found = (root as Document).querySelector(
        part.startsWith("#") || root.nodeType === 9 ? part : `:host > ${part}`,
      );
      found ??= root.querySelector(part);
    } catch {
      return undefined;
    }
    if (found === null) return undefined;
    root = found.shadowRoot;
  }
  return found ?? undefined;
}

/** Paths count siblings: after the page's structure changed they are made anew. */
export const forgetPaths = (): void => {
  known = new WeakMap();
  steps = new WeakMap();
};
