// The whole dictionary: every kind of thing the product knows, with quick ways to a field.
import { approvals } from "./elements/approvals.ts";
import { theCase } from "./elements/case.ts";
import { documents } from "./elements/documents.ts";
import { dossier } from "./elements/dossier.ts";
import { examinations } from "./elements/examinations.ts";
import { incident } from "./elements/incident.ts";
import { interferences } from "./elements/interferences.ts";
import { interviews } from "./elements/interviews.ts";
import { measures } from "./elements/measures.ts";
import { penalties } from "./elements/penalties.ts";
import { persons } from "./elements/persons.ts";
import { property } from "./elements/property.ts";
import { recordings } from "./elements/recordings.ts";
import { requests } from "./elements/requests.ts";
import { venues } from "./elements/venues.ts";
import type { ElementId, ElementKind, Field } from "./field.ts";

/** All elements in the order of a case's life; every derivation takes such an array. */
export const dictionary: readonly ElementKind[] = [
  incident,
  theCase,
  persons,
  interviews,
  measures,
  property,
  documents,
  approvals,
  recordings,
  venues,
  dossier,
  interferences,
  examinations,
  requests,
  penalties,
];

const elements = new Map<string, ElementKind>(dictionary.map((kind) => [kind.id, kind]));
const fields = new Map<string, ReadonlyMap<string, Field>>(
  dictionary.map((kind) => [kind.id, new Map(kind.fields.map((field) => [field.id, field]))]),
);

/** The element of that id; undefined when there is none. */
export const elementOf = (element: string): ElementKind | undefined => elements.get(element);

/** The field `id` of `element`; undefined when the dictionary has none. */
export const fieldOf = (element: ElementId, id: string): Field | undefined => fields.get(element)?.get(id);
