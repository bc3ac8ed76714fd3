// Leave cover: who is away from when to when, and who is reminded as well during that time.
import type { Body, Reply } from "../../shared/api/contract.ts";
import type { Member } from "../../shared/api/shapes.ts";
import { accepted, type Result, refused } from "../../shared/facts/errors.ts";
import type { Caller } from "../caller.ts";
import { chance } from "../chance.ts";
import { row, rows, run } from "../sql.ts";
import type { Act } from "./act.ts";

type Cover = Reply<"covers">["covers"][number];

const COVER = `SELECT id, member, member_name AS memberName, cover, cover_name AS coverName, since, until FROM covers`;

/** Who covers for a member at an instant (ms); also for one who covers and is away as well. */
export function coversOf(sql: SqlStorage, member: string, now: number): readonly string[] {
  const found = new Set<string>();
  const ask = [member];
  for (let one = ask.shift(); one !== undefined; one = ask.shift()) {
    for (const { cover } of rows<{ cover: string }>(
      sql,
      "SELECT cover FROM covers WHERE member = ? AND since <= ? AND until > ? AND ended IS NULL ORDER BY id",
      one,
      now,
      now,
    )) {
      if (cover === member || found.has(cover)) continue;
      found.add(cover);
      ask.push(cover);
    }
  }
  return [...found];
}

/** Covers that hold or will hold, the earliest first. */
export const allCovers = (sql: SqlStorage, now: number): Cover[] => [
  ...rows<Cover>(sql, `${COVER} WHERE until > ? AND ended IS NULL ORDER BY since, id`, now),
];

/** Says who covers for a member; both are of this unit, as the caller of this function has made sure. */
export function setCover(
  act: Act,
  { member: by }: Caller,
  away: Pick<Member, "id" | "name">,
  cover: Pick<Member, "id" | "name">,
  { since, until }: Pick<Body<"setCover">, "since" | "until">,
): Result<{ cover: Cover }> {
  const { sql, now } = act;
  if (until <= since) return refused("bad-time", "结束时间须晚于开始时间", "until");
  if (until <= now) return refused("bad-time", "结束时间已经过去", "until");
  const other = row<{ name: string }>(
    sql,
    `SELECT cover_name AS name FROM covers
     WHERE member = ? AND ended IS NULL AND since < ? AND until > ? LIMIT 1`,
    away.id,
    until,
    since,
  );
  if (other !== undefined)
    return refused("conflict", `这段时间已由${other.name}代办,请先结束那一条`, "since");
  const id = `v${chance(8)}`;
  run(
    sql,
    `INSERT INTO covers (id, member, member_name, cover, cover_name, since, until, by, at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    id,
    away.id,
    away.name,
    cover.id,
    cover.name,
    since,
    until,
    by.id,
    now,
  );
  const body = { cover: id, member: away.id, by: cover.id, since, until };
  act.append({ kind: "cover-set", by: by.id, byName: by.name, caseKey: "", body });
  return accepted({
    cover: {
      id,
      member: away.id,
      memberName: away.name,
      cover: cover.id,
      coverName: cover.name,
      since,
      until,
    },
  });
}

const MANAGES = ["leader", "admin"];

/** Whether a caller may say or end who covers for a member: their own leave, or as leader or administrator. */
export const mayCoverFor = ({ member }: Caller, away: string): boolean =>
  member.id === away || member.roles.some((role) => MANAGES.includes(role));

/** Ends a cover from now on. */
export function endCover(act: Act, caller: Caller, id: string): Result<{ ok: true }> {
  const { id: by, name: byName } = caller.member;
  const found = row<{ member: string }>(
    act.sql,
    "SELECT member FROM covers WHERE id = ? AND ended IS NULL",
    id,
  );
  if (found === undefined) return refused("not-found", "没有找到这条代办,或者已经结束");
  if (!mayCoverFor(caller, found.member)) return refused("not-allowed", "只能结束自己的代办");
  run(act.sql, "UPDATE covers SET ended = ? WHERE id = ?", act.now, id);
  act.append({ kind: "cover-ended", by, byName, caseKey: "", body: { cover: id } });
  return accepted({ ok: true });
}
