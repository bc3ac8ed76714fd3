// What other systems may send: told row by row, whole or not at all, within their part of the tree, never with personal data.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { fact, factsEntry } from "./batch.ts";
import { HOUR, ring, START } from "./clock.ts";
import { call, hire, inUnit } from "./deployment.ts";
import { admin, begin, connect, countOf, incident, iso, J1, officer, send, view } from "./intake-sender.ts";

beforeEach(begin);
afterEach(() => vi.useRealTimers());

describe("what is wrong is told row by row and nothing of the batch is kept", () => {
  it("names rows, columns and codes", async () => {
    const source = await connect("incident");
    const { status, body } = await send(source, [
      incident("e1", J1),
      incident("e2", "J2", { receivedAt: "昨天" }),
      incident("e3", "J3", { disposal: "盗窃", arrivedAt: "J3" }),
      incident("e4", "J4", { weather: "晴" }),
      { ...incident("e5", "J5"), id: "" },
      incident("e6", "J6", { at: iso(Date.now() + HOUR) }),
    ]);
    expect([status, body.code]).toEqual([422, "bad-rows"]);
    expect(body.rows?.map(({ row, column, code }) => [row, column, code])).toEqual([
      [1, "receivedAt", "bad-time"],
      [2, "disposal", "bad-value"],
      [2, "arrivedAt", "bad-time"],
      [3, "weather", "unknown-field"],
      [4, "id", "bad-value"],
      [5, "at", "bad-time"],
    ]);
    expect([await countOf("cg", "facts"), await countOf("cg", "intake_batches")]).toEqual([0, 0]);
  });

  it.each([
    ["more than one megabyte", `{"events":[{"id":"${"x".repeat(1_100_000)}"}]}`, 413, "too-large"],
    ["no JSON", "接警", 400, "bad-json"],
    ["no list of events", '{"event":1}', 400, "bad-shape"],
    ["501 events", JSON.stringify({ events: Array.from({ length: 501 }, () => ({})) }), 400, "bad-shape"],
  ])("%s is refused", async (_, text, status, code) => {
    const got = await send(await connect("incident"), text);
    expect([got.status, got.body.code]).toEqual([status, code]);
  });
});

describe("personal data", () => {
  it("fields of persons are left behind and counted; a number within a text refuses the batch; no trace stays", async () => {
    const source = await connect("incident");
    const got = await send(source, [
      incident("e1", J1, {
        reporter: "韩某某",
        BJDH: "13900009901",
        报警内容: "手机被抢,韩某某",
        身份证号: "990101199003070011",
      }),
    ]);
    expect([got.status, got.body.dropped]).toEqual([
      200,
      { 报警人: 1, 报警电话: 1, 报警内容: 1, 身份证号: 1 },
    ]);
    const told = await send(source, [incident("e2", "J2", { firstReceiver: ["13900009901"] })]);
    expect(told.body.rows).toMatchObject([{ row: 0, column: "firstReceiver", code: "local-field" }]);
    const all = await inUnit("cg", (sql) =>
      sql
        .exec<{ name: string }>(
          "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\'",
        )
        .toArray()
        .map(({ name }) => JSON.stringify(sql.exec(`SELECT * FROM "${name}"`).toArray()))
        .join(),
    );
    expect(all).toContain(J1);
    for (const trace of ["韩某某", "13900009901", "990101199003070011"]) expect(all).not.toContain(trace);
    expect(all).toContain('\\"dropped\\":4');
  });

  it("a person comes as a reference only", async () => {
    const source = await connect("venue");
    const stay = {
      id: "e1",
      at: iso(Date.now()),
      caseNumber: "A1",
      key: "R1",
      act: "入区",
      person: "韩某某",
    };
    expect((await send(source, [stay])).body.rows).toMatchObject([{ column: "person", code: "local-field" }]);
    expect((await send(source, [{ ...stay, person: "00000000000000a1" }])).status).toBe(200);
  });
});

describe("to which unit", () => {
  it("an event goes to the unit that it names, below the connection; another is refused with the whole batch", async () => {
    const source = await connect("incident", "east");
    const got = await send(source, [incident("e1", J1, { unit: "cg" }), incident("e2", "J2")]);
    expect(got.body.entries.map(({ unit }) => unit).sort()).toEqual(["cg", "east"]);
    const beside = await send(source, [
      incident("e3", "J3", { unit: "cg" }),
      incident("e4", "J4", { unit: "west" }),
    ]);
    expect(beside.body.rows).toMatchObject([{ row: 1, column: "unit", code: "outside-unit" }]);
    expect(await countOf("west", "facts")).toBe(0);
    expect(
      await inUnit("cg", (sql) => sql.exec("SELECT 1 FROM cases WHERE key = '接处警:J3'").toArray().length),
    ).toBe(0);
  });

  it("a case that another unit keeps takes its events there, or they are refused where that unit is not below", async () => {
    const facts = [
      fact("case.number", "A9901000020260300021", START),
      fact("case.acceptedAt", START - HOUR, START),
    ];
    const entries = [factsEntry(1, facts, [], "新警综:A9901000020260300021")];
    await call("sync", { device: officer.device, entries }, { token: officer.token });
    await ring("cg");
    const event = { id: "e1", at: iso(Date.now()), caseNumber: "Ａ9901000020260300021", act: "存入" };
    const got = await send(await connect("cabinet", "east"), [event]);
    expect(got.body.entries.map(({ unit }) => unit)).toEqual(["cg"]);
    expect((await view("新警综:A9901000020260300021")).facts).toContainEqual(
      expect.objectContaining({ entity: "dossier", field: "depositedAt", value: Date.now() }),
    );
    const outside = await send(await connect("cabinet", "west"), [event]);
    expect(outside.body.rows).toMatchObject([{ code: "outside-unit" }]);
  });

  it("a closed unit takes nothing, by its own connection or by one above", async () => {
    const own = await connect("incident");
    const above = await connect("incident", "east");
    await call("closeUnit", { said: "合并" }, { token: admin.token, params: { id: "cg" } });
    const named = [incident("e1", J1, { unit: "cg" })];
    for (const got of [await send(own, [incident("e1", J1)]), await send(above, named)])
      expect(got.body.rows).toMatchObject([{ row: 0, code: "unit-closed" }]);
    expect(await countOf("cg", "facts")).toBe(0);
  });

  it("an administrator connects systems of the own part of the tree only", async () => {
    const other = await hire(admin, "guan", ["admin"], { unit: "west" });
    const { body } = await call(
      "createIntakeSource",
      { kind: "incident", name: "110", unit: "cg", whole: false },
      { token: other.token },
    );
    expect(body.code).toBe("outside-unit");
    const { source } = await connect("incident");
    const params = { id: source.id };
    expect((await call("rotateIntakeKey", { atOnce: true }, { token: other.token, params })).body.code).toBe(
      "outside-unit",
    );
    expect((await call("intakeSources", undefined, { token: other.token })).body.sources).toEqual([]);
  });
});
