// What one case contributes to the indicators: a function of what the unit knows of it now, whatever way that came to be known.
import * as v from "valibot";
import { correctionsOf, type LedgerEvent, MendedBody } from "../supervision/self-correction.ts";
import { dayOf } from "../time/civil.ts";
import type { Indicator, Line } from "./indicators.ts";

/** A finding as the unit keeps it. */
export interface CountedFinding {
  readonly rule: string;
  readonly on: string;
  readonly verdict: string;
  readonly due?: number | undefined;
  readonly since?: number | undefined;
}

/** What stands wrong, and since when the unit knows (ms). */
export interface StandsWrong {
  readonly rule: string;
  readonly on: string;
  readonly colour: "red" | "orange" | "yellow";
  readonly at: number;
}

export interface CaseState {
  /** When the unit first had the case (ms). */
  readonly firstAt: number;
  /** When the call came in (ms); undefined where no incident of it was read. */
  readonly receivedAt?: number | undefined;
  /** Something of an incident was read. */
  readonly incident: boolean;
  /** Something of the case itself was read, or nothing of an incident. */
  readonly file: boolean;
  readonly acceptedAt?: number | undefined;
  readonly findings: readonly CountedFinding[];
  readonly wrong: readonly StandsWrong[];
  /** Entries of the case by which things are put right, found, raised and answered. */
  readonly events: readonly LedgerEvent[];
}

const ANSWERED: readonly string[] = ["signed", "done", "explained"];
const DISPUTED: readonly string[] = ["disputed", "wrong"];

/** Kinds of entries that are read here. */
export const COUNTED_KINDS: readonly string[] = [
  "mended",
  ...ANSWERED,
  ...DISPUTED,
  "noted",
  "note-closed",
  "item-raised",
  "item-found",
  "item-closed",
  "item-withdrawn",
];

const Ruled = v.object({ rule: v.string() });
const ruleOf = (body: unknown): string => {
  const read = v.safeParse(Ruled, body);
  return read.success ? read.output.rule : "";
};

const CREDITS = { credited: "corrected", late: "late", found: "found" } as const;

function mendedLines(events: readonly LedgerEvent[]): Line[] {
  const lines: Line[] = [];
  const handlers = new Set<string>();
  for (const { kind, body } of events) {
    const read = kind === "mended" ? v.safeParse(MendedBody, body) : undefined;
    if (read?.success !== true) continue;
    const { rule, was, from, handler } = read.output;
    handlers.add(handler);
    lines.push([dayOf(from), rule, was, 1]);
  }
  for (const handler of handlers)
    for (const { rule, at, credit } of correctionsOf(events, handler))
      lines.push([dayOf(at), rule, CREDITS[credit], 1]);
  return lines;
}

/** Lines of the same place as one, in one order, so that the same state has the same text. */
export function gathered(lines: readonly Line[]): readonly Line[] {
  const all = new Map<string, Line>();
  for (const [day, rule, indicator, n] of lines) {
    const place = `${day} ${rule} ${indicator}`;
    all.set(place, [day, rule, indicator, (all.get(place)?.[3] ?? 0) + n]);
  }
  return [...all].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, line]) => line);
}

/** The contribution of one case. */
export function caseLines(state: CaseState): readonly Line[] {
  const { firstAt, receivedAt, acceptedAt, incident, file, findings, wrong, events } = state;
  const day = dayOf((incident ? receivedAt : acceptedAt) ?? firstAt);
  const lines: Line[] = [...mendedLines(events)];
  const add = (at: number | undefined, rule: string, indicator: Indicator): void => {
    lines.push([at === undefined ? day : dayOf(at), rule, indicator, 1]);
  };
  if (incident) add(receivedAt ?? firstAt, "", "incidents");
  if (file) add(acceptedAt ?? firstAt, "", "cases");
  const since = new Map(wrong.map(({ rule, on, at }) => [`${rule}@${on}`, at]));
  for (const { rule, colour, at } of wrong) {
    add(at, rule, colour);
    add(at, rule, "open");
  }
  for (const { rule, on, verdict, due, since: from } of findings) {
    if (verdict === "breached") add(from ?? due ?? since.get(`${rule}@${on}`), rule, "breached");
  }
  // Most rules wait for fields that a case has not come to yet: told is the case, not each of them.
  if (findings.some(({ verdict }) => verdict === "unknown")) add(undefined, "", "unknown");
  for (const { kind, at, body } of events) {
    if (ANSWERED.includes(kind)) add(at, ruleOf(body), "answered");
    if (DISPUTED.includes(kind)) add(at, ruleOf(body), "disputed");
  }
  return gathered(lines);
}
