// A table of another system's data: checked row by row, then every row or none, and a row that was imported before is not taken twice.
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { call, hire, inUnit, type Person } from "./deployment.ts";
import { admin, begin, countOf, J1, KEY, officer, view } from "./intake-sender.ts";

let legal: Person;
beforeEach(async () => {
  await begin();
  legal = await hire(admin, "fa", ["legal"], { unit: "cg" });
});
afterEach(() => vi.useRealTimers());

const row = (number: string, more: object = {}) => ({
  警情编号: number,
  接警时间: "2030-03-02 07:50",
  报警方式: "电话报警",
  处理结果类别: "盗窃",
  关联案件编号: "",
  ...more,
});
const bring = (check: boolean, rows: readonly object[]) =>
  call("importIntake", { kind: "incident", check, rows }, { token: legal.token });

it("is looked at, brought in whole, and known when it comes again", async () => {
  const rows = [row(J1), row("J2")];
  const looked = await bring(true, rows);
  expect(looked.body).toEqual({ problems: [], made: 2, known: 0, dropped: {} });
  expect(await countOf("cg", "facts")).toBe(0);
  expect((await bring(false, rows)).body).toMatchObject({ made: 2, known: 0 });
  expect((await view(KEY, officer)).facts).toContainEqual(
    expect.objectContaining({ field: "receivedAt", value: Date.parse("2030-03-02T07:50+08:00") }),
  );
  const entry = await inUnit("cg", (sql) =>
    sql.exec<{ by_name: string }>("SELECT by_name FROM entries WHERE kind = 'intake'").one(),
  );
  expect(entry.by_name).toBe("fa某");
  expect((await bring(false, [...rows, row("J3")])).body).toMatchObject({ made: 1, known: 2 });
  const { lines } = (await call("intakeLog", undefined, { token: legal.token })).body;
  expect(lines.map(({ way, events, known }) => [way, events, known])).toEqual([
    ["table", 1, 2],
    ["table", 2, 0],
  ]);
});

it("with one wrong row brings in none, and tells which and why", async () => {
  const rows = [
    row(J1),
    row("J2", { 接警时间: "盗窃", 报警方式: "2030-03-02" }),
    row("J3", { 单位: "west" }),
  ];
  const told = [
    [1, "接警时间", "bad-value"],
    [1, "报警方式", "bad-value"],
    [2, "unit", "outside-unit"],
  ];
  const shown = (body: { problems?: readonly { row: number; column: string; code: string }[] }) =>
    body.problems?.map(({ row: at, column, code }) => [at, column, code]);
  // What cannot be read is told before the place is looked for.
  expect(shown((await bring(true, rows)).body)).toEqual(told);
  const { status, body } = await bring(false, rows);
  expect([status, body.code]).toEqual([422, "bad-rows"]);
  expect([await countOf("cg", "facts"), await countOf("cg", "intake_batches")]).toEqual([0, 0]);
});
