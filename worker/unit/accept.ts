// Takes a device's batch of entries: each exactly once, in order without gaps, all of the batch or nothing.
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { Body } from "../../shared/api/contract.ts";
import { accepted, type Result, refused } from "../../shared/facts/errors.ts";
import { canonicalJson } from "../../shared/rules/canonical.ts";
import type { SentEntry } from "../../shared/supervision/entry.ts";
import type { Caller } from "../caller.ts";
import { row, run } from "../sql.ts";
import type { Act } from "./act.ts";
import { checkFacts, checkSnapshot } from "./check-facts.ts";
import { dropRows, keepFacts, keepLists } from "./facts.ts";
import { keepFinding } from "./findings.ts";
import { fillHoles, foundAgain, isLost, loseEntries, lostUpTo, noteHole } from "./holes.ts";
import { adoptReported } from "./intake/adopt.ts";
import { followOutcomes } from "./intake/follow.ts";
import { followWrong } from "./mended.ts";
import { takeObjection } from "./objections.ts";
import { knowOfficer } from "./officers.ts";
import { rejudge } from "./rejudge.ts";
import { noteAnswered } from "./signing.ts";

/** Where an entry of the batch stands in the ledger. */
export interface Place {
  readonly seq: number;
  readonly index: number;
}

export interface Accepted {
  readonly acked: number;
  readonly places: readonly Place[];
}

const digest = (entry: SentEntry): string => bytesToHex(sha256(utf8ToBytes(canonicalJson(entry))));

const ackedOf = (sql: SqlStorage, device: string): number =>
  Math.max(
    row<{ seq: number | null }>(sql, "SELECT max(seq) AS seq FROM entries WHERE device = ?", device)?.seq ??
      0,
    lostUpTo(sql, device),
  );

/** Whether what an entry carries may be kept here. */
function checkBody({ body }: SentEntry, where: string): Result<null> {
  if (body.kind === "facts") return checkFacts(body.facts, body.complete, where);
  const snapshot = "snapshot" in body ? body.snapshot : undefined;
  return snapshot === undefined ? accepted(null) : checkSnapshot(snapshot, `${where}.snapshot`);
}

/** Finds which entries are new; writes nothing but down what is missing before them. */
function sift(
  act: Act,
  device: string,
  entries: readonly SentEntry[],
  elsewhere: number,
): Result<{
  readonly places: readonly Place[];
  readonly fresh: readonly SentEntry[];
  /** Declared lost before, and come after all. */
  readonly late: readonly SentEntry[];
  readonly acked: number;
}> {
  const { sql } = act;
  const acked = Math.max(ackedOf(sql, device), elsewhere);
  const places: Place[] = [];
  const fresh: SentEntry[] = [];
  const late: SentEntry[] = [];
  for (const [i, entry] of entries.entries()) {
    const expected = acked + fresh.length + 1;
    if (entry.seq > acked && entry.seq !== expected) {
      if (entry.seq > expected) noteHole(act, device, expected, entry.seq - 1);
      return refused(
        "sequence-gap",
        `本机记录序号不连续:应为 ${expected},收到 ${entry.seq}(已确认到 ${acked})`,
        `entries[${i}].seq`,
      );
    }
    if (entry.seq > acked) {
      const checked = checkBody(entry, `entries[${i}].body`);
      if (!checked.ok) return checked;
      fresh.push(entry);
      continue;
    }
    const known = row<{ idx: number; sent: string }>(
      sql,
      "SELECT idx, sent FROM entries WHERE device = ? AND seq = ?",
      device,
      entry.seq,
    );
    // Kept by the unit in which its member was then: acknowledged again, its receipt came from there.
    if (known === undefined && entry.seq <= elsewhere) continue;
    if (known === undefined && isLost(sql, device, entry.seq)) {
      const checked = checkBody(entry, `entries[${i}].body`);
      if (!checked.ok) return checked;
      late.push(entry);
      continue;
    }
    if (known === undefined || known.sent !== digest(entry)) {
      return refused("conflict", `序号 ${entry.seq} 已用于另一条记录`, `entries[${i}].seq`);
    }
    places.push({ seq: entry.seq, index: known.idx });
  }
  return accepted({ places, fresh, late, acked });
}

/** What of an entry goes into the tree, and what stays outside it under a commitment. */
function parted(body: SentEntry["body"]): {
  body: Readonly<Record<string, unknown>>;
  outside?: string | undefined;
} {
  switch (body.kind) {
    case "facts":
      return {
        body: { facts: body.facts.length, complete: body.complete },
        outside: canonicalJson(body.facts),
      };
    case "findings":
      return {
        body: { findings: body.findings.length, pack: body.pack },
        outside: canonicalJson(body.findings),
      };
    default: {
      const { kind: _, said, ...all } = body;
      // The facts of a snapshot lie outside the tree like all facts: the tree says how many they were.
      const { snapshot, ...rest } = "snapshot" in all ? all : { ...all, snapshot: undefined };
      return {
        body: snapshot === undefined ? rest : { ...rest, shown: snapshot.fields.length },
        outside: said === undefined || said === "" ? undefined : said,
      };
    }
  }
}

function keepBody(act: Act, caller: Caller, entry: SentEntry): void {
  const { sql, now, judging } = act;
  const { caseKey, at, body } = entry;
  if ("finding" in body) noteAnswered(act, caller, caseKey, body.rule, body.on);
  if (body.kind === "facts") {
    keepFacts(sql, caseKey, body.facts, now);
    keepLists(sql, caseKey, body.complete);
    if (body.rows !== undefined) dropRows(sql, caseKey, body.rows);
    followOutcomes(sql, caseKey, now);
  } else if (body.kind === "findings") {
    for (const finding of body.findings) {
      // What the object judges by itself, on one case or on all, no browser can say otherwise.
      const own = judging?.judged.has(finding.rule) || judging?.rules.get(finding.rule)?.scope === "unit";
      if (own) continue;
      keepFinding(sql, caseKey, finding, body.pack, "browser");
      followWrong(act, caseKey, finding);
    }
  } else if (body.kind === "disputed" || body.kind === "wrong") {
    takeObjection(act, caller, entry, body);
  } else if (body.kind === "ticked") {
    const { id: by, name } = caller.member;
    run(
      sql,
      "INSERT OR REPLACE INTO ticks (case_key, item, ticked, evidence, by, by_name, at) VALUES (?, ?, ?, ?, ?, ?, ?)",
      caseKey,
      body.item,
      body.ticked ? 1 : 0,
      body.said ?? "",
      by,
      name,
      at,
    );
  }
}

/** The case's row, and word to the directory when the case is new here. */
function touchCase(act: Act, caller: Caller, caseKey: string): void {
  const { sql, now } = act;
  const { id, name } = caller.member;
  knowOfficer(sql, caller.member);
  if (row(sql, "SELECT 1 FROM cases WHERE key = ?", caseKey) === undefined) {
    adoptReported(act, caseKey);
    run(
      sql,
      `INSERT INTO outbox (id, kind, case_key, member, body, next_at, at) VALUES (?, 'home', ?, ?, '', ?, ?)
       ON CONFLICT DO NOTHING`,
      `home ${caseKey}`,
      caseKey,
      id,
      now,
      now,
    );
  }
  // Reminders go to whoever handles the case; a supervisor who opens it does not become that person.
  const takesOver = caller.member.roles.includes("officer")
    ? "by = excluded.by, by_name = excluded.by_name,"
    : "";
  run(
    sql,
    `INSERT INTO cases (key, by, by_name, updated_at) VALUES (?, ?, ?, ?)
     ON CONFLICT (key) DO UPDATE SET ${takesOver} updated_at = excluded.updated_at`,
    caseKey,
    id,
    name,
    now,
  );
}

/**
 * Appends and keeps what is new in the batch, then judges the cases that it touched. `elsewhere`: up to which entry other
 * units keep the device's, where its member was before or has a post. `lost`: what the device says it no longer has.
 */
export function accept(
  act: Act,
  caller: Caller,
  device: string,
  entries: readonly SentEntry[],
  elsewhere = 0,
  lost?: Body<"sync">["lost"],
): Result<Accepted> {
  const { id: by, name: byName } = caller.member;
  if (lost !== undefined && lost.from === Math.max(ackedOf(act.sql, device), elsewhere) + 1)
    loseEntries(act, { by, byName }, device, lost.from, lost.to);
  const sifted = sift(act, device, entries, elsewhere);
  if (!sifted.ok) return sifted;
  const { fresh, late, acked } = sifted.value;
  const places = [...sifted.value.places];
  const touched = new Set<string>();
  for (const entry of [...late, ...fresh]) {
    const { seq, at, caseKey } = entry;
    const sent = { device, seq, at, hash: digest(entry) };
    const index = act.append({ kind: entry.body.kind, by, byName, caseKey, ...parted(entry.body), sent });
    places.push({ seq, index });
    foundAgain(act, device, seq);
    if (caseKey === "") continue;
    if (!touched.has(caseKey)) touchCase(act, caller, caseKey);
    touched.add(caseKey);
    keepBody(act, caller, entry);
  }
  for (const caseKey of touched) {
    rejudge(act, caseKey);
    act.push({ type: "case", caseKey });
  }
  fillHoles(act, device, acked + fresh.length);
  return accepted({ acked: acked + fresh.length, places });
}
