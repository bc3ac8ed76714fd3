// The lists over all cases of a unit that a member may ask for, by name.
import { custodyOf } from "./custody.ts";
import { deskOf } from "./desk.ts";
import { recordOf } from "./record.ts";

/** Each answers for the caller: own cases or the whole unit's, at an instant (ms), by the pack under which the unit judges. */
export const LISTS = { desk: deskOf, custody: custodyOf, record: recordOf } as const;

export type Lists = { readonly [K in keyof typeof LISTS]: ReturnType<(typeof LISTS)[K]> };
