// Stable, opaque ids of the things on a page: the same thing gets the same id on every page, and no id holds a name.
import type { ElementId } from "../../../shared/dictionary/field.ts";
import { squeeze } from "../../../shared/dictionary/fold.ts";
import type { Value } from "../../../shared/facts/sheet.ts";
import { dayKey, dayOf } from "../../../shared/time/civil.ts";

const PREFIX: Partial<Record<ElementId, string>> = {
  persons: "p",
  measures: "m",
  interviews: "i",
  property: "g",
  documents: "d",
  approvals: "a",
  recordings: "r",
  venues: "v",
  interferences: "f",
  examinations: "x",
  requests: "q",
  penalties: "c",
};

/** Fields that tell things of one kind apart; each list is tried in turn, all of its fields must be known. */
const KEYS: Partial<Record<ElementId, readonly (readonly string[])[]>> = {
  persons: [["name"], ["idNumber"]],
  measures: [
    ["person", "kind", "startedAt"],
    ["person", "kind", "decidedAt"],
    ["person", "kind", "number"],
    ["person", "kind"],
  ],
  interviews: [
    ["person", "kind", "startedAt"],
    ["person", "startedAt"],
    ["person", "kind", "round"],
  ],
  property: [["number"], ["name", "seizedAt"], ["name", "feature"], ["name"]],
  documents: [["number"], ["kind", "person", "madeAt"], ["kind", "madeAt"], ["kind"]],
  approvals: [["number"], ["matter", "submittedAt"], ["matter"]],
  recordings: [["number"], ["of", "startedAt"]],
  venues: [["person", "enteredAt"], ["person"]],
  interferences: [["at", "from"], ["at"], ["recordedAt"]],
  examinations: [["number"], ["kind", "person", "entrustedAt"], ["kind", "person"], ["kind", "startedAt"]],
  requests: [["number"], ["kind", "receivedAt"], ["kind"]],
  penalties: [["number"], ["person", "decidedAt"], ["person"]],
};

/** Instants that name a thing do so by their day, for one page shows the hour and another does not. */
const BY_DAY: ReadonlySet<ElementId> = new Set(["measures", "property", "approvals", "documents"]);

/** FNV-1a over UTF-16 units, twice with different seeds: enough for the things of one case, no secret. */
function hash(text: string): string {
  let a = 0x811c9dc5;
  let b = 0x01000193;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    a = Math.imul(a ^ unit, 0x01000193) >>> 0;
    b = Math.imul(b ^ unit, 0x85ebca6b) >>> 0;
  }
  return ((a ^ (b << 7)) >>> 0).toString(16).padStart(8, "0").slice(0, 8);
}

function said(element: ElementId, value: Value): string {
  if (typeof value === "number" && value > 1e11 && BY_DAY.has(element)) return dayKey(dayOf(value));
  if (typeof value === "object") return [...value].map(squeeze).sort().join("|");
  return typeof value === "string" ? squeeze(value).toUpperCase() : String(value);
}

/** The id of a thing by what distinguishes it; undefined when none of its keys is known. */
export function naturalId(
  element: ElementId,
  known: (field: string) => Value | undefined,
): string | undefined {
  for (const fields of KEYS[element] ?? []) {
    const values = fields.map(known);
    if (values.every((value) => value !== undefined && value !== ""))
      return `${PREFIX[element]}-${hash(`${fields.join()}:${values.map((value) => said(element, value!)).join("\n")}`)}`;
  }
  return undefined;
}

/** The id of a thing that has nothing to tell it by but its place on the page. */
export const placeId = (element: ElementId, place: string): string =>
  `${PREFIX[element]}-${hash(`place:${place}`)}`;

const DRAFT = "draft-";

/** The id of something that is being entered and not saved yet. */
export const draftId = (element: ElementId, number: number): string => `${DRAFT}${PREFIX[element]}-${number}`;

/** Whether an id is that of something not saved yet: it must not leave the tab. */
export const isDraft = (id: string): boolean => id.startsWith(DRAFT);

/** Whether a field is among those that tell things of its kind apart. */
export const tellsApart = (element: ElementId, field: string): boolean =>
  (KEYS[element] ?? []).some((fields) => fields.includes(field)) && !/At$/.test(field);
