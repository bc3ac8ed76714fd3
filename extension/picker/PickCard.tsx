// The small card at the place that was pointed at.
import type { VNode } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { Draw } from "../look/Draw.tsx";
import { icons } from "../look/icons.ts";
import { words } from "../words/picker.ts";
import { firstKind, isPageKind, namesOn, titleSign, withPage } from "./page-sign.ts";
import type { PickerStore } from "./picker-store.ts";
import { boxOf } from "./places.ts";
import { RegionPart } from "./RegionPart.tsx";
import { buttonAt, headingAt, onlyCss, wordsOn } from "./regions.ts";
import { submitted } from "./steps.ts";
import type { Target } from "./targets.ts";
import { Became, ValuePart } from "./ValuePart.tsx";

const GAP = 8;
const EDGE = 12;

/** Below the place where there is room, else above; never under the list. */
function settle(card: HTMLElement, element: Element, list: DOMRect | undefined): void {
  const box = boxOf(element);
  const { offsetWidth: width, offsetHeight: height } = card;
  const left0 = list !== undefined && list.left < innerWidth / 2 ? list.right + EDGE : EDGE;
  const right0 = list !== undefined && list.left >= innerWidth / 2 ? list.left - EDGE : innerWidth - EDGE;
  const left = Math.max(left0, Math.min(box.left, right0 - width));
  const below = box.bottom + GAP + height <= innerHeight - EDGE;
  const above = box.top - GAP - height >= EDGE;
  const top = below
    ? box.bottom + GAP
    : above
      ? box.top - GAP - height
      : Math.max(EDGE, Math.min(box.bottom + GAP, innerHeight - EDGE - height));
  card.style.transform = `translate(${Math.round(left)}px,${Math.round(top)}px)`;
}

export function PickCard({ store, target }: { store: PickerStore; target: Target }): VNode {
  const card = useRef<HTMLElement>(null);
  const region = store.region.value;
  useLayoutEffect(() => {
    const place = (): void => {
      if (card.current === null) return;
      const list = card.current.parentElement?.querySelector(".pick-list")?.getBoundingClientRect();
      settle(card.current, region ?? target.element, list);
    };
    place();
    const sized = new ResizeObserver(place);
    if (card.current !== null) sized.observe(card.current);
    addEventListener("scroll", place, { capture: true, passive: true });
    addEventListener("resize", place);
    return () => {
      sized.disconnect();
      removeEventListener("scroll", place, { capture: true });
      removeEventListener("resize", place);
    };
  }, [target, region]);
  // What had the focus may have gone with the card's other face: the next key is heard here, not on the page.
  useLayoutEffect(() => {
    const active = (card.current?.getRootNode() as ShadowRoot | undefined)?.activeElement ?? null;
    if (card.current?.contains(active) !== true) card.current?.focus({ preventScroll: true });
  });
  const button = buttonAt(target.element);
  const heading = headingAt(target.element);
  const title = target.label === "" ? words.noLabel : target.label;
  return (
    <section class="pick-card" role="dialog" aria-label={title} tabIndex={-1} ref={card}>
      <header>
        <h2>{title}</h2>
        {target.is === "column" ? <small>{words.column}</small> : null}
        <button
          type="button"
          class="tool"
          aria-label={words.card.close}
          onClick={() => store.choose(undefined)}
        >
          <Draw of={icons.close} size={16} />
        </button>
      </header>
      <p class="pick-value">{words.asText(target.value.slice(0, 80))}</p>
      <p class="pick-became">
        <Became target={target} aside={store.setAside(target)} told={store.toldOf(target)} />
      </p>
      {button === undefined ? null : <ButtonPart store={store} target={target} button={button} />}
      {heading === undefined ? null : <HeadingPart store={store} target={target} heading={heading} />}
      {region !== undefined ? (
        <RegionPart store={store} target={target} />
      ) : (
        <>
          <ValuePart key={target.key} store={store} target={target} />
          <footer>
            <button
              type="button"
              class="text"
              onClick={() => (store.region.value = target.element.parentElement ?? target.element)}
            >
              {words.card.region}
            </button>
          </footer>
        </>
      )}
    </section>
  );
}

type Part = { store: PickerStore; target: Target };

function ButtonPart({ store, target, button }: Part & { button: Element }): VNode {
  const text = wordsOn(button);
  const mark = (held: boolean): void =>
    void store
      .make(target.frame, words.step.submit, (profile, page) =>
        submitted(profile, page, text === "" ? { css: onlyCss(button), held } : { text, held }),
      )
      .then((good) => good && store.choose(undefined));
  return (
    <p class="pick-row">
      <button type="button" class="second" onClick={() => mark(true)}>
        {words.card.submit}
      </button>
      <button type="button" class="text" onClick={() => mark(false)}>
        {words.card.submitFree}
      </button>
    </p>
  );
}

function HeadingPart({ store, target, heading }: Part & { heading: Element }): VNode | null {
  const names = namesOn(store.frameOf(target.frame)?.reading.facts ?? []);
  const sign = titleSign((heading.textContent ?? "").replace(/\s+/g, ""), names);
  // A title that is nothing but a name tells no kind of page.
  if (sign === "") return null;
  const name = (): void =>
    void store
      .make(target.frame, words.step.page, (profile, page) =>
        withPage(
          profile,
          isPageKind(page) ? page : firstKind(store.frameOf(target.frame)?.reading.pageKind ?? ""),
          { heading: sign },
          page,
        ),
      )
      .then((good) => good && store.choose(undefined));
  return (
    <p class="pick-row">
      <button type="button" class="second" onClick={name}>
        {words.card.name}
      </button>
    </p>
  );
}
