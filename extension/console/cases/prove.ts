// Proves a case's ledger in the page: key, checkpoint, every line's place, and that the tree only grew since it was last seen.

import { bytesToHex, hexToBytes } from "@noble/hashes/utils.js";
import * as v from "valibot";
import type { Reply } from "../../../shared/api/contract.ts";
import type { Result } from "../../../shared/facts/errors.ts";
import { type OpenCheckpoint, openCheckpoint, originOf } from "../../../shared/ledger/checkpoint.ts";
import { agree, verifyLine } from "../../../shared/ledger/receipt.ts";
import { commitment } from "../../../shared/ledger/record.ts";
import { type HashOf, STANDARD, type Suite } from "../../../shared/ledger/suite.ts";
import { verifyConsistency } from "../../../shared/ledger/verify.ts";

export type Ledger = Reply<"ledger">;
export type Line = Ledger["lines"][number];

/** What this browser remembers of a unit's ledger, by service and origin. */
export const SeenShape = v.record(
  v.string(),
  v.strictObject({ key: v.string(), checkpoint: v.string(), at: v.number() }),
);
export type Seen = v.InferOutput<typeof SeenShape>[string];

export type Growth =
  | { readonly is: "first" | "same" | "broken" }
  | { readonly is: "grown" | "shrunk"; readonly from: number; readonly to: number }
  | { readonly is: "unproven"; readonly why: string };

export interface Proven {
  readonly origin: string;
  readonly point: OpenCheckpoint | undefined;
  /** Why the checkpoint itself does not hold. */
  readonly refusal: string | undefined;
  readonly key: "first" | "same" | "changed";
  /** One for each line, in the order of the reply. */
  readonly lines: readonly boolean[];
  readonly growth: Growth;
}

const originIn = (checkpoint: string): string => checkpoint.split("\n")[0] ?? "";

type RecordKey = "kind" | "by" | "at" | "unit" | "caseKey" | "outside" | "body";

/** What the hashed record itself says; undefined for an unreadable one. */
export function recordOf(line: Line): { readonly [key in RecordKey]?: unknown } | undefined {
  try {
    const read: unknown = JSON.parse(line.record);
    return typeof read === "object" && read !== null
      ? (read as { readonly [key in RecordKey]?: unknown })
      : undefined;
  } catch {
    return undefined;
  }
}

/** Whether what the screen shows of a line is what its proven record says: kind, instant, author, case and unit. */
export function shownAsRecorded(line: Line, caseKey: string, origin: string): boolean {
  const record = recordOf(line);
  if (record === undefined) return false;
  const { kind, by, at, unit } = record;
  return (
    kind === line.kind &&
    by === line.by &&
    Date.parse(String(at)) === Date.parse(line.at) &&
    record.caseKey === caseKey &&
    typeof unit === "string" &&
    originOf(unit) === origin
  );
}

/** Whether the text beside a record is the one that the record commits to; a deleted text speaks against nothing. */
export function saidAsCommitted(line: Line, hash: HashOf = STANDARD.hash): boolean {
  if (line.said === null) return true;
  return line.salt !== null && recordOf(line)?.outside === commitment(line.salt, line.said, hash);
}

/** Whether a text stood beside the record and has been deleted; facts and findings are data shown elsewhere. */
export const saidDeleted = (line: Line): boolean =>
  line.said === null &&
  line.kind !== "facts" &&
  line.kind !== "findings" &&
  typeof recordOf(line)?.outside === "string";

/** Whether it was said on a device where nobody was signed in, and entered by who signed in next. */
export function beforeSignIn(line: Line): boolean {
  const body = recordOf(line)?.body;
  return typeof body === "object" && body !== null && "unsigned" in body && body.unsigned === true;
}

/** Everything but the growth, which needs one more question to the service; `suites` are those that can be checked here. */
export function prove(
  ledger: Ledger,
  caseKey: string,
  seen: Seen | undefined,
  suites: readonly Suite[] = [STANDARD],
): Omit<Proven, "growth"> {
  const origin = originIn(ledger.checkpoint);
  const key = seen === undefined ? "first" : seen.key === ledger.ledgerKey ? "same" : "changed";
  const opened = openCheckpoint(ledger.checkpoint, origin, ledger.ledgerKey, suites);
  const point = opened.ok ? opened.value : undefined;
  const lines = ledger.lines.map(
    (line) =>
      point !== undefined &&
      verifyLine(line, point) &&
      shownAsRecorded(line, caseKey, origin) &&
      saidAsCommitted(line, point.suite.hash),
  );
  return { origin, point, refusal: opened.ok ? undefined : opened.refusal.message, key, lines };
}

/** Asks for the proof between two sizes. */
export type AskConsistency = (from: number, to: number) => Promise<Result<readonly string[]>>;

/** Whether the tree of `point` begins with the tree that was seen before. */
export async function proveGrowth(
  point: OpenCheckpoint,
  seen: Seen | undefined,
  askProof: AskConsistency,
): Promise<Growth> {
  if (seen === undefined) return { is: "first" };
  const before = openCheckpoint(seen.checkpoint, point.origin, seen.key, [point.suite]);
  if (!before.ok) return { is: "unproven", why: before.refusal.message };
  const old = before.value;
  if (old.size > point.size) return { is: "shrunk", from: old.size, to: point.size };
  if (old.size === point.size) return { is: agree(old, point).ok ? "same" : "broken" };
  const asked = await askProof(old.size, point.size);
  if (!asked.ok) return { is: "unproven", why: asked.refusal.message };
  const proof = asked.value;
  const whole = proof.every((hash) => /^[0-9a-f]{64}$/.test(hash)) && proof.length <= 128;
  return whole &&
    verifyConsistency(old.size, point.size, old.root, point.root, proof.map(hexToBytes), point.suite.hash)
    ? { is: "grown", from: old.size, to: point.size }
    : { is: "broken" };
}

/** Whether nothing at all speaks against this ledger. */
export const holds = ({ point, key, lines, growth }: Proven): boolean =>
  point !== undefined &&
  key !== "changed" &&
  lines.every(Boolean) &&
  growth.is !== "broken" &&
  growth.is !== "shrunk" &&
  growth.is !== "unproven";

/** The root of a checkpoint for people to compare. */
export const rootText = (point: OpenCheckpoint): string => bytesToHex(point.root);
