// Reads the fields that a rule names outside its conditions, on the element or the single thing where they stand.
import type { Element, Moment } from "../facts/sheet.ts";
import type { PreparedRule } from "./prepare.ts";
import { oneOf, peekCell, type Reader, type Scope } from "./scope.ts";

/** The element on which a field named outside CEL stands. */
export const holderOf = (scope: Scope, rule: PreparedRule, reader: Reader): Element =>
  reader.element === rule.each ? scope.self : oneOf(scope.sheet, reader.element);

/** Reads such a field without noting it as missing. */
export const peekAt = (scope: Scope, rule: PreparedRule, reader: Reader): Moment | null | undefined =>
  peekCell(scope, reader, holderOf(scope, rule, reader)) as Moment | null | undefined;

/** Notes such a field as missing. */
export function missAt(scope: Scope, rule: PreparedRule, reader: Reader): void {
  scope.missing.add(reader, holderOf(scope, rule, reader));
}
