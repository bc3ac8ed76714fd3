// The devices of a unit as they show themselves at each sync: by which pack they judge, and how their clocks go.
import type { Body, Reply } from "../../shared/api/contract.ts";
import type { Caller } from "../caller.ts";
import { row, rows, run } from "../sql.ts";
import type { Act } from "./act.ts";

/** A device that shows nothing new is written down at most this often (ms). */
const EVERY = 10 * 60_000;
/** Clocks that differ by less are as good as the network lets us know (ms). */
const SAME = 5_000;
const WEEK = 7 * 86_400_000;

/** Notes what a device says of itself; older browsers say nothing. */
export function noteDevice(
  { sql, now }: Act,
  { member }: Caller,
  { device, pack, clock }: Body<"sync">,
): void {
  if (pack === undefined || clock === undefined) return;
  const skew = Math.round(clock - now);
  run(
    sql,
    `INSERT INTO devices (id, member, pack, skew, at) VALUES (?1, ?2, ?3, ?4, ?5)
     ON CONFLICT (id) DO UPDATE SET member = ?2, pack = ?3, skew = ?4, at = ?5
     WHERE pack <> ?3 OR abs(skew - ?4) > ?6 OR at < ?5 - ?7 OR at > ?5`,
    device,
    member.id,
    pack,
    skew,
    now,
    SAME,
    EVERY,
  );
}

/** The devices of the last seven days. */
export function devicesOf(sql: SqlStorage, now: number): Reply<"unitHealth">["units"][number]["devices"] {
  const since = now - WEEK;
  const packs = rows<{ revision: number; devices: number }>(
    sql,
    "SELECT pack AS revision, count(*) AS devices FROM devices WHERE at > ? GROUP BY pack ORDER BY pack DESC",
    since,
  );
  const skews = row<{ worst: number | null; skewed: number | null }>(
    sql,
    "SELECT max(abs(skew)) AS worst, sum(abs(skew) > 60000) AS skewed FROM devices WHERE at > ?",
    since,
  );
  return {
    seen: packs.reduce((n, { devices }) => n + devices, 0),
    packs: [...packs],
    worstSkew: skews?.worst ?? 0,
    skewed: skews?.skewed ?? 0,
  };
}
