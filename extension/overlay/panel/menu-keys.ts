// The keys of a menu: up and down walk its items, the ends are a key away, and who opened it by a key starts at its first item.

/** Moves the focus among the menu's items; true when the key was one of a menu's. */
export function walkMenu(event: KeyboardEvent): boolean {
  const menu = event.currentTarget as HTMLElement;
  const items = [...menu.querySelectorAll<HTMLElement>('[role="menuitem"]')];
  const within = menu.getRootNode();
  const active = within instanceof ShadowRoot || within instanceof Document ? within.activeElement : null;
  const at = items.indexOf(active as HTMLElement);
  const to = { ArrowDown: at + 1, ArrowUp: at < 0 ? -1 : at - 1, Home: 0, End: -1 }[event.key];
  if (to === undefined) return false;
  event.preventDefault();
  event.stopPropagation();
  items.at(to % items.length)?.focus();
  return true;
}

/**
 * Leads a focus that is inside the panel on to the menu's first control, one that is on the host's page stays there; what it
 * answers, called as the menu goes, gives the focus back to where it came from.
 */
export function enterMenu(menu: HTMLElement | null): (() => void) | undefined {
  const within = menu?.getRootNode();
  if (menu === null || !(within instanceof ShadowRoot)) return undefined;
  const from = within.activeElement;
  if (!(from instanceof HTMLElement)) return undefined;
  menu.querySelector<HTMLElement>('[role="menuitem"],input,button')?.focus();
  return () => {
    if (menu.contains(within.activeElement)) from.focus({ preventScroll: true });
  };
}
