// What differs between the document in force and the edited one, field by field, in words.

import type { Checklist, ChecklistItem } from "../../../shared/rules/pack.ts";
import type { Rule } from "../../../shared/rules/rule.ts";
import { stageLabel } from "../../../shared/rules/stages.ts";
import { limitText, parseLimit } from "../../../shared/time/limit.ts";
import { words } from "../../words/console-studio.ts";
import { AUDIENCE, COUNT, FIELD, STATUS, WEIGHT } from "../../words/console-terms.ts";
import { same } from "./same.ts";

export interface Change {
  readonly label: string;
  readonly old: string;
  readonly next: string;
}

const limit = (text: string): string => {
  const read = parseLimit(text);
  return read.ok ? limitText(read.value) : text;
};

/** Words for the values that have them; all else as it is written. */
function said(key: string, value: unknown): string {
  if (value === undefined) return words.publish.none;
  const named: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    status: STATUS,
    weight: WEIGHT,
    audience: AUDIENCE,
    count: COUNT,
  };
  if (typeof value === "string") {
    if (key === "stage") return stageLabel(value);
    if (key === "limit") return limit(value);
    return named[key]?.[value] ?? value;
  }
  if (key === "warn" && Array.isArray(value))
    return value.length === 0 ? words.publish.none : value.map((one) => limit(String(one))).join("、");
  if (key === "basis" && Array.isArray(value))
    return value.length === 0
      ? words.publish.none
      : (value as Rule["basis"])
          .map(({ statute, article }) => words.preview.law(statute, article))
          .join("、");
  if (key === "examples" && Array.isArray(value)) return words.publish.examplesOf(value.length);
  return JSON.stringify(value);
}

const rows = (old: object, next: object): Change[] =>
  [...new Set([...Object.keys(old), ...Object.keys(next)])].flatMap((key) => {
    const [a, b] = [(old as Record<string, unknown>)[key], (next as Record<string, unknown>)[key]];
    if (same(a, b)) return [];
    return [{ label: FIELD[key] ?? key, old: said(key, a), next: said(key, b) }];
  });

/** Field by field; the fields of the clock stand on their own lines. `old` is undefined for a rule that is new. */
export function ruleChanges(old: Rule | undefined, next: Rule): readonly Change[] {
  const { clock: oldClock, ...oldRest } = old ?? ({} as Partial<Rule>);
  const { clock: nextClock, ...nextRest } = next;
  return [...rows(oldRest, nextRest), ...rows(oldClock ?? {}, nextClock ?? {})];
}

const itemText = ({ say, how, rule }: ChecklistItem): string =>
  [say, how, rule === undefined ? words.lists.byPerson : `${words.lists.rule}：${rule}`]
    .filter((part) => part !== undefined && part !== "")
    .join("　");

/** Items added, removed, reworded or moved. */
export function checklistChanges(old: Checklist | undefined, next: Checklist): readonly Change[] {
  const before = old?.items ?? [];
  const { none } = words.publish;
  const kept = next.items.filter(({ id }) => before.some((item) => item.id === id));
  const changes: Change[] = next.items.flatMap((item): Change[] => {
    const was = before.find(({ id }) => id === item.id);
    if (was === undefined) return [{ label: words.added, old: none, next: itemText(item) }];
    return same(was, item) ? [] : [{ label: words.lists.item, old: itemText(was), next: itemText(item) }];
  });
  for (const item of before)
    if (!next.items.some(({ id }) => id === item.id))
      changes.push({ label: words.removed, old: itemText(item), next: none });
  const order = (items: readonly ChecklistItem[]): string => items.map(({ say }) => say).join(" → ");
  const stayed = before.filter(({ id }) => kept.some((item) => item.id === id));
  if (
    !same(
      stayed.map(({ id }) => id),
      kept.map(({ id }) => id),
    )
  )
    changes.push({ label: words.moved, old: order(stayed), next: order(next.items) });
  return changes;
}
