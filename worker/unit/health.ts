// How a unit's object stands: re-judging, alarm, outbox, devices – numbers only, nothing of any case or person.
import type { Reply } from "../../shared/api/contract.ts";
import { row, setting } from "../sql.ts";
import { devicesOf } from "./devices.ts";
import { blindness } from "./holes.ts";
import { latenessOf } from "./lateness.ts";
import { outboxState } from "./outbox.ts";
import { staleCount } from "./rejudge.ts";
import { nextRing, nextTimed } from "./ringing.ts";

/** A unit's health but for its name, which the directory knows. */
export type Health = Omit<Reply<"unitHealth">["units"][number], "unitName">;

const casesIn = (sql: SqlStorage): number =>
  row<{ n: number }>(sql, "SELECT count(*) AS n FROM cases")?.n ?? 0;

/** By the last one's place: a ledger of a million is not counted through. */
const entriesIn = (sql: SqlStorage): number =>
  row<{ n: number }>(sql, "SELECT ifnull(max(idx) + 1, 0) AS n FROM entries")?.n ?? 0;

/** `harm` is why nothing may be appended, if so. */
export function healthOf(sql: SqlStorage, unit: string, now: number, harm: string | undefined): Health {
  const next = nextRing(sql);
  const since = setting(sql, "rejudging-since");
  const { queues = [], lastError } = outboxState(sql);
  return {
    unit,
    ok: harm === undefined,
    ...(harm === undefined ? {} : { say: harm }),
    entries: entriesIn(sql),
    judging: {
      revision: Number(setting(sql, "pack-revision") ?? "0"),
      cases: casesIn(sql),
      left: staleCount(sql),
      since: since === undefined ? null : Number(since),
    },
    alarm: {
      next: Number.isFinite(next) ? next : null,
      late: Math.max(0, now - nextTimed(sql)),
      ...latenessOf(sql, now),
    },
    outbox: { queues, lastError },
    devices: devicesOf(sql, now),
    blind: blindness(sql),
  };
}
