// Checks the checklists of a pack: their references, ids and conditions, and of a whole catalogue that none is missing.
import { fieldOf } from "../dictionary/dictionary.ts";
import { accepted, type Result, refused } from "../facts/errors.ts";
import { checkCondition } from "./check-condition.ts";
import type { Checklist, PackedChecklist } from "./pack.ts";
import type { Rule } from "./rule.ts";
import { STAGES } from "./stages.ts";

/** Fewest items of a kind of case's checklist. */
export const FEWEST_OF_KIND = 12;

type Known = readonly Pick<Rule, "id">[];

/** The checklists with their conditions as trees; `bad-rule` names the list and item that does not hold. */
export function packChecklists(
  lists: readonly Checklist[],
  rules: Known,
): Result<readonly PackedChecklist[]> {
  const ids = new Set(rules.map(({ id }) => id));
  const byItem = new Map<string, string | undefined>();
  const packed: PackedChecklist[] = [];
  for (const list of lists) {
    const wrong = wrongIn(list) ?? wrongItem(list, ids, byItem);
    if (wrong !== undefined) return refused("bad-rule", `清单 ${list.id} ${wrong}`);
    const { when, ...rest } = list;
    if (typeof when !== "string") {
      packed.push(when === undefined ? rest : { ...rest, when });
      continue;
    }
    const tree = checkCondition(when, { each: "case", editions: [], at: `清单 ${list.id} 的 when` });
    if (!tree.ok) return tree;
    packed.push({ ...rest, when: tree.value });
  }
  return accepted(packed);
}

function wrongIn({ kinds, stage }: Checklist): string | undefined {
  if (stage !== undefined && !STAGES.some(({ id }) => id === stage)) return `的 stage ${stage} 不是办案环节`;
  const category = fieldOf("case", "category")?.type;
  const values: readonly string[] = category?.is === "choice" ? category.values : [];
  const odd = kinds?.find((kind) => !values.includes(kind));
  return odd === undefined ? undefined : `的 kinds：案件类别没有“${odd}”；可用：${values.join("、")}`;
}

/** One id is one duty in all lists, because a person's tick is kept under it. */
function wrongItem(
  { items }: Checklist,
  rules: ReadonlySet<string>,
  byItem: Map<string, string | undefined>,
): string | undefined {
  const own = new Set<string>();
  for (const { id, rule, attest } of items) {
    if (own.has(id)) return `有两项都叫 ${id}`;
    own.add(id);
    if (rule !== undefined && !rules.has(rule)) return `的 ${id} 指向规则 ${rule}，规则包里没有它`;
    if (rule === undefined && attest !== true) return `的 ${id} 要写 rule 或者 attest: true`;
    if (byItem.has(id) && byItem.get(id) !== rule) return `的 ${id} 在别的清单里是另一件事，请换一个 id`;
    byItem.set(id, rule);
  }
  return undefined;
}

/** What a catalogue's checklists lack as a whole: a stage without one, a kind's list that is too short or never offered. */
export function lackingChecklists(lists: readonly Checklist[]): readonly string[] {
  const kinds = lists.filter(({ stage }) => stage === undefined);
  return [
    ...STAGES.filter(({ id }) => !lists.some(({ stage }) => stage === id)).map(
      ({ label }) => `环节“${label}”没有清单`,
    ),
    ...kinds
      .filter(({ items }) => items.length < FEWEST_OF_KIND)
      .map(({ id, items }) => `清单 ${id} 只有 ${items.length} 项，至少 ${FEWEST_OF_KIND} 项`),
    ...kinds
      .filter((list) => list.kinds === undefined && list.when === undefined)
      .map(({ id }) => `清单 ${id} 要写 stage，或者用 kinds、when 写明适用于哪些案件`),
  ];
}
