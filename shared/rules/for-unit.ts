// Which rules the unit's object can judge by itself: those that read no field which stays in the browser.
import { fieldOf } from "../dictionary/dictionary.ts";
import type { ElementId } from "../dictionary/field.ts";
import { fieldsRead } from "./fields-read.ts";
import type { PackedRule } from "./pack.ts";

/** The rules all of whose fields may lie at the unit; of the others it keeps the browser's finding. */
export function rulesForUnit(pack: { readonly rules: readonly PackedRule[] }): readonly PackedRule[] {
  const ofCases = pack.rules.filter(({ scope }) => scope === undefined);
  return ofCases.filter((rule) => fieldsRead(rule).every(({ element, field }) => isUnit(element, field)));
}

/** The rules over all cases of a unit; one that reads a field which stays in the browser is judged by nobody. */
export function rulesAcross(pack: { readonly rules: readonly PackedRule[] }): readonly PackedRule[] {
  const across = pack.rules.filter(({ scope }) => scope === "unit");
  return across.filter((rule) => fieldsRead(rule).every(({ element, field }) => isUnit(element, field)));
}

const isUnit = (element: ElementId, field: string): boolean => fieldOf(element, field)?.privacy === "unit";
