// A rule as written, with what the layers have made of it: the form in which the studio shows and edits it.
import type { Limit } from "../../time/period.ts";
import type { PackedRule } from "../pack.ts";
import type { Rule } from "../rule.ts";
import type { LayeredRule } from "./layer.ts";

const written = ({ amount, unit }: Limit): string => `${amount} ${unit}`;

/** The template's condition and the local one in one text. */
export const bothWhen = (template: string | undefined, local: string | undefined): string | undefined => {
  if (local === undefined || local.trim() === "") return template;
  return template === undefined ? local : `(${template.trim()}) && (${local.trim()})`;
};

/** The local condition in such a text: "" where there is none, undefined where the template's own was changed. */
export function localWhen(template: string | undefined, both: string | undefined): string | undefined {
  if ((template ?? "").trim() === (both ?? "").trim()) return "";
  if (both === undefined) return undefined;
  if (template === undefined) return both.trim();
  const before = `(${template.trim()}) && (`;
  const text = both.trim();
  return text.startsWith(before) && text.endsWith(")") ? text.slice(before.length, -1) : undefined;
}

/**
 * `source` with the values that `packed` has by its layers; keys that no layer touched stay as they were written. `local`
 * is the condition that a layer put beside a template's.
 */
export function sourceIn(source: Rule, packed: LayeredRule, local?: string): Rule {
  const touched = new Set(packed.from.changes.map(({ key }) => (key === "off" ? "status" : key)));
  if (touched.size === 0) return source;
  const { needs, ...rest } = source;
  const same: Rule = packed.needs === undefined || needs === undefined ? rest : { ...rest, needs };
  const taken: Partial<Rule> = {};
  for (const key of ["title", "titleDue", "weight", "status", "quiet", "gate", "basis"] as const)
    if (touched.has(key)) Object.assign(taken, { [key]: packed[key] });
  const when = bothWhen(source.when, touched.has("when") ? local : undefined);
  const clock = clockIn(source, packed, touched);
  const made = {
    ...same,
    ...taken,
    ...(when === undefined ? {} : { when }),
    ...(clock === undefined ? {} : { clock }),
  };
  // A rule that a layer made loud again has no `quiet`.
  return Object.fromEntries(
    Object.entries(made).filter(([, value]) => value !== undefined),
  ) as unknown as Rule;
}

function clockIn({ clock }: Rule, packed: PackedRule, touched: ReadonlySet<string>): Rule["clock"] {
  if (clock === undefined || packed.clock === undefined) return clock;
  const { limit, warn, count } = packed.clock;
  // A filled-in template has its warnings and counting method from the layer as well.
  const filled = touched.has("limit") && touched.has("basis");
  return {
    ...clock,
    ...(touched.has("limit") ? { limit: written(limit) } : {}),
    ...(touched.has("warn") || filled ? { warn: warn.map(written) } : {}),
    ...(filled ? { count } : {}),
  };
}
