// Puts a text on the clipboard at a click: also on plain http pages, where the newer way does not exist.

/** By a text box of ours that is selected for a moment; `root` is our own layer. The focus goes back to where it was. */
function byCommand(root: HTMLElement, text: string): boolean {
  const box = document.createElement("textarea");
  box.value = text;
  box.className = "unseen";
  box.setAttribute("aria-hidden", "true");
  // The layer's text cannot be selected by the page's scripts; this one has to be, by us.
  box.style.setProperty("user-select", "text");
  const { activeElement } = document;
  root.append(box);
  box.focus({ preventScroll: true });
  box.select();
  const done = document.execCommand("copy");
  box.remove();
  if (activeElement instanceof HTMLElement && activeElement !== document.body)
    activeElement.focus({ preventScroll: true });
  return done;
}

/** True when the clipboard has it. */
export async function copyText(root: HTMLElement, text: string): Promise<boolean> {
  try {
    if (navigator.clipboard !== undefined) {
      await navigator.clipboard.writeText(text);
      return true;
    }
  } catch {
    // Refused by a policy of the page: the older way needs no permission.
  }
  return byCommand(root, text);
}
