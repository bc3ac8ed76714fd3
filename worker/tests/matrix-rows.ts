// The rows of the scope matrix, one for every route: at what it is aimed, or that it names nothing of any unit.
import type { RouteId } from "../../shared/api/contract.ts";

/** Where a thing stands, seen from the caller's unit `east`. */
export const PLACES = { own: "east", child: "cg", parent: "hu", sibling: "west" } as const;
export type Place = keyof typeof PLACES;

/** What stands at a place: a case, a member, and a unit of its own to be acted upon. */
export interface Target {
  readonly unit: string;
  readonly key: string;
  readonly member: string;
  /** A system that is connected there. */
  readonly source: string;
}

export interface Aimed {
  readonly params?: (target: Target) => Readonly<Record<string, string>>;
  readonly query?: (target: Target) => Readonly<Record<string, string>>;
  readonly body?: (target: Target) => unknown;
  /** What the own unit is answered where that is not "reached". */
  readonly own?: string;
}

/** `none`: what it answers is of no unit; `self`: of the caller or of the caller's own unit only, nothing else can be named. */
type Row = "none" | "self" | "list" | Aimed;

const key = ({ key: is }: Target) => ({ key: is, id: "n1" });
const member = ({ member: id }: Target) => ({ id });
const unit = ({ unit: id }: Target) => ({ id: `${id}-sub` });
const inUnit = ({ unit: of }: Target) => ({ unit: of, id: "i1" });
const anchor = { page: "case", url: "", frame: "", css: "#a" };

export const ROWS: Readonly<Record<RouteId, Row>> = {
  health: "none",
  firstAdmin: "none",
  signIn: "none",
  refresh: "none",
  ways: "none",
  beginSignOn: "none",
  takeSignOn: "none",
  statutes: "none",
  statuteText: "none",
  loadStatute: "none",
  dropStatute: "none",
  reportHits: "none",
  drift: "none",
  enrolRollup: "none",
  reportRollup: "none",
  joinRollupParent: "self",
  leaveRollupParent: "self",
  addRollupChild: "self",
  endRollupChild: "self",
  rollup: { query: ({ unit: of }) => ({ from: "2030-03-01", to: "2030-03-04", unit: of }) },
  signOut: "self",
  me: "self",
  changePassword: "self",
  devices: "self",
  endDevice: "self",
  usePost: { body: ({ unit: of }) => ({ unit: of }), own: "reached" },
  socketTicket: "self",
  sync: "self",
  record: "self",
  checkpoint: "self",
  consistency: "self",
  outbox: "self",
  pack: "self",
  packWords: "self",
  packSources: "self",
  checkRule: "self",
  publish: "self",
  drafts: "list",
  approve: "self",
  reminding: "self",
  setReminding: "self",
  covers: "self",
  setCover: "self",
  endCover: "self",
  retryOutbox: "self",
  units: "list",
  members: "list",
  cases: "list",
  desk: "list",
  custody: "list",
  reminders: "list",
  objections: "list",
  items: "list",
  itemOwners: "list",
  unitHealth: "list",
  createUnit: {
    body: ({ unit: parent }) => ({ id: `new-${parent}`, name: "新所", parent, level: "province" }),
  },
  renameUnit: { params: unit, body: () => ({ name: "新名" }) },
  moveUnit: { params: unit, body: () => ({ parent: "east", said: "改隶属" }) },
  closeUnit: { params: unit, body: () => ({ said: "撤销" }) },
  reopenUnit: { params: unit, body: () => ({ said: "恢复" }) },
  importUnits: {
    body: ({ unit: parent }) => ({ check: true, rows: [{ id: "x", name: "新所", parent, level: "所队" }] }),
  },
  createMember: {
    body: ({ unit: of }) => ({ account: `admin`, name: "李某某", unit: of, roles: ["officer"] }),
  },
  changeMember: { params: member, body: () => ({ phone: "00000000001" }) },
  moveMember: { params: member, body: ({ unit: to }) => ({ unit: to, said: "调动" }) },
  setPost: { params: member, body: ({ unit: of }) => ({ unit: of, roles: [] }) },
  disableMember: { params: member, body: () => ({ said: "停用" }) },
  enableMember: { params: member },
  resetPassword: { params: member },
  memberDevices: { params: member },
  endMemberDevices: { params: member },
  memberCases: { params: member },
  handOver: { params: member, body: ({ member: to }) => ({ to, said: "移交" }) },
  importMembers: {
    body: ({ unit: of }) => ({
      check: true,
      rows: [{ account: "x", name: "李某某", unit: of, officerId: "", phone: "", roles: "民警" }],
    }),
  },
  caseView: { params: key },
  ledger: { params: key },
  createNote: { params: key, body: () => ({ kind: "指导", said: "尽快", anchor }) },
  replyNote: { params: key, body: () => ({ said: "已改", fixed: false }) },
  closeNote: { params: key, body: () => ({ said: "属实" }) },
  signReminder: { params: key },
  answerObjection: { params: inUnit, body: () => ({ outcome: "upheld", said: "属实" }) },
  witnesses: "self",
  exportLedger: { query: ({ unit: of }) => ({ from: "0", unit: of }) },
  item: { params: inUnit },
  moveItem: { params: inUnit, body: () => ({ key: "matrix-1", seen: 0, do: "check" }) },
  raiseItem: {
    body: ({ key: caseKey, unit: of }) => ({
      key: `matrix-${of}`,
      origin: "patrol",
      caseKey,
      title: "巡查",
      said: "巡查发现",
    }),
  },
  takeIntake: "none",
  intakeSources: "list",
  intakeLog: "list",
  intakeDay: "list",
  createIntakeSource: {
    body: ({ unit: of }) => ({ kind: "incident", name: "110", unit: of, whole: false }),
  },
  rotateIntakeKey: { params: ({ source: id }) => ({ id }), body: () => ({ atOnce: false }) },
  endIntakeSource: { params: ({ source: id }) => ({ id }), body: () => ({ said: "停用" }) },
  importIntake: {
    body: ({ key: caseKey, unit: of }) => ({
      kind: "complaint",
      check: true,
      rows: [
        {
          caseNumber: caseKey.slice(caseKey.indexOf(":") + 1),
          unit: of,
          number: "X9901",
          receivedAt: "2026-03-01 09:00",
        },
      ],
    }),
  },
  importItems: {
    body: ({ key: caseKey, unit: of }) => ({
      check: true,
      rows: [{ key: `matrix-${of}`, origin: "import", caseKey, title: "巡查", said: "巡查发现" }],
    }),
  },
};

/** Mounted beside the contract: each says itself who may come in. */
export const BESIDE: readonly string[] = [
  "GET /v1/socket",
  "GET /v1/openapi.json",
  "GET /v1/sign-on/back",
  "POST /v1/extension",
  "GET /v1/extension/update.xml",
  "GET /v1/extension/first-button.crx",
];
