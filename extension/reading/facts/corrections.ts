// What a site profile says that a label or a place of the page means, against or beside the dictionary.
import { fieldOf } from "../../../shared/dictionary/dictionary.ts";
import type { ElementId } from "../../../shared/dictionary/field.ts";
import { foldLabel } from "../../../shared/dictionary/fold.ts";
import type { Correction, PageKind } from "../../../shared/rules/site-profile.ts";
import type { SeenCell } from "../../protocol/frame-scan.ts";
import { type Meaning, NO_MEANING } from "./match.ts";

interface Corrections {
  readonly byPlace: ReadonlyMap<string, readonly Correction[]>;
  readonly byLabel: ReadonlyMap<string, Correction>;
}

const known = new WeakMap<PageKind, Corrections>();

function correctionsOf(page: PageKind): Corrections {
  const before = known.get(page);
  if (before !== undefined) return before;
  const byPlace = new Map<string, Correction[]>();
  const byLabel = new Map<string, Correction>();
  for (const one of page.corrections ?? []) {
    if (one.css !== undefined) byPlace.set(one.css, [...(byPlace.get(one.css) ?? []), one]);
    else if (one.label !== undefined) byLabel.set(foldLabel(one.label), one);
  }
  const made = { byPlace, byLabel };
  known.set(page, made);
  return made;
}

/** The correction that speaks of a cell: that of its place before that of its label. */
export function correctionFor(
  cell: Pick<SeenCell, "label" | "css">,
  page: PageKind | undefined,
): Correction | undefined {
  if (page?.corrections === undefined) return undefined;
  const { byPlace, byLabel } = correctionsOf(page);
  const label = foldLabel(cell.label);
  const here = byPlace
    .get(cell.css)
    ?.find((one) => one.label === undefined || foldLabel(one.label) === label);
  return here ?? byLabel.get(label);
}

/** What a cell means by the corrections of its page; undefined where none speaks of it. */
export function correctedMeaning(cell: SeenCell, page: PageKind | undefined): Meaning | undefined {
  const fix = correctionFor(cell, page);
  if (fix === undefined) return undefined;
  const [element, id = ""] = fix.field.split(".") as [ElementId, string?];
  const field = fieldOf(element, id);
  if (field === undefined) return NO_MEANING;
  return {
    candidates: [{ element, field, score: 2, by: "label" }],
    within: [],
    conflict: false,
    whole: true,
  };
}
