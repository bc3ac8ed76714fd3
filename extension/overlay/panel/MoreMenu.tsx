// The panel's further tools: the console, reading again, light or dark, the button's first place.
import type { VNode } from "preact";
import { words } from "../../words/panel.ts";
import { FIRST_PLACE } from "../kept-place.ts";
import type { Store } from "./store.ts";

export function MoreMenu({ store, close }: { store: Store; close: () => void }): VNode {
  const { surface, menu } = store;
  const item = (label: string, run: () => void): VNode => (
    <button
      type="button"
      role="menuitem"
      onClick={() => {
        menu.value = undefined;
        run();
      }}
    >
      {label}
    </button>
  );
  const dark = surface.root.dataset["theme"] === "dark";
  return (
    <div class="menu" role="menu" aria-label={words.head.more}>
      {item(words.head.console, () => void surface.ask("open-console", {}))}
      {store.state.value?.member?.roles.includes("admin") === true &&
        item(words.head.picker, () => {
          close();
          void surface.ask("load-picker", {});
        })}
      {item(words.head.theme, () => surface.keepPlace({ theme: dark ? "light" : "dark" }))}
      {item(words.head.resetPlace, () => surface.keepPlace({ side: FIRST_PLACE.side, y: FIRST_PLACE.y }))}
    </div>
  );
}
