// What a case reports to its unit: nothing unsaved, no list that would look empty there, nothing twice, and all of a large case.
import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { beforeEach, expect, test, vi } from "vitest";
import type { Fact } from "../../shared/facts/fact.ts";
import type { Judgement } from "../../shared/rules/finding.ts";
import type { EntryBody } from "../../shared/supervision/entry.ts";
import { finding } from "../overlay/sample.ts";
import type { CaseMemory } from "./cases.ts";

const AT = Date.parse("2026-11-20T15:48+08:00");
const KEY = "55".repeat(32);

const fact = (path: string, value: Fact["value"], entity: Fact["entity"] = "measures"): Fact => {
  const [id = "", field = ""] = path.split(".");
  return { entity, id, field, state: "known", value, at: AT, page: "measures" };
};
const memoryOf = (facts: readonly Fact[], complete: readonly string[] = []): CaseMemory => ({
  key: "p:A1",
  number: "A1",
  platform: "p",
  facts: Object.fromEntries(facts.map((one, i) => [String(i), one])),
  complete: Object.fromEntries(complete.map((list) => [list, AT])),
  notes: [],
  ticks: [],
});
const judgement = (on: readonly string[] = []): Judgement => ({
  at: AT,
  pack: { revision: 3, hash: "" },
  findings: on.map((each) => finding({ on: each, verdict: "due", colour: "blue" })),
});

let send: (memory: CaseMemory, judged?: Judgement) => Promise<EntryBody[]>;
beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  vi.resetModules();
  const { report } = await import("./report.ts");
  const { acknowledged, waiting } = await import("./outbox.ts");
  send = async (memory, judged = judgement()) => {
    await report("d.m", KEY, memory, judged);
    const entries = (await waiting("d.m")).map(({ entry }) => entry);
    await acknowledged("d.m", entries.at(-1)?.seq ?? 0, [], () => true);
    return entries.map(({ body }) => body);
  };
});

const factsIn = (bodies: readonly EntryBody[]) =>
  bodies.flatMap((body) => (body.kind === "facts" ? body.facts : []));
const listsIn = (bodies: readonly EntryBody[]) =>
  bodies.flatMap((body) => (body.kind === "facts" ? body.complete : []));

test("what is typed into an unsaved form stays in the browser, the saved beside it goes", async () => {
  const facts = [fact("m-1.kind", "刑事拘留"), fact("draft-m-1.kind", "逮捕")];
  const bodies = await send(memoryOf(facts, ["measures"]), judgement(["measures/m-1", "measures/draft-m-1"]));
  expect(factsIn(bodies).map(({ value }) => value)).toEqual(["刑事拘留"]);
  expect(bodies.flatMap((body) => (body.kind === "findings" ? body.findings : []))).toHaveLength(1);
  expect(JSON.stringify(bodies)).not.toContain("draft");
  expect(listsIn(bodies)).toEqual(["measures"]);
});

test("a list is whole for the unit only when something of each of its rows goes", async () => {
  const persons = [fact("p-1.name", "韩某某", "persons"), fact("p-2.name", "李某某", "persons")];
  const facts = [...persons, fact("p-2.role", "犯罪嫌疑人", "persons"), fact("m-1.kind", "逮捕")];
  expect(listsIn(await send(memoryOf(facts, ["persons", "measures", "property"])))).toEqual([
    "measures",
    "property",
  ]);
});

test("the same state is queued once, a changed one again", async () => {
  const before = [fact("m-1.kind", "刑事拘留"), fact("m-1.startedAt", AT)];
  expect(factsIn(await send(memoryOf(before)))).toHaveLength(2);
  expect(await send(memoryOf(before))).toEqual([]);
  const after = [fact("m-1.kind", "逮捕"), fact("m-1.startedAt", AT)];
  expect(factsIn(await send(memoryOf(after))).map(({ field }) => field)).toEqual(["kind"]);
});

test("no word of a fact stays in what is remembered of it", async () => {
  await send(
    memoryOf([
      fact("m-1.kind", "刑事拘留"),
      fact("m-1.executors", ["陈立", "郑浩"]),
      fact("m-1.startedAt", AT),
    ]),
  );
  const { database } = await import("./database.ts");
  const kept = JSON.stringify(await (await database()).getAll("queued"));
  for (const word of ["刑事拘留", "陈立", "郑浩"]) expect(kept).not.toContain(word);
  expect(kept).toContain(String(AT));
});

test("a case of two thousand facts goes in entries that the contract takes, each fact once", async () => {
  const facts = Array.from({ length: 2_000 }, (_, i) => fact(`m-${i}.kind`, "传唤"));
  const bodies = await send(memoryOf(facts));
  for (const body of bodies) expect(body.kind === "facts" && body.facts.length).toBeLessThanOrEqual(600);
  expect(new Set(factsIn(bodies).map(({ id }) => id)).size).toBe(2_000);
});

test("a row that the host's list no longer has is told, also when nothing else changed", async () => {
  const both = [fact("m-1.kind", "刑事拘留"), fact("m-2.kind", "逮捕")];
  const rows = (bodies: readonly EntryBody[]) =>
    bodies.flatMap((body) => (body.kind === "facts" && body.rows ? [body.rows["measures"]?.length] : []));
  expect(rows(await send(memoryOf(both, ["measures"])))).toEqual([2]);
  expect(await send(memoryOf(both, ["measures"]))).toEqual([]);
  const left = await send(memoryOf(both.slice(0, 1), ["measures"]));
  expect(rows(left)).toEqual([1]);
  expect(factsIn(left)).toEqual([]);
});

test("a finding that became moot is told once, one that always was is not", async () => {
  const judged = (verdict: "due" | "moot"): Judgement => ({
    ...judgement(),
    findings: [finding({ on: "measures/m-1", verdict, colour: verdict === "due" ? "blue" : "green" })],
  });
  const memory = memoryOf([fact("m-1.kind", "刑事拘留")]);
  const verdicts = (bodies: readonly EntryBody[]) =>
    bodies.flatMap((body) => (body.kind === "findings" ? body.findings.map((f) => f.verdict) : []));
  expect(verdicts(await send(memory, judged("moot")))).toEqual([]);
  expect(verdicts(await send(memory, judged("due")))).toEqual(["due"]);
  expect(verdicts(await send(memory, judged("moot")))).toEqual(["moot"]);
  expect(verdicts(await send(memory, judged("moot")))).toEqual([]);
});

test("of hundreds of rules of which nothing was read the unit hears nothing, of one that it knew it hears", async () => {
  const judged = (applies: "yes" | "unknown"): Judgement => ({
    ...judgement(),
    findings: [finding({ on: "measures/m-1", verdict: "unknown", colour: "grey", applies })],
  });
  const memory = memoryOf([fact("m-1.kind", "刑事拘留")]);
  const sent = async (applies: "yes" | "unknown") =>
    (await send(memory, judged(applies))).filter(({ kind }) => kind === "findings").length;
  expect(await sent("unknown")).toBe(0);
  const before = await send(memory, { ...judgement(["measures/m-1"]) });
  expect(before).toHaveLength(1);
  expect(await sent("unknown")).toBe(1);
});
