// 有异议 and 有误: from an officer's entry to the list of who answers, and the answer back; masked all the way.
import { beforeEach, describe, expect, it } from "vitest";
import type { FactSnapshot, SentEntry } from "../../shared/supervision/entry.ts";
import { CASE } from "./batch.ts";
import { call, deploy, hire, inUnit, type Person } from "./deployment.ts";

let admin: Person;
let officer: Person;
let other: Person;
let legal: Person;
beforeEach(async () => {
  admin = await deploy();
  officer = await hire(admin, "han", ["officer"]);
  other = await hire(admin, "li", ["officer"]);
  legal = await hire(admin, "fa", ["legal"]);
});

const SNAPSHOT: FactSnapshot = {
  title: "取保候审超过十二个月未解除",
  verdict: "breached",
  colour: "red",
  due: 1_772_000_000_000,
  statute: "刑事诉讼法",
  edition: "2018-10-26",
  article: "79",
  fields: [
    { path: "measures/m1.kind", state: "known", value: "取保候审" },
    { path: "measures/m1.endedAt", state: "absent" },
    { path: "persons/0123456789abcdef.name", state: "known" },
  ],
};
const objecting = (seq: number, more: object = {}): SentEntry => ({
  seq,
  at: "2026-03-01T01:00:00.000Z",
  caseKey: CASE,
  body: {
    kind: "disputed",
    rule: "bail-overrun",
    on: "measures/m1",
    finding: "0123456789abcdef",
    pack: 1,
    snapshot: SNAPSHOT,
    ...more,
  },
});
const sync = (entries: readonly unknown[], who: Person = officer) =>
  call("sync", { device: who.device, entries }, { token: who.token });
const list = async (who: Person, query: Record<string, string> = {}) =>
  (await call("objections", undefined, { token: who.token, query })).body.objections;
const answer = (id: string, who: Person, unit = "root") =>
  call(
    "answerObjection",
    { outcome: "upheld", said: "已改判定" },
    { token: who.token, params: { unit, id } },
  );

describe("an objection", () => {
  it("made with one click stands in the legal desk's list with its masked facts", async () => {
    await sync([objecting(1)]);
    expect(await list(legal)).toMatchObject([
      { kind: "disputed", by: officer.id, byName: "han某", said: "", state: "open", snapshot: SNAPSHOT },
    ]);
    expect((await list(legal))[0]?.number).toBe("A9901000020260300012");
  });
  it("is added to by a second word, not made twice", async () => {
    await sync([objecting(1), objecting(2, { said: "已于到期日解除" })]);
    expect((await list(legal)).map(({ said }) => said)).toEqual(["已于到期日解除"]);
    await sync([objecting(1), objecting(2, { said: "已于到期日解除" })]);
    expect(await list(legal)).toHaveLength(1);
  });
  it("as 有误 stands beside one as 有异议", async () => {
    await sync([objecting(1), objecting(2, { kind: "wrong" })]);
    expect((await list(legal)).map(({ kind }) => kind).sort()).toEqual(["disputed", "wrong"]);
  });
  it("is answered once, the officer hears of it, and the ledger has the words outside the tree", async () => {
    await sync([objecting(1)]);
    const [made] = await list(officer);
    expect((await answer(made?.id ?? "", legal)).body.objection).toMatchObject({ state: "answered" });
    expect(await list(officer)).toMatchObject([
      { state: "answered", answer: { by: legal.id, outcome: "upheld", said: "已改判定" } },
    ]);
    expect([await list(legal, { state: "open" }), (await list(legal, { state: "answered" })).length]).toEqual(
      [[], 1],
    );
    expect((await answer(made?.id ?? "", legal)).body.code).toBe("conflict");
    const { lines } = (await call("ledger", undefined, { token: officer.token, params: { key: CASE } })).body;
    expect(lines.map(({ kind }) => kind)).toEqual(["disputed", "objection-answered"]);
    expect(lines.map(({ said }) => said)).toEqual([null, "已改判定"]);
    expect(lines.map(({ record }) => record).join()).not.toMatch(/取保候审|已改判定/);
  });
  it("after its answer may be made anew", async () => {
    await sync([objecting(1)]);
    await answer((await list(legal))[0]?.id ?? "", legal);
    await sync([objecting(2)]);
    expect((await list(legal, { state: "open" })).length).toBe(1);
  });
  it("is not answered by the one who made it, nor where there is none", async () => {
    const both = await hire(admin, "both", ["officer", "legal"]);
    await sync([objecting(1)], both);
    const [made] = await list(both);
    expect((await answer(made?.id ?? "", both)).body.code).toBe("not-allowed");
    expect((await answer("o0", legal)).body.code).toBe("not-found");
    expect((await answer(made?.id ?? "", legal, "elsewhere")).body.code).toBe("outside-unit");
  });
  it("of one officer is not shown to another", async () => {
    await sync([objecting(1)]);
    expect(await list(other)).toEqual([]);
  });
  it("of a station is answered above it and is out of the sight of its neighbour", async () => {
    const make = (id: string) =>
      call("createUnit", { id, name: id, parent: "root", level: "station" }, { token: admin.token });
    await make("east");
    await make("west");
    const man = await hire(admin, "east", ["officer"], { unit: "east" });
    const near = await hire(admin, "west", ["legal"], { unit: "west" });
    await sync([objecting(1)], man);
    expect(await list(near)).toEqual([]);
    const [seen] = await list(legal);
    expect(seen?.unit).toBe("east");
    expect((await answer(seen?.id ?? "", near, "east")).body.code).toBe("outside-unit");
    expect((await answer(seen?.id ?? "", legal, "east")).body.objection.state).toBe("answered");
  });
});

describe("a snapshot that is not masked", () => {
  const withField = (field: object) => objecting(1, { snapshot: { ...SNAPSHOT, fields: [field] } });
  it.each([
    [
      "a local value",
      { path: "persons/0123456789abcdef.name", state: "known", value: "韩某某" },
      "local-field",
    ],
    ["a name in a path", { path: "persons/韩某某.name", state: "known" }, "local-field"],
    [
      "a person's name as value",
      { path: "measures/m1.person", state: "known", value: "韩某某" },
      "local-field",
    ],
    ["an ID number", { path: "case.cause", state: "known", value: "990101199001011234" }, "local-field"],
    ["a field that is none", { path: "case.nothing", state: "known" }, "unknown-field"],
    ["a key too many", { path: "case.cause", state: "known", text: "x" }, "bad-shape"],
  ])("with %s is refused whole", async (_, field, code) => {
    expect((await sync([withField(field)])).body.code).toBe(code);
    expect(await inUnit("root", (sql) => sql.exec("SELECT id FROM objections").toArray())).toEqual([]);
  });
});
