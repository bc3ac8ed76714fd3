// Batches of entries as a browser sends them, over an invented case of 星河市.
import type { SentEntry, UnitFact } from "../../shared/supervision/entry.ts";

export const CASE = "新警综:A9901000020260300012";

export const fact = (path: string, value: UnitFact["value"] | null, at: number, page = "case"): UnitFact => {
  const [place = "", field = ""] = path.split(".");
  const [entity = "", id = ""] = place.split("/");
  return value === null || value === undefined
    ? { entity, id, field, state: "absent", at, page }
    : { entity, id, field, state: "known", value, at, page };
};

export const factsEntry = (
  seq: number,
  facts: UnitFact[],
  complete: string[] = [],
  caseKey: string = CASE,
): SentEntry => ({
  seq,
  at: new Date(facts[0]?.at ?? 0).toISOString(),
  caseKey,
  body: { kind: "facts", facts, complete },
});

export const signedEntry = (seq: number, said?: string, caseKey: string = CASE): SentEntry => ({
  seq,
  at: "2026-03-01T01:00:00.000Z",
  caseKey,
  body: {
    kind: "signed",
    rule: "bail-overrun",
    on: "measures/m1",
    finding: "0123456789abcdef",
    pack: 1,
    ...(said === undefined ? {} : { said }),
  },
});

/** A man detained at an instant (ms) and not yet taken to a detention house; `more` comes in place of that blank. */
export const detainedFacts = (startedAt: number, more: readonly UnitFact[] = []): UnitFact[] => [
  fact("case.number", "A9901000020260300012", Date.now()),
  fact("measures/m1.kind", "刑事拘留", Date.now()),
  fact("measures/m1.startedAt", startedAt, Date.now()),
  fact("measures/m1.endedAt", null, Date.now()),
  ...(more.length > 0 ? more : [fact("measures/m1.sentToHouseAt", null, Date.now())]),
];
