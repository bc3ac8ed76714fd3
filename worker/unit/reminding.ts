// How this unit reminds: quiet hours, budget, short messages and grace, set by its leader or administrator.
import * as v from "valibot";
import { accepted, type Result } from "../../shared/facts/errors.ts";
import { REMINDING, Reminding } from "../../shared/supervision/reminding.ts";
import type { Caller } from "../caller.ts";
import { keep, setting } from "../sql.ts";
import type { Act } from "./act.ts";

/** What holds in this unit; the product's own values where nothing, or nothing usable, was set. */
export function remindingOf(sql: SqlStorage): Reminding {
  const kept = setting(sql, "reminding");
  if (kept === undefined) return REMINDING;
  const read = v.safeParse(Reminding, JSON.parse(kept));
  return read.success ? read.output : REMINDING;
}

/** Sets it, with an entry that says who made the nights quieter or the graces longer. */
export function setReminding(
  act: Act,
  { member }: Caller,
  reminding: Reminding,
): Result<{ reminding: Reminding }> {
  const { id: by, name: byName } = member;
  keep(act.sql, "reminding", JSON.stringify(reminding));
  act.append({ kind: "reminding-set", by, byName, caseKey: "", body: { ...reminding } });
  return accepted({ reminding });
}
