// Who may call what: every role on every route, and nobody without signing in.
import { beforeAll, describe, expect, it } from "vitest";
import { contract, type RouteId } from "../../shared/api/contract.ts";
import type { Role } from "../../shared/api/route.ts";
import { call, deploy, hire, type Person } from "./deployment.ts";

/** Written by hand: officer, legal, leader (m), admin, auditor (u), security; `-` may not. */
const ALLOWED: Readonly<Record<RouteId, string>> = {
  health: "anyone",
  firstAdmin: "anyone",
  signIn: "anyone",
  refresh: "anyone",
  signOut: "olmaus",
  me: "olmaus",
  takeIntake: "anyone",
  importIntake: "-lma-",
  intakeSources: "--mau",
  createIntakeSource: "---a-",
  rotateIntakeKey: "---a-",
  endIntakeSource: "---a-",
  intakeLog: "-lmau",
  intakeDay: "olmau",
  units: "olmaus",
  createUnit: "---a-",
  renameUnit: "---a-",
  moveUnit: "---a-",
  closeUnit: "---a-",
  reopenUnit: "---a-",
  importUnits: "---a-",
  members: "--maus",
  createMember: "---a-s",
  changeMember: "---a-s",
  moveMember: "---a-s",
  setPost: "---a-s",
  disableMember: "---a-s",
  enableMember: "---a-s",
  resetPassword: "---a-s",
  memberDevices: "---a-s",
  endMemberDevices: "---a-s",
  memberCases: "--ma-s",
  handOver: "--ma-",
  importMembers: "---a-s",
  changePassword: "olmaus",
  devices: "olmaus",
  endDevice: "olmaus",
  usePost: "olmaus",
  ways: "anyone",
  beginSignOn: "anyone",
  takeSignOn: "anyone",
  sync: "olma-",
  caseView: "olmau",
  cases: "olmau",
  desk: "olmau",
  record: "olmau",
  custody: "olmau",
  ledger: "olmau",
  checkpoint: "olmau",
  consistency: "olmau",
  exportLedger: "----u",
  witnesses: "--mau",
  createNote: "-lm--",
  replyNote: "olma-",
  closeNote: "-lm--",
  items: "olmau",
  item: "olmau",
  itemOwners: "-lm--",
  raiseItem: "-lm--",
  importItems: "-lm--",
  moveItem: "olm--",
  objections: "olma-",
  answerObjection: "-lma-",
  reminders: "olmau",
  pack: "olmaus",
  packWords: "olmaus",
  packSources: "-l-a-",
  checkRule: "-l-a-",
  publish: "---a-",
  drafts: "-lma-",
  approve: "-lma-",
  statutes: "olmaus",
  statuteText: "olmaus",
  loadStatute: "---a-",
  dropStatute: "---a-",
  socketTicket: "olmaus",
  outbox: "--mau",
  signReminder: "olma-",
  reminding: "olmau",
  setReminding: "--ma-",
  covers: "olmau",
  setCover: "olma-",
  endCover: "olma-",
  retryOutbox: "--ma-",
  unitHealth: "--mau",
  rollup: "-lmau",
  addRollupChild: "---a-",
  endRollupChild: "---a-",
  joinRollupParent: "---a-",
  leaveRollupParent: "---a-",
  enrolRollup: "anyone",
  reportRollup: "anyone",
  reportHits: "olmaus",
  drift: "--mau",
};
const ROLES: readonly (readonly [Role, string])[] = [
  ["officer", "o"],
  ["legal", "l"],
  ["leader", "m"],
  ["admin", "a"],
  ["auditor", "u"],
  ["security", "s"],
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
