// What an outcome of the procuratorate says of other things in its case: a refused arrest is the result of that detention.
import type { UnitFact } from "../supervision/entry.ts";

/** A document's kind, the elements that it speaks of, and what it says of them. */
interface Follow {
  readonly document: string;
  readonly element: "measures";
  readonly kinds: readonly string[];
  readonly sets: Readonly<Record<string, { readonly is: string } | { readonly from: string }>>;
}

/** 刑事诉讼法 91: the detained person is released as soon as the refusal is received, so that instant is needed as well. */
const FOLLOWS: readonly Follow[] = [
  {
    document: "不批准逮捕决定书",
    element: "measures",
    kinds: ["刑事拘留"],
    sets: { arrestResult: { is: "不批准逮捕" }, arrestDecidedAt: { from: "servedAt" } },
  },
];

/** The page of facts that a system of outcomes has reported. */
export const OUTCOME_PAGE = "intake-outcome";

type Cells = Readonly<Record<string, UnitFact>>;

function cellsById(facts: readonly UnitFact[], entity: string): ReadonlyMap<string, Cells> {
  const found = new Map<string, Record<string, UnitFact>>();
  for (const fact of facts) {
    if (fact.entity !== entity) continue;
    const cells = found.get(fact.id) ?? {};
    cells[fact.field] = fact;
    found.set(fact.id, cells);
  }
  return found;
}

/** The elements of which the document speaks: those of its person; without one, the only one there is. */
function spokenOf(
  { element, kinds }: Follow,
  person: UnitFact["value"],
  facts: readonly UnitFact[],
): readonly (readonly [string, Cells])[] {
  const all = [...cellsById(facts, element)].filter(([, { kind }]) => kinds.includes(String(kind?.value)));
  if (person !== undefined) return all.filter(([, cells]) => cells["person"]?.value === person);
  return all.length === 1 ? all : [];
}

/**
 * Facts that follow from the reported outcomes among the facts of a case and are not known there. What a page has read stays as it
 * was read; a blank there is filled, for the page shows what was typed and the outcome is what was decided.
 */
export function followed(facts: readonly UnitFact[]): readonly UnitFact[] {
  const made: UnitFact[] = [];
  for (const [, document] of cellsById(facts, "documents")) {
    const { kind, person } = document;
    if (kind?.page !== OUTCOME_PAGE) continue;
    const follow = FOLLOWS.find((one) => one.document === kind.value);
    if (follow === undefined) continue;
    for (const [id, cells] of spokenOf(follow, person?.value, facts))
      for (const [field, from] of Object.entries(follow.sets)) {
        const value = "is" in from ? from.is : document[from.from]?.value;
        const before = cells[field];
        if (value === undefined || before?.state === "known") continue;
        const at = Math.max(kind.at, before?.at ?? 0);
        made.push({ entity: follow.element, id, field, state: "known", value, at, page: OUTCOME_PAGE });
      }
  }
  return made;
}
