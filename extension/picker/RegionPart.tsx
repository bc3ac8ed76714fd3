// The card's second face: the region around the place – one person, one measure –, a region not to be read, a button, a heading.
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { dictionary } from "../../shared/dictionary/dictionary.ts";
import type { ElementId } from "../../shared/dictionary/field.ts";
import { words } from "../words/picker.ts";
import type { PickerStore } from "./picker-store.ts";
import { onlyCss, regionCss } from "./regions.ts";
import { ignored, rooted } from "./steps.ts";
import type { Target } from "./targets.ts";

const MANY = dictionary.filter(({ cardinality }) => cardinality === "many");

export function RegionPart({ store, target }: { store: PickerStore; target: Target }): VNode {
  const region = store.region.value ?? target.element;
  const [element, setElement] = useState<ElementId>("persons");
  const { css, count } = regionCss(region);
  const { card, step } = words;
  const wider = (): void => {
    const parent = region.parentElement;
    if (parent !== null && parent !== region.ownerDocument.body) store.region.value = parent;
  };
  const narrower = (): void => {
    let at: Element = target.element;
    while (at.parentElement !== null && at.parentElement !== region && at !== region) at = at.parentElement;
    store.region.value = at;
  };
  const done = (good: boolean): void => {
    if (good) store.choose(undefined);
  };
  return (
    <div class="pick-region">
      <div class="pick-row">
        <button type="button" class="second" onClick={wider}>
          {card.wider}
        </button>
        <button type="button" class="second" onClick={narrower} disabled={region === target.element}>
          {card.narrower}
        </button>
        <small>{count > 1 ? card.regionSame(count) : `<${region.localName}>`}</small>
      </div>
      <div class="pick-row">
        <label class="inline">
          {card.regionIs}
          <select value={element} onChange={(event) => setElement(event.currentTarget.value as ElementId)}>
            {MANY.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <button
          type="button"
          class="primary"
          onClick={() =>
            void store.make(target.frame, step.root, (p, page) => rooted(p, page, css, element)).then(done)
          }
        >
          {card.regionMark}
        </button>
      </div>
      <div class="pick-row">
        <button
          type="button"
          class="second"
          onClick={() =>
            void store
              .make(target.frame, step.ignore, (p, page) => ignored(p, page, onlyCss(region)))
              .then(done)
          }
        >
          {card.ignore}
        </button>
        <button type="button" class="text end" onClick={() => (store.region.value = undefined)}>
          {card.back}
        </button>
      </div>
    </div>
  );
}
