// Routes of the org tree: its units, how they are made, moved and closed, and many of them from a table.
import * as v from "valibot";
import { route } from "../route.ts";
import { Unit } from "../shapes.ts";
import { anyRole, said, short } from "./bounds.ts";
import { RowProblem, UnitRow } from "./rows.ts";

const one = v.strictObject({ unit: Unit });

export const orgRoutes = {
  units: route({
    method: "GET",
    path: "/v1/units",
    roles: anyRole,
    say: "本人管辖范围内的单位",
    reply: v.strictObject({ units: v.array(Unit) }),
  }),
  createUnit: route({
    method: "POST",
    path: "/v1/units",
    roles: ["admin"],
    say: "新建下级单位",
    body: v.strictObject({
      id: short,
      name: short,
      parent: short,
      level: v.picklist(["province", "city", "county", "station"]),
    }),
    reply: one,
  }),
  renameUnit: route({
    method: "POST",
    path: "/v1/units/:id/rename",
    roles: ["admin"],
    say: "改单位名称;代码不变",
    body: v.strictObject({ name: short }),
    reply: one,
  }),
  moveUnit: route({
    method: "POST",
    path: "/v1/units/:id/move",
    roles: ["admin"],
    say: "改变单位的隶属;其案件、下级单位和本级规则随之移动,台账不变",
    body: v.strictObject({ parent: short, said }),
    reply: one,
  }),
  closeUnit: route({
    method: "POST",
    path: "/v1/units/:id/close",
    roles: ["admin"],
    say: "撤销单位:不再接收新记录,已有台账照常可查;下级单位须先撤销或者移走",
    body: v.strictObject({ said }),
    reply: v.strictObject({
      unit: Unit,
      /** Members who still belong to it and cases that it keeps: both stay until somebody moves them. */
      members: v.number(),
      cases: v.number(),
    }),
  }),
  reopenUnit: route({
    method: "POST",
    path: "/v1/units/:id/reopen",
    roles: ["admin"],
    say: "恢复已撤销的单位",
    body: v.strictObject({ said }),
    reply: one,
  }),
  importUnits: route({
    method: "POST",
    path: "/v1/import/units",
    roles: ["admin"],
    say: "从表格导入单位;check 为真只检查,有一行不对就一行也不写",
    body: v.strictObject({
      check: v.boolean(),
      rows: v.pipe(v.array(UnitRow), v.minLength(1), v.maxLength(2_000)),
    }),
    reply: v.strictObject({ problems: v.array(RowProblem), made: v.number() }),
  }),
} as const;
