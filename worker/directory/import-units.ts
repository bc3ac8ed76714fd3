// Many units from a table: every row is checked and told by its number, then all are made or none.
import type { RowProblem, UnitRow } from "../../shared/api/routes/rows.ts";
import type { Unit } from "../../shared/api/shapes.ts";
import type { Code } from "../../shared/facts/errors.ts";
import { rows } from "../sql.ts";
import { addUnit, LEVELS, subtree, UNIT_ID } from "./units.ts";

const LEVEL_WORDS: Readonly<Record<string, Unit["level"]>> = {
  ...Object.fromEntries(LEVELS.map((level) => [level, level])),
  省: "province",
  省级: "province",
  省厅: "province",
  市: "city",
  市级: "city",
  市局: "city",
  县: "county",
  县级: "county",
  县局: "county",
  分局: "county",
  所: "station",
  所队: "station",
  派出所: "station",
  大队: "station",
};

export const cellOf = (text: string): string => text.normalize("NFKC").trim();

export interface Checked<T> {
  readonly problems: readonly RowProblem[];
  /** What would be made, in an order in which it can be. */
  readonly ready: readonly T[];
}

/** Reads the rows against the caller's part of the tree; a parent may be a unit that exists or one of another row. */
export function checkUnits(sql: SqlStorage, top: string, input: readonly UnitRow[]): Checked<Unit> {
  const problems: RowProblem[] = [];
  const known = new Map(subtree(sql, top).map((unit) => [unit.id, unit]));
  const taken = new Set(rows<{ id: string }>(sql, "SELECT id FROM units").map(({ id }) => id));
  const first = new Map<string, number>();
  const read = input.map((cells, row) => {
    const say = (column: string, code: Code, message: string): void =>
      void problems.push({ row, column, code, message });
    const [id, name, parent] = [cellOf(cells.id), cellOf(cells.name), cellOf(cells.parent)];
    const level = LEVEL_WORDS[cellOf(cells.level)];
    if (name === "") say("name", "bad-value", "单位名称是空的");
    if (parent === "") say("parent", "bad-value", "上级单位代码是空的");
    if (level === undefined)
      say("level", "bad-value", `层级“${cellOf(cells.level)}”不认识,可用:省级、市级、县级、所队`);
    const before = first.get(id);
    if (id === "") say("id", "bad-value", "单位代码是空的");
    else if (!UNIT_ID.test(id)) say("id", "bad-value", "单位代码只能含文字、数字、- 和 _,最多 40 个");
    else if (before !== undefined) say("id", "conflict", `单位代码 ${id} 在第 ${before + 1} 行已经有了`);
    else if (taken.has(id)) say("id", "conflict", `单位代码 ${id} 已经存在`);
    else first.set(id, row);
    return { row, id, name, parent, level, say };
  });
  const ready: Unit[] = [];
  let left = read.filter(({ id, row }) => first.get(id) === row);
  for (let placed = true; placed; ) {
    placed = false;
    for (const one of left) {
      const parent = known.get(one.parent);
      if (parent === undefined || one.level === undefined) continue;
      placed = true;
      left = left.filter((other) => other !== one);
      if (parent.closedAt !== undefined) one.say("parent", "unit-closed", `${parent.name}已经撤销`);
      else if (LEVELS.indexOf(one.level) <= LEVELS.indexOf(parent.level))
        one.say("level", "bad-value", `层级必须低于上级单位 ${parent.name}`);
      const unit = { id: one.id, name: one.name, parent: one.parent, level: one.level };
      known.set(one.id, unit);
      ready.push(unit);
    }
  }
  for (const one of left)
    if (one.parent !== "" && one.level !== undefined)
      one.say(
        "parent",
        "outside-unit",
        first.has(one.parent)
          ? `上级单位 ${one.parent} 自己没有能用的上级`
          : `上级单位 ${one.parent} 不存在或者不在您的管辖范围内`,
      );
  return { problems: problems.sort((a, b) => a.row - b.row), ready };
}

export const addUnits = (sql: SqlStorage, units: readonly Unit[]): void => {
  for (const unit of units) addUnit(sql, unit);
};
