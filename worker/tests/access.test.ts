// Who may call what: every role on every route, and nobody without signing in.
import { beforeAll, describe, expect, it } from "vitest";
import { contract, type RouteId } from "../../shared/api/contract.ts";
import type { Role } from "../../shared/api/route.ts";
import { call, deploy, hire, type Person } from "./deployment.ts";

/** Written by hand: officer, legal, leader, admin, auditor; `-` may not. */
const ALLOWED: Readonly<Record<RouteId, string>> = {
  health: "anyone",
  firstAdmin: "anyone",
  signIn: "anyone",
  refresh: "anyone",
  signOut: "olmau",
  me: "olmau",
  units: "olmau",
  createUnit: "---a-",
  members: "--mau",
  createMember: "---a-",
  sync: "olma-",
  caseView: "olmau",
  cases: "olmau",
  desk: "olmau",
  record: "olmau",
  custody: "olmau",
  ledger: "olmau",
  checkpoint: "olmau",
  consistency: "olmau",
  createNote: "-lm--",
  replyNote: "olma-",
  closeNote: "-lm--",
  objections: "olma-",
  answerObjection: "-lma-",
  reminders: "olmau",
  pack: "olmau",
  packWords: "olmau",
  packSources: "-l-a-",
  checkRule: "-l-a-",
  publish: "---a-",
  drafts: "-lma-",
  approve: "-lma-",
  statutes: "olmau",
  statuteText: "olmau",
  loadStatute: "---a-",
  dropStatute: "---a-",
  socketTicket: "olmau",
  outbox: "--mau",
  reportHits: "olmau",
  drift: "--mau",
};
const ROLES: readonly (readonly [Role, string])[] = [
  ["officer", "o"],
  ["legal", "l"],
  ["leader", "m"],
  ["admin", "a"],
  ["auditor", "u"],
];
const ROUTES = (Object.keys(contract) as RouteId[]).filter((id) => ALLOWED[id] !== "anyone");

const people = new Map<Role, Person>();
const params = { key: "新警综:A1", id: "n1" };

beforeAll(async () => {
  const admin = await deploy();
  for (const [role] of ROLES) people.set(role, await hire(admin, `a-${role}`, [role]));
});

describe.each(ROLES)("%s", (role, letter) => {
  const mine = ROUTES.filter((id) => id !== "signOut");
  it.each(mine.filter((id) => !ALLOWED[id].includes(letter)))("may not %s", async (id) => {
    const { status, body } = await call(
      id,
      {},
      { token: people.get(role)?.token, params, query: { from: "0" } },
    );
    expect([status, body.code]).toEqual([403, "not-allowed"]);
  });
  it.each(mine.filter((id) => ALLOWED[id].includes(letter)))("may %s", async (id) => {
    const { status, body } = await call(
      id,
      {},
      { token: people.get(role)?.token, params, query: { from: "0" } },
    );
    expect([status, body.code]).not.toEqual([401, "not-signed-in"]);
    expect(body.code).not.toBe("not-allowed");
    expect(status).toBeLessThan(500);
  });
});

it.each(ROUTES)("nobody may %s without signing in", async (id) => {
  const { status, body } = await call(id, {}, { params });
  expect([status, body.code]).toEqual([401, "not-signed-in"]);
});

it("every route stands in the table", () => {
  expect(Object.keys(ALLOWED).sort()).toEqual(Object.keys(contract).sort());
});
