// The field that a path without an element's id names, as site profiles write it.
import { fieldOf } from "./dictionary.ts";
import type { ElementId, Field } from "./field.ts";

/** The field that `measures.startedAt` names; undefined when the dictionary has none. */
export function fieldNamed(path: string): Field | undefined {
  const [element = "", id = "", more] = path.split(".");
  return more === undefined ? fieldOf(element as ElementId, id) : undefined;
}
