// A table of another system's data that a person uploads: checked row by row, then all of it or nothing.
import { accepted, refused } from "../../shared/facts/errors.ts";
import type { Handlers } from "../handler.ts";
import { takeEvents } from "./events.ts";

export const takeTable: Handlers["importIntake"] = async ({ directory, unit, caller, body }) => {
  const { id, name, unit: own } = caller.member;
  const { kind, check, rows } = body;
  if (caller.closed === true) return refused("unit-closed", "您所在的单位已经撤销,不再接收新记录");
  const taken = await takeEvents(
    { directory, unit },
    {
      kind,
      source: `table:${kind}`,
      name: "表格导入",
      unit: own,
      platform: kind === "incident" ? "接处警" : "案件",
      whole: null,
      way: "table",
      by: { id, name },
    },
    rows,
    check,
    Date.now(),
  );
  if (!taken.ok) return taken;
  const { problems, taken: made, known, dropped } = taken.value;
  if (!check && problems.length > 0)
    return {
      ok: false,
      refusal: {
        code: "bad-rows",
        message: `${problems.length} 处不对,一行也没有写入;先检查再导入`,
        at: "rows",
        rows: problems,
      },
    };
  return accepted({ problems, made, known, dropped });
};
