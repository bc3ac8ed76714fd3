// Rows of the tables from which units and members are imported, and what can be wrong with one.
import * as v from "valibot";

const cell = v.pipe(v.string(), v.maxLength(200));

/** A unit as its row has it; every cell is text and may be empty, so that a wrong one is told by its row. */
export const UnitRow = v.strictObject({ id: cell, name: cell, parent: cell, level: cell });
export type UnitRow = v.InferOutput<typeof UnitRow>;

/** A member as its row has it; `roles` are words or ids separated by 、 or commas. */
export const MemberRow = v.strictObject({
  account: cell,
  name: cell,
  unit: cell,
  officerId: cell,
  phone: cell,
  roles: cell,
});
export type MemberRow = v.InferOutput<typeof MemberRow>;

/** `row` counts the rows sent, from 0; `column` is a key of the row. */
export const RowProblem = v.strictObject({
  row: v.number(),
  column: v.string(),
  code: v.string(),
  message: v.string(),
});
export type RowProblem = v.InferOutput<typeof RowProblem>;
