// What the unit answers never takes back what has come meanwhile: notes stay at their furthest state, ticks at their latest.
import { expect, test } from "vitest";
import type { CaseNote } from "../../shared/supervision/note.ts";
import { references } from "./references.ts";
import { localFact, newestNotes, newestTicks } from "./unit-case.ts";

const note = (id: string, more: Partial<CaseNote> = {}): CaseNote => ({
  id,
  kind: "问题",
  said: "s",
  anchor: { page: "interview", url: "/", frame: "", css: "p" },
  caseKey: "k",
  by: "b",
  byName: "n",
  at: `2026-11-21T0${id}:00:00Z`,
  state: "open",
  replies: [],
  ...more,
});
const reply = { by: "o", byName: "o", at: "2026-11-21T09:00:00Z", said: "r", fixed: false };

test("an older answer without the note that was just pushed does not drop it", () => {
  expect(newestNotes([note("1")], []).map((n) => n.id)).toEqual(["1"]);
});

test("of two states of one note the further one stays, whichever comes last", () => {
  const answered = note("1", { replies: [reply], state: "replied" });
  const closed = note("1", { state: "closed", closed: { by: "l", byName: "l", at: "", said: "" } });
  expect(newestNotes([answered], [note("1")])[0]?.state).toBe("replied");
  expect(newestNotes([note("1")], [answered])[0]?.state).toBe("replied");
  expect(newestNotes([closed], [answered])[0]?.state).toBe("closed");
});

test("notes stand oldest first, ticks are the latest of each item", () => {
  expect(newestNotes([note("2")], [note("1")]).map((n) => n.id)).toEqual(["1", "2"]);
  const tick = (at: string, ticked: boolean) => ({ item: "i", ticked, evidence: "", by: "", byName: "", at });
  expect(newestTicks([tick("2", false)], [tick("1", true)])).toEqual([tick("2", false)]);
});

test("a person whom the unit knows by reference is the person of this browser, in every place that names them", () => {
  const { out, person, back } = references("11".repeat(32), "p:A1", {
    persons: { items: [{ id: "p-1", cells: { name: "韩某某" } }], complete: true },
    measures: { items: [{ id: "m-1", cells: {} }], complete: true },
  });
  const fact = {
    entity: "measures",
    id: out("measures/m-1").slice(9),
    field: "person",
    state: "known",
    value: person("韩某某"),
    at: 1,
    page: "measures",
  } as const;
  expect(localFact(fact, back)).toMatchObject({ id: "m-1", value: "p-1", page: "ledger" });
  expect(localFact({ ...fact, field: "number" }, back).value).toBe(person("韩某某"));
  expect(localFact({ ...fact, value: "ffffffffffffffff" }, back).value).toBe("ffffffffffffffff");
});
