// Whether two documents say the same, whatever the order of their keys.
import { canonicalJson } from "../../../shared/rules/canonical.ts";

export const canonicalText = (value: unknown): string => (value === undefined ? "" : canonicalJson(value));

export const same = (a: unknown, b: unknown): boolean => canonicalText(a) === canonicalText(b);
