// How platforms spell the values of closed lists where neither the value nor its parts stand there: `EMS送达` for 邮寄送达.
import { fieldOf } from "./dictionary.ts";
import type { ElementId, Field } from "./field.ts";
import { squeeze } from "./fold.ts";
import { spellings } from "./wordings/wordings.ts";

/** For each field, by value: its spellings between spaces. */
export type Spellings = Readonly<Record<string, Readonly<Record<string, string>>>>;

let known: ReadonlyMap<Field, ReadonlyMap<string, string>> | undefined;

function learn(): ReadonlyMap<Field, ReadonlyMap<string, string>> {
  const all = new Map<Field, ReadonlyMap<string, string>>();
  for (const [element, fields] of Object.entries(spellings))
    for (const [id, values] of Object.entries(fields)) {
      const field = fieldOf(element as ElementId, id);
      const texts = Object.entries(values).flatMap(([value, spelt]) =>
        spelt.split(" ").map((text) => [squeeze(text), value] as const),
      );
      if (field !== undefined) all.set(field, new Map(texts));
    }
  return all;
}

/** The value of a field that a text as a whole is a spelling of; undefined where it is none. */
export function spelt(field: Field, text: string): string | undefined {
  if (field.type.is !== "choice" || text.length > 60) return undefined;
  known ??= learn();
  return known.get(field)?.get(squeeze(text));
}
