// What the one alarm of a unit's object stands for: each part says when it is next due and what is to be done then.

import type { Act } from "./act.ts";
import { climb, nextClimb } from "./climb.ts";
import { gather, nextGather } from "./gather.ts";
import { nextRelease, release } from "./held.ts";
import { nextItem, ringItems } from "./item-rules.ts";
import { noteLateness } from "./lateness.ts";
import { nextParcel } from "./outbox.ts";
import { casesToJudge, nextChange, nextStale, rejudge, staleCases } from "./rejudge.ts";
import { nextRetention, retain } from "./retention.ts";
import { nextRollup, rollUp } from "./rollup/settle.ts";
import { nextSweep } from "./sweep.ts";
import { nextWitness } from "./witnessed.ts";

/** Cases judged in one run; the rest follows in the next, so that requests get between. */
const MOST = 100;

interface Part {
  /** When it is next due (ms). */
  readonly next: (sql: SqlStorage) => number | undefined;
  readonly ring: (act: Act) => void;
}

const judge = (act: Act, keys: readonly string[]): void => {
  for (const key of keys) {
    rejudge(act, key);
    act.push({ type: "case", caseKey: key });
  }
};

/** What is due at an instant, and late after it. */
const TIMED: readonly Part[] = [
  { next: nextChange, ring: (act) => judge(act, casesToJudge(act.sql, act.now, MOST)) },
  { next: nextRelease, ring: release },
  { next: nextClimb, ring: climb },
  { next: nextItem, ring: ringItems },
];

/** The rest of a re-judging by a new pack: whenever nothing else is due. */
const REST: Part = {
  next: nextStale,
  ring: (act) => judge(act, staleCases(act, MOST)),
};

const earliest = (sql: SqlStorage, parts: readonly Part[]): number =>
  Math.min(...parts.map((part) => part.next(sql) ?? Number.POSITIVE_INFINITY));

/** The next deadline, release of held reminders or climb (ms); infinite when there is none. */
export const nextTimed = (sql: SqlStorage): number => earliest(sql, TIMED);

/** When something of cases, messages or the ledger is due next (ms); infinite when nothing is, ever. */
export const nextRing = (sql: SqlStorage): number =>
  Math.min(
    earliest(sql, TIMED),
    earliest(sql, [REST]),
    nextParcel(sql) ?? Number.POSITIVE_INFINITY,
    nextWitness(sql) ?? Number.POSITIVE_INFINITY,
    nextRetention(sql) ?? Number.POSITIVE_INFINITY,
    nextSweep(sql) ?? Number.POSITIVE_INFINITY,
    nextGather(sql) ?? Number.POSITIVE_INFINITY,
  );

/** Where the alarm is to stand (ms): the numbers that climb the tree are settled by it as well. */
export const nextAlarm = (sql: SqlStorage): number =>
  Math.min(nextRing(sql), nextRollup(sql) ?? Number.POSITIVE_INFINITY);

/** Does what is due by now; the re-judging by a new pack goes on where no deadline waits. */
export function ring(act: Act): void {
  const due = nextTimed(act.sql);
  if (due <= act.now) noteLateness(act.sql, act.now, act.now - due);
  for (const part of TIMED) part.ring(act);
  retain(act);
  if (nextTimed(act.sql) > act.now) REST.ring(act);
  if (nextTimed(act.sql) > act.now) rollUp(act);
  if (nextTimed(act.sql) > act.now) gather(act);
}
