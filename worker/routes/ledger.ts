// Routes of the ledger as a whole.
import { accepted, type Result, refused } from "../../shared/facts/errors.ts";
import type { Call, Handlers } from "../handler.ts";
import type { UnitCalls } from "../unit/calls.ts";

/** The unit that is asked for, when it stands in the caller's subtree; the caller's own when none is named. */
async function unitAsked({
  caller,
  directory,
  unit,
  query,
}: Call<"exportLedger">): Promise<Result<UnitCalls>> {
  const own = caller.member.unit;
  const asked = query.unit ?? own;
  const within = asked === own || (await directory.subtree(own)).some(({ id }) => id === asked);
  return within ? accepted(unit(asked)) : refused("outside-unit", "该单位不在您的管辖范围内", "unit");
}

export const ledgerRoutes = {
  exportLedger: async (call) => {
    const { from, to } = call.query;
    const unit = await unitAsked(call);
    if (!unit.ok) return unit;
    return unit.value.exportLedger(call.caller, Number(from), to === undefined ? undefined : Number(to));
  },
  witnesses: async ({ caller, unit }) => accepted(await unit(caller.member.unit).witnesses()),
} satisfies Pick<Handlers, "exportLedger" | "witnesses">;
