// What people do about reminding, by name: sign, set how the unit reminds, cover for each other, send again what is parked.
import type { Body, Reply } from "../../shared/api/contract.ts";
import type { Member } from "../../shared/api/shapes.ts";
import { accepted, type Result } from "../../shared/facts/errors.ts";
import type { Reminding } from "../../shared/supervision/reminding.ts";
import type { Caller } from "../caller.ts";
import type { Act } from "./act.ts";
import { endCover, setCover } from "./covers.ts";
import { retryParked } from "./outbox.ts";
import { setReminding } from "./reminding.ts";
import { signReminder } from "./signing.ts";

type Person = Pick<Member, "id" | "name">;

export interface RemindActs {
  readonly sign: { in: { caseKey: string; id: string }; out: Reply<"signReminder"> };
  readonly setReminding: { in: Reminding; out: Reply<"setReminding"> };
  readonly setCover: {
    in: { away: Person; cover: Person; when: Pick<Body<"setCover">, "since" | "until"> };
    out: Reply<"setCover">;
  };
  readonly endCover: { in: string; out: Reply<"endCover"> };
  readonly retry: { in: null; out: Reply<"retryOutbox"> };
}

export const REMIND_ACTS: {
  readonly [K in keyof RemindActs]: (
    act: Act,
    caller: Caller,
    input: RemindActs[K]["in"],
  ) => Result<RemindActs[K]["out"]>;
} = {
  sign: (act, caller, { caseKey, id }) => signReminder(act, caller, caseKey, id),
  setReminding: (act, caller, reminding) => setReminding(act, caller, reminding),
  setCover: (act, caller, { away, cover, when }) => setCover(act, caller, away, cover, when),
  endCover: (act, caller, id) => endCover(act, caller, id),
  retry: (act) => accepted({ again: retryParked(act.sql, act.now) }),
};
