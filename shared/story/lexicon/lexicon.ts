// The whole lexicon of offences, in the order in which a change is looked for.
import type { Family, FamilyId } from "../family.ts";
import { ORDER } from "./order.ts";
import { PERSON } from "./person.ts";
import { PROPERTY } from "./property.ts";

export const FAMILIES: readonly Family[] = [...PROPERTY, ...PERSON, ...ORDER];

const byId = new Map(FAMILIES.map((family) => [family.id, family]));

export function familyOf(id: FamilyId): Family {
  const family = byId.get(id);
  if (family === undefined) throw new Error(`The lexicon has no family ${id}`);
  return family;
}
