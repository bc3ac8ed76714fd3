// Subtree scope: above sees below, never sideways or upwards.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { CASE, signedEntry } from "./batch.ts";
import { ring, START, setClock } from "./clock.ts";
import { call, deploy, hire, type Person, request } from "./deployment.ts";
import { fakeGateway } from "./gateway.ts";

let admin: Person;
let officer: Person;
let county: Person;
let other: Person;
beforeEach(async () => {
  setClock(START);
  fakeGateway();
  admin = await deploy();
  const unit = (id: string, parent: string, level: string) =>
    call("createUnit", { id, name: `${id}局`, parent, level }, { token: admin.token });
  await unit("east", "root", "county");
  await unit("west", "root", "county");
  await unit("cg", "east", "station");
  officer = await hire(admin, "han", ["officer"], { unit: "cg" });
  county = await hire(admin, "fa", ["legal", "admin"], { unit: "east" });
  other = await hire(admin, "xi", ["legal", "leader", "admin"], { unit: "west" });
  await call("sync", { device: officer.device, entries: [signedEntry(1)] }, { token: officer.token });
  await ring("cg");
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const of = (who: Person, key = CASE) => ({ token: who.token, params: { key, id: "n1" } });
const anchor = { page: "case", url: "", frame: "", css: "#a" };

describe("a case", () => {
  it("is read and annotated from above, in the object of its own unit", async () => {
    const made = await call("createNote", { kind: "指导", said: "尽快", anchor }, of(county));
    expect(made.status).toBe(200);
    const seen = await call("caseView", undefined, of(officer));
    expect(seen.body.notes.map(({ id }) => id)).toEqual([made.body.note.id]);
    const { body } = await call("ledger", undefined, of(admin));
    expect(body.lines.map(({ kind }) => kind)).toEqual(["signed", "noted", "viewed"]);
    expect(body.ledgerKey).toBe(officer.ledgerKey);
  });
  it("stays closed to the neighbour on every way to it", async () => {
    const refusals = await Promise.all([
      call("caseView", undefined, of(other)),
      call("ledger", undefined, of(other)),
      call("createNote", { kind: "指导", said: "x", anchor }, of(other)),
      call("replyNote", { said: "x", fixed: false }, of(other)),
      call("closeNote", { said: "x" }, of(other)),
    ]);
    for (const { status, body } of refusals) expect([status, body.code]).toEqual([403, "outside-unit"]);
  });
  it("is listed for those above only", async () => {
    const keys = async (who: Person) =>
      (await call("cases", undefined, { token: who.token })).body.cases.map(({ key }) => key);
    expect(await keys(officer)).toEqual([CASE]);
    expect(await keys(county)).toEqual([CASE]);
    expect(await keys(admin)).toEqual([CASE]);
    expect(await keys(other)).toEqual([]);
  });
});

it("those above hear at once of what happens below, the neighbour does not", async () => {
  const heard = new Map<Person, string[]>();
  for (const who of [county, other]) {
    const { ticket } = (await call("socketTicket", {}, { token: who.token })).body;
    const headers = { upgrade: "websocket", "sec-websocket-protocol": `first-button, ticket.${ticket}` };
    const socket = (await request("/v1/socket", { headers })).webSocket;
    if (socket === null) throw new Error("no socket");
    socket.accept();
    const list: string[] = [];
    heard.set(who, list);
    socket.addEventListener("message", ({ data }) => list.push(JSON.parse(String(data)).type));
  }
  await call("sync", { device: officer.device, entries: [signedEntry(2)] }, { token: officer.token });
  await call("createNote", { kind: "指导", said: "尽快", anchor }, of(county));
  await vi.waitFor(() => expect(heard.get(county)).toEqual(["case", "note"]));
  expect(heard.get(other)).toEqual([]);
});

describe("the org tree", () => {
  const units = async (who: Person) =>
    (await call("units", undefined, { token: who.token })).body.units.map(({ id }) => id);
  it("shows one's own part", async () => {
    expect(await units(admin)).toEqual(["root", "east", "west", "cg"]);
    expect(await units(county)).toEqual(["east", "cg"]);
    expect(await units(officer)).toEqual(["cg"]);
  });
  it("shows one's own people", async () => {
    const names = async (who: Person) =>
      (await call("members", undefined, { token: who.token })).body.members.map(({ account }) => account);
    expect(await names(county)).toEqual(["fa", "han"]);
    expect(await names(other)).toEqual(["xi"]);
  });
  it("grows below one's own unit only", async () => {
    const grow = async (who: Person, id: string, parent: string, level = "station") =>
      (await call("createUnit", { id, name: "新所", parent, level }, { token: who.token })).body.code ??
      "made";
    expect(await grow(county, "new", "east")).toBe("made");
    expect(await grow(county, "x1", "west")).toBe("outside-unit");
    expect(await grow(county, "x2", "root", "county")).toBe("outside-unit");
    expect(await grow(county, "new", "east")).toBe("conflict");
    expect(await grow(county, "x3", "cg")).toBe("bad-value");
    expect(await grow(county, "a/b", "east")).toBe("bad-value");
    expect(await grow(admin, "x4", "nowhere")).toBe("outside-unit");
  });
  it("takes people below one's own unit only, each account once", async () => {
    const make = async (who: Person, account: string, unit: string) =>
      (
        await call(
          "createMember",
          { account, name: "李某某", password: "correct horse", unit, roles: ["officer"] },
          { token: who.token },
        )
      ).body.code ?? "made";
    expect(await make(county, "li", "cg")).toBe("made");
    expect(await make(county, " LI", "east")).toBe("conflict");
    expect(await make(county, "wang", "west")).toBe("outside-unit");
    expect(await make(county, "wang", "root")).toBe("outside-unit");
    expect(await make(county, " ", "cg")).toBe("bad-value");
  });
});
