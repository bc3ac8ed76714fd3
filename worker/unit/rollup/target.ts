// Whom the unit reports to: the unit above in this deployment, or – at the top of the tree – a unit of another one.
import * as v from "valibot";
import { keep, row, run, setting } from "../../sql.ts";
import { unitAbove } from "../above.ts";

/** A unit of another deployment, as this one was enrolled there. */
export const Node = v.object({
  /** Address of its deployment, without a slash at the end. */
  url: v.string(),
  unit: v.string(),
  name: v.string(),
  /** What this unit is called there. */
  child: v.string(),
});
export type Node = v.InferOutput<typeof Node>;

export type Target = { readonly unit: string } | { readonly node: Node };

const NODE = "rollup-node";
const TO = "rollup-to";
const AT = "rollup-at";
/** A unit that has nothing new says so this often (ms), so that silence means something. */
const HEARTBEAT = 6 * 3_600_000;

export function nodeOf(sql: SqlStorage): Node | undefined {
  const kept = setting(sql, NODE);
  const read = kept === undefined ? undefined : v.safeParse(Node, JSON.parse(kept));
  return read?.success === true ? read.output : undefined;
}

export function keepNode(sql: SqlStorage, node: Node | undefined): void {
  if (node === undefined) run(sql, "DELETE FROM settings WHERE key = ?", NODE);
  else keep(sql, NODE, JSON.stringify(node));
}

/** The unit above has precedence: what hangs below another unit here reports there. */
export function targetOf(sql: SqlStorage): Target | undefined {
  const unit = unitAbove(sql);
  if (unit !== undefined) return { unit };
  const node = nodeOf(sql);
  return node && { node };
}

const nameOf = (target: Target | undefined): string =>
  target === undefined
    ? ""
    : "unit" in target
      ? `unit ${target.unit}`
      : `node ${target.node.url} ${target.node.unit} ${target.node.child}`;

/** When the unit above last took a report (ms). */
export const reportedAt = (sql: SqlStorage): number | undefined => {
  const at = setting(sql, AT);
  return at === undefined ? undefined : Number(at);
};
export const noteReported = (sql: SqlStorage, now: number): void => keep(sql, AT, String(now));

const waits = (sql: SqlStorage): boolean =>
  row(sql, "SELECT 1 FROM outbox WHERE id = 'rollup' LIMIT 1") !== undefined;

/** When it says that it lives (ms); undefined where nobody listens, or a report waits anyway. */
export const heartbeatAt = (sql: SqlStorage): number | undefined => {
  const at = reportedAt(sql);
  return at === undefined || targetOf(sql) === undefined || waits(sql) ? undefined : at + HEARTBEAT;
};

function addParcel(sql: SqlStorage, id: string, body: string, now: number): void {
  run(
    sql,
    `INSERT INTO outbox (id, kind, case_key, member, body, next_at, at) VALUES (?, 'rollup', '', '', ?, ?, ?)
     ON CONFLICT DO NOTHING`,
    id,
    body,
    now,
    now,
  );
}

/** Where the unit hangs below another one now, that one is told everything and the former one that it counts no longer. */
export function followTarget(sql: SqlStorage, now: number): void {
  const [before = "", to] = [setting(sql, TO), nameOf(targetOf(sql))];
  if (before === to) return;
  keep(sql, TO, to);
  run(sql, "UPDATE rollup_days SET sent = 0 WHERE sent > 0");
  run(sql, "DELETE FROM outbox WHERE kind = 'rollup' AND id = ?", `rollup-left ${to.slice(5)}`);
  if (before.startsWith("unit ")) addParcel(sql, `rollup-left ${before.slice(5)}`, before.slice(5), now);
}

/** Whether there is a day that the unit above has not taken as it is now. */
export const hasUnsent = (sql: SqlStorage): boolean =>
  row(sql, "SELECT 1 FROM rollup_days WHERE revision > sent LIMIT 1") !== undefined;

/** Puts a report into the outbox when there is something to say and somebody to hear it. */
export function planReport(sql: SqlStorage, now: number): void {
  if (targetOf(sql) === undefined) return;
  if (hasUnsent(sql) || (heartbeatAt(sql) ?? now + 1) <= now) addParcel(sql, "rollup", "", now);
}
