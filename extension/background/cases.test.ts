// Case memory: rows that are gone are forgotten, a record that only changed its name is not kept twice, other pages stay.
import { beforeEach, expect, test, vi } from "vitest";
import type { Fact } from "../../shared/facts/fact.ts";
import type { FrameReading } from "../protocol/messages.ts";
import {
  caseMemory,
  forgetCases,
  keepShown,
  knownCases,
  mergedCase,
  renameCase,
  takeReading,
} from "./cases.ts";

const URL_A = "http://127.0.0.1/new/#/case/A1/interview/b1";

const fact = (id: string, field: string, value: Fact["value"], at: number): Fact => ({
  entity: "interviews",
  id,
  field,
  state: "known",
  value,
  at,
  page: "interview",
});

const reading = (facts: readonly Fact[], more: Partial<FrameReading> = {}): FrameReading => ({
  frame: "",
  url: URL_A,
  pageKind: "interview",
  pageLabel: "询问讯问笔录",
  platform: "p",
  caseNumber: "A1",
  facts,
  completeLists: [],
  wholeLists: [],
  hits: { matched: 1, seen: 1 },
  at: facts[0]?.at ?? 1,
  ...more,
});

const ids = (): string[] => mergedCase(memory()).sheet.interviews?.items.map((i) => i.id) ?? [];
const memory = () => caseMemory("p:A1", "A1", "p");

beforeEach(async () => {
  vi.stubGlobal("chrome", {
    storage: { session: { get: async () => ({}), set: async () => {}, remove: async () => {} } },
  });
  await forgetCases();
});

test("a record that is read under another name at the same address replaces its older self", () => {
  takeReading(memory(), reading([fact("i-1", "kind", "讯问", 1)]), "interview|");
  takeReading(memory(), reading([fact("i-2", "kind", "讯问", 2)]), "interview|");
  expect(ids()).toEqual(["i-2"]);
});

test("what an unsaved form said at an address that is no longer shown is gone, what is shown stays", () => {
  const draft = caseMemory("tab:1", "", "p");
  takeReading(draft, reading([fact("i-1", "kind", "讯问", 1)]), "interview|0");
  takeReading(draft, reading([fact("i-2", "kind", "询问", 1)], { url: `${URL_A}/next` }), "measure|1");
  keepShown(draft, new Set([URL_A]));
  expect(mergedCase(draft).sheet.interviews?.items.map((i) => i.id)).toEqual(["i-1"]);
});

test("another record at another address stands beside the first", () => {
  takeReading(memory(), reading([fact("i-1", "kind", "讯问", 1)]), "interview|");
  takeReading(
    memory(),
    reading([fact("i-2", "kind", "询问", 2)], { url: URL_A.replace("b1", "b2") }),
    "interview|",
  );
  expect(ids()).toEqual(["i-1", "i-2"]);
});

test("rows of a list that scroll out of sight stay, those that a whole list no longer has go", () => {
  takeReading(
    memory(),
    reading([fact("i-1", "kind", "讯问", 1), fact("i-2", "kind", "讯问", 1)]),
    "interviews|",
  );
  takeReading(
    memory(),
    reading([fact("i-2", "kind", "讯问", 2), fact("i-3", "kind", "讯问", 2)]),
    "interviews|",
  );
  expect(ids()).toEqual(["i-1", "i-2", "i-3"]);
  takeReading(
    memory(),
    reading([fact("i-3", "kind", "讯问", 3)], { completeLists: ["interviews"] }),
    "interviews|",
  );
  expect(ids()).toEqual(["i-3"]);
});

test("a table read to its end is the whole list only where the reading says so", () => {
  const papers = (more: Partial<FrameReading>) => {
    takeReading(memory(), reading([], { completeLists: ["documents"], ...more }), "papers|");
    return mergedCase(memory()).sheet.documents?.complete;
  };
  expect(papers({})).toBeUndefined();
  expect(papers({ wholeLists: ["documents"] })).toBe(true);
});

test("what a list page said of a record stays when the record's own page names it anew", () => {
  takeReading(memory(), reading([fact("i-1", "round", "1", 1)]), "interviews|");
  takeReading(memory(), reading([fact("i-1", "kind", "讯问", 2)]), "interview|");
  takeReading(memory(), reading([fact("i-9", "kind", "讯问", 3)]), "interview|");
  expect(ids()).toEqual(["i-1", "i-9"]);
});

test("a case whose platform has a name now is one case under that name, with what was read before and since", () => {
  const before = caseMemory("h:80:A1", "A1", "h:80");
  takeReading(before, reading([fact("i-1", "kind", "讯问", 1)]), "interview|");
  takeReading(memory(), reading([fact("i-2", "kind", "询问", 2)], { url: `${URL_A}/2` }), "interview|1");
  const now = renameCase(before, "p");
  expect(knownCases().map(({ key }) => key)).toEqual(["p:A1"]);
  expect(now).toMatchObject({ key: "p:A1", number: "A1", platform: "p" });
  expect(ids().sort()).toEqual(["i-1", "i-2"]);
  expect(renameCase(now, "P")).toBe(now);
});
