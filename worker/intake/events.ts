// Hands the events of one batch to the units that they concern: read, placed, checked everywhere, and only then kept.
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { RowProblem } from "../../shared/api/routes/rows.ts";
import { caseKey } from "../../shared/facts/case-key.ts";
import { accepted, type Result } from "../../shared/facts/errors.ts";
import type { IntakeEvent, Way } from "../../shared/intake/event.ts";
import type { IntakeId } from "../../shared/intake/kind.ts";
import { intakeKind } from "../../shared/intake/kinds.ts";
import { type ReferenceOf, referencesBy } from "../../shared/intake/person-number.ts";
import { readEvent } from "../../shared/intake/read-event.ts";
import { canonicalJson } from "../../shared/rules/canonical.ts";
import type { UnitAt } from "../directory/intake-places.ts";
import type { Call } from "../handler.ts";
import type { Placed } from "../unit/intake/take.ts";

export interface From {
  readonly kind: IntakeId;
  readonly source: string;
  readonly name: string;
  /** The unit at which the system is connected, or of whoever uploads. */
  readonly unit: string;
  readonly platform: string;
  readonly whole: number | null;
  readonly way: Way;
  readonly by: { readonly id: string; readonly name: string };
  /** The key by which ID numbers become references (hex); without one they are left behind. */
  readonly referenceKey?: string;
}

export interface TakenEvents {
  readonly problems: RowProblem[];
  readonly taken: number;
  readonly known: number;
  readonly dropped: Record<string, number>;
  readonly entries: readonly { readonly unit: string; readonly index: number }[];
}

/** Problems that one answer tells. */
const MOST_PROBLEMS = 200;

const hash = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));

interface Read {
  readonly row: number;
  readonly event: string;
  readonly digest: string;
  readonly says: IntakeEvent;
}

function readAll(
  { kind: id, way, referenceKey }: From,
  given: readonly Readonly<Record<string, unknown>>[],
  now: number,
): { readonly read: Read[]; readonly problems: RowProblem[]; readonly dropped: Record<string, number> } {
  const kind = intakeKind(id);
  if (kind === undefined) throw new Error(`there is no kind of intake ${id}`);
  const problems: RowProblem[] = [];
  const dropped: Record<string, number> = {};
  const read: Read[] = [];
  const referenceOf: ReferenceOf | undefined =
    referenceKey === undefined ? undefined : referencesBy(referenceKey);
  for (const [row, one] of given.entries()) {
    const {
      event: says,
      problems: wrong,
      dropped: left,
      taken,
    } = readEvent(kind, one, way, now, referenceOf);
    for (const label of left) dropped[label] = (dropped[label] ?? 0) + 1;
    for (const problem of wrong) problems.push({ row, ...problem });
    // Nothing that must not be kept goes into it: a hash of an ID number can be guessed.
    const digest = hash(canonicalJson(taken));
    // A row of a table has no number of its own: it is what it says.
    const own = way === "table" ? digest : one["id"];
    if (typeof own !== "string" || own === "" || own.length > 120)
      problems.push({
        row,
        column: "id",
        code: "bad-value",
        message: "每条事件都要有不超过 120 字的事件编号 id",
      });
    else if (says !== undefined) read.push({ row, event: hash(own), digest, says });
  }
  return { read, problems, dropped };
}

/** Which of the events goes to which unit, under which case. */
async function place(
  directory: Call<"takeIntake">["directory"],
  from: From,
  read: readonly Read[],
  problems: RowProblem[],
): Promise<ReadonlyMap<UnitAt, readonly Placed[]>> {
  const { places, units: at } = await directory.intake("places", {
    top: from.unit,
    asked: read.map(({ says }) => ({ number: says.number, unit: says.unit })),
  });
  const units = new Map<UnitAt, Placed[]>(at.map((unit) => [unit, []]));
  const byId = new Map([...units].map(([{ id }, events]) => [id, events]));
  for (const [i, one] of read.entries()) {
    const where = places[i];
    if (where === undefined) continue;
    if ("refused" in where) {
      problems.push({ row: one.row, column: "unit", code: where.refused, message: where.message });
      continue;
    }
    const key = where.caseKey ?? caseKey(from.platform, one.says.number);
    if (key === undefined) throw new Error("an event without a number was read as good");
    byId.get(where.unit)?.push({ ...one, caseKey: key });
  }
  return units;
}

/**
 * Takes a batch, or only checks it. One unit keeps all of its part or nothing; where several are concerned each has checked before the
 * first keeps anything, and a sender that got no answer sends the batch again: what was taken is known.
 */
export async function takeEvents(
  { directory, unit }: Pick<Call<"takeIntake">, "directory" | "unit">,
  from: From,
  given: readonly Readonly<Record<string, unknown>>[],
  check: boolean,
  now: number,
): Promise<Result<TakenEvents>> {
  const { read, problems, dropped } = readAll(from, given, now);
  const units = await place(directory, from, read, problems);
  const left = Object.values(dropped).reduce((sum, n) => sum + n, 0);
  const { kind, source, name, way, by, whole } = from;
  let [taken, known] = [0, 0];
  const entries: { unit: string; index: number }[] = [];
  const run = async (only: boolean): Promise<Result<null>> => {
    [taken, known] = [0, 0];
    for (const [{ id, above, pack }, events] of units) {
      const batch = { above, pack, kind, source, name, way, by, whole, check: only, events, dropped: left };
      const done = await unit(id).intake("take", batch);
      if (!done.ok) return done;
      problems.push(...done.value.problems);
      taken += done.value.taken;
      known += done.value.known;
      if (done.value.index !== undefined) entries.push({ unit: id, index: done.value.index });
    }
    return accepted(null);
  };
  if (check || units.size > 1 || problems.length > 0) {
    const looked = await run(true);
    if (!looked.ok) return looked;
  }
  if (!check && problems.length === 0) {
    const kept = await run(false);
    if (!kept.ok) return kept;
  }
  problems.sort((a, b) => a.row - b.row);
  return accepted({ problems: problems.slice(0, MOST_PROBLEMS), taken, known, dropped, entries });
}
