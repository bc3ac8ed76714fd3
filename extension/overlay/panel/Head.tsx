// The panel's first line: the product, the page it reads, and four tools.
import type { VNode } from "preact";
import { mark } from "../../look/button.ts";
import { Draw } from "../../look/Draw.tsx";
import type { Drawing } from "../../look/drawing.ts";
import { icons } from "../../look/icons.ts";
import { words } from "../../words/panel.ts";
import { MoreMenu } from "./MoreMenu.tsx";
import { PauseMenu } from "./PauseMenu.tsx";
import type { Store } from "./store.ts";

function Tool({
  icon,
  label,
  act,
  open,
}: {
  icon: Drawing;
  label: string;
  act: () => void;
  open?: boolean;
}): VNode {
  return (
    <button
      type="button"
      class="tool"
      aria-label={label}
      title={label}
      onClick={act}
      {...(open === undefined ? {} : { "aria-expanded": open })}
    >
      <Draw of={icon} size={16} />
    </button>
  );
}

export function Head({ store, close }: { store: Store; close: () => void }): VNode {
  const { state, menu, surface } = store;
  const right = store.place.value.panel === "right";
  const toggle = (which: "more" | "pause") => () => {
    menu.value = menu.value === which ? undefined : which;
  };
  return (
    <header class="head">
      <Draw of={mark} size={20} />
      <h2 class="name">{words.product}</h2>
      <span class="page">{state.value?.pageLabel}</span>
      <Tool icon={icons.pause} label={words.head.pause} act={toggle("pause")} open={menu.value === "pause"} />
      <Tool
        icon={right ? icons.panelLeft : icons.panelRight}
        label={right ? words.head.dockLeft : words.head.dockRight}
        act={() => surface.keepPlace({ panel: right ? "left" : "right" })}
      />
      <Tool icon={icons.ellipsis} label={words.head.more} act={toggle("more")} open={menu.value === "more"} />
      <Tool icon={icons.chevronRight} label={words.head.close} act={close} />
      {menu.value === "pause" && <PauseMenu store={store} />}
      {menu.value === "more" && <MoreMenu store={store} close={close} />}
    </header>
  );
}
