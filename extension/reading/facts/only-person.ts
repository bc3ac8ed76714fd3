// A measure that names nobody, on a page that tells of one person only and calls that one the suspect, is that person's.
import { fieldOf } from "../../../shared/dictionary/dictionary.ts";
import type { Found } from "./found.ts";
import type { Thing } from "./things.ts";

const SUSPECT = /嫌疑人|违法行为人/;

const stateOf = ({ found }: Thing, id: string): Found | undefined =>
  found.find(({ field, state }) => field.id === id && state === "known");

/** The things, each nameless measure with the person where the page leaves no other. */
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
  const isSuspect = people.some((person) => SUSPECT.test(String(stateOf(person, "role")?.value ?? "")));
  const nameless = people.some((person) => stateOf(person, "name") === undefined);
  if (only === undefined || names.size > 1 || nameless || named || !isSuspect) return things;
  const field = fieldOf("measures", "person")!;
  return things.map((thing) =>
    thing.entity === "measures" &&
    !thing.dialog &&
    thing.found.filter(({ state }) => state === "known").length > 1 &&
    thing.found.every((one) => one.field !== field)
      ? { ...thing, found: [...thing.found, { ...only, entity: "measures" as const, field }] }
      : thing,
  );
}
