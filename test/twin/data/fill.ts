// Fills the call, the filing and the approvals of a case lawfully, so that a case file only states what is special to it.
import type { Approval, Case, Filing, Incident } from "../model.ts";
import { titled } from "../staff.ts";
import { after, hours } from "./stamp.ts";

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
    via: "110报警",
    answeredBy: titled("许清"),
    happenedAt: after(receivedAt, -25),
    amount: "",
    phone: `1990000${no.slice(-4)}`,
    category,
    dispatchedAt: after(receivedAt, 1),
    arrivedAt: after(receivedAt, 8),
    officers: [titled("陈立"), titled("周岩")],
    finalCategory: category,
    outcome: "受案调查",
    endedAt: after(receivedAt, 20),
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
  answeredBy: "",
  happenedAt: "",
  amount: "",
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
  endedAt: "",
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
    happenedAt: "",
    amount: "",
    evidenceListAt: after(acceptedAt, 9),
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

/** A matter put up, reviewed and approved in the right order. */
export function approval(
  id: string,
  matter: string,
  appliedAt: string,
  rest: Partial<Approval> = {},
): Approval {
  return {
    id,
    code: `CP${appliedAt.slice(0, 10).replaceAll("-", "")}${id.slice(1).padStart(3, "0")}`,
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
    collectiveAt: rest.collective === "是" ? after(appliedAt, -40) : "",
    ...rest,
  };
}
