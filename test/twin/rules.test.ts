// Proves that the base pack, given the twin's records as facts, finds the planted violations and nothing else.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readFactsText } from "../../shared/facts/read-json.ts";
import { judge } from "../../shared/rules/judge.ts";
import { prepare } from "../../shared/rules/prepare.ts";
import { openPack } from "../../worker/cli/open-pack.ts";
import { records } from "./data/records.ts";
import type { Case, Incident, Interview, Item, Measure } from "./model.ts";
import type { Film, Paper, Stay } from "./model-registers.ts";

const NOW = Date.parse("2026-11-20T15:48:00+08:00");

type Row = Readonly<Record<"case" | "kind" | "rule" | "expectColour", string>> & {
  readonly mended?: boolean;
};
const ROWS = (JSON.parse(readFileSync(new URL("planted.json", import.meta.url), "utf8")) as { rows: Row[] })
  .rows;

const { pack, hash } = openPack(undefined, undefined, (file) => readFileSync(file, "utf8"));
const prepared = prepare(pack, hash);

const at = (stamp: string): string | null => (stamp === "" ? null : `${stamp.replace(" ", "T")}:00+08:00`);
const or = (text: string): string | null => (text === "" ? null : text);

const incident = (it: Incident) => ({
  number: or(it.no),
  receivedAt: at(it.receivedAt),
  callKind: or(it.category),
  dispatchedAt: at(it.dispatchedAt),
  arrivedAt: at(it.arrivedAt),
  reportText: or(it.content),
  disposalText: or(it.process),
  happenedAt: at(it.happenedAt),
  disposedAt: at(it.endedAt),
  disposalKind: or(it.finalCategory),
  disposal: or(it.outcome),
  feedbackAt: at(it.feedbackAt),
  filed: or(it.filed),
  caseNumber: or(it.caseNo),
});

const measure = (it: Measure) => ({
  id: it.id,
  person: or(it.person),
  kind: it.kind,
  decidedAt: at(it.decidedAt),
  startedAt: at(it.startedAt),
  dueAt: at(it.expiresAt),
  endedAt: at(it.endedAt),
  arrivedAt: at(it.arrivedAt),
  leftAt: at(it.leftAt),
  extendedTo24: or(it.to24),
  sentToHouseAt: at(it.jailAt),
  firstInterrogatedAt: at(it.firstAskedAt),
  familyNotifiedAt: at(it.familyNoticeAt),
  noNoticeReason: or(it.noNoticeReason),
  arrestRequestedAt: at(it.arrestRequestAt),
  arrestResult: or(it.arrestResult),
  bailKind: or(it.bailKind),
  extension: or(it.extension),
});

const interview = (it: Interview) => ({
  id: it.id,
  person: or(it.name),
  kind: it.type,
  subjectRole: it.role,
  askers: it.askers,
  recorder: [it.recorder],
  startedAt: at(it.startAt),
  endedAt: at(it.endAt),
  placeKind: or(it.placeKind),
  recorded: or(it.recorded),
  arrivedAt: at(it.arrivedAt),
  arriveWay: or(it.arriveBy),
  leftAt: at(it.leftAt),
  familyNotifiedAt: at(it.familyNoticeAt),
  complexCase: or(it.complex),
  mayDetain: or(it.mayDetain),
  extensionApproved: or(it.extended),
  manyOrUnknown: or(it.crowd),
  minor: or(it.minor),
  guardianPresent: or(it.guardianPresent),
  guardianName: or(it.guardianName),
  rightsTold: or(it.rightsTold),
});

const item = (it: Item) => ({
  id: it.id,
  name: it.name,
  seizedAt: at(it.seizedAt),
  listGivenAt: at(it.listGivenAt),
  keptPlace: or(it.keepPlace),
  listNumber: or(it.listNo),
  storedAt: at(it.storedAt),
  related: or(it.related),
  foundUnrelatedAt: at(it.unrelatedAt),
  returnedAt: at(it.returnedAt),
});

const paper = (it: Paper) => ({
  id: it.id,
  kind: it.kind,
  number: or(it.docNo),
  madeAt: at(it.madeAt),
  person: or(it.person),
  servedAt: at(it.servedAt),
  serviceWay: or(it.way),
  signed: or(it.signed),
});

const film = (it: Film) => ({
  id: it.id,
  number: it.code,
  of: it.of,
  startedAt: at(it.startAt),
  endedAt: at(it.endAt),
  whole: it.whole,
  storedAt: at(it.storedAt),
});

const stay = (it: Stay) => ({
  id: it.id,
  person: it.person,
  venue: it.venue,
  room: it.room,
  reason: or(it.reason),
  enteredAt: at(it.enteredAt),
  checkedAt: at(it.checkedAt),
  injury: or(it.injury),
  belongingsAt: at(it.belongingsAt),
  monitored: or(it.monitored),
  leftAt: at(it.leftAt),
});

const facts = (it: Case) => ({
  case: {
    number: it.no,
    category: it.kind,
    cause: it.cause,
    status: or(it.status),
    acceptWay: or(it.filing.source),
    acceptedAt: at(it.filing.acceptedAt),
    brief: or(it.filing.brief),
    happenedAt: at(it.filing.happenedAt),
    evidenceListAt: at(it.filing.evidenceListAt),
    decidedAt: at(it.decidedAt),
    endedAt: at(it.stoppedAt),
    closedAt: at(it.closedAt),
    receiptAt: at(it.filing.receiptAt),
    complainant: or(it.filing.accuser),
    reviewKind: or(it.filing.reviewKind),
    filedAt: at(it.filing.filedAt),
    notFiledAt: at(it.filing.rejectedAt),
    noFilingNoticeAt: at(it.filing.rejectNoticeAt),
    jurisdiction: or(it.filing.jurisdiction),
    transferFoundAt: at(it.filing.noJurisdictionAt),
    transferredAt: at(it.filing.transferredAt),
  },
  incident: incident(it.incident),
  measures: it.measures.map(measure),
  interviews: it.interviews.map(interview),
  property: it.property.map(item),
  approvals: it.approvals.map((each) => ({
    id: each.id,
    matter: each.matter,
    submittedAt: at(each.appliedAt),
    result: each.approveOpinion,
    approvedAt: at(each.approvedAt),
    collective: or(each.collective),
  })),
  persons: it.persons.map((each) => ({
    id: each.id,
    name: each.name,
    sex: each.sex,
    role: each.role,
    age: each.age === "" ? null : Number(each.age),
  })),
  // The profile does not say that these pages hold all there are, so nothing is made of what they lack.
  "documents+": it.papers.map(paper),
  "recordings+": it.films.map(film),
  "venues+": it.stays.map(stay),
});

const held = records(NOW);
const sheets = new Map<string, object>([
  ...held.cases.map((each): [string, object] => [each.no, facts(each)]),
  ...held.incidents.map((each): [string, object] => [
    each.incident.no,
    { incident: incident(each.incident) },
  ]),
]);

describe("the base pack on the twin's records", () => {
  it.each([...sheets])("finds on %s exactly what is planted", (no, sheet) => {
    const read = readFactsText(JSON.stringify(sheet));
    if (!read.ok) throw new Error(`${read.refusal.at}: ${read.refusal.message}`);
    const clean = ROWS.every((each) => each.case !== no || each.kind === "clean");
    // What points to words for the legal desk may stand beside a planted violation, never on a clean case.
    const loud = judge(prepared, read.value, NOW).findings.filter(
      ({ colour, audience }) =>
        colour === "red" || (colour === "orange" && (clean || audience === "officer")),
    );
    const found = loud.map(
      (each) => `${each.rule} ${each.colour}${each.mended === undefined ? "" : " mended"}`,
    );
    const planted = ROWS.filter((each) => each.case === no && each.kind !== "clean").map(
      (each) => `${each.rule} ${each.expectColour}${each.mended ? " mended" : ""}`,
    );
    expect(found.sort()).toEqual(planted.sort());
  });
});
