// The tree of units: who stands below whom, and new nodes of it.
import type { Body } from "../../shared/api/contract.ts";
import type { Unit } from "../../shared/api/shapes.ts";
import { accepted, type Result, refused } from "../../shared/facts/errors.ts";
import { row, rows, run } from "../sql.ts";

export const LEVELS: readonly Unit["level"][] = ["province", "city", "county", "station"];

/** An id is part of addresses and of signed checkpoints. */
export const UNIT_ID = /^[\p{L}\p{N}_-]{1,40}$/u;

type UnitRow = Omit<Unit, "closedAt"> & { readonly closed_at: number | null };

const shown = ({ closed_at, ...unit }: UnitRow): Unit =>
  closed_at === null ? unit : { ...unit, closedAt: closed_at };

/** The unit with all that stand below it, itself first. */
export const subtree = (sql: SqlStorage, unit: string): readonly Unit[] =>
  rows<UnitRow>(
    sql,
    `WITH RECURSIVE below (id, depth) AS (
       SELECT id, 0 FROM units WHERE id = ?
       UNION ALL SELECT units.id, depth + 1 FROM units JOIN below ON units.parent = below.id
     )
     SELECT units.id, name, parent, level, closed_at FROM units JOIN below ON units.id = below.id ORDER BY depth, units.id`,
    unit,
  ).map(shown);

/** The units above a unit, nearest first. */
export const above = (sql: SqlStorage, unit: string): readonly string[] =>
  rows<{ id: string }>(
    sql,
    `WITH RECURSIVE up (id, depth) AS (
       SELECT parent, 1 FROM units WHERE id = ?
       UNION ALL SELECT units.parent, depth + 1 FROM units JOIN up ON units.id = up.id
     )
     SELECT id FROM up WHERE id IS NOT NULL ORDER BY depth`,
    unit,
  ).map(({ id }) => id);

export const inSubtree = (sql: SqlStorage, top: string, unit: string): boolean =>
  subtree(sql, top).some(({ id }) => id === unit);

/** A unit by its id; throws where there is none, because only ids out of this database are asked for. */
export function unitById(sql: SqlStorage, id: string): Unit {
  const unit = row<UnitRow>(sql, "SELECT id, name, parent, level, closed_at FROM units WHERE id = ?", id);
  if (unit === undefined) throw new Error(`there is no unit ${id}`);
  return shown(unit);
}

/** Whether a unit has been closed: it takes no new entries, members or units. */
export const isClosed = (sql: SqlStorage, unit: string): boolean =>
  row(sql, "SELECT 1 FROM units WHERE id = ? AND closed_at IS NOT NULL", unit) !== undefined;

export const unitName = (sql: SqlStorage, unit: string): string =>
  row<{ name: string }>(sql, "SELECT name FROM units WHERE id = ?", unit)?.name ?? "";

export function addUnit(sql: SqlStorage, unit: Unit): void {
  const { id, name, parent, level } = unit;
  run(sql, "INSERT INTO units (id, name, parent, level) VALUES (?, ?, ?, ?)", id, name, parent, level);
}

/** A new unit below one of the caller's; refuses foreign parents, taken ids and levels that do not descend. */
export function createUnit(sql: SqlStorage, top: string, body: Body<"createUnit">): Result<{ unit: Unit }> {
  if (!UNIT_ID.test(body.id))
    return refused("bad-value", "单位代码只能含文字、数字、- 和 _,最多 40 个", "id");
  const parent = subtree(sql, top).find(({ id }) => id === body.parent);
  if (parent === undefined) return refused("outside-unit", "上级单位不在您的管辖范围内", "parent");
  if (parent.closedAt !== undefined)
    return refused("unit-closed", `${parent.name}已经撤销,不能再有下级单位`, "parent");
  if (LEVELS.indexOf(body.level) <= LEVELS.indexOf(parent.level)) {
    return refused("bad-value", "单位层级必须低于上级单位", "level");
  }
  const taken = row(sql, "SELECT 1 FROM units WHERE id = ?", body.id) !== undefined;
  if (taken) return refused("conflict", `单位代码 ${body.id} 已经存在`, "id");
  addUnit(sql, body);
  return accepted({ unit: { id: body.id, name: body.name, parent: body.parent, level: body.level } });
}
