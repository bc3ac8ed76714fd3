// The overlay as a person meets it: found inside its closed shadow root over the debugging protocol, clicked with a real mouse.
import type { CDPSession, Page } from "playwright-core";

interface DomNode {
  readonly nodeName: string;
  readonly backendNodeId: number;
  readonly children?: readonly DomNode[];
  readonly shadowRoots?: readonly DomNode[];
  readonly contentDocument?: DomNode;
}

const LAYER = "FIRST-BUTTON";

const layersIn = (node: DomNode, inFrame: boolean, found: { root: DomNode; inFrame: boolean }[]): void => {
  if (node.nodeName === LAYER && node.shadowRoots?.[0] !== undefined)
    found.push({ root: node.shadowRoots[0], inFrame });
  for (const child of node.children ?? []) layersIn(child, inFrame, found);
  for (const child of node.shadowRoots ?? []) layersIn(child, inFrame, found);
  if (node.contentDocument !== undefined) layersIn(node.contentDocument, true, found);
};

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Runs inside the page: the elements of a shadow root that match a selector and hold a text; or the smallest of them, scrolled to as a person does. */
const LOOK = `function (selector, text, smallest) {
  const visible = (e) => { const r = e.getBoundingClientRect(); return r.width > 0 && r.height > 0 && getComputedStyle(e).visibility !== "hidden"; };
  const size = (e) => { const r = e.getBoundingClientRect(); return r.width * r.height; };
  let found = [...this.querySelectorAll(selector)].filter((e) => visible(e) && (text === "" || (e.innerText ?? e.textContent).includes(text) || e.getAttribute("aria-label")?.includes(text)));
  if (smallest && found.length > 0) {
    found = [found.reduce((a, b) => (size(b) < size(a) ? b : a))];
    found[0].scrollIntoView({ block: "nearest", behavior: "instant" });
  }
  return found.map((e) => { const r = e.getBoundingClientRect(); return { x: r.x, y: r.y, width: r.width, height: r.height, text: e.innerText ?? e.textContent, label: e.getAttribute("aria-label") ?? "" }; });
}`;

export type Seen = Box & { readonly text: string; readonly label: string };

export class Overlay {
  readonly page: Page;
  #cdp: CDPSession | undefined;

  constructor(page: Page) {
    this.page = page;
  }

  async #session(): Promise<CDPSession> {
    this.#cdp ??= await this.page.context().newCDPSession(this.page);
    return this.#cdp;
  }

  /** How many documents of the page carry our element. */
  async layers(): Promise<{ top: number; frames: number }> {
    const found = await this.#layers();
    return { top: found.filter((l) => !l.inFrame).length, frames: found.filter((l) => l.inFrame).length };
  }

  /** A world of its own in the top document, out of reach of what the page has done to its own. */
  async #world(): Promise<number> {
    const cdp = await this.#session();
    const { frameTree } = await cdp.send("Page.getFrameTree");
    const { executionContextId } = await cdp.send("Page.createIsolatedWorld", {
      frameId: frameTree.frame.id,
      worldName: "look",
    });
    return executionContextId;
  }

  async #layers(): Promise<{ root: DomNode; inFrame: boolean }[]> {
    const { root } = (await (await this.#session()).send("DOM.getDocument", { depth: -1, pierce: true })) as {
      root: DomNode;
    };
    const found: { root: DomNode; inFrame: boolean }[] = [];
    layersIn(root, false, found);
    return found;
  }

  /** What matches in the top document's layer (or in the frames' layers), gravest nesting included. */
  async see(selector: string, text = "", where: "top" | "frames" = "top", smallest = false): Promise<Seen[]> {
    const cdp = await this.#session();
    const seen: Seen[] = [];
    const world = where === "top" ? { executionContextId: await this.#world() } : {};
    for (const { root, inFrame } of await this.#layers()) {
      if (inFrame !== (where === "frames")) continue;
      const { object } = await cdp.send("DOM.resolveNode", { backendNodeId: root.backendNodeId, ...world });
      if (object.objectId === undefined) continue;
      const { result } = await cdp.send("Runtime.callFunctionOn", {
        objectId: object.objectId,
        functionDeclaration: LOOK,
        arguments: [{ value: selector }, { value: text }, { value: smallest }],
        returnByValue: true,
      });
      seen.push(...((result.value as Seen[] | undefined) ?? []));
    }
    return seen;
  }

  /**
   * Calls a function (its text) with the top document's shadow root as `this`, in a world of its own into which `first` was
   * run before; answers what it answers.
   */
  async run<T>(body: string, first = ""): Promise<T> {
    const cdp = await this.#session();
    const world = await this.#world();
    if (first !== "") await cdp.send("Runtime.evaluate", { expression: first, contextId: world });
    const layer = (await this.#layers()).find(({ inFrame }) => !inFrame);
    if (layer === undefined) throw new Error("overlay: nothing of ours is on the page");
    const { object } = await cdp.send("DOM.resolveNode", {
      backendNodeId: layer.root.backendNodeId,
      executionContextId: world,
    });
    const { result, exceptionDetails } = await cdp.send("Runtime.callFunctionOn", {
      objectId: object.objectId ?? "",
      functionDeclaration: body,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails !== undefined)
      throw new Error(`overlay: ${exceptionDetails.exception?.description ?? exceptionDetails.text}`);
    return result.value as T;
  }

  /** Waits until something matches; throws with what the layer says instead. */
  async wait(selector: string, text = "", ms = 15_000, where: "top" | "frames" = "top"): Promise<Seen> {
    const end = Date.now() + ms;
    for (;;) {
      const [first] = await this.see(selector, text, where).catch(() => []);
      if (first !== undefined) return first;
      if (Date.now() > end)
        throw new Error(
          `overlay: no ${selector} with “${text}” within ${ms} ms; it says: ${(await this.text()).slice(0, 1500)}`,
        );
      await this.page.waitForTimeout(120);
    }
  }

  /** Waits until nothing matches any more. */
  async gone(selector: string, text = "", ms = 15_000): Promise<void> {
    const end = Date.now() + ms;
    while ((await this.see(selector, text)).length > 0) {
      if (Date.now() > end)
        throw new Error(`overlay: ${selector} with “${text}” is still there after ${ms} ms`);
      await this.page.waitForTimeout(120);
    }
  }

  /** Clicks with the real mouse in the middle of the smallest match, scrolled to where it lies outside of the panel's view. */
  async click(selector: string, text = "", ms = 15_000): Promise<void> {
    await this.wait(selector, text, ms);
    const [smallest] = await this.see(selector, text, "top", true);
    if (smallest === undefined) throw new Error(`overlay: ${selector} with “${text}” has just gone`);
    await this.page.mouse.click(smallest.x + smallest.width / 2, smallest.y + smallest.height / 2);
  }

  /** All text of the top layer. */
  async text(): Promise<string> {
    return (await this.see(".fb > *")).map((s) => s.text).join("\n");
  }
}
