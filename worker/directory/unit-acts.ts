// What is done to a unit that exists: renamed, moved to another parent, closed, opened again.
import type { Body } from "../../shared/api/contract.ts";
import type { Unit } from "../../shared/api/shapes.ts";
import { accepted, type Result, refused } from "../../shared/facts/errors.ts";
import type { Caller } from "../caller.ts";
import { row, run } from "../sql.ts";
import { keepLayer, LAYER_LEVEL, layerOf } from "./layers.ts";
import { nextRevision } from "./packs.ts";
import { inSubtree, LEVELS, subtree, unitById } from "./units.ts";

/** A unit strictly below the caller's own: nobody moves or closes what he stands in. */
function below({ member }: Caller, sql: SqlStorage, id: string): Result<Unit> {
  const unit = subtree(sql, member.unit).find((one) => one.id === id);
  if (unit === undefined) return refused("outside-unit", "该单位不在您的管辖范围内");
  return id === member.unit ? refused("not-allowed", "本单位由上级单位的管理员移动或者撤销") : accepted(unit);
}

export function renameUnit(
  sql: SqlStorage,
  { member }: Caller,
  id: string,
  body: Body<"renameUnit">,
): Result<{ unit: Unit }> {
  if (!inSubtree(sql, member.unit, id)) return refused("outside-unit", "该单位不在您的管辖范围内");
  run(sql, "UPDATE units SET name = ? WHERE id = ?", body.name.trim(), id);
  return accepted({ unit: unitById(sql, id) });
}

/**
 * Hangs a unit below another parent with all that it has: its object, ledger and cases are its own and stay, the layers above it
 * change. Its own layer gets a new revision, so that what holds in its subtree is newer than anything held there before.
 */
export function moveUnit(
  sql: SqlStorage,
  caller: Caller,
  id: string,
  body: Body<"moveUnit">,
  now: number,
): Result<{ unit: Unit }> {
  const found = below(caller, sql, id);
  if (!found.ok) return found;
  const unit = found.value;
  const parent = subtree(sql, caller.member.unit).find((one) => one.id === body.parent);
  if (parent === undefined) return refused("outside-unit", "新的上级单位不在您的管辖范围内", "parent");
  if (parent.closedAt !== undefined)
    return refused("unit-closed", `${parent.name}已经撤销,不能再有下级单位`, "parent");
  if (inSubtree(sql, id, parent.id))
    return refused("bad-value", "单位不能移到自己或者自己的下级之下", "parent");
  if (LEVELS.indexOf(unit.level) <= LEVELS.indexOf(parent.level))
    return refused("bad-value", "单位层级必须低于上级单位", "parent");
  if (unit.parent === parent.id) return refused("conflict", `${unit.name}本来就隶属${parent.name}`, "parent");
  run(sql, "UPDATE units SET parent = ? WHERE id = ?", parent.id, id);
  const { id: by, name: author } = caller.member;
  const layer = layerOf(sql, id) ?? {
    level: LAYER_LEVEL[unit.level],
    name: unit.name,
    author,
    changes: [],
    add: [],
  };
  keepLayer(sql, id, layer, { revision: nextRevision(sql), by, say: body.said, now });
  return accepted({ unit: unitById(sql, id) });
}

/** Closes a unit: no new entries, members or units; what it has stays readable. Refuses while an open unit hangs below it. */
export function closeUnit(
  sql: SqlStorage,
  caller: Caller,
  id: string,
  now: number,
): Result<{ unit: Unit; members: number; cases: number }> {
  const found = below(caller, sql, id);
  if (!found.ok) return found;
  if (found.value.closedAt !== undefined) return refused("conflict", `${found.value.name}已经撤销`);
  const open = subtree(sql, id).filter((unit) => unit.id !== id && unit.closedAt === undefined);
  if (open.length > 0)
    return refused("conflict", `还有 ${open.length} 个下级单位没有撤销或者移走,例如${open[0]?.name}`);
  run(sql, "UPDATE units SET closed_at = ? WHERE id = ?", now, id);
  const count = (query: string): number => row<{ n: number }>(sql, query, id)?.n ?? 0;
  return accepted({
    unit: unitById(sql, id),
    members: count("SELECT count(*) AS n FROM members WHERE unit = ? AND disabled_at IS NULL"),
    cases: count("SELECT count(*) AS n FROM homes WHERE unit = ?"),
  });
}

/** Opens a closed unit again; its parent must be open. */
export function reopenUnit(sql: SqlStorage, caller: Caller, id: string): Result<{ unit: Unit }> {
  const found = below(caller, sql, id);
  if (!found.ok) return found;
  if (found.value.closedAt === undefined) return refused("conflict", `${found.value.name}没有撤销`);
  if (found.value.parent !== null && unitById(sql, found.value.parent).closedAt !== undefined)
    return refused("unit-closed", "上级单位已经撤销,先恢复上级单位");
  run(sql, "UPDATE units SET closed_at = NULL WHERE id = ?", id);
  return accepted({ unit: unitById(sql, id) });
}
