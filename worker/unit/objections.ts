// Objections of officers: made by an entry, kept with their masked facts, answered once by somebody else.
import type { Body, Reply } from "../../shared/api/contract.ts";
import { accepted, type Result, refused } from "../../shared/facts/errors.ts";
import type { SentEntry } from "../../shared/supervision/entry.ts";
import type { Objection } from "../../shared/supervision/objection.ts";
import type { Caller } from "../caller.ts";
import { chance } from "../chance.ts";
import { iso, row, rows, run } from "../sql.ts";
import type { Act } from "./act.ts";
import { numberOf } from "./case-number.ts";

type Kept = Omit<Objection, "unit" | "number">;
type Made = Extract<SentEntry["body"], { kind: "signed" | "done" | "explained" | "disputed" | "wrong" }>;

function keep(act: Act, objection: Kept): void {
  run(
    act.sql,
    `INSERT INTO objections (id, case_key, by, finding, kind, state, json) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET state = excluded.state, json = excluded.json`,
    objection.id,
    objection.caseKey,
    objection.by,
    objection.finding,
    objection.kind,
    objection.state,
    JSON.stringify(objection),
  );
  act.push({ type: "objection", caseKey: objection.caseKey });
}

/** Takes an objection in; a second word of the same officer on the same finding adds to the one that still waits. */
export function takeObjection(act: Act, { member }: Caller, { caseKey, at }: SentEntry, body: Made): void {
  if (body.kind !== "disputed" && body.kind !== "wrong") return;
  const { rule, on, finding, kind, said = "", snapshot } = body;
  const open = row<{ json: string }>(
    act.sql,
    "SELECT json FROM objections WHERE case_key = ? AND by = ? AND finding = ? AND kind = ? AND state = 'open'",
    caseKey,
    member.id,
    finding,
    kind,
  );
  if (open !== undefined) {
    const before = JSON.parse(open.json) as Kept;
    keep(act, { ...before, said: said === "" ? before.said : said });
    return;
  }
  const owner = act.judging?.rules.get(rule)?.owner;
  keep(act, {
    id: `o${chance(8)}`,
    caseKey,
    kind,
    rule,
    on,
    finding,
    by: member.id,
    byName: member.name,
    at,
    said,
    ...(snapshot === undefined ? {} : { snapshot }),
    ...(owner === undefined ? {} : { owner }),
    state: "open",
  });
}

const whole = (sql: SqlStorage, unit: string, json: string): Objection => {
  const kept = JSON.parse(json) as Kept;
  return { ...kept, unit, number: numberOf(sql, kept.caseKey) };
};

/** The objections kept here, of one member or of all. */
export const objectionsOf = (
  sql: SqlStorage,
  unit: string,
  by: string | undefined,
  state: Objection["state"] | undefined,
): Reply<"objections">["objections"] =>
  rows<{ json: string }>(
    sql,
    `SELECT json FROM objections WHERE ${by === undefined ? "? = ''" : "by = ?"} AND ${state === undefined ? "? = ''" : "state = ?"}`,
    by ?? "",
    state ?? "",
  ).map(({ json }) => whole(sql, unit, json));

/** Answers one; nobody answers an objection of their own, and none is answered twice. */
export function answerObjection(
  act: Act,
  { member }: Caller,
  id: string,
  { outcome, said }: Body<"answerObjection">,
): Result<Reply<"answerObjection">> {
  const found = row<{ json: string }>(act.sql, "SELECT json FROM objections WHERE id = ?", id);
  if (found === undefined) return refused("not-found", "没有找到这条异议");
  const kept = JSON.parse(found.json) as Kept;
  if (kept.state === "answered") return refused("conflict", "这条异议已经答复");
  if (kept.by === member.id) return refused("not-allowed", "提出异议的人不能自己答复,请由他人办理");
  const { id: by, name: byName } = member;
  const { caseKey, rule, finding } = kept;
  act.append({
    kind: "objection-answered",
    by,
    byName,
    caseKey,
    body: { objection: id, outcome, rule, finding },
    outside: said,
  });
  const answered: Kept = {
    ...kept,
    state: "answered",
    answer: { by, byName, at: iso(act.now), outcome, said },
  };
  keep(act, answered);
  return accepted({ objection: { ...answered, unit: act.unit, number: numberOf(act.sql, caseKey) } });
}
