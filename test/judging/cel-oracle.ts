// The CEL library's own evaluator on fact sheets: what it answers of a condition, undefined where it errs.
import { Environment } from "@marcbachmann/cel-js";
import { dictionary, elementOf, fieldOf } from "../../shared/dictionary/dictionary.ts";
import type { ElementId } from "../../shared/dictionary/field.ts";
import type { Cell, Element, ElementList, FactSheet } from "../../shared/facts/sheet.ts";
import { FUNCTIONS } from "../../shared/rules/functions.ts";
import { basePlan } from "../../shared/time/holidays.ts";

/** It types nothing, so that a blank value is CEL's null and an unread one a missing key. */
const environment = new Environment({ unlistedVariablesAreDyn: true });
environment.registerOperator("double == int", (a: number, b: bigint) => a === Number(b));
for (const [name, { signatures, of, planned }] of Object.entries(FUNCTIONS)) {
  for (const signature of signatures) {
    environment.registerFunction(signature, (...values: unknown[]) => {
      const plain = values.map((value) => (value instanceof Date ? value.getTime() : value));
      const answer = of(...plain, ...(planned ? [basePlan] : []));
      if (answer === undefined) throw new Error("cannot be told");
      return name === "police" ? BigInt(answer as number) : answer;
    });
  }
}

const isTime = (element: ElementId, field: string): boolean =>
  ["instant", "day"].includes(fieldOf(element, field)?.type.is ?? "");

const cellsOf = ({ cells }: Element): readonly [string, Cell][] =>
  Object.entries(cells).filter(([, value]) => value !== undefined) as [string, Cell][];

const toCel = (element: ElementId, one: Element): Record<string, unknown> => ({
  ...(elementOf(element)?.cardinality === "many" ? { id: one.id } : {}),
  ...Object.fromEntries(
    cellsOf(one).map(([field, value]) => [
      field,
      isTime(element, field) && typeof value === "number" ? new Date(value) : value,
    ]),
  ),
});

const elementsOf = (element: ElementId, sheet: FactSheet): readonly Element[] => {
  const part = sheet[element] as Element | ElementList | undefined;
  return part === undefined ? [] : "items" in part ? part.items : [part];
};

/** Whether the library can be asked at all: it knows neither moments read only to the day nor lists read in part. */
export const canBeAsked = (sheet: FactSheet): boolean =>
  dictionary.every(({ id, cardinality }) => {
    if (cardinality === "many" && (sheet[id] as ElementList | undefined)?.complete === false) return false;
    return elementsOf(id, sheet).every((one) =>
      cellsOf(one).every(([field, value]) => !isTime(id, field) || typeof value !== "string"),
    );
  });

/** What the library answers of a condition on an element. */
export function celAnswer(
  text: string,
  { sheet, each, self, edition }: { sheet: FactSheet; each: ElementId; self: Element; edition: string },
): unknown {
  const names: Record<string, unknown> = { edition };
  for (const { id, cardinality } of dictionary) {
    const elements = elementsOf(id, sheet).map((one) => toCel(id, one));
    // Of a case that was not read no field was; a list that was not read is none.
    if (cardinality === "one") names[id] = elements[0] ?? {};
    else if (sheet[id] !== undefined) names[id] = elements;
  }
  const parsed = known.get(text) ?? environment.parse(text);
  known.set(text, parsed);
  try {
    const answer: unknown = parsed({ ...names, ...toCel(each, self) });
    return answer;
  } catch (error) {
    if (error instanceof Error) return undefined;
    throw error;
  }
}

const known = new Map<string, ReturnType<typeof environment.parse>>();
