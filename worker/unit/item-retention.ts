// Deletes what people wrote of items that were closed long ago; what their rules found stays known, so that it is not raised anew.
import { rows, run } from "../sql.ts";

/** Tables in which titles and names of items stand. */
export const OF_ITEMS = ["items", "item_moves", "item_people"];

/** An item is over: closed, and its last move lies before an instant that is bound here. */
export const SETTLED =
  "(state = 'closed' AND NOT EXISTS (SELECT 1 FROM item_moves WHERE item = items.id AND at >= ?))";

export function dropItem(sql: SqlStorage, id: string): void {
  run(sql, "DELETE FROM item_moves WHERE item = ?", id);
  run(sql, "DELETE FROM items WHERE id = ?", id);
}

/**
 * Items closed before an instant (ms): those that a person raised go whole, of those that a rule raised the names of people.
 * Answers how many were changed.
 */
export function forgetItems(sql: SqlStorage, before: number): number {
  const over = rows<{ id: string; rule: string | null }>(
    sql,
    `SELECT id, rule FROM items WHERE ${SETTLED} AND (rule IS NULL OR named = 1) LIMIT 500`,
    before,
  );
  for (const { id, rule } of over) {
    if (rule === null) {
      dropItem(sql, id);
      continue;
    }
    run(sql, "UPDATE item_moves SET by_name = '' WHERE item = ?", id);
    run(
      sql,
      `UPDATE items SET by_name = '', named = 0, json = CASE WHEN json_extract(json, '$.owner.name') IS NULL THEN json
         ELSE json_set(json, '$.owner.name', '') END WHERE id = ?`,
      id,
    );
  }
  if (over.length > 0)
    run(
      sql,
      `DELETE FROM item_people WHERE NOT EXISTS
         (SELECT 1 FROM items WHERE named = 1 AND instr(json, '"' || item_people.id || '"') > 0)`,
    );
  return over.length;
}
