// Keeps our element in the document: on top, inside an open modal dialog of the host, put back a bounded number of times.

/** A host that takes our element out this often within the span wins; then only the toolbar badge is left. */
const TRIES = 10;
const SPAN = 10_000;

export interface Patience {
  /** Takes one try; false when there is none left, now and for good. */
  spend(): boolean;
}

/** The tries of one document, shared by the elements that follow each other in it. */
export function patience(clock: () => number = Date.now): Patience {
  let tries: number[] = [];
  return {
    spend() {
      if (tries.length > TRIES) return false;
      const now = clock();
      tries = [...tries.filter((at) => now - at < SPAN), now];
      return tries.length <= TRIES;
    },
  };
}

export interface Stay {
  attach(): void;
  detach(): void;
  readonly attached: boolean;
  /** Leaves the element where it is and no longer minds it. */
  stop(): void;
}

export interface StayNeeds {
  readonly patience: Patience;
  /** Whether the element has lost its listeners, as all do when a page opens its document anew. */
  deaf(): boolean;
  /** Called instead of putting a deaf element back. */
  reopened(): void;
  /** Called once, when the host has won. */
  lost(): void;
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

/** Watches the place of `element`. */
export function keepInPlace(element: HTMLElement, { patience, deaf, reopened, lost }: StayNeeds): Stay {
  let wanted = false;
  let given = false;
  let root: Element | null = null;
  let inDialog = false;

  const place = (): void => {
    const modal = modalOf(document);
    const parent = modal ?? document.documentElement;
    if (parent === null) return;
    if (document.documentElement !== root || inDialog !== (modal !== undefined)) watch(modal !== undefined);
    if (element.parentNode === parent) return;
    parent.append(element);
    raise(element);
  };

  const opened = new MutationObserver(() => {
    if (wanted && !given && element.isConnected) place();
  });
  const moved = new MutationObserver((records) => {
    if (!wanted || given) return;
    if (element.isConnected) {
      if (records.some(({ target }) => target === document || target === root)) place();
    } else if (!patience.spend()) {
      giveUp();
      lost();
    } else if (deaf()) reopened();
    else place();
  });

  const unwatch = (): void => {
    opened.disconnect();
    moved.disconnect();
    root = null;
  };
  const giveUp = (): void => {
    given = true;
    unwatch();
  };
  const watch = (within: boolean): void => {
    unwatch();
    root = document.documentElement;
    inDialog = within;
    opened.observe(document, { subtree: true, attributes: true, attributeFilter: ["open"] });
    // Within a dialog our element goes wherever the dialog goes, however deep that lies.
    moved.observe(document, { childList: true, subtree: inDialog });
    if (root !== null && !inDialog) moved.observe(root, { childList: true });
  };

  return {
    get attached() {
      return wanted && element.isConnected;
    },
    attach() {
      if (given || (wanted && element.isConnected)) return;
      wanted = true;
      place();
    },
    detach() {
      wanted = false;
      unwatch();
      element.remove();
    },
    stop: giveUp,
  };
}
