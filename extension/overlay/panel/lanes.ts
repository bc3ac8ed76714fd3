// The case's instants in five lanes, from what was read; only what was read is drawn.

import { parseMoment } from "../../../shared/facts/moment-text.ts";
import { dateOf, dayOf, parseDay } from "../../../shared/time/civil.ts";
import type { EvidenceView, PageState } from "../../protocol/messages.ts";
import { words } from "../../words/panel.ts";

export type LaneId = keyof typeof words.clocks.lanes;

const LANE_OF: Readonly<Record<string, LaneId>> = {
  incident: "incident",
  case: "case",
  measures: "case",
  interviews: "case",
  documents: "case",
  approvals: "case",
  venues: "venues",
  recordings: "venues",
  property: "property",
  dossier: "dossier",
};

export interface Mark {
  readonly from: number;
  /** Absent for an instant; the same for a dot. */
  readonly until?: number;
  /** Begun, and its end was read as blank: it is still going on. */
  readonly pending?: true;
  readonly label: string;
  /** Element whose instant it is: `interviews/i1`. */
  readonly holder: string;
}

export interface Lane {
  readonly id: LaneId;
  readonly marks: readonly Mark[];
}

const BEGIN = /(?:startedAt|enteredAt|arrivedAt|beganAt)$/;
const END = /(?:endedAt|leftAt|finishedAt)$/;

/** `interviews/i1.startedAt` → element and field. */
function split(path: string): { readonly element: string; readonly holder: string; readonly field: string } {
  const dot = path.lastIndexOf(".");
  const holder = path.slice(0, dot);
  return { element: holder.split("/")[0] ?? "", holder, field: path.slice(dot + 1) };
}

const instantOf = (view: EvidenceView): number | undefined => {
  const moment = parseMoment(view.text);
  return typeof moment === "number" ? moment : undefined;
};

const HOUR = 3_600_000;
const STEPS = [1, 2, 3, 6, 12, 24, 48, 24 * 7, 24 * 14, 24 * 30, 24 * 90, 24 * 365].map(
  (hours) => hours * HOUR,
);
/** Midnight in +08:00 falls on a multiple of the day after this shift. */
const SHIFT = 8 * HOUR;

const YEAR = 365 * 24 * HOUR;
/** From this length on the scale counts in calendar years. */
const LONG = 3 * YEAR;

/** Beginnings of calendar years, at most six. */
function yearsOf(low: number, high: number): { readonly step: number; readonly at: readonly number[] } {
  const years = Math.ceil((high - low) / YEAR / 5);
  const at: number[] = [];
  let year = Math.ceil((dateOf(dayOf(low)).year + 1) / years) * years;
  for (let day = parseDay(`${year}-01-01`); day !== undefined; day = parseDay(`${year}-01-01`)) {
    const next = day * 24 * HOUR - SHIFT;
    if (next > high) break;
    at.push(next);
    year += years;
  }
  return { step: years * YEAR, at };
}

/** At most six round instants between `low` and `high` (ms), and the step between them. */
export function scaleOf(
  low: number,
  high: number,
): { readonly step: number; readonly at: readonly number[] } {
  if (high - low > LONG) return yearsOf(low, high);
  const step = STEPS.find((each) => (high - low) / each <= 6) ?? YEAR;
  const at: number[] = [];
  for (let next = Math.ceil((low + SHIFT) / step) * step - SHIFT; next <= high; next += step) at.push(next);
  return { step, at };
}

/** Lanes with their marks in order of time; a begin and an end of the same element make one bar. */
export function lanesOf(state: PageState): readonly Lane[] {
  const found = new Map<LaneId, Mark[]>();
  const seen = new Map<string, Map<string, { at: number; label: string }>>();
  /** Elements whose end stands there as blank. */
  const unended = new Set<string>();
  for (const [path, view] of Object.entries(state.evidence)) {
    const { element, holder, field } = split(path);
    const at = instantOf(view);
    if (END.test(field) && view.text.trim() === "") unended.add(holder);
    if (at === undefined || LANE_OF[element] === undefined) continue;
    const fields = seen.get(holder) ?? new Map();
    fields.set(field, { at, label: view.label });
    seen.set(holder, fields);
  }
  for (const [holder, fields] of seen) {
    const lane = LANE_OF[holder.split("/")[0]!]!;
    const marks = found.get(lane) ?? [];
    const begin = [...fields].find(([field]) => BEGIN.test(field));
    const end = [...fields].find(([field]) => END.test(field));
    for (const [field, { at, label }] of fields) {
      if (begin !== undefined && end !== undefined && field === end[0]) continue;
      const bar = begin !== undefined && end !== undefined && field === begin[0] && end[1].at >= at;
      const pending = end === undefined && field === begin?.[0] && unended.has(holder);
      marks.push({
        from: at,
        label,
        holder,
        ...(bar ? { until: end[1].at } : {}),
        ...(pending ? { pending: true as const } : {}),
      });
    }
    found.set(lane, marks);
  }
  return (Object.keys(words.clocks.lanes) as LaneId[]).map((id) => ({
    id,
    marks: (found.get(id) ?? []).sort((a, b) => a.from - b.from),
  }));
}
