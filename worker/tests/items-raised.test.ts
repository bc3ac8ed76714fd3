// Items that people raise: from the daily patrol, on a case, many from a list – each once, all of a list or none.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { CASE, detainedFacts, factsEntry } from "./batch.ts";
import { HOUR, START, setClock } from "./clock.ts";
import { call, deploy, hire, type Person, signIn } from "./deployment.ts";

let officer: Person;
let legal: Person;
let leader: Person;
let keys = 0;
beforeEach(async () => {
  setClock(START);
  const admin = await deploy();
  officer = await hire(admin, "han", ["officer"]);
  legal = await hire(admin, "fa", ["legal"]);
  leader = await hire(admin, "suo", ["leader"]);
});
afterEach(() => {
  vi.useRealTimers();
});

const list = async () => (await call("items", undefined, { token: legal.token })).body.items;
const move = async (who: Person, name: string, more: Record<string, unknown>, id: string) => {
  const ask = { token: who.token, params: { unit: "root", id } };
  const { item } = (await call("item", undefined, ask)).body;
  keys += 1;
  return call(
    "moveItem",
    { key: `key-${keys}-0000`, seen: item.moves, do: name, said: "已核实", ...more },
    ask,
  );
};

const detained = () =>
  call(
    "sync",
    { device: officer.device, entries: [factsEntry(1, detainedFacts(START - HOUR))] },
    { token: officer.token },
  );

const draft = (key: string, more: Record<string, unknown> = {}) => ({
  key: `row-${key}-0000`,
  origin: "patrol",
  title: "报警称被打，处警结果写为纠纷调解，未受案",
  ref: "J9901202603010012",
  said: "与首次报警内容不符",
  ...more,
});

describe("raised by people", () => {
  const raise = (body: unknown, who = legal) => call("raiseItem", body, { token: who.token });
  it("from the daily patrol: found at once, closed on the reviewer's own evidence", async () => {
    const { body } = await raise(draft("a", { owner: officer.id }));
    const { id } = body.item;
    expect(body.item).toMatchObject({ state: "found", origin: "patrol", owner: { id: officer.id } });
    expect((await raise(draft("a", { owner: officer.id }))).body.item.id).toBe(id);
    expect((await move(legal, "accept", {}, id)).body).toMatchObject({ code: "bad-value", at: "evidence" });
    await move(legal, "accept", { evidence: "受案登记表 3 份" }, id);
    await move(leader, "decide", { kind: "none" }, id);
    const closed = await move(legal, "close", {}, id);
    expect(closed.body.item.state).toBe("closed");
    expect(closed.body.history.at(2)?.said).toBe("已核实");
    expect(closed.body.history.at(1)?.said).toBe("已核实\n凭证:受案登记表 3 份");
  });
  it("belongs to the officer of the case, and to nobody outside the unit", async () => {
    await detained();
    const { body } = await raise(draft("b", { caseKey: CASE }));
    expect(body.item).toMatchObject({ owner: { id: officer.id }, number: "A9901000020260300012" });
    expect((await raise(draft("c", { owner: "m-nobody" }))).body).toMatchObject({
      code: "not-found",
      at: "owner",
    });
    expect((await raise(draft("d", { origin: "note", caseKey: CASE }))).body.code).toBe("bad-value");
    expect((await raise(draft("e", { caseKey: "新警综:nothing" }))).body.code).toBe("not-found");
  });
  it("from a note of the case, once however often it is asked for", async () => {
    await detained();
    const anchor = { page: "case", url: "http://host.test/case", frame: "", css: "#a" };
    const ask = { token: legal.token, params: { key: CASE } };
    const { note } = (await call("createNote", { kind: "问题", said: "没有送达记录", anchor }, ask)).body;
    const body = draft("n", { key: `note.${note.id}`, origin: "note", caseKey: CASE, note: note.id });
    const ids = [(await raise(body)).body.item.id, (await raise(body)).body.item.id];
    expect(ids[0]).toBe(ids[1]);
    expect((await raise({ ...body, key: "note.other", note: "n-none" })).body).toMatchObject({
      code: "not-found",
    });
  });
  it("goes with its case to the next officer, and neither of them judges it", async () => {
    await detained();
    const admin = await signIn("admin");
    const next = await hire(admin, "li", ["officer", "legal"]);
    const { id } = (await raise(draft("h", { caseKey: CASE }))).body.item;
    const handed = await call(
      "handOver",
      { to: next.id, said: "调离" },
      { token: leader.token, params: { id: officer.id } },
    );
    expect(handed.body.handed).toBe(1);
    const { item, history } = (
      await call("item", undefined, { token: legal.token, params: { unit: "root", id } })
    ).body;
    expect([item.owner?.id, item.parties]).toEqual([next.id, [officer.id, next.id]]);
    expect(history.at(-1)).toMatchObject({ do: "assign", by: leader.id, said: "调离" });
    expect((await move(next, "check", {}, id)).body.code).toBe("not-allowed");
  });
  it("many from a list: checked first, every bad line named, nothing half imported", async () => {
    const rows = [
      draft("1", { origin: "import" }),
      draft("2", { origin: "import", title: "" }),
      draft("1", { origin: "import" }),
      draft("4", { origin: "import", caseKey: "新警综:nothing" }),
      draft("5", { origin: "import", said: undefined }),
    ];
    const bad = await call("importItems", { check: false, rows }, { token: legal.token });
    expect(bad.body).toMatchObject({ made: 0, problems: [{ row: 1 }, { row: 2 }, { row: 3 }, { row: 4 }] });
    expect(await list()).toEqual([]);
    const good = [rows[0], draft("9", { origin: "import" })];
    expect((await call("importItems", { check: true, rows: good }, { token: legal.token })).body).toEqual({
      problems: [],
      made: 0,
    });
    for (const _ of "ab")
      expect(
        (await call("importItems", { check: false, rows: good }, { token: legal.token })).body.made,
      ).toBe(2);
    expect(await list()).toHaveLength(2);
  });
});
