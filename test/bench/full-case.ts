// A whole case as a browser reports it: the facts that may travel, the findings that speak of it, judged by the nation's pack.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { elementOf, fieldOf } from "../../shared/dictionary/dictionary.ts";
import type { ElementId } from "../../shared/dictionary/field.ts";
import type { Cell, FactSheet, Value } from "../../shared/facts/sheet.ts";
import { judge } from "../../shared/rules/judge.ts";
import type { Pack } from "../../shared/rules/pack.ts";
import { prepare } from "../../shared/rules/prepare.ts";
import type { SentEntry, UnitFact, UnitFinding } from "../../shared/supervision/entry.ts";
import { benchCase } from "./bench-case.ts";
import { NOW } from "./hand-rules.ts";

const PACK = join(import.meta.dirname, "../../.cache/pack/base.json");
let prepared: ReturnType<typeof prepare> | undefined;
const packOf = () => (prepared ??= prepare(JSON.parse(readFileSync(PACK, "utf8")) as Pack, "bench"));

/** Cases that differ. */
export const CASES = 24;
/** Officers of the unit, and days over which its cases lie. */
const OFFICERS = 60;
const DAYS = 90;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const travelling = (value: Value): NonNullable<UnitFact["value"]> =>
  typeof value === "object" ? [...value] : value;

interface Of {
  /** The device's number of the first entry. */
  readonly seq: number;
  readonly now: number;
}

const keyOf = (seed: number): string => `新警综:B${seed}`;

/** The fact as the case of this number has it: persons of its own by reference, two officers of the unit, its own days. */
function ownFact(fact: UnitFact, seed: number): UnitFact {
  const { entity, field, value } = fact;
  if (value === undefined) return fact;
  const type = fieldOf(entity as ElementId, field)?.type.is;
  if (type === "person") return { ...fact, value: `${seed}`.padStart(16, "0") };
  if (entity === "case" && field === "number") return { ...fact, value: `A9901${seed}` };
  if (field === "askers" && typeof value === "object")
    return { ...fact, value: value.map((_, i) => `警员${(seed * 7 + i) % OFFICERS}`) };
  return type === "instant" && typeof value === "number"
    ? { ...fact, value: value - (seed % DAYS) * DAY }
    : fact;
}

function factsOf(sheet: FactSheet, at: number): UnitFact[] {
  const facts: UnitFact[] = [];
  const add = (entity: string, id: string, cells: Readonly<Record<string, Cell>>): void => {
    const element = elementOf(entity);
    for (const [field, value] of Object.entries(cells)) {
      if (value === undefined || (element && fieldOf(element.id, field)?.privacy) !== "unit") continue;
      const fact = { entity, id, field, at, page: "case" };
      if (value === null) facts.push({ ...fact, state: "absent" });
      else facts.push({ ...fact, state: "known", value: travelling(value) });
    }
  };
  for (const [entity, of] of Object.entries(sheet)) {
    if ("items" in of) for (const { id, cells } of of.items) add(entity, id, cells);
    else add(entity, of.id, of.cells);
  }
  return facts;
}

/** The sheet of the bench, its times moved so that it ends now, every interview ended after an hour. */
function sheetOf(seed: number, now: number): FactSheet {
  const text = JSON.stringify(benchCase(seed), (_, value: unknown) =>
    typeof value === "number" && value > 1_000_000_000_000 ? value - NOW + now : value,
  );
  const sheet = JSON.parse(text) as FactSheet;
  const interviews = sheet.interviews?.items.map(({ id, cells }, i) => {
    const startedAt = Number(cells["startedAt"]) - i * 2 * HOUR;
    return { id, cells: { ...cells, startedAt, endedAt: startedAt + HOUR } };
  });
  return { ...sheet, interviews: { items: interviews ?? [], complete: true } };
}

const findingsOf = (sheet: FactSheet, now: number): UnitFinding[] =>
  judge(packOf(), sheet, now)
    .findings.filter(({ verdict, applies }) => verdict !== "moot" && applies === "yes")
    .map(({ rule, on, verdict, colour, due, since, mended, missing, key }) => ({
      rule,
      on,
      verdict,
      colour,
      ...(due === undefined ? {} : { due }),
      ...(since === undefined ? {} : { since }),
      ...(mended === undefined ? {} : { mended }),
      missing: missing.slice(0, 16),
      key,
    }));

const ready = new Map<
  number,
  { facts: UnitFact[]; findings: UnitFinding[]; rows: Record<string, string[]> }
>();

/** The entries of one new case; the same cases come again under other numbers, for judging them here takes longer than sending. */
export function reportOf(seed: number, { seq, now }: Of): SentEntry[] {
  let one = ready.get(seed % CASES);
  if (one === undefined) {
    const sheet = sheetOf(seed % CASES, now);
    const lists = Object.entries(sheet).filter(([, of]) => "items" in of);
    const rows = lists.map(([list, of]) => [list, (of.items as { id: string }[]).map(({ id }) => id)]);
    one = { facts: factsOf(sheet, now), findings: findingsOf(sheet, now), rows: Object.fromEntries(rows) };
    ready.set(seed % CASES, one);
  }
  const { findings, rows } = one;
  const facts = one.facts.map((fact) => ownFact(fact, seed));
  const entry = { at: new Date(now).toISOString(), caseKey: keyOf(seed) };
  return [
    { ...entry, seq, body: { kind: "facts", facts, complete: Object.keys(rows), rows } },
    { ...entry, seq: seq + 1, body: { kind: "findings", findings, pack: 1 } },
  ];
}

/** One fact of a case that has changed since. */
export const changedEntry = (seed: number, { seq, now }: Of): SentEntry => ({
  seq,
  at: new Date(now).toISOString(),
  caseKey: keyOf(seed),
  body: {
    kind: "facts",
    facts: [
      {
        entity: "interviews",
        id: "i1",
        field: "recorded",
        state: "known",
        value: seq % 2 === 0 ? "是" : "否",
        at: now,
        page: "case",
      },
    ],
    complete: [],
  },
});

/** A line that belongs to no case: what a sync costs by itself. */
export const lineEntry = ({ seq, now }: Of): SentEntry => ({
  seq,
  at: new Date(now).toISOString(),
  caseKey: "",
  body: { kind: "paused", minutes: 5 },
});
