// The connections of other systems: to which unit each belongs, and the keys with which it signs.
import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, hexToBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import type { Body } from "../../shared/api/contract.ts";
import type { IntakeSource } from "../../shared/api/routes/intake.ts";
import type { Unit } from "../../shared/api/shapes.ts";
import { accepted, type Result, refused } from "../../shared/facts/errors.ts";
import type { IntakeId } from "../../shared/intake/kind.ts";
import { DAY } from "../../shared/time/civil.ts";
import type { Caller } from "../caller.ts";
import { chance } from "../chance.ts";
import { row, rows, run, settingOr } from "../sql.ts";
import { referenceKeyOf } from "./reference-key.ts";
import { subtree } from "./units.ts";

/** How long the key before a new one is taken as well (ms). */
const GRACE = DAY;

interface SourceRow {
  readonly id: string;
  readonly kind: IntakeId;
  readonly name: string;
  readonly unit: string;
  readonly unit_name: string;
  readonly platform: string;
  readonly whole: number | null;
  readonly generation: number;
  readonly grace_until: number | null;
  readonly made_at: number;
  readonly by_name: string;
  readonly ended_at: number | null;
}

const SOURCE =
  "SELECT intake_sources.*, units.name AS unit_name FROM intake_sources JOIN units ON units.id = unit";

const shown = (found: SourceRow): IntakeSource => ({
  id: found.id,
  kind: found.kind,
  name: found.name,
  unit: found.unit,
  unitName: found.unit_name,
  platform: found.platform,
  whole: found.whole,
  generation: found.generation,
  madeAt: found.made_at,
  byName: found.by_name,
  graceUntil: found.grace_until,
  endedAt: found.ended_at,
});

/** A connection's key is made of the deployment's secret and the key's number: no key lies in any row. Hex. */
function keyOf(sql: SqlStorage, id: string, generation: number): string {
  const secret = hexToBytes(settingOr(sql, "intake-secret", () => chance(32)));
  return bytesToHex(hmac(sha256, secret, utf8ToBytes(`${id}\n${generation}`)));
}

/** A connection that is in force, with the keys that are taken now. */
export interface OpenSource {
  readonly source: IntakeSource;
  readonly keys: readonly string[];
  /** The key by which ID numbers become references (hex). */
  readonly referenceKey: string;
}

/** Undefined for one that does not exist or has ended. */
export function openSource(sql: SqlStorage, id: string, now: number): OpenSource | undefined {
  const found = row<SourceRow>(sql, `${SOURCE} WHERE intake_sources.id = ? AND ended_at IS NULL`, id);
  if (found === undefined) return undefined;
  const { generation, grace_until: until } = found;
  const keys = [keyOf(sql, id, generation)];
  if (until !== null && now < until) keys.push(keyOf(sql, id, generation - 1));
  return { source: shown(found), keys, referenceKey: referenceKeyOf(sql) };
}

const inReach = (sql: SqlStorage, { member }: Caller, unit: string): Unit | undefined =>
  subtree(sql, member.unit).find(({ id }) => id === unit);

/** The connections of the caller's part of the tree, those in force first. */
export function sourcesOf(sql: SqlStorage, { member }: Caller): IntakeSource[] {
  const units = JSON.stringify(subtree(sql, member.unit).map(({ id }) => id));
  return rows<SourceRow>(
    sql,
    `${SOURCE} WHERE unit IN (SELECT value FROM json_each(?)) ORDER BY ended_at IS NOT NULL, made_at DESC`,
    units,
  ).map(shown);
}

type Told = Result<{ source: IntakeSource; key: string }>;

function told(sql: SqlStorage, id: string): Told {
  const found = row<SourceRow>(sql, `${SOURCE} WHERE intake_sources.id = ?`, id);
  if (found === undefined) throw new Error(`connection ${id} is gone right after it was written`);
  return accepted({ source: shown(found), key: keyOf(sql, id, found.generation) });
}

export function createSource(
  sql: SqlStorage,
  caller: Caller,
  body: Body<"createIntakeSource">,
  now: number,
): Told {
  const unit = inReach(sql, caller, body.unit);
  if (unit === undefined) return refused("outside-unit", "该单位不在您的管辖范围内", "unit");
  if (unit.closedAt !== undefined) return refused("unit-closed", `${unit.name}已经撤销`, "unit");
  const id = `s${chance(8)}`;
  run(
    sql,
    `INSERT INTO intake_sources (id, kind, name, unit, platform, whole, generation, made_at, by_name)
     VALUES (?, ?, ?, ?, ?, ?, 1, ?, ?)`,
    id,
    body.kind,
    body.name,
    body.unit,
    body.platform ?? (body.kind === "incident" ? "接处警" : "案件"),
    body.whole ? now : null,
    now,
    caller.member.name,
  );
  return told(sql, id);
}

function reached(sql: SqlStorage, caller: Caller, id: string): Result<SourceRow> {
  const found = row<SourceRow>(sql, `${SOURCE} WHERE intake_sources.id = ?`, id);
  if (found === undefined || inReach(sql, caller, found.unit) === undefined)
    return refused("outside-unit", "这个接入不在您的管辖范围内");
  return found.ended_at === null ? accepted(found) : refused("conflict", "这个接入已经停用,请新建一个");
}

/** The next key; the one before is taken for a day more, unless it ends at once. */
export function rotateKey(sql: SqlStorage, caller: Caller, id: string, atOnce: boolean, now: number): Told {
  const found = reached(sql, caller, id);
  if (!found.ok) return found;
  run(
    sql,
    "UPDATE intake_sources SET generation = generation + 1, grace_until = ? WHERE id = ?",
    atOnce ? null : now + GRACE,
    id,
  );
  return told(sql, id);
}

export function endSource(sql: SqlStorage, caller: Caller, id: string, now: number): Result<IntakeSource> {
  const found = reached(sql, caller, id);
  if (!found.ok) return found;
  run(sql, "UPDATE intake_sources SET ended_at = ?, grace_until = NULL WHERE id = ?", now, id);
  return accepted({ ...shown(found.value), endedAt: now, graceUntil: null });
}
