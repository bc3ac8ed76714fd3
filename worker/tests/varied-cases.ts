// Four invented cases of which much could not be read, each in another way.
import type { UnitFact } from "../../shared/supervision/entry.ts";
import { CASE, detainedFacts, fact } from "./batch.ts";
import { HOUR, START } from "./clock.ts";

export const at = (path: string, value: UnitFact["value"] | null) => fact(path, value, START);
export const CASES: Readonly<Record<string, { facts: UnitFact[]; complete?: string[] }>> = {
  [CASE]: { facts: detainedFacts(START - 30 * HOUR), complete: ["measures"] },
  "新警综:A1": {
    facts: [
      at("case.category", "行政"),
      at("case.acceptedAt", START - 50 * HOUR),
      at("interviews/i1.kind", "询问"),
      at("interviews/i1.startedAt", START - 20 * HOUR),
    ],
    complete: ["interviews", "documents", "persons"],
  },
  "接处警平台:J1": {
    facts: [at("incident.number", "J1"), at("incident.receivedAt", START - 9 * HOUR)],
  },
  "新警综:A2": {
    facts: [
      at("case.category", "刑事"),
      at("property/w1.kind", "手机"),
      at("property/w1.action", "扣押"),
      at("property/w1.seizedAt", START - 26 * HOUR),
      at("property/w2.seizedAt", null),
      at("measures/m1.kind", "取保候审"),
    ],
    complete: ["property"],
  },
};
