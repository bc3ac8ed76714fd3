// Draws a page's state on a host document: one element, the button in the top frame, markers in every frame.
import type { PageState } from "../protocol/messages.ts";
import { words } from "../words/overlay.ts";
import { edgeButton } from "./edge-button.ts";
import { createHostElement } from "./host-element.ts";
import { keepUp } from "./keep-up.ts";
import { FIRST_PLACE } from "./kept-place.ts";
import { markerLayer } from "./marker-layer.ts";
import { marksOf } from "./marks.ts";
import type { Overlay, OverlayNeeds } from "./overlay-contract.ts";
import { needsPart, partLoader } from "./panel-part.ts";
import { faceOf, standingOf } from "./standing.ts";
import { keepInPlace } from "./stay.ts";
import { layDown, type Opening, type Place, type Surface } from "./surface.ts";
import { sampleTheme } from "./theme.ts";
import { wholeState } from "./whole-state.ts";

/** Starts with nothing on the page; the element comes with the first state that has something to draw. */
export function startOverlay(needs: OverlayNeeds): Overlay {
  const { frame, ask } = needs;
  const top = frame === "";
  let state: PageState | undefined;
  let reachable = true;
  let place = FIRST_PLACE;
  /** Opened by hand while paused: the panel may show itself, nothing else does. */
  let calledUp = false;
  let ended = false;
  /** The host has won: nothing of ours is seen, so nothing may be held either. */
  let lost = false;
  const listeners = new Set<(state: PageState | undefined) => void>();

  const host = createHostElement();
  const stay = keepInPlace(host.element, {
    ...needs,
    deaf: host.deaf,
    lost() {
      lost = true;
      draw();
    },
  });
  const attach = (): void => {
    host.dress(sampleTheme);
    stay.attach();
  };
  const now = (): number => Date.now() + (state?.clockOffset ?? 0);

  const panel = partLoader(ask);
  const whole = wholeState(needs.send);
  const openPanel = (how: Opening): void => {
    if (!top) {
      needs.send({ type: "open-panel" });
      return;
    }
    calledUp = true;
    draw();
    panel.with((part) => whole.once(() => part.open(how), state, reachable));
  };

  const press = (): void => openPanel({ keyboard: false });
  const button = top ? edgeButton(press) : undefined;
  const markers = markerLayer(({ finding }) => openPanel({ keyboard: false, finding: finding.key }));
  // Who comes near the button is about to open the panel.
  for (const approach of ["pointerenter", "focus"]) button?.element.addEventListener(approach, panel.fetch);
  host.root.append(markers.element, ...(button === undefined ? [] : [button.element]));

  const tell = (): void => {
    for (const listener of listeners) listener(state);
  };
  const keepPlace = (change: Partial<Place>): void => {
    place = { ...place, ...change };
    if (change.theme !== undefined) host.root.dataset["theme"] = change.theme;
    button?.settle(place);
    needs.keep(place);
    tell();
  };

  const draw = (): void => {
    if (ended) return;
    const paused = state?.paused !== undefined;
    const shown = paused || !reachable || lost ? undefined : state;
    const standing = standingOf(state?.applicable ?? []);
    const marks = shown === undefined ? [] : marksOf(shown, frame);
    const { part } = panel;
    const more = part?.draw(shown) === true;
    const panelUp = part?.isOpen() === true || calledUp;
    if (!(paused ? top && panelUp : top || marks.length > 0 || more)) {
      stay.detach();
      keeping.off();
    } else {
      // Where things belong is asked before anything of ours is put on the page: after that each question lays it out anew.
      if (button !== undefined) {
        button.show(faceOf(state, standing, reachable), standing);
        button.element.style.display = part?.isOpen() === true ? "none" : "";
        if (!stay.attached) button.settle(place);
      }
      markers.show(marks, now());
      attach();
      keeping[marks.length > 0 || more || standing.all.length > 0 ? "on" : "off"]();
    }
    const needed = shown !== undefined && needsPart(shown, frame);
    whole.want(panelUp || needed);
    if (part !== undefined || shown === undefined) return;
    if (needed) panel.fetch();
    else if (top && standing.open.length > 0) panel.fetchAhead();
  };

  const keeping = keepUp({
    follow() {
      if (!stay.attached) return;
      markers.follow();
      panel.part?.follow();
    },
    resized: () => stay.attached && button?.settle(place),
    minute() {
      draw();
      tell();
    },
  });

  const locate = (path: string, focus = false): boolean => {
    const evidence = state?.evidence[path];
    if (evidence === undefined || !evidence.here) return false;
    if (evidence.frame !== frame) {
      needs.send({ type: "locate", frame: evidence.frame, css: evidence.css });
      return true;
    }
    return locateHere(evidence.css, focus);
  };
  /** Only the panel's part can: it is there where the wish comes from, and fetched where it comes from another frame. */
  const locateHere = (css: string, focus: boolean): boolean => {
    const { part } = panel;
    if (part === undefined) panel.with((brought) => void brought.locate(css, focus));
    else return part.locate(css, focus);
    return true;
  };

  const surface: Surface = {
    root: host.root,
    frame,
    state: () => state,
    watch(listener) {
      listeners.add(listener);
      listener(state);
      return () => listeners.delete(listener);
    },
    ask,
    send: needs.send,
    reread: needs.reread,
    style: host.style,
    attach,
    locate,
    now,
    reachable: () => reachable,
    place: () => place,
    keepPlace,
    openPanel,
    redraw() {
      calledUp = panel.part?.isOpen() === true;
      draw();
    },
    bring: (brought) => panel.bring(brought, draw),
  };
  layDown(surface);

  void needs.kept.then((kept) => {
    // Where nothing was kept, all stands where it belongs.
    if (ended || kept === place) return;
    place = kept;
    if (kept.theme !== undefined) host.root.dataset["theme"] = kept.theme;
    if (stay.attached) button?.settle(place);
  });

  return {
    hear(message) {
      if (message.type === "state") {
        ({ state } = message);
        draw();
        tell();
        whole.heard(state, reachable);
      } else if (message.type === "toggle-panel") {
        if (panel.part?.isOpen() === true) panel.part.close();
        else openPanel({ keyboard: true });
      } else if (message.frame === frame) locateHere(message.css, false);
    },
    greet: whole.greet,
    stirred(ticks) {
      if (!ticks) markers.stirred();
      keeping.stir(ticks);
    },
    settled(moved) {
      markers.settled(moved);
      keeping.settled();
    },
    reachable(yes) {
      if (reachable === yes) return;
      reachable = yes;
      draw();
      tell();
      whole.heard(state, reachable);
    },
    stop() {
      panel.stop();
      ended = true;
      keeping.stop();
      markers.show([], now());
      if (button === undefined) stay.detach();
      else {
        stay.stop();
        button.show({ face: { is: "stopped" }, number: 0 }, standingOf([]));
        button.element.title = words.button.stopped;
      }
    },
    leave() {
      ended = true;
      panel.stop();
      keeping.stop();
      stay.detach();
    },
  };
}
