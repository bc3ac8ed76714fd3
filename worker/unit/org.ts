// What the org tree does to a unit's object: acts on record, cases handed over, its place in the tree, people who left.
import { accepted, type Result } from "../../shared/facts/errors.ts";
import type { Caller } from "../caller.ts";
import { type Env, unitOf } from "../env.ts";
import { keep, row, rows, run } from "../sql.ts";
import type { Act } from "./act.ts";
import { numberOf } from "./case-number.ts";
import { handOverItems } from "./item-moves.ts";
import { markRollup } from "./rollup/dirty.ts";

export interface OrgActs {
  /** Puts an act of the org tree on record here. */
  record: {
    in: {
      readonly caller: Caller;
      readonly kind: string;
      readonly body: Readonly<Record<string, unknown>>;
      readonly said?: string;
    };
    out: Result<null>;
  };
  /** The cases that a member handles here. */
  casesOf: { in: { readonly member: string }; out: { readonly key: string; readonly number: string }[] };
  /** The cases of one member go to another, with the reminders that still wait; how many. */
  handOver: {
    in: {
      readonly caller: Caller;
      readonly from: string;
      readonly to: { readonly id: string; readonly name: string };
      readonly cases?: readonly string[] | undefined;
      readonly said: string;
    };
    out: Result<{ handed: number }>;
  };
  /** The units above are others now. */
  placed: { in: { readonly above: readonly string[] }; out: null };
  /** Closes the push sockets of a member who no longer belongs here or was signed out. */
  hangUp: { in: { readonly member: string }; out: null };
  /** A member no longer belongs here: hears nothing more, and is not found by the name that pages still show. */
  left: { in: { readonly member: string }; out: null };
  /** Highest entry of a device that is kept here. */
  acked: { in: { readonly device: string }; out: number };
}

interface Place {
  readonly ctx: DurableObjectState;
  readonly sql: SqlStorage;
  readonly write: <T>(work: (act: Act) => Result<T>) => Promise<Result<T>>;
}

function handOver(
  act: Act,
  { caller, from, to, cases, said }: OrgActs["handOver"]["in"],
): Result<{ handed: number }> {
  const mine = rows<{ key: string }>(act.sql, "SELECT key FROM cases WHERE by = ? ORDER BY key", from);
  const wanted = cases === undefined ? undefined : new Set(cases);
  const { id: by, name: byName } = caller.member;
  let handed = 0;
  for (const { key } of mine) {
    if (wanted?.has(key) === false) continue;
    run(act.sql, "UPDATE cases SET by = ?, by_name = ? WHERE key = ?", to.id, to.name, key);
    run(
      act.sql,
      "UPDATE outbox SET member = ? WHERE case_key = ? AND member = ? AND state = 'waiting'",
      to.id,
      key,
      from,
    );
    handOverItems(act, key, from, to, caller, said);
    act.append({ kind: "handed-over", by, byName, caseKey: key, body: { from, to: to.id }, outside: said });
    act.push({ type: "case", caseKey: key });
    handed += 1;
  }
  return accepted({ handed });
}

const works: {
  readonly [K in keyof OrgActs]: (place: Place, input: OrgActs[K]["in"]) => Promise<OrgActs[K]["out"]>;
} = {
  record: ({ write }, { caller, kind, body, said }) =>
    write((act) => {
      const { id: by, name: byName } = caller.member;
      act.append({ kind, by, byName, caseKey: "", body, outside: said });
      return accepted(null);
    }),
  casesOf: async ({ sql }, { member }) =>
    rows<{ key: string }>(sql, "SELECT key FROM cases WHERE by = ? ORDER BY updated_at DESC", member).map(
      ({ key }) => ({
        key,
        number: numberOf(sql, key),
      }),
    ),
  handOver: ({ write }, input) => write((act) => handOver(act, input)),
  placed: async ({ write }, { above }) => {
    const placed = await write((act) => {
      keep(act.sql, "above", JSON.stringify(above));
      markRollup(act.sql, "target", act.now);
      return accepted(null);
    });
    if (!placed.ok) throw new Error(`the unit cannot take its place: ${placed.refusal.code}`);
    return null;
  },
  hangUp: async ({ ctx }, { member }) => {
    for (const socket of ctx.getWebSockets(member)) socket.close(4001, "signed out");
    return null;
  },
  left: async ({ ctx, sql }, { member }) => {
    for (const socket of ctx.getWebSockets(member)) socket.close(4001, "left the unit");
    run(sql, "DELETE FROM officers WHERE id = ?", member);
    return null;
  },
  acked: async ({ sql }, { device }) =>
    row<{ seq: number | null }>(sql, "SELECT max(seq) AS seq FROM entries WHERE device = ?", device)?.seq ??
    0,
};

/** Does one of them. */
export const orgAct = <K extends keyof OrgActs>(
  place: Place,
  kind: K,
  input: OrgActs[K]["in"],
): Promise<OrgActs[K]["out"]> => works[kind](place, input);

/** How far a device's entries are kept in the other units where its member was or is; 0 for nearly everybody, without asking. */
export async function ackedElsewhere(env: Env, { former = [] }: Caller, device: string): Promise<number> {
  const acked = await Promise.all(former.map((unit) => unitOf(env, unit).org("acked", { device })));
  return Math.max(0, ...acked);
}
