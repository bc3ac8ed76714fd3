// What pages of this kind are to show from now on: ticked what was accepted or plainly stands there, the rest offered.
import type { VNode } from "preact";
import { pathLabel } from "../../shared/dictionary/words.ts";
import type { PageKind } from "../../shared/rules/site-profile.ts";
import { words } from "../words/picker.ts";
import type { PickerStore } from "./picker-store.ts";
import type { Shown } from "./shown.ts";

export function ShowsPart({ store }: { store: PickerStore }): VNode | null {
  const pages = store.shows.value.filter(({ fields }) => fields.length > 0);
  if (pages.length === 0) return null;
  const all = pages.flatMap(({ fields }) => fields);
  const kept = all.filter((one) => one.kept).length;
  return (
    <details class="pick-shows">
      <summary>
        <b>{words.shows.head}</b>
        <span>{kept}</span>
        {all.length === kept ? null : <small>{words.shows.open(all.length - kept)}</small>}
      </summary>
      <p>{words.shows.why}</p>
      {pages.map(({ page, fields }) => (
        <fieldset key={page.id}>
          {pages.length === 1 ? null : <legend>{words.shows.page(page.label, fields.length)}</legend>}
          {fields.map((one) => (
            <Line key={one.path} store={store} page={page} one={one} />
          ))}
        </fieldset>
      ))}
    </details>
  );
}

function Line({ store, page, one }: { store: PickerStore; page: PageKind; one: Shown }): VNode {
  const { path, ground, found, kept } = one;
  return (
    <label data-field={path} class={found ? undefined : "gone"}>
      <input
        type="checkbox"
        checked={kept}
        onChange={(event) => store.mark(page, path, event.currentTarget.checked)}
      />
      <span>{pathLabel(path)}</span>
      <small>{found ? words.shows.ground[ground] : words.shows.gone}</small>
    </label>
  );
}
