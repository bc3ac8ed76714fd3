// What the directory does for data from other systems, by name, so that its switchboard does not grow with every act.
import type { Body, Reply } from "../../shared/api/contract.ts";
import type { IntakeSource } from "../../shared/api/routes/intake.ts";
import type { Result } from "../../shared/facts/errors.ts";
import type { Caller } from "../caller.ts";
import { paceOf } from "./intake-pace.ts";
import { type Asked, type Places, placesOf } from "./intake-places.ts";
import {
  createSource,
  endSource,
  type OpenSource,
  openSource,
  rotateKey,
  sourcesOf,
} from "./intake-sources.ts";

export interface IntakeDesk {
  /** A connection that is in force, with its keys; undefined for every other. */
  open: { in: string; out: OpenSource | undefined };
  /** Counts a signed message; after how many seconds it may come again where there were too many. */
  pace: { in: string; out: number | undefined };
  /** Where events belong, for a system connected at `top`. */
  places: { in: { top: string; asked: readonly Asked[] }; out: Places };
  sources: { in: { caller: Caller }; out: IntakeSource[] };
  create: {
    in: { caller: Caller; body: Body<"createIntakeSource"> };
    out: Result<Reply<"createIntakeSource">>;
  };
  rotate: {
    in: { caller: Caller; id: string; atOnce: boolean };
    out: Result<Reply<"rotateIntakeKey">>;
  };
  end: { in: { caller: Caller; id: string }; out: Result<IntakeSource> };
}

/** Those that write. */
export const CHANGES: ReadonlySet<keyof IntakeDesk> = new Set(["create", "rotate", "end"]);

export const INTAKE_DESK: {
  readonly [K in keyof IntakeDesk]: (
    sql: SqlStorage,
    input: IntakeDesk[K]["in"],
    now: number,
  ) => IntakeDesk[K]["out"];
} = {
  open: (sql, id, now) => openSource(sql, id, now),
  pace: (sql, id, now) => paceOf(sql, id, now),
  places: (sql, { top, asked }) => placesOf(sql, top, asked),
  sources: (sql, { caller }) => sourcesOf(sql, caller),
  create: (sql, { caller, body }, now) => createSource(sql, caller, body, now),
  rotate: (sql, { caller, id, atOnce }, now) => rotateKey(sql, caller, id, atOnce, now),
  end: (sql, { caller, id }, now) => endSource(sql, caller, id, now),
};
