// What the twin keeps of a case: plain records of text as a case platform stores them.

/** Beijing time as the platforms store it: `2026-06-08 21:40`; "" = not filled in. */
export type Stamp = string;
export type YesNo = "是" | "否" | "";

export interface Incident {
  no: string;
  receivedAt: Stamp;
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
  feedbackAt: Stamp;
  filed: YesNo;
  caseNo: string;
  acceptedAt: Stamp;
}

export interface Filing {
  source: string;
  reporter: string;
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
  idNo: string;
  role: string;
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
  approver: string;
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
  name: string;
  quantity: string;
  feature: string;
  holder: string;
  seizedAt: Stamp;
  listNo: string;
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
}

/** Everything both platforms hold: cases, and calls that never became one. */
export interface Records {
  cases: Case[];
  incidents: { platform: "new" | "old"; incident: Incident }[];
}
