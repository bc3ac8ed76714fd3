// The panel's further tools: the console, reading again, light or dark, the button's first place.
import type { VNode } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { words as aid } from "../../words/aid.ts";
import { words } from "../../words/panel.ts";
import { FIRST_PLACE } from "../kept-place.ts";
import { enterMenu, walkMenu } from "./menu-keys.ts";
import type { Store } from "./store.ts";

export function MoreMenu({ store, close }: { store: Store; close: () => void }): VNode {
  const { surface, menu } = store;
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => enterMenu(box.current), []);
  const item = (label: string, run: () => void): VNode => (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
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
    <div class="menu">
      <div role="menu" aria-label={words.head.more} ref={box} onKeyDown={walkMenu}>
        {item(words.head.console, () => void surface.ask("open-console", {}))}
        {store.state.value?.member?.roles.includes("admin") === true &&
          item(words.head.picker, () => {
            close();
            void surface.ask("load-picker", {});
          })}
        {item(words.head.theme, () => surface.keepPlace({ theme: dark ? "light" : "dark" }))}
        {item(words.head.resetPlace, () => surface.keepPlace({ side: FIRST_PLACE.side, y: FIRST_PLACE.y }))}
      </div>
      <dl class="keys" aria-label={aid.keys.title}>
        {aid.keys.rows.map(([name, does]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
