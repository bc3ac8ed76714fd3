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
  const siblings = element.parentNode?.children ?? [element];
  const counts = new Map<string, number>();
  for (const one of siblings) counts.set(one.localName, (counts.get(one.localName) ?? 0) + 1);
  const numbers = new Map<string, number>();
  for (const one of siblings) {
    const name = one.localName;
    const number = (numbers.get(name) ?? 0) + 1;
    numbers.set(name, number);
    const tag = /^[a-z][a-z0-9-]*$/.test(name) ? name : CSS.escape(name);
    steps.set(one, counts.get(name) === 1 ? tag : `${tag}:nth-of-type(${number})`);
  }
  return steps.get(element) ?? element.localName;
}

/** The path from the document, or from the nearest element with a telling id; through open shadow roots by ` >>> `. */
export function cssPath(element: Element): string {
  const id = element.id;
  if (typeof id === "string" && id !== "" && stable(id)) {
    const root = element.getRootNode() as Document;
    if (root.nodeType === 9 && root.querySelectorAll(`#${id}`).length === 1) return `#${id}`;
  }
  const parent = element.parentElement;
  if (parent !== null) return `${pathOfParent(parent)} > ${step(element)}`;
  const host = (element.getRootNode() as ShadowRoot).host;
  return host ? `${cssPath(host)}${INTO_SHADOW}${step(element)}` : step(element);
}

function pathOfParent(parent: Element): string {
  const before = known.get(parent);
  if (before !== undefined) return before;
  const path = cssPath(parent);
  known.set(parent, path);
  return path;
}

/** The element that a path names; undefined when the page no longer has it. */
export function elementAt(document: Document, path: string): Element | undefined {
  let root: Document | ShadowRoot | null = document;
  let found: Element | null = null;
  for (const part of path.split(INTO_SHADOW)) {
    if (root === null) return undefined;
    try {
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
