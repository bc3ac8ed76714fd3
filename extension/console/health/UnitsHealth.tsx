// How the objects of the unit and of those right below stand; while a new pack is judged in, the numbers follow.
import type { VNode } from "preact";
import { useEffect } from "preact/hooks";
import type { UnitHealth } from "../../../shared/api/routes/reminding.ts";
import { words } from "../../words/health.ts";
import { Loaded } from "../parts/Loaded.tsx";
import { type Pair, Pairs } from "../parts/Pairs.tsx";
import { useCall } from "../use-call.ts";
import { whenText } from "../when.ts";

const WORDS = words.units;
/** How often progress is asked for while there is some (ms). */
const EVERY = 3_000;
/** From here on an alarm counts as late (ms). */
const LATE = 10_000;

const seconds = (ms: number): string => WORDS.seconds((ms / 1000).toFixed(1));

function pairsOf(
  { ok, say, judging, alarm, outbox, devices, entries, blind }: UnitHealth,
  now: number,
): readonly Pair[] {
  const { revision, cases, left } = judging;
  const waiting = outbox.queues.reduce((n, one) => n + one.waiting, 0);
  const parked = outbox.queues.reduce((n, one) => n + one.parked, 0);
  const lateness = alarm.late >= LATE ? WORDS.late(seconds(alarm.late)) : undefined;
  return [
    [WORDS.ledger, ok ? words.entries(entries) : (say ?? ""), ok ? undefined : "bad"],
    [WORDS.judging, left === 0 ? WORDS.judged(revision, cases) : WORDS.left(cases - left, cases, revision)],
    [
      WORDS.next,
      lateness ?? (alarm.next === null ? words.noAlarm : whenText(alarm.next, now)),
      lateness === undefined ? undefined : "bad",
    ],
    [
      WORDS.lateness,
      alarm.rings === 0
        ? WORDS.noRings
        : WORDS.lateText(seconds(alarm.worst), seconds(alarm.mean), alarm.rings),
    ],
    [words.gateway, WORDS.queue(waiting, parked), parked > 0 ? "bad" : undefined],
    [WORDS.devices, WORDS.seen(devices.seen)],
    ...(blind === undefined
      ? []
      : [[WORDS.blind, WORDS.blindText(blind), blind > 0 ? "bad" : undefined] as const]),
    ...(devices.packs.length === 0
      ? []
      : [
          [
            WORDS.packs,
            devices.packs.map((one) => WORDS.packText(one.revision, one.devices)).join("，"),
          ] as const,
        ]),
    ...(devices.seen === 0
      ? []
      : [
          [
            WORDS.skew,
            WORDS.skewText(seconds(devices.worstSkew), devices.skewed),
            devices.skewed > 0 ? "bad" : undefined,
          ] as const,
        ]),
  ];
}

export function UnitsHealth(): VNode {
  const health = useCall("unitHealth");
  const { value, again } = health;
  const busy = value?.units.some(({ judging }) => judging.left > 0) ?? false;
  useEffect(() => {
    if (!busy) return;
    const timer = setInterval(() => void again(), EVERY);
    return () => clearInterval(timer);
  }, [busy, again]);
  return (
    <section class="card" aria-label={WORDS.title}>
      <div class="card-head">
        <h2>{WORDS.title}</h2>
        <span class="sub">{WORDS.sub}</span>
      </div>
      <Loaded of={health} rows={4}>
        {({ units, at }) => (
          <>
            {units.map((unit) => (
              <section key={unit.unit} class="side-part">
                <h3>{unit.unitName}</h3>
                {unit.judging.left > 0 ? (
                  <progress
                    aria-label={WORDS.judging}
                    max={unit.judging.cases}
                    value={unit.judging.cases - unit.judging.left}
                  />
                ) : null}
                <Pairs of={pairsOf(unit, at)} />
              </section>
            ))}
          </>
        )}
      </Loaded>
    </section>
  );
}
