// What names nobody, on a page that tells of one person only, is that person's: a measure of the suspect, an interview, a stay.
import { fieldOf } from "../../../shared/dictionary/dictionary.ts";
import type { ElementId } from "../../../shared/dictionary/field.ts";
import type { Found } from "./found.ts";
import type { Thing } from "./things.ts";

const SUSPECT = /嫌疑人|违法行为人/;
/** Labels that name a person by another part in the case. */
const NO_SUSPECT = /被害|被侵害|受害|证人|报案|控告/;
/** Who is interviewed, or stays, may be anybody; what is done to a suspect is done to no victim. */
const OF_ANYBODY: readonly ElementId[] = ["interviews", "venues"];

const stateOf = ({ found }: Thing, id: string): Found | undefined =>
  found.find(({ field, state }) => field.id === id && state === "known");

/** The things, each nameless one with the person where the page leaves no other. */
export function withOnlyPerson(things: readonly Thing[]): readonly Thing[] {
  const people = things.filter(({ entity }) => entity === "persons");
  const names = new Map(
    people.flatMap((person) => {
      const name = stateOf(person, "name");
      return name === undefined ? [] : [[name.value, name] as const];
    }),
  );
  const named = things.some(({ entity, found }) =>
    found.some(
      ({ field, state }) => entity !== "persons" && field.type.is === "person" && state !== "absent",
    ),
  );
  const [only] = names.values();
  const roles = people.flatMap((person) => stateOf(person, "role")?.value ?? []);
  const isSuspect = roles.every((role) => SUSPECT.test(String(role)));
  const nameless = people.some((person) => stateOf(person, "name") === undefined);
  if (only === undefined || names.size > 1 || nameless || named) return things;
  const mayBeSuspect = isSuspect && !NO_SUSPECT.test(only.label);
  return things.map((thing) => {
    const { entity, dialog, row, found } = thing;
    const fits =
      entity === "measures" || entity === "penalties"
        ? mayBeSuspect
        : OF_ANYBODY.includes(entity) && !row && isOnlyOne(things, entity);
    const together = dialog
      ? people.every((person) => person.box === thing.box)
      : people.every((one) => !one.dialog);
    const field = fits && together ? fieldOf(entity, "person") : undefined;
    if (field === undefined || found.some((one) => one.field === field)) return thing;
    if (found.filter(({ state }) => state === "known").length < 2) return thing;
    return { ...thing, found: [...found, { ...only, entity, field }] };
  });
}

const isOnlyOne = (things: readonly Thing[], entity: ElementId): boolean =>
  things.filter((thing) => thing.entity === entity).length === 1;
