// Which rules a page has to name the origin of: those that a layer below the nation added or changed.
import type { Finding } from "../../shared/rules/finding.ts";
import type { Origin } from "../../shared/rules/layers/layer.ts";
import type { Checklist, PackedRule } from "../../shared/rules/pack.ts";

const known = new WeakMap<readonly PackedRule[], ReadonlyMap<string, Origin>>();

function localOrigins(rules: readonly PackedRule[]): ReadonlyMap<string, Origin> {
  const before = known.get(rules);
  if (before !== undefined) return before;
  const local = rules.flatMap(({ id, from }) =>
    from !== undefined && (from.level !== "nation" || from.changes.length > 0) ? [[id, from] as const] : [],
  );
  const origins = new Map(local);
  known.set(rules, origins);
  return origins;
}

/** The origins of what the page shows: findings, and lines of checklists whose rule may be switched off. */
export function originsOf(
  rules: readonly PackedRule[],
  findings: readonly Finding[],
  checklists: readonly Pick<Checklist, "items">[],
): Readonly<Record<string, Origin>> {
  const local = localOrigins(rules);
  if (local.size === 0) return {};
  const shown = new Set([
    ...findings.map(({ rule }) => rule),
    ...checklists.flatMap(({ items }) => items.map(({ rule }) => rule)),
  ]);
  return Object.fromEntries([...local].filter(([rule]) => shown.has(rule)));
}
