// Brings the panel to a page: mounts it in our shadow root, docks it, hears its keys, and shows the gate.
import { batch, effect } from "@preact/signals";
import { render } from "preact";
import { OWN_ELEMENT } from "../../look/own-element.ts";
import { TOKENS, tokenCss } from "../../look/tokens.ts";
import type { PageState } from "../../protocol/messages.ts";
import { words } from "../../words/panel.ts";
import { gateShield } from "../gate-shield.ts";
import { locateField } from "../locate.ts";
import { noteLayer } from "../note-layer.ts";
import type { Opening, Surface } from "../surface.ts";
import { measureIn } from "../value-box.ts";
import { announce } from "./announce.ts";
import blankCss from "./blank.css?inline";
import cardCss from "./card.css?inline";
import cardBodyCss from "./card-body.css?inline";
import checklistCss from "./checklist.css?inline";
import { dock } from "./dock.ts";
import { dragButton } from "./drag-button.ts";
import formCss from "./form.css?inline";
import { focusHeard } from "./frames-within.ts";
import { Guard } from "./Guard.tsx";
import gateCss from "./gate.css?inline";
import { gatePopover } from "./gate-popover.tsx";
import { giveWay } from "./give-way.ts";
import guideCss from "./guide.css?inline";
import headlineCss from "./headline.css?inline";
import { isWriting, touched } from "./insert-text.ts";
import { fixedBetween, showFixed } from "./just-fixed.ts";
import { handleKey } from "./keys.ts";
import listCss from "./lists.css?inline";
import marksCss from "./marks.css?inline";
import notesCss from "./notes.css?inline";
import { Panel } from "./Panel.tsx";
import panelCss from "./panel.css?inline";
import { createStore } from "./store.ts";
import supervisionCss from "./supervision.css?inline";
import timelineCss from "./timeline.css?inline";

/** Below this height the headline shrinks to a row of counters (px). */
const LOW = 760;

/** Mounts the panel on `surface`; nothing is shown until it is opened. */
export function mountPanel(surface: Surface): void {
  surface.style(
    [
      tokenCss(TOKENS, ".fb", '.fb[data-theme="dark"]'),
      marksCss,
      panelCss,
      headlineCss,
      blankCss,
      cardCss,
      cardBodyCss,
      listCss,
      supervisionCss,
      timelineCss,
      checklistCss,
      notesCss,
      formCss,
      gateCss,
      guideCss,
    ].join(""),
  );
  const store = createStore(surface);
  const panel = document.createElement("section");
  panel.className = "panel";
  panel.setAttribute("role", "complementary");
  panel.setAttribute("aria-label", words.product);
  panel.tabIndex = -1;
  let open = false;
  let returnTo: Element | null = null;
  let noted: PageState | undefined;
  let rendered = false;

  const settle = (): void => {
    if (!open) return;
    const place = dock(surface.place());
    store.low.value = innerHeight < LOW || place.height < LOW - 240;
    Object.assign(panel.style, {
      top: `${place.top}px`,
      width: `${place.width}px`,
      maxHeight: `${place.height}px`,
      left: place.side === "left" ? `${place.inset}px` : "auto",
      right: place.side === "right" ? `${place.inset}px` : "auto",
    });
  };

  const close = (): void => {
    if (!open) return;
    open = false;
    store.menu.value = undefined;
    panel.remove();
    surface.redraw();
    const inside = surface.root.getRootNode() instanceof ShadowRoot && returnTo !== null;
    if (inside && returnTo instanceof HTMLElement && returnTo.isConnected)
      returnTo.focus({ preventScroll: true });
    returnTo = null;
  };

  const reveal = (name: "card" | "note", key: string): void => {
    requestAnimationFrame(() => {
      panel.querySelector(`[data-${name}="${CSS.escape(key)}"]`)?.scrollIntoView({ block: "nearest" });
    });
  };

  /** Takes the latest state over; while nothing is shown nobody draws it. */
  const catchUp = (): void => {
    const before = store.state.value;
    const state = surface.state();
    batch(() => {
      store.state.value = state;
      store.now.value = surface.now();
      store.reachable.value = surface.reachable();
      if (store.place.value !== surface.place()) {
        store.place.value = surface.place();
        settle();
      }
      announce(store, before, state);
      if (open) showFixed(store, fixedBetween(before, state));
    });
  };

  const show = (opening: Opening): void => {
    gate.close();
    catchUp();
    if (!rendered && surface.frame === "")
      render(
        <Guard again={surface.reread} close={close}>
          <Panel store={store} close={close} />
        </Guard>,
        panel,
      );
    rendered = true;
    if (opening.finding !== undefined || opening.note !== undefined) store.guide.value = undefined;
    if (opening.finding !== undefined) {
      store.tab.value = "reminders";
      store.card.value = opening.finding;
      store.focused.value = opening.finding;
    }
    if (opening.note !== undefined) {
      store.tab.value = "notes";
      store.note.value = opening.note;
    }
    // Of ours only a key can have focused something: a mouse leaves the focus where it is.
    const shadow = surface.root.getRootNode();
    const ours = !open && shadow instanceof ShadowRoot && document.activeElement === shadow.host;
    const from = ours ? shadow.activeElement : null;
    if (!open) {
      open = true;
      surface.root.append(panel);
      settle();
      surface.redraw();
    }
    if (opening.keyboard || from !== null) {
      returnTo = from ?? document.activeElement;
      panel.focus({ preventScroll: true });
    }
    if (opening.finding !== undefined) reveal("card", opening.finding);
    if (opening.note !== undefined) reveal("note", opening.note);
  };

  // The text box that goes leaves the focus to the panel, so that the next key is still heard here.
  effect(() => {
    if (store.saying.value !== undefined || !open) return;
    const within = surface.root.getRootNode();
    if (within instanceof ShadowRoot && within.activeElement?.localName === "textarea")
      panel.focus({ preventScroll: true });
  });
  // Back from a guide: the card that it was opened from is in sight again, and the next key still heard here.
  let from: string | undefined;
  effect(() => {
    const { value: guide } = store.guide;
    const key = from;
    from = guide?.finding.key;
    if (guide !== undefined || key === undefined || !open) return;
    const within = surface.root.getRootNode();
    if (within instanceof ShadowRoot && within.activeElement !== null) panel.focus({ preventScroll: true });
    reveal("card", key);
  });
  panel.addEventListener("keydown", (event) => {
    if (!handleKey(event, store, close)) return;
    event.preventDefault();
    event.stopPropagation();
    const { focused } = store;
    if (focused.value !== undefined) reveal("card", focused.value);
  });
  addEventListener("resize", settle);
  const listen = focusHeard((field) => {
    if (field.localName === OWN_ELEMENT) return;
    touched(field);
    const busy = store.writing.value || store.saying.value !== undefined || isWriting();
    if (open && !busy) giveWay(panel, field, close);
  });

  const gate = gatePopover(store, close, (keys) => shield.release(keys));
  const shield = gateShield((target, byKey) => {
    catchUp();
    gate.ask(target, byKey);
  });
  const notes = noteLayer(
    (note) => surface.openPanel({ keyboard: false, note }),
    () => {
      store.anchored.value = notes.anchored();
      surface.redraw();
    },
  );
  store.reveal.value = notes.reveal;
  surface.root.prepend(shield.element, notes.element);
  measureIn(surface.root);
  const button = surface.root.querySelector<HTMLElement>(".edge");
  if (button !== null) dragButton(button, surface.keepPlace);
  surface.watch(() => {
    listen();
    if (open || gate.isOpen()) catchUp();
  });
  surface.bring({
    open: show,
    close,
    isOpen: () => open,
    draw(state) {
      // The same state again only means that something else wants drawing: notes keep their places.
      if (state === undefined) notes.clear();
      else if (state !== noted) void notes.show(state, surface.frame);
      noted = state;
      const held = shield.show(state, surface.now());
      return held || notes.anchored().size > 0;
    },
    follow() {
      notes.follow();
      shield.follow();
    },
    locate(css, focus) {
      surface.attach();
      return locateField(css, surface.root, focus, surface.redraw);
    },
    stop() {
      gate.close();
      notes.clear();
      shield.stop();
    },
  });
}
