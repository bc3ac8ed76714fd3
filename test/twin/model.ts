// What the twin keeps of a case: plain records of text as a case platform stores them.
import type { Dossier, Film, Meddling, Paper, Stay } from "./model-registers.ts";
import type { Stamp, YesNo } from "./model-values.ts";

export interface Incident {
  no: string;
  receivedAt: Stamp;
  answeredBy: string;
  happenedAt: Stamp;
  amount: string;
  via: string;
  reporter: string;
  phone: string;
  place: string;
  content: string;
  category: string;
  dispatchedAt: Stamp;
  arrivedAt: Stamp;
  officers: string[];
  process: string;
  finalCategory: string;
  outcome: string;
  endedAt: Stamp;
  feedbackAt: Stamp;
  filed: YesNo;
  caseNo: string;
  acceptedAt: Stamp;
  /** The part about the report itself, which calls registered since it was added have. */
  inScope?: YesNo;
  repeated?: YesNo;
  noContent?: YesNo;
  declinesToCome?: YesNo;
  urgent?: YesNo;
  secretWanted?: YesNo;
  registeredAt?: Stamp;
}

export interface Filing {
  source: string;
  reporter: string;
  happenedAt: Stamp;
  amount: string;
  evidenceListAt: Stamp;
  acceptedAt: Stamp;
  acceptedBy: string;
  receiptNo: string;
  receiptAt: Stamp;
  accuser: "有" | "无" | "";
  reviewKind: string;
  filedAt: Stamp;
  rejectedAt: Stamp;
  rejectNoticeAt: Stamp;
  jurisdiction: "有" | "无" | "";
  noJurisdictionAt: Stamp;
  transferredAt: Stamp;
  transferTo: string;
  approver: string;
  brief: string;
}

export interface Person {
  id: string;
  name: string;
  sex: "男" | "女";
  birth: string;
  age: string;
  idNo: string;
  role: string;
  work: string;
  phone: string;
  address: string;
  guardian: string;
}

export interface Measure {
  id: string;
  person: string;
  kind: string;
  docNo: string;
  decidedAt: Stamp;
  startedAt: Stamp;
  expiresAt: Stamp;
  arrivedAt: Stamp;
  leftAt: Stamp;
  to24: YesNo;
  extension: string;
  arrestRequestAt: Stamp;
  endedAt: Stamp;
  jailAt: Stamp;
  firstAskedAt: Stamp;
  familyNoticeAt: Stamp;
  noNoticeReason: string;
  arrestResult: string;
  bailKind: string;
  guarantor: string;
  bailMoney: string;
  executors: string;
  approver: string;
  level: string;
}

export interface Interview {
  id: string;
  type: "讯问" | "询问";
  times: string;
  askers: string[];
  recorder: string;
  startAt: Stamp;
  endAt: Stamp;
  place: string;
  placeKind: string;
  recorded: YesNo;
  arrivedAt: Stamp;
  arriveBy: string;
  crowd: YesNo;
  complex: YesNo;
  mayDetain: YesNo;
  extended: YesNo;
  familyNoticeAt: Stamp;
  leftAt: Stamp;
  name: string;
  sex: "男" | "女";
  birth: string;
  idNo: string;
  role: string;
  minor: YesNo;
  guardianPresent: YesNo;
  guardianName: string;
  rightsTold: YesNo;
  text: string;
}

export interface Item {
  id: string;
  code: string;
  name: string;
  category: string;
  quantity: string;
  feature: string;
  holder: string;
  seizedAt: Stamp;
  witness: string;
  listNo: string;
  listGivenAt: Stamp;
  keeper: string;
  keepPlace: string;
  storedAt: Stamp;
  related: YesNo;
  unrelatedAt: Stamp;
  returnedAt: Stamp;
  outcome: string;
}

export interface Approval {
  id: string;
  code: string;
  matter: string;
  applicant: string;
  appliedAt: Stamp;
  reviewer: string;
  reviewOpinion: string;
  reviewedAt: Stamp;
  approver: string;
  approveOpinion: string;
  approvedAt: Stamp;
  collective: YesNo;
  collectiveAt: Stamp;
}

export interface Case {
  no: string;
  platform: "new" | "old";
  name: string;
  kind: "刑事案件" | "治安案件";
  cause: string;
  status: string;
  unit: string;
  lead: string;
  assist: string;
  incident: Incident;
  filing: Filing;
  persons: Person[];
  measures: Measure[];
  interviews: Interview[];
  property: Item[];
  approvals: Approval[];
  decision: string;
  decidedAt: Stamp;
  stoppedAt: Stamp;
  closedAt: Stamp;
  papers: Paper[];
  films: Film[];
  stays: Stay[];
  meddlings: Meddling[];
  dossier: Dossier;
}

/** Everything both platforms hold: cases, and calls that never became one. */
export interface Records {
  cases: Case[];
  incidents: { platform: "new" | "old"; incident: Incident }[];
}
