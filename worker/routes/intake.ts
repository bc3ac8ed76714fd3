// Routes of data from other systems: signed messages, tables that people upload, the connections, and the day's reconciliation.
import { accepted, type Result, refused } from "../../shared/facts/errors.ts";
import { parseDay, startOfDay } from "../../shared/time/civil.ts";
import type { Call, Handlers } from "../handler.ts";
import { takeMessage } from "../intake/message.ts";
import { takeTable } from "../intake/table.ts";
import { ofSubtree } from "./cases.ts";

type Keeping = "createIntakeSource" | "rotateIntakeKey" | "endIntakeSource";

/** Puts what was done to a connection on record in the unit that it belongs to. */
const onRecord = (
  { unit, caller }: Pick<Call<Keeping>, "unit" | "caller">,
  where: string,
  kind: string,
  body: Readonly<Record<string, unknown>>,
  said?: string,
): Promise<Result<null>> =>
  unit(where).org("record", { caller, kind, body, ...(said === undefined ? {} : { said }) });

/** Lines of the list of batches. */
const SHOWN = 100;

export const intakeRoutes = {
  takeIntake: takeMessage,
  importIntake: takeTable,
  intakeSources: async ({ directory, caller }) =>
    accepted({ sources: await directory.intake("sources", { caller }) }),
  createIntakeSource: async (call) => {
    const done = await call.directory.intake("create", { caller: call.caller, body: call.body });
    if (!done.ok) return done;
    const { id, kind, unit } = done.value.source;
    await onRecord(call, unit, "intake-source-made", { source: id, kind, whole: call.body.whole });
    return done;
  },
  rotateIntakeKey: async (call) => {
    const { caller, body } = call;
    const { atOnce } = body;
    const done = await call.directory.intake("rotate", { caller, id: call.param("id"), atOnce });
    if (!done.ok) return done;
    const { id, unit, generation } = done.value.source;
    await onRecord(call, unit, "intake-key-changed", { source: id, generation, atOnce });
    return done;
  },
  endIntakeSource: async (call) => {
    const done = await call.directory.intake("end", { caller: call.caller, id: call.param("id") });
    if (!done.ok) return done;
    const { id, kind, unit, whole } = done.value;
    await onRecord(call, unit, "intake-source-ended", { source: id }, call.body.said);
    // Nobody reports any more: silence says nothing from now on.
    if (whole !== null)
      for (const one of await call.directory.subtree(unit))
        await call.unit(one.id).intake("cover", { kind, since: null });
    return accepted({ source: done.value });
  },
  intakeLog: async (call) => {
    const lines = await ofSubtree(call, async (unit) => [...(await unit.intake("log", null))]);
    return accepted({ lines: lines.sort((a, b) => b.at - a.at).slice(0, SHOWN) });
  },
  intakeDay: async (call) => {
    const day = parseDay(call.query.day);
    if (day === undefined) return refused("bad-time", "没有这一天", "day");
    const days = await ofSubtree(call, async (unit) => [await unit.intake("day", { from: startOfDay(day) })]);
    return accepted({
      incidents: days.flatMap(({ incidents }) => [...incidents]),
      casesAlone: days.reduce((sum, { casesAlone }) => sum + casesAlone, 0),
      more: days.reduce((sum, { more }) => sum + more, 0),
    });
  },
} satisfies Pick<
  Handlers,
  Keeping | "takeIntake" | "importIntake" | "intakeSources" | "intakeLog" | "intakeDay"
>;
