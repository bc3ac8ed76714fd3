// Tables of each of the seven systems: every wrong row told and nothing kept, then all of it once, an entry of the ledger, judged.
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { columnsOf } from "../../shared/intake/columns.ts";
import type { IntakeKind } from "../../shared/intake/kind.ts";
import { INTAKE_KINDS } from "../../shared/intake/kinds.ts";
import { sampleRow } from "../../shared/intake/sample.ts";
import { advance, MINUTE } from "./clock.ts";
import { call, hire, inUnit, type Person } from "./deployment.ts";
import { admin, begin, connect, countOf, send } from "./intake-sender.ts";

let legal: Person;
beforeEach(async () => {
  await begin();
  // What samples say happened "now" lies behind the service's clock.
  advance(MINUTE);
  legal = await hire(admin, "fa", ["legal"], { unit: "cg" });
});
afterEach(() => vi.useRealTimers());

type Row = Readonly<Record<string, string>>;
/** The sample as the empty table has it, by the columns' own names. */
const rowOf = (kind: IntakeKind, more: Row = {}): Row => {
  const cells = sampleRow(kind, Date.now());
  return { ...Object.fromEntries(columnsOf(kind).map(({ label }, i) => [label, cells[i] ?? ""])), ...more };
};
const bring = (kind: IntakeKind, check: boolean, rows: readonly Row[]) =>
  call("importIntake", { kind: kind.id, check, rows: [...rows] }, { token: legal.token });
const kept = async () => [
  await countOf("cg", "facts"),
  await countOf("cg", "cases"),
  await countOf("cg", "intake_events"),
  await countOf("cg", "intake_batches"),
];

it.each(INTAKE_KINDS.map((kind) => [kind.label, kind] as const))("%s", async (_, kind) => {
  const good = rowOf(kind);
  const required = columnsOf(kind).filter((column) => column.required);
  expect(required.length).toBeGreaterThan(0);
  const rows = [
    good,
    rowOf(kind, { 事件时间: "昨天上午吧" }),
    ...required.map(({ label }) => rowOf(kind, { [label]: "" })),
    rowOf(kind, { 单位: "west" }),
  ];
  const looked = (await bring(kind, true, rows)).body;
  const told = new Set(looked.problems.map(({ row }) => row));
  expect([...told].sort((a, b) => a - b)).toEqual(rows.slice(1).map((_, i) => i + 1));
  expect(looked.problems.every(({ column, message }) => column !== "" && message !== "")).toBe(true);
  const { status, body } = await bring(kind, false, rows);
  expect([status, body.code, await kept()]).toEqual([422, "bad-rows", [0, 0, 0, 0]]);
  expect((await bring(kind, true, [good])).body).toMatchObject({ problems: [], made: 1, known: 0 });
  expect(await kept()).toEqual([0, 0, 0, 0]);
  expect((await bring(kind, false, [good])).body).toMatchObject({ made: 1, known: 0 });
  expect((await bring(kind, false, [good])).body).toMatchObject({ made: 0, known: 1 });
  const stored = await inUnit("cg", (sql) => [
    sql.exec("SELECT kind FROM entries WHERE kind = 'intake'").toArray().length,
    sql.exec("SELECT 1 FROM facts WHERE page = ?", `intake-${kind.id}`).toArray().length > 0,
    sql.exec("SELECT 1 FROM cases").toArray().length,
  ]);
  expect(stored).toEqual([1, true, 1]);
});

it.each(INTAKE_KINDS.map((kind) => [kind.label, kind] as const))(
  "messages of %s: each once, other content under its number refused, one wrong event refuses all",
  async (_, kind) => {
    const source = await connect(kind.id);
    const now = new Date(Date.now()).toISOString();
    const { 事件时间: __, ...rest } = rowOf(kind);
    const cells = Object.fromEntries(
      columnsOf(kind)
        .filter(({ key, label }) => key !== "at" && (rest[label] ?? "") !== "")
        .map(({ key, label }) => [key, rest[label]]),
    );
    // Instants of messages are written with their offset, numbers as numbers.
    const event = Object.fromEntries(
      Object.entries(cells).map(([key, text = ""]) => [
        key,
        /^\d{4}-\d{2}-\d{2} /.test(text)
          ? `${text.replace(" ", "T")}+08:00`
          : /^\d{1,3}$/.test(text) && key !== "number"
            ? Number(text)
            : text,
      ]),
    );
    const first = { ...event, id: "e1", at: now };
    const wrong = await send(source, [first, { ...event, id: "e2", at: "昨天" }]);
    expect([wrong.status, wrong.body.rows?.map(({ row, column }) => [row, column])]).toEqual([
      422,
      [[1, "at"]],
    ]);
    expect(await kept()).toEqual([0, 0, 0, 0]);
    expect((await send(source, [first])).body).toMatchObject({ taken: 1, known: 0 });
    const before = await kept();
    expect((await send(source, [first])).body).toMatchObject({ taken: 0, known: 1 });
    const earlier = new Date(Date.now() - MINUTE).toISOString();
    expect((await send(source, [{ ...first, at: earlier }])).body.rows).toMatchObject([{ code: "conflict" }]);
    expect(await kept()).toEqual(before);
  },
);
