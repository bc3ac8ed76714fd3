// Items that the object makes and moves by itself: a grave finding warns, a mended page proves, a fallen-back one re-opens, silence climbs.
import type { Item, Move } from "../../shared/supervision/item.ts";
import { checkMove } from "../../shared/supervision/item-check.ts";
import { nextRing, STATE_LIMIT } from "../../shared/supervision/item-limits.ts";
import { chance } from "../chance.ts";
import { row, rows, run } from "../sql.ts";
import type { Act } from "./act.ts";
import { type FindingRow, findingRows } from "./findings.ts";
import { appendMove, beginItem, itemFromSteps } from "./items.ts";
import type { Judging } from "./judging.ts";

/** How long a red line without a period of its own may stand before it warns (ms): what is mended the same day is nobody's matter. */
const DAY = 86_400_000;

/** How long a watched finding rests while there is no pack to tell whether it is grave (ms). */
const REST = 10 * 60_000;

const OBJECT = { id: "object", name: "" } as const;

/** Makes a move of the object's own where the item allows it. */
function moveSelf(act: Act, item: Item, move: Move): Item {
  if (!checkMove(item, move, {}, "object", act.now).ok) return item;
  return appendMove(act, item, move, OBJECT, `${move.do}.${item.moves + 1}`);
}

const stands = ({ verdict, mended }: FindingRow): boolean => verdict === "breached" && mended === null;

/** The page says that it is right; a blank or an unread field says nothing. */
const right = ({ verdict, mended }: FindingRow): boolean =>
  verdict === "met" || verdict === "due" || (verdict === "breached" && mended !== null);

/** A red line that holds and is broken beyond what another reading of the law would allow. */
const grave = (found: FindingRow, { rules }: Judging): boolean => {
  const rule = rules.get(found.rule);
  return stands(found) && found.colour === "red" && rule?.weight === "red-line" && rule.status === "live";
};

/** From when on a grave finding is an item (ms): its period's end, else a day after it was first seen here. */
function warnsAt(act: Act, caseKey: string, { rule, element, due }: FindingRow): number {
  if (due !== null) return due;
  run(
    act.sql,
    "INSERT OR IGNORE INTO item_watch (case_key, rule, element, open_at) VALUES (?, ?, ?, ?)",
    caseKey,
    rule,
    element,
    act.now + DAY,
  );
  const watched = row<{ open_at: number }>(
    act.sql,
    "SELECT open_at FROM item_watch WHERE case_key = ? AND rule = ? AND element = ?",
    caseKey,
    rule,
    element,
  );
  return watched?.open_at ?? act.now + DAY;
}

const unwatch = (sql: SqlStorage, caseKey: string, rule: string, element: string): void => {
  run(sql, "DELETE FROM item_watch WHERE case_key = ? AND rule = ? AND element = ?", caseKey, rule, element);
};

function warn(act: Act, caseKey: string, { rule, element }: FindingRow, judging: Judging): void {
  const { sql, now } = act;
  unwatch(sql, caseKey, rule, element);
  const handler = row<{ by: string; by_name: string }>(
    sql,
    "SELECT by, by_name FROM cases WHERE key = ?",
    caseKey,
  );
  const owner = handler === undefined ? undefined : { id: handler.by, name: handler.by_name };
  const known = judging.rules.get(rule);
  const basis = known?.basis[0];
  beginItem(
    act,
    {
      id: `i${chance(8)}`,
      origin: "rule",
      caseKey,
      rule,
      on: element,
      owner,
      by: OBJECT.id,
      at: now,
      limit: now + STATE_LIMIT.warned,
    },
    {
      title: known?.title ?? rule,
      ...(basis === undefined ? {} : { clause: `${basis.statute}第${basis.article}条` }),
    },
    "",
    `rule.${caseKey}.${rule}.${element}`,
  );
}

/** Brings the items of a case into line with what its findings now say. */
export function followFindings(act: Act, caseKey: string, judging: Judging): void {
  const { sql, now } = act;
  const items = rows<{ id: string; rule: string; element: string }>(
    sql,
    "SELECT id, rule, element FROM items WHERE case_key = ? AND rule IS NOT NULL",
    caseKey,
  );
  const raised = new Map(items.map(({ id, rule, element }) => [`${rule}@${element}`, id]));
  const broken = new Set<string>();
  for (const found of findingRows(sql, caseKey)) {
    const place = `${found.rule}@${found.element}`;
    const id = raised.get(place);
    const item = id === undefined ? undefined : itemFromSteps(sql, id);
    if (item !== undefined && right(found))
      moveSelf(act, item, { do: "prove", mendedAt: found.mended ?? now });
    else if (item !== undefined && stands(found)) moveSelf(act, item, { do: "regress" });
    else if (item === undefined && grave(found, judging)) {
      broken.add(place);
      if (warnsAt(act, caseKey, found) <= now) warn(act, caseKey, found, judging);
    }
  }
  for (const { rule, element } of rows<{ rule: string; element: string }>(
    sql,
    "SELECT rule, element FROM item_watch WHERE case_key = ?",
    caseKey,
  ))
    if (!broken.has(`${rule}@${element}`)) unwatch(sql, caseKey, rule, element);
}

/** When the next item rings or a watched finding becomes one (ms). */
export const nextItem = (sql: SqlStorage): number | undefined =>
  row<{ at: number | null }>(
    sql,
    "SELECT min(at) AS at FROM (SELECT min(ring_at) AS at FROM items UNION ALL SELECT min(open_at) FROM item_watch)",
  )?.at ?? undefined;

/** Whom a tier is told to: the owner, then whoever leads the unit; the unit above hears of every move by its own socket. */
function tell(act: Act, item: Item): void {
  if (!act.sms) return;
  const { title } = row<{ title: string }>(act.sql, "SELECT title FROM items WHERE id = ?", item.id) ?? {
    title: "",
  };
  const id = `${item.id}.t${item.tier}.${item.moves}`;
  const text = `【第一粒扣】督办事项“${title}”超过办理期限,请及时办理。`;
  const body = JSON.stringify({
    id,
    text,
    caseKey: item.caseKey,
    colour: "red",
    due: new Date(item.limit).toISOString(),
  });
  run(
    act.sql,
    "INSERT OR IGNORE INTO outbox (id, kind, case_key, member, body, next_at, at) VALUES (?, 'sms', ?, ?, ?, ?, ?)",
    id,
    item.caseKey,
    item.tier === 1 ? (item.owner?.id ?? "") : "",
    body,
    act.now,
    act.now,
  );
}

/**
 * Whether the item that a short message speaks of still waits: since the message nobody has moved it. Undefined for a
 * message that speaks of no item.
 */
export function itemWaits(sql: SqlStorage, message: string): boolean | undefined {
  const [, item, moves] = /^(.+)\.t\d+\.(\d+)$/.exec(message) ?? [];
  if (item === undefined) return undefined;
  const moved = "SELECT 1 FROM item_moves WHERE item = ? AND n > ? AND by != ?";
  return row(sql, moved, item, Number(moves), OBJECT.id) === undefined;
}

/** Rings what is due by now: unanswered items climb a tier, watched findings become items. */
export function ringItems(act: Act): void {
  const { sql, now, judging } = act;
  for (const { id } of rows<{ id: string }>(sql, "SELECT id FROM items WHERE ring_at <= ? LIMIT 200", now)) {
    // A missed alarm climbs as far as it should have by now, one entry for each tier.
    for (let item = itemFromSteps(sql, id); item !== undefined && (nextRing(item) ?? now + 1) <= now; ) {
      const risen = moveSelf(act, item, { do: "escalate" });
      if (risen === item) throw new Error(`item ${id} rings at ${nextRing(item)} and does not climb`);
      item = risen;
      tell(act, item);
    }
  }
  if (judging === undefined) {
    run(sql, "UPDATE item_watch SET open_at = ? WHERE open_at <= ?", now + REST, now);
    return;
  }
  for (const { key } of rows<{ key: string }>(
    sql,
    "SELECT DISTINCT case_key AS key FROM item_watch WHERE open_at <= ? LIMIT 200",
    now,
  ))
    followFindings(act, key, judging);
}
