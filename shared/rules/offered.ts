// Which checklists hold for a case: those of every stage, and those of its kind as far as the facts tell it.
import type { FactSheet } from "../facts/sheet.ts";
import type { HolidayPlan } from "../time/period.ts";
import { categoryOf } from "./basis.ts";
import { compileNow, type Node } from "./compile.ts";
import type { PackedChecklist } from "./pack.ts";
import { newScope, oneOf, type Scope } from "./scope.ts";
import type { Tree } from "./tree.ts";

/** Conditions already compiled: a page asks on every keystroke. */
const compiled = new WeakMap<Tree, Node>();

function holds(when: Tree, scope: Scope): boolean {
  let node = compiled.get(when);
  if (node === undefined) {
    node = compileNow(when, "case");
    compiled.set(when, node);
  }
  return node(scope) === true;
}

/**
 * The lists that are offered for these facts at `now` (ms), in their order. A list whose kind or condition an unread field
 * leaves open is not offered; one without either always is.
 */
export function offeredChecklists(
  lists: readonly PackedChecklist[],
  sheet: FactSheet,
  now: number,
  plan: HolidayPlan,
): readonly PackedChecklist[] {
  const scope = newScope(sheet, now, plan);
  scope.self = oneOf(sheet, "case");
  const category = categoryOf(scope);
  return lists.filter(
    ({ kinds, when }) =>
      (kinds === undefined || (typeof category === "string" && kinds.includes(category))) &&
      (when === undefined || holds(when, scope)),
  );
}
