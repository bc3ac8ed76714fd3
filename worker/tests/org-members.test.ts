// Members move and hand over, and have posts in other units; their devices go on numbering.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { officersOf } from "../unit/officers.ts";
import { CASE, fact, factsEntry, signedEntry } from "./batch.ts";
import { advance, MINUTE, START, setClock } from "./clock.ts";
import { type Answer, call, hire, inUnit, type Person, request } from "./deployment.ts";
import { plant, type Tree } from "./tree.ts";

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

describe("a member who moves", () => {
  const go = (who: Person, id: string, unit: string, handTo?: string) =>
    call("moveMember", { unit, said: "调动", ...(handTo === undefined ? {} : { handTo }) }, as(who, id));
  const owner = () => inUnit("cg", (sql) => sql.exec<{ by: string }>("SELECT by FROM cases").one().by);
  it("hands the cases to somebody of the unit first", async () => {
    const { cg } = tree.officer;
    await send(cg, signedEntry(1));
    expect(code(await go(root, cg.id, "west"))).toBe("cases-open");
    expect(code(await go(root, cg.id, "west", tree.officer.west.id))).toBe("bad-value");
    expect(code(await go(root, cg.id, "west", cg.id))).toBe("bad-value");
    expect(await owner()).toBe(cg.id);
    const li = await hire(root, "li", ["officer"], { unit: "cg" });
    const done = await go(root, cg.id, "west", li.id);
    expect(done.body).toMatchObject({ handed: 1, member: { unit: "west" } });
    expect(await owner()).toBe(li.id);
    expect(await kinds("cg")).toContain("handed-over");
    expect(await caseKeys(li)).toEqual([CASE]);
    expect(await caseKeys(cg)).toEqual([]);
  });
  it("goes on sending from the same device: what waits arrives once, in the new unit", async () => {
    const { cg } = tree.officer;
    await send(cg, signedEntry(1), signedEntry(2));
    const li = await hire(root, "li", ["officer"], { unit: "cg" });
    await go(root, cg.id, "west", li.id);
    const other = "新警综:A9901000020260300099";
    // The answer to entry 2 was lost: it comes again with the next.
    const sent = await send(cg, signedEntry(2), signedEntry(3, undefined, other));
    expect([sent.status, sent.body.acked, sent.body.receipts.map(({ seq }) => seq)]).toEqual([200, 3, [3]]);
    expect(code(await send(cg, signedEntry(5, undefined, other)))).toBe("sequence-gap");
    expect(
      (await send(cg, signedEntry(3, undefined, other), signedEntry(4, undefined, other))).body.acked,
    ).toBe(4);
    await go(root, cg.id, "cg", tree.officer.west.id);
    expect((await send(cg, signedEntry(5))).body.acked).toBe(5);
    expect(await kinds("cg").then((all) => all.filter((kind) => kind === "signed"))).toHaveLength(3);
  });
  it("hands single cases over on a leader's word, within the unit", async () => {
    const { cg } = tree.officer;
    const other = "新警综:A9901000020260300099";
    await send(cg, signedEntry(1), signedEntry(2, undefined, other));
    const li = await hire(root, "li", ["officer"], { unit: "cg" });
    const boss = await hire(root, "suo", ["leader"], { unit: "cg" });
    const over = (cases?: string[]) =>
      call(
        "handOver",
        { to: li.id, said: "轮岗", ...(cases === undefined ? {} : { cases }) },
        as(boss, cg.id),
      );
    expect((await over([other])).body.handed).toBe(1);
    const { cases } = (await call("memberCases", undefined, as(boss, cg.id))).body;
    expect(cases.map(({ key }) => key)).toEqual([CASE]);
    expect((await over()).body.handed).toBe(1);
    expect((await over()).body.handed).toBe(0);
  });
  it("is no longer reminded of what the page still calls theirs", async () => {
    const cg = await hire(root, "han", ["officer"], { unit: "cg", name: "韩某某" });
    const named = factsEntry(2, [fact("case.leadOfficer", ["韩某某"], START)]);
    await send(cg, signedEntry(1), named);
    const leads = () =>
      inUnit("cg", (sql) =>
        officersOf(sql, CASE)
          .filter((one) => one.leads)
          .map(({ member }) => member),
      );
    expect(await leads()).toEqual([cg.id]);
    const li = await hire(root, "li", ["officer"], { unit: "cg" });
    advance(MINUTE);
    await call("handOver", { to: li.id, said: "轮岗" }, as(root, cg.id));
    expect(await leads()).toEqual([li.id]);
    // Read again the page still names the first; one who has left the unit is nobody there.
    await send(li, factsEntry(1, [fact("case.leadOfficer", ["韩某某"], START + 2 * MINUTE)]));
    expect(await leads()).toEqual([cg.id]);
    await go(root, cg.id, "west");
    expect(await leads()).toEqual([li.id]);
  });
  it("no longer hears what the old unit hears", async () => {
    const { cg } = tree.officer;
    const { ticket } = (await call("socketTicket", {}, { token: cg.token })).body;
    const headers = { upgrade: "websocket", "sec-websocket-protocol": `first-button, ticket.${ticket}` };
    const socket = (await request("/v1/socket", { headers })).webSocket;
    socket?.accept();
    const closed = new Promise((done) => socket?.addEventListener("close", ({ code: why }) => done(why)));
    await go(root, cg.id, "west");
    expect(await closed).toBe(4001);
  });
});

describe("a second post", () => {
  const post = (id: string, unit: string, ...roles: string[]) =>
    call("setPost", { unit, roles }, as(root, id));
  const use = (who: Person, unit: string) => call("usePost", { unit }, { token: who.token });
  it("gives other roles in another unit, one at a time", async () => {
    const { cg } = tree.officer;
    const made = await post(cg.id, "west", "legal");
    expect(made.body.member.posts).toEqual([{ unit: "west", unitName: "west局", roles: ["legal"] }]);
    await send(tree.officer.west, signedEntry(1));
    expect(await caseKeys(cg)).toEqual([]);
    expect((await use(cg, "west")).body.member).toMatchObject({ unit: "west", roles: ["legal"] });
    expect(await caseKeys(cg)).toEqual([CASE]);
    expect(code(await use(cg, "hu"))).toBe("not-allowed");
    await post(cg.id, "west");
    expect((await call("me", undefined, { token: cg.token })).body.member.unit).toBe("cg");
  });
  it("numbers the entries of one device through all of them", async () => {
    const { cg } = tree.officer;
    await post(cg.id, "west", "officer");
    await send(cg, signedEntry(1));
    await use(cg, "west");
    expect((await send(cg, signedEntry(2))).body.acked).toBe(2);
    await use(cg, "cg");
    expect((await send(cg, signedEntry(2), signedEntry(3))).body.acked).toBe(3);
  });
  it("hears what its unit hears", async () => {
    const { cg } = tree.officer;
    await post(cg.id, "west", "legal");
    await use(cg, "west");
    const { ticket } = (await call("socketTicket", {}, { token: cg.token })).body;
    const headers = { upgrade: "websocket", "sec-websocket-protocol": `first-button, ticket.${ticket}` };
    const socket = (await request("/v1/socket", { headers })).webSocket;
    socket?.accept();
    const heard: string[] = [];
    socket?.addEventListener("message", ({ data }) => void heard.push(JSON.parse(String(data)).type));
    await send(tree.officer.west, signedEntry(1));
    await vi.waitFor(() => expect(heard).toContain("case"));
  });
});
