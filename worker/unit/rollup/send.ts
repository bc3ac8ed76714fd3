// Sends what is new to the unit above – an object of this deployment, or over the network to another one – until nothing is left.
import { accepted, type Refusal, type Result } from "../../../shared/facts/errors.ts";
import { textOf } from "../../../shared/rollup/counts.ts";
import { type DayReport, type Report, signReport } from "../../../shared/rollup/report.ts";
import { type Env, unitOf } from "../../env.ts";
import { keep, rows, run, setting } from "../../sql.ts";
import { unitsAbove } from "../above.ts";
import type { GroupCommit } from "../group-commit.ts";
import { unitSigner } from "../signer.ts";
import { postToNode } from "./node.ts";
import { renew, revisionIn } from "./settle.ts";
import { belowOf, sumOfDay } from "./take.ts";
import { noteReported, type Target, targetOf } from "./target.ts";

/** Days of one report, and about how long its counts may be (characters). */
const MOST_DAYS = 200;
const MOST_TEXT = 300_000;
/** Reports of one try: a year of days for the first time. */
const MOST_REPORTS = 60;
const N = "rollup-n";

/** The oldest days that are other than what was taken, as they are now. */
function unsentDays(sql: SqlStorage): readonly DayReport[] {
  const days: DayReport[] = [];
  let long = 0;
  for (const { day, revision } of rows<{ day: number; revision: number }>(
    sql,
    "SELECT day, revision FROM rollup_days WHERE revision > sent ORDER BY day LIMIT ?",
    MOST_DAYS,
  )) {
    const counts = sumOfDay(sql, day);
    long += textOf(counts).length;
    if (days.length > 0 && long > MOST_TEXT) break;
    days.push({ day, revision, counts });
  }
  return days;
}

/** Numbers of messages follow the clock, so that a sender restored from a backup does not use one again. */
function nextNumber(sql: SqlStorage, now: number): number {
  const n = Math.max(Number(setting(sql, N) ?? "0") + 1, now);
  keep(sql, N, String(n));
  return n;
}

const hand = (env: Env, sql: SqlStorage, target: Target, report: Report): Promise<Result<null>> =>
  "unit" in target
    ? unitOf(env, target.unit).rollup("take", { report, above: unitsAbove(sql).slice(1) })
    : postToNode(target.node, signReport(report, unitSigner(sql)));

/** The number in a refusal's place: `revision 17`. */
const numberIn = ({ at }: Refusal, word: string): number | undefined => {
  const [, n] = new RegExp(`^${word} (\\d{1,15})$`).exec(at ?? "") ?? [];
  return n === undefined ? undefined : Number(n);
};

/** What a refusal mends: days get a revision beyond the one that was taken, messages a later number. */
function heed(sql: SqlStorage, refusal: Refusal, days: readonly DayReport[]): boolean {
  const [revision, n] = [numberIn(refusal, "revision"), numberIn(refusal, "n")];
  if (refusal.code === "older-report" && revision !== undefined) {
    renew(
      sql,
      days.map(({ day }) => day),
      revision,
    );
    return true;
  }
  if (refusal.code !== "replayed" || n === undefined) return false;
  keep(sql, N, String(n));
  return true;
}

/** One try for all that is new; why it did not arrive, in Chinese, when it did not. */
export async function sendRollup(
  env: Env,
  unit: string,
  sql: SqlStorage,
  commit: GroupCommit,
): Promise<string | undefined> {
  const target = targetOf(sql);
  if (target === undefined) return undefined;
  for (let i = 0; i < MOST_REPORTS; i += 1) {
    const report = await commit.run((act): Report => {
      const at = act.now;
      const [child, to] = "unit" in target ? [unit, target.unit] : [target.node.child, target.node.unit];
      const n = nextNumber(act.sql, at);
      return { child, to, n, at, days: [...unsentDays(act.sql)], below: belowOf(act.sql, at) };
    });
    const answer = await hand(env, sql, target, report);
    const more = await commit.run((act): Result<boolean> => {
      if (!answer.ok) return heed(act.sql, answer.refusal, report.days) ? accepted(true) : answer;
      for (const { day, revision } of report.days)
        run(act.sql, "UPDATE rollup_days SET sent = ? WHERE day = ? AND sent < ?", revision, day, revision);
      noteReported(act.sql, act.now);
      return accepted(unsentDays(act.sql).length > 0);
    });
    if (!more.ok) return more.refusal.message;
    if (!more.value) return undefined;
  }
  return undefined;
}

/** Tells a unit below which this one hung that it does so no longer. */
export async function sendLeft(env: Env, unit: string, sql: SqlStorage, to: string): Promise<void> {
  await unitOf(env, to).rollup("left", { child: unit, revision: revisionIn(sql) });
}
