// The province that is simulated: its units, and one day of calls with late, repeated and corrected ones, told beforehand to the last count.
import type { SentEntry, UnitFact } from "../../../shared/supervision/entry.ts";
import { dayKey, dayOf } from "../../../shared/time/civil.ts";

export const RULE = "detention-transfer-late";
/** Calls of one station in the day. */
export const CALLS = 30;
const HOUR = 3_600_000;

export interface Place {
  readonly id: string;
  readonly name: string;
  readonly parent: string;
  readonly level: "city" | "county" | "station";
}

/** So many stations under counties and cities in the proportion of a province: 2,000 under 135 and 15. */
export function placesOf(stations: number): readonly Place[] {
  const cities = Math.max(1, Math.round((stations * 15) / 2_000));
  const counties = Math.max(2, Math.round((stations * 135) / 2_000));
  return [
    ...Array.from(
      { length: cities },
      (_, i): Place => ({ id: `c${i}`, name: `第${i}市局`, parent: "root", level: "city" }),
    ),
    ...Array.from(
      { length: counties },
      (_, i): Place => ({ id: `x${i}`, name: `第${i}县局`, parent: `c${i % cities}`, level: "county" }),
    ),
    ...Array.from(
      { length: stations },
      (_, i): Place => ({ id: `p${i}`, name: `第${i}所`, parent: `x${i % counties}`, level: "station" }),
    ),
  ];
}

/** What a station's day comes to. */
export interface Expected {
  readonly today: number;
  readonly yesterday: number;
  readonly red: number;
  readonly answered: number;
}

const isHeld = (i: number, n: number): boolean => (i + n) % 20 === 0;
const isSigned = (i: number, n: number): boolean => (i + n) % 40 === 0;
/** Read first as of today, then – late – as of yesterday. */
const isLate = (i: number, n: number): boolean => (i + n) % 15 === 7;

export function expectedOf(station: number): Expected {
  const all = Array.from({ length: CALLS }, (_, i) => i);
  const yesterday = all.filter((i) => isLate(i, station)).length;
  return {
    today: CALLS - yesterday,
    yesterday,
    red: all.filter((i) => isHeld(i, station)).length,
    answered: all.filter((i) => isSigned(i, station)).length,
  };
}

export const dayText = (now: number, back = 0): string => dayKey(dayOf(now) - back);

function callFacts(station: number, i: number, receivedAt: number, now: number): UnitFact[] {
  const known = (entity: string, id: string, field: string, value: string | number): UnitFact => ({
    entity,
    id,
    field,
    state: "known",
    value,
    at: now,
    page: "incident",
  });
  const call = [
    known("incident", "", "number", `J${station}-${i}`),
    known("incident", "", "receivedAt", receivedAt),
    known("incident", "", "reportWay", "110指令"),
    known("incident", "", "callKind", "纠纷"),
  ];
  if (!isHeld(i, station)) return call;
  return [
    ...call,
    known("measures", "m1", "kind", "刑事拘留"),
    known("measures", "m1", "startedAt", now - 26 * HOUR),
    { entity: "measures", id: "m1", field: "sentToHouseAt", state: "absent", at: now, page: "case" },
    { entity: "measures", id: "m1", field: "endedAt", state: "absent", at: now, page: "case" },
  ];
}

/** A station's entries in the order in which its browser sends them; `now` is the present instant (ms). */
export function entriesOf(station: number, now: number): readonly SentEntry[] {
  const noon = dayOf(now) * 24 * HOUR + 4 * HOUR - 8 * HOUR;
  const bodies: { caseKey: string; body: SentEntry["body"] }[] = [];
  for (let i = 0; i < CALLS; i += 1) {
    const caseKey = `新警综:J${station}-${i}`;
    bodies.push({
      caseKey,
      body: { kind: "facts", facts: callFacts(station, i, noon, now), complete: [] },
    });
  }
  for (let i = 0; i < CALLS; i += 1) {
    const caseKey = `新警综:J${station}-${i}`;
    if (isLate(i, station))
      bodies.push({
        caseKey,
        body: { kind: "facts", facts: callFacts(station, i, noon - 24 * HOUR, now), complete: [] },
      });
    if (isSigned(i, station))
      bodies.push({
        caseKey,
        body: { kind: "signed", rule: RULE, on: "measures/m1", finding: "0123456789abcdef", pack: 1 },
      });
  }
  return bodies.map((one, i) => ({ seq: i + 1, at: new Date(now).toISOString(), ...one }));
}
