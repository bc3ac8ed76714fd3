// Takes a batch of another system: each event once, all of the batch or nothing, one entry of the ledger, the cases judged again.
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { RowProblem } from "../../../shared/api/routes/rows.ts";
import { accepted, type Result } from "../../../shared/facts/errors.ts";
import { ID_LETTERS } from "../../../shared/facts/read-json.ts";
import type { IntakeEvent, Way } from "../../../shared/intake/event.ts";
import type { IntakeId, IntakeKind } from "../../../shared/intake/kind.ts";
import { intakeKind } from "../../../shared/intake/kinds.ts";
import { canonicalJson } from "../../../shared/rules/canonical.ts";
import type { UnitFact } from "../../../shared/supervision/entry.ts";
import type { Caller } from "../../caller.ts";
import { row, run } from "../../sql.ts";
import type { Act } from "../act.ts";
import { checkFacts } from "../check-facts.ts";
import { keepFacts } from "../facts.ts";
import { rejudge } from "../rejudge.ts";
import { followOutcomes } from "./follow.ts";
import { setCover } from "./silence.ts";

/** An event with its place: the row that it was sent in, and the case that it belongs to. */
export interface Placed {
  readonly row: number;
  /** Hashes of its own number and of what it says: neither is kept itself. */
  readonly event: string;
  readonly digest: string;
  readonly caseKey: string;
  readonly says: IntakeEvent;
}

export interface Batch {
  readonly kind: IntakeId;
  readonly source: string;
  readonly name: string;
  readonly way: Way;
  /** Who uploads it; nobody where a system sends it. */
  readonly by: { readonly id: string; readonly name: string };
  /** Only looks. */
  readonly check: boolean;
  readonly events: readonly Placed[];
  readonly dropped: number;
  /** Since when the system reports everything of the unit (ms). */
  readonly whole: number | null;
  /** The units above, nearest first, and the pack that holds here. */
  readonly above: readonly string[];
  readonly pack: Caller["pack"];
}

export interface Taken {
  readonly problems: readonly RowProblem[];
  readonly taken: number;
  readonly known: number;
  /** Place of the entry in the ledger; left out where nothing was new. */
  readonly index?: number;
}

/** So long an event's number is remembered (ms). */
const REMEMBERED = 400 * 24 * 3_600_000;

interface Sifted {
  readonly fresh: readonly Placed[];
  readonly known: number;
  readonly problems: readonly RowProblem[];
}

/** Which events are new; the same number with other content is a problem of its row. */
function sift({ sql }: Act, { source, events }: Batch): Sifted {
  const seen = new Map<string, string>();
  const fresh: Placed[] = [];
  const problems: RowProblem[] = [];
  for (const placed of events) {
    const { event, digest } = placed;
    const before =
      seen.get(event) ??
      row<{ digest: string }>(
        sql,
        "SELECT digest FROM intake_events WHERE source = ? AND event = ?",
        source,
        event,
      )?.digest;
    seen.set(event, digest);
    if (before === undefined) fresh.push(placed);
    else if (before !== digest)
      problems.push({
        row: placed.row,
        column: "id",
        code: "conflict",
        message: "这个事件编号已经用于另一内容,改过的内容请用新的事件编号",
      });
  }
  return { fresh, known: events.length - fresh.length - problems.length, problems };
}

const hash = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));

/** The id of the element that an event is about: that of one read before under the same number, else one made of its number. */
function elementId({ sql }: Act, kind: IntakeKind, { caseKey, says }: Placed): string {
  if (kind.ties.includes("own") && kind.element === "incident") return "";
  if (kind.element === "dossier") return "";
  const read =
    kind.identity === "key"
      ? undefined
      : row<{ id: string }>(
          sql,
          "SELECT id FROM facts WHERE case_key = ? AND entity = ? AND field = ? AND value = ? LIMIT 1",
          caseKey,
          kind.element,
          kind.identity,
          JSON.stringify(says.cells[kind.identity] ?? null),
        );
  return read?.id ?? `${ID_LETTERS[kind.element]}x${hash(says.identity).slice(0, 16)}`;
}

/** Of some fields the earliest time counts. */
function isLater({ sql }: Act, kind: IntakeKind, caseKey: string, id: string, field: string, value: unknown) {
  if (!kind.first.includes(field) || typeof value !== "number") return false;
  const known = row<{ value: string | null }>(
    sql,
    "SELECT value FROM facts WHERE case_key = ? AND entity = ? AND id = ? AND field = ? AND state = 'known'",
    caseKey,
    kind.element,
    id,
    field,
  );
  const before: unknown = known?.value == null ? undefined : JSON.parse(known.value);
  return typeof before === "number" && before <= value;
}

function factsOf(act: Act, kind: IntakeKind, placed: Placed): UnitFact[] {
  const { caseKey, says } = placed;
  const id = elementId(act, kind, placed);
  const base = { entity: kind.element, id, at: says.at, page: `intake-${kind.id}` };
  return Object.entries(says.cells).flatMap(([field, value]): UnitFact[] =>
    value === null
      ? [{ ...base, field, state: "absent" }]
      : isLater(act, kind, caseKey, id, field, value)
        ? []
        : [{ ...base, field, state: "known", value: value as NonNullable<UnitFact["value"]> }],
  );
}

/** The case's key as officers have it, where they have opened it here and the directory has not heard of that yet. */
function knownKey(sql: SqlStorage, caseKey: string): string {
  if (row(sql, "SELECT 1 FROM cases WHERE key = ?", caseKey) !== undefined) return caseKey;
  const opened = row<{ key: string }>(
    sql,
    "SELECT key FROM cases WHERE by <> '' AND substr(key, instr(key, ':') + 1) = substr(?1, instr(?1, ':') + 1) LIMIT 1",
    caseKey,
  );
  return opened?.key ?? caseKey;
}

/** The case's row, and word to the directory when the case is new here; nobody handles it before an officer opens it. */
function touch({ sql, now }: Act, caseKey: string): void {
  if (row(sql, "SELECT 1 FROM cases WHERE key = ?", caseKey) === undefined)
    run(
      sql,
      `INSERT INTO outbox (id, kind, case_key, member, body, next_at, at) VALUES (?, 'home', ?, '', '', ?, ?)
       ON CONFLICT DO NOTHING`,
      `home ${caseKey}`,
      caseKey,
      now,
      now,
    );
  run(
    sql,
    `INSERT INTO cases (key, by, by_name, updated_at) VALUES (?, '', '', ?)
     ON CONFLICT (key) DO UPDATE SET updated_at = excluded.updated_at`,
    caseKey,
    now,
  );
}

/** Checks the batch and, unless it is only to be checked or something is wrong, keeps all of it. */
export function takeBatch(act: Act, batch: Batch): Result<Taken> {
  const { sql, now } = act;
  const kind = intakeKind(batch.kind);
  if (kind === undefined) throw new Error(`there is no kind of intake ${batch.kind}`);
  const { fresh, known, problems } = sift(act, batch);
  if (batch.check || problems.length > 0) return accepted({ problems, taken: fresh.length, known });
  if (batch.whole !== null && kind.silence !== "none" && setCover(sql, batch.kind, batch.whole))
    run(sql, "UPDATE cases SET next_change = ?", now);
  if (fresh.length === 0) return accepted({ problems, taken: 0, known });
  const touched = new Set<string>();
  const kept: { readonly caseKey: string; readonly facts: readonly UnitFact[] }[] = [];
  // In the order in which things happened, whatever the order in which they were sent.
  for (const one of [...fresh].sort((a, b) => a.says.at - b.says.at)) {
    const placed = { ...one, caseKey: knownKey(sql, one.caseKey) };
    const { caseKey, event, digest } = placed;
    const facts = factsOf(act, kind, placed);
    const fit = checkFacts(facts, [], `events[${placed.row}]`);
    if (!fit.ok) return fit;
    touch(act, caseKey);
    touched.add(caseKey);
    keepFacts(sql, caseKey, facts, now);
    kept.push({ caseKey, facts });
    run(
      sql,
      "INSERT INTO intake_events (source, event, digest, at) VALUES (?, ?, ?, ?)",
      batch.source,
      event,
      digest,
      now,
    );
  }
  const { source, name, way, dropped } = batch;
  const body = { source, kind: batch.kind, way, events: fresh.length, known, dropped };
  const { id: by, name: byName } = batch.by;
  const index = act.append({ kind: "intake", by, byName, caseKey: "", body, outside: canonicalJson(kept) });
  run(
    sql,
    `INSERT INTO intake_batches (idx, source, name, kind, way, at, events, known, dropped)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    index,
    source,
    name,
    batch.kind,
    way,
    now,
    fresh.length,
    known,
    dropped,
  );
  run(sql, "DELETE FROM intake_events WHERE at < ?", now - REMEMBERED);
  for (const caseKey of touched) {
    followOutcomes(sql, caseKey, now);
    rejudge(act, caseKey);
    act.push({ type: "case", caseKey });
  }
  return accepted({ problems, taken: fresh.length, known, index });
}
