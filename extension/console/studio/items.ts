// Changes to the items of a checklist, each a new list.
import type { Checklist, ChecklistItem } from "../../../shared/rules/pack.ts";

/** The item at `at` one place up (−1) or down (1); at the ends nothing changes. */
export function moved(items: readonly ChecklistItem[], at: number, by: -1 | 1): readonly ChecklistItem[] {
  const to = at + by;
  const item = items[at];
  if (item === undefined || to < 0 || to >= items.length) return items;
  const others = items.filter((_, i) => i !== at);
  return [...others.slice(0, to), item, ...others.slice(to)];
}

/** A duty that a person ticks; its id stays for ever, so it carries `chance` and no meaning. */
export const newItem = (list: Checklist, say: string, how: string, chance: string): ChecklistItem => ({
  id: `${list.id}-${chance
    .replace(/[^a-z0-9]/gi, "")
    .slice(0, 8)
    .toLowerCase()}`,
  say: say.trim(),
  ...(how.trim() === "" ? {} : { how: how.trim() }),
  attest: true,
});

/** The item under another rule, or ticked by a person when `rule` is "". */
export function linked(item: ChecklistItem, rule: string): ChecklistItem {
  const { rule: _, attest: __, ...rest } = item;
  return rule === "" ? { ...rest, attest: true } : { ...rest, rule };
}

/** The item with another text of 怎么干; an emptied one is left out. */
export function explained(item: ChecklistItem, how: string): ChecklistItem {
  const { how: _, ...rest } = item;
  return how === "" ? rest : { ...rest, how };
}
