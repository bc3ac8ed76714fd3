// Puts a case together: its number on its call, the filing time where the call shows it, and transcripts where none is given.
import type { Case } from "../model.ts";
import { transcript } from "./transcript.ts";

const UNIT = "星河市公安局北岸分局柳桥派出所";

type Given = Omit<Case, "unit" | "lead" | "assist"> & Partial<Pick<Case, "unit" | "lead" | "assist">>;

/** A whole case, handled at the station by 陈立 with 周岩 unless others are named. */
export function assemble(given: Given): Case {
  const incident = given.incident.no
    ? { ...given.incident, caseNo: given.no, acceptedAt: given.filing.acceptedAt }
    : given.incident;
  const interviews = given.interviews.map((each) => ({
    ...each,
    text: each.text || transcript(each.role, "你把事情的经过讲一下。", "事情就是这样，我没有别的要补充的。"),
  }));
  return { unit: UNIT, lead: "陈立", assist: "周岩", ...given, incident, interviews };
}
