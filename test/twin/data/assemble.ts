// Puts a case together: its number on its call, transcripts, registers, and what follows from one record for another.
import type { Case } from "../model.ts";
import { aged, dossier, films, papers, stays } from "./derive.ts";
import { transcript } from "./transcript.ts";

const UNIT = "星河市公安局北岸分局柳桥派出所";

const DEFAULTS = {
  unit: UNIT,
  lead: "陈立",
  assist: "周岩",
  decision: "",
  decidedAt: "",
  stoppedAt: "",
  closedAt: "",
  meddlings: [] as Case["meddlings"],
};

type Derived = "papers" | "films" | "stays" | "dossier";
type Given = Omit<Case, keyof typeof DEFAULTS | Derived> & Partial<Pick<Case, keyof typeof DEFAULTS>>;

/** A whole case, handled at the station by 陈立 with 周岩 unless others are named. */
export function assemble(given: Given): Case {
  const whole = { ...DEFAULTS, ...given };
  const incident = whole.incident.no
    ? { ...whole.incident, caseNo: whole.no, acceptedAt: whole.filing.acceptedAt }
    : whole.incident;
  const filing = { ...whole.filing, happenedAt: incident.happenedAt, amount: incident.amount };
  const interviews = whole.interviews.map((each) => ({
    ...each,
    text: each.text || transcript(each.role, "你把事情的经过讲一下。", "事情就是这样，我没有别的要补充的。"),
  }));
  const measures = whole.measures.map((each) => {
    const arrested = whole.measures.some((other) => other.kind === "逮捕" && other.person === each.person);
    const decided = each.kind === "刑事拘留" && each.arrestRequestAt !== "" && each.endedAt !== "";
    return { ...each, arrestResult: decided ? (arrested ? "批准逮捕" : "不批准逮捕") : "" };
  });
  const persons = aged(whole.persons, filing.acceptedAt);
  const told = { ...whole, incident, filing, interviews, measures, persons };
  return {
    ...told,
    papers: papers(told),
    films: films(told),
    stays: stays(told),
    dossier: dossier(told, told.closedAt),
  };
}
