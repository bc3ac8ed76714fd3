// Fills the records of a case completely and lawfully, so that a case file only states what is special to it.
import type { Approval, Case, Filing, Incident, Interview, Item, Measure, Person } from "../model.ts";
import { titled } from "../staff.ts";
import { after, hours } from "./stamp.ts";

/** A person with an ID number of a region that does not exist (9901…). */
export function person(
  id: string,
  name: string,
  sex: "男" | "女",
  birth: string,
  role: string,
  serial: string,
  guardian = "",
): Person {
  const idNo = `990104${birth.replaceAll("-", "")}${serial}`;
  const door = Number(serial.slice(0, 3)) % 60;
  return {
    id,
    name,
    sex,
    birth,
    idNo,
    role,
    phone: `1990000${serial.slice(0, 3)}${serial.slice(0, 1)}`,
    address: `星河市北岸区柳桥街道${door + 1}号`,
    guardian,
  };
}

/** A call answered, attended, reported back and filed within the half hour. */
export function incident(
  no: string,
  receivedAt: string,
  category: string,
  rest: Partial<Incident> & Pick<Incident, "reporter" | "content" | "place" | "process">,
): Incident {
  return {
    no,
    receivedAt,
    via: "110电话",
    phone: `1990000${no.slice(-4)}`,
    category,
    dispatchedAt: after(receivedAt, 1),
    arrivedAt: after(receivedAt, 8),
    officers: [titled("陈立"), titled("周岩")],
    finalCategory: category,
    outcome: "受案调查",
    feedbackAt: after(receivedAt, 24),
    filed: "是",
    caseNo: "",
    acceptedAt: after(receivedAt, 26),
    ...rest,
  };
}

/** No call belongs to the case. */
export const noIncident = (): Incident => ({
  no: "",
  receivedAt: "",
  via: "",
  reporter: "",
  phone: "",
  place: "",
  content: "",
  category: "",
  dispatchedAt: "",
  arrivedAt: "",
  officers: [],
  process: "",
  finalCategory: "",
  outcome: "",
  feedbackAt: "",
  filed: "",
  caseNo: "",
  acceptedAt: "",
});

/** Filed as the kind of case requires: public order cases at once, criminal ones the same day. */
export function filing(
  kind: Case["kind"],
  acceptedAt: string,
  rest: Partial<Filing> & Pick<Filing, "reporter" | "brief">,
): Filing {
  return {
    source: "110指令",
    acceptedAt,
    acceptedBy: titled("陈立"),
    receiptNo: `星北柳(受)回字〔${acceptedAt.slice(0, 4)}〕${acceptedAt.slice(5, 7)}${acceptedAt.slice(8, 10)}号`,
    receiptAt: after(acceptedAt, 7),
    accuser: "无",
    reviewKind: kind === "刑事案件" ? "一般" : "",
    filedAt: kind === "刑事案件" ? hours(acceptedAt, 2) : acceptedAt,
    rejectedAt: "",
    rejectNoticeAt: "",
    jurisdiction: "有",
    noJurisdictionAt: "",
    transferredAt: "",
    transferTo: "",
    approver: kind === "刑事案件" ? "罗远" : "何川",
    ...rest,
  };
}

/** A measure; only what is given is filled in. */
export function measure(
  id: string,
  whom: Person,
  kind: string,
  startedAt: string,
  rest: Partial<Measure>,
): Measure {
  return {
    id,
    person: whom.name,
    kind,
    docNo: `星北公(刑)${kind.slice(0, 1)}字〔${startedAt.slice(0, 4)}〕${Number(whom.idNo.slice(-4, -1)) + 20}号`,
    decidedAt: after(startedAt, -30),
    startedAt,
    expiresAt: "",
    arrivedAt: "",
    leftAt: "",
    to24: kind === "传唤" || kind === "拘传" ? "否" : "",
    extension: kind === "刑事拘留" ? "未延长" : "",
    arrestRequestAt: "",
    endedAt: "",
    jailAt: "",
    firstAskedAt: "",
    familyNoticeAt: "",
    noNoticeReason: "",
    approver: kind === "传唤" ? "何川" : "罗远",
    ...rest,
  };
}

/** Whether a person born that day is under eighteen at that time. */
const isMinor = (birth: string, at: string): boolean =>
  `${Number(birth.slice(0, 4)) + 18}${birth.slice(4)}` > at.slice(0, 10);

/** An interview held by two officers, recorded, with the rights told. */
export function interview(
  id: string,
  type: "讯问" | "询问",
  whom: Person,
  startAt: string,
  rest: Partial<Interview>,
): Interview {
  return {
    id,
    type,
    times: "1",
    askers: [titled("陈立"), titled("周岩")],
    recorder: titled("周岩"),
    startAt,
    endAt: after(startAt, 85),
    place: type === "讯问" ? "柳桥派出所办案区 讯问室3" : "柳桥派出所办案区 询问室1",
    placeKind: "办案区",
    recorded: "是",
    arrivedAt: "",
    arriveBy: "",
    complex: "否",
    mayDetain: "否",
    extended: "否",
    familyNoticeAt: "",
    leftAt: "",
    name: whom.name,
    sex: whom.sex,
    birth: whom.birth,
    idNo: whom.idNo,
    role: whom.role,
    minor: isMinor(whom.birth, startAt) ? "是" : "否",
    guardianPresent: "否",
    guardianName: "",
    rightsTold: "是",
    text: "",
    ...rest,
  };
}

/** A thing seized with its list, stored within two hours by the custodian who works on no case. */
export function item(
  id: string,
  name: string,
  quantity: string,
  seizedAt: string,
  rest: Partial<Item> & Pick<Item, "holder">,
): Item {
  return {
    id,
    name,
    quantity,
    feature: "外观完好",
    seizedAt,
    listNo: `星北公扣清〔${seizedAt.slice(0, 4)}〕${seizedAt.slice(5, 7)}${seizedAt.slice(8, 10)}-${id.slice(1)}号`,
    keeper: "沈澜",
    keepPlace: "北岸分局涉案财物管理中心 2号库",
    storedAt: hours(seizedAt, 2),
    related: "是",
    unrelatedAt: "",
    returnedAt: "",
    outcome: "随案保管",
    ...rest,
  };
}

/** A matter put up, reviewed and approved in the right order. */
export function approval(
  id: string,
  matter: string,
  appliedAt: string,
  rest: Partial<Approval> = {},
): Approval {
  return {
    id,
    matter,
    applicant: "陈立",
    appliedAt,
    reviewer: "林知秋",
    reviewOpinion: "同意",
    reviewedAt: after(appliedAt, 12),
    approver: "罗远",
    approveOpinion: "同意",
    approvedAt: after(appliedAt, 20),
    collective: "否",
    ...rest,
  };
}
