// The names of the units of one's own part of the tree, for lists that only have their codes.
import { useCall } from "../use-call.ts";

/** The name of a unit; its code until the names have come. */
export function useUnitNames(): (id: string) => string {
  const units = useCall("units").value?.units ?? [];
  return (id) => units.find((unit) => unit.id === id)?.name ?? id;
}
