// The org tree changes: units move with their cases and layers, close and keep their history.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { CASE, signedEntry } from "./batch.ts";
import { ring, ringDirectory, START, setClock } from "./clock.ts";
import { type Answer, call, inUnit, type Person, request } from "./deployment.ts";
import { clocked, packFor, plant, publishIn, ruleFor, sourceFor, type Tree } from "./tree.ts";

const RULE = "bail-overrun";
let tree: Tree;
let root: Person;
beforeEach(async () => {
  setClock(START);
  tree = await plant();
  root = tree.admin.root;
});
afterEach(() => vi.useRealTimers());

const code = ({ body, status }: Answer<unknown>): string => body.code ?? String(status);
const as = (who: Person, id: string) => ({ token: who.token, params: { id } });
const move = (who: Person, id: string, parent: string) =>
  call("moveUnit", { parent, said: "机构调整" }, as(who, id));
const kinds = async (unit: string): Promise<string[]> =>
  inUnit(unit, (sql) =>
    sql
      .exec<{ kind: string }>("SELECT kind FROM entries ORDER BY idx")
      .toArray()
      .map(({ kind }) => kind),
  );
const send = (who: Person, ...entries: ReturnType<typeof signedEntry>[]) =>
  call("sync", { device: who.device, entries }, { token: who.token });
const caseKeys = async (who: Person): Promise<string[]> =>
  (await call("cases", undefined, { token: who.token })).body.cases.map(({ key }) => key);

describe("a unit that is moved", () => {
  it("takes its cases along: the new parent sees them, the old one no longer", async () => {
    await send(tree.officer.cg, signedEntry(1));
    await ring("cg");
    expect(await caseKeys(tree.admin.east)).toEqual([CASE]);
    expect(await caseKeys(tree.admin.west)).toEqual([]);
    expect(code(await move(root, "cg", "west"))).toBe("200");
    expect(await caseKeys(tree.admin.east)).toEqual([]);
    expect(await caseKeys(tree.admin.west)).toEqual([CASE]);
    const { lines } = (
      await call("ledger", undefined, { token: tree.admin.west.token, params: { key: CASE } })
    ).body;
    expect(lines.map(({ kind }) => kind)).toContain("signed");
    expect(await kinds("cg")).toContain("unit-moved");
    expect(await kinds("root")).toContain("unit-moved");
  });
  it("is judged by the layers of its new place, in a revision newer than any it had", async () => {
    const rule = await sourceFor(tree.admin.east, RULE);
    await publishIn(tree, tree.admin.east, { rules: [clocked(rule, "11 months", "取保候审超过十一个月")] });
    const before = await packFor(tree.officer.cg);
    expect((await ruleFor(tree.officer.cg, RULE)).clock?.limit).toEqual({ amount: 11, unit: "months" });
    await move(root, "cg", "west");
    while (await ringDirectory()) await Promise.resolve();
    const after = await packFor(tree.officer.cg);
    expect(after.revision).toBeGreaterThan(before.revision);
    expect((await ruleFor(tree.officer.cg, RULE)).clock?.limit).toEqual({ amount: 12, unit: "months" });
    const stored = await inUnit(
      "cg",
      (sql) =>
        sql.exec<{ value: string }>("SELECT value FROM settings WHERE key = 'pack-revision'").one().value,
    );
    expect(Number(stored)).toBe(after.revision);
  });
  it("is heard by its new parent at once", async () => {
    const heard: Record<string, string[]> = { east: [], west: [] };
    for (const at of ["east", "west"] as const) {
      const { ticket } = (await call("socketTicket", {}, { token: tree.admin[at].token })).body;
      const headers = { upgrade: "websocket", "sec-websocket-protocol": `first-button, ticket.${ticket}` };
      const socket = (await request("/v1/socket", { headers })).webSocket;
      socket?.accept();
      socket?.addEventListener("message", ({ data }) => void heard[at]?.push(JSON.parse(String(data)).type));
    }
    await send(tree.officer.cg, signedEntry(1));
    await vi.waitFor(() => expect(heard.east).toContain("case"));
    await move(root, "cg", "west");
    await send(tree.officer.cg, signedEntry(2));
    await vi.waitFor(() => expect(heard.west).toContain("case"));
    expect(heard.east?.filter((type) => type === "case")).toHaveLength(1);
  });
  it.each([
    ["cg", "cg", "bad-value"],
    ["east", "cg", "bad-value"],
    ["cg", "east", "conflict"],
    ["hu", "hu", "bad-value"],
    ["cg", "nowhere", "outside-unit"],
    ["root", "hu", "not-allowed"],
  ])("%s does not go below %s", async (id, parent, why) => {
    expect(code(await move(root, id, parent))).toBe(why);
  });
  it("moves within the mover's own part of the tree only", async () => {
    expect(code(await move(tree.admin.east, "cg", "west"))).toBe("outside-unit");
    expect(code(await move(tree.admin.west, "cg", "west"))).toBe("outside-unit");
    expect(code(await move(tree.admin.east, "east", "hu"))).toBe("not-allowed");
    expect(code(await move(tree.admin.hu, "cg", "west"))).toBe("200");
  });
});

describe("a unit that is closed", () => {
  const close = (who: Person, id: string) => call("closeUnit", { said: "撤并" }, as(who, id));
  it("takes no new entry, member or unit, and keeps its history", async () => {
    await send(tree.officer.cg, signedEntry(1));
    await ring("cg");
    const closed = await close(tree.admin.east, "cg");
    expect(closed.body).toMatchObject({ unit: { id: "cg", closedAt: START }, members: 2 });
    expect(code(await send(tree.officer.cg, signedEntry(2)))).toBe("unit-closed");
    const anchor = { page: "case", url: "", frame: "", css: "#a" };
    const note = { kind: "指导", said: "尽快", anchor };
    expect(code(await call("createNote", note, { token: tree.legal.token, params: { key: CASE } }))).toBe(
      "unit-closed",
    );
    for (const [id, body, params] of [
      [
        "raiseItem",
        { key: "patrol.1", origin: "patrol", title: "巡查问题", said: "请核查", caseKey: CASE },
        {},
      ],
      ["answerObjection", { outcome: "upheld", said: "理由" }, { unit: "cg", id: "o1" }],
      ["moveItem", { key: "move.001", seen: 0, do: "confirm" }, { unit: "cg", id: "i1" }],
      ["signReminder", {}, { key: CASE, id: "r1" }],
    ] as const) {
      const who = id === "signReminder" ? tree.officer.cg : tree.legal;
      expect([id, code(await call(id, body, { token: who.token, params }))]).toEqual([id, "unit-closed"]);
    }
    const span = { since: START, until: START + 86_400_000 };
    const cover = await call("setCover", { cover: "x", ...span }, { token: tree.officer.cg.token });
    expect(code(cover)).toBe("unit-closed");
    const member = { account: "li", name: "李某某", unit: "cg", roles: ["officer"] };
    expect(code(await call("createMember", member, { token: root.token }))).toBe("unit-closed");
    expect(await caseKeys(tree.admin.east)).toEqual([CASE]);
    expect(
      (await call("ledger", undefined, { token: tree.officer.cg.token, params: { key: CASE } })).body.lines,
    ).toHaveLength(1);
    expect(code(await close(tree.admin.east, "cg"))).toBe("conflict");
  });
  it("is closed from below upwards, and opened again from above downwards", async () => {
    expect(code(await close(root, "east"))).toBe("conflict");
    await close(root, "cg");
    expect(code(await close(root, "east"))).toBe("200");
    const unit = { id: "new", name: "新所", parent: "east", level: "station" };
    expect(code(await call("createUnit", unit, { token: root.token }))).toBe("unit-closed");
    const open = (id: string) => call("reopenUnit", { said: "恢复" }, as(root, id));
    expect(code(await open("cg"))).toBe("unit-closed");
    expect(code(await open("east"))).toBe("200");
    expect(code(await open("cg"))).toBe("200");
    expect(code(await send(tree.officer.cg, signedEntry(1)))).toBe("200");
    expect(await kinds("cg")).toEqual(expect.arrayContaining(["unit-closed", "unit-reopened"]));
  });
});
