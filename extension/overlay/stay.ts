// Keeps our element in the document: on top, inside an open modal dialog of the host, put back a bounded number of times.

/** A host that takes our element out this often within the span wins; then only the toolbar badge is left. */
const TRIES = 10;
const SPAN = 10_000;

export interface Stay {
  attach(): void;
  detach(): void;
  readonly attached: boolean;
  /** Leaves the element where it is and no longer minds it. */
  stop(): void;
}

/** The host's open modal dialog, the last one opened; undefined when there is none. */
function modalOf(document: Document): Element | undefined {
  try {
    return [...document.querySelectorAll("dialog:modal")].at(-1);
  } catch {
    return undefined;
  }
}

/** Shows `element` in the top layer where the browser has one. */
function raise(element: HTMLElement): void {
  if (typeof element.showPopover !== "function" || !element.isConnected) return;
  try {
    element.showPopover();
  } catch {
    // Already shown, or the host has made the document inactive: the z-index stands in.
  }
}

/** Watches the place of `element`; `lost` is called once when the host has removed it too often. */
export function keepInPlace(element: HTMLElement, lost: () => void, clock: () => number = Date.now): Stay {
  let wanted = false;
  let given = false;
  let tries: number[] = [];

  const home = (): Element | null => modalOf(document) ?? document.documentElement;

  const place = (): void => {
    const parent = home();
    if (parent === null || element.parentNode === parent) return;
    parent.append(element);
    raise(element);
  };

  const watcher = new MutationObserver(() => {
    if (!wanted || given) return;
    if (element.isConnected) {
      place();
      return;
    }
    const now = clock();
    tries = [...tries.filter((at) => now - at < SPAN), now];
    if (tries.length > TRIES) {
      given = true;
      watcher.disconnect();
      lost();
      return;
    }
    place();
  });

  const watch = (): void => {
    watcher.observe(document, { childList: true });
    watcher.observe(document.documentElement, { childList: true });
    watcher.observe(document, { subtree: true, attributes: true, attributeFilter: ["open"] });
  };

  return {
    get attached() {
      return wanted && element.isConnected;
    },
    attach() {
      if (given || (wanted && element.isConnected)) return;
      if (!wanted) watch();
      wanted = true;
      place();
    },
    detach() {
      wanted = false;
      watcher.disconnect();
      element.remove();
    },
    stop() {
      watcher.disconnect();
      given = true;
    },
  };
}
