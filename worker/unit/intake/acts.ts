// What data from other systems does to a unit's object, by name, so that its switchboard does not grow with every act.
import type { IntakeLine } from "../../../shared/api/routes/intake.ts";
import type { Result } from "../../../shared/facts/errors.ts";
import { accepted } from "../../../shared/facts/errors.ts";
import type { IntakeId } from "../../../shared/intake/kind.ts";
import { rows, run, setting } from "../../sql.ts";
import type { UnitEngine } from "../engine.ts";
import { orgAct } from "../org.ts";
import { type Day, dayOfUnit } from "./day.ts";
import { setCover } from "./silence.ts";
import { type Batch, type Taken, takeBatch } from "./take.ts";

export interface IntakeActs {
  /** Checks a batch, or takes it. */
  readonly take: { readonly in: Batch; readonly out: Result<Taken> };
  /** A system reports everything of the unit since then (ms), or with null does so no more. */
  readonly cover: {
    readonly in: { readonly kind: IntakeId; readonly since: number | null };
    readonly out: Result<null>;
  };
  readonly log: { readonly in: null; readonly out: readonly IntakeLine[] };
  /** The calls that came in on a day, given by its first instant (ms). */
  readonly day: { readonly in: { readonly from: number }; readonly out: Day };
}

interface Place {
  readonly ctx: DurableObjectState;
  readonly sql: SqlStorage;
  readonly unit: string;
  readonly engine: Pick<UnitEngine, "write" | "catchUp">;
}

/** A unit in which no officer has worked yet knows neither its place in the tree nor the rules: both come with the batch. */
async function take({ ctx, sql, engine }: Place, batch: Batch): Promise<Result<Taken>> {
  const write: UnitEngine["write"] = (work) => engine.write(work);
  await engine.catchUp(batch.pack);
  const above = [...batch.above];
  if (setting(sql, "above") !== JSON.stringify(above)) await orgAct({ ctx, sql, write }, "placed", { above });
  return write((act) => takeBatch(act, batch));
}

/** Batches that the list shows. */
const SHOWN = 50;

const works: {
  readonly [K in keyof IntakeActs]: (
    place: Place,
    input: IntakeActs[K]["in"],
  ) => Promise<IntakeActs[K]["out"]>;
} = {
  take,
  cover: ({ engine }, { kind, since }) =>
    engine.write((act) => {
      if (setCover(act.sql, kind, since)) run(act.sql, "UPDATE cases SET next_change = ?", act.now);
      return accepted(null);
    }),
  log: async ({ sql, unit }) =>
    rows<Omit<IntakeLine, "unit" | "index"> & { readonly idx: number }>(
      sql,
      "SELECT * FROM intake_batches ORDER BY idx DESC LIMIT ?",
      SHOWN,
    ).map(({ idx, ...line }) => ({ ...line, unit, index: idx })),
  day: async ({ sql, unit }, { from }) => dayOfUnit(sql, unit, from),
};

/** Does one of them. */
export const intakeAct = <K extends keyof IntakeActs>(
  place: Place,
  kind: K,
  input: IntakeActs[K]["in"],
): Promise<IntakeActs[K]["out"]> => works[kind](place, input);
