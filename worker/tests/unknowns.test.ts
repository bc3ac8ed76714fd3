// What the object could not check lies in one row of each case, and is answered as if each finding had a row of its own.
import { abortAllDurableObjects, runInDurableObject } from "cloudflare:test";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Fact } from "../../shared/facts/fact.ts";
import { mergeFacts } from "../../shared/facts/merge.ts";
import { judgeSpeaking } from "../../shared/rules/speaking.ts";
import type { UnitFinding } from "../../shared/supervision/entry.ts";
import { setting } from "../sql.ts";
import { judgingOf } from "../unit/judging.ts";
import { UNIT_STEPS } from "../unit/migrations.ts";
import { linesOf } from "../unit/rollup/lines-of.ts";
import { CASE, detainedFacts, factsEntry } from "./batch.ts";
import { HOUR, ring, START, setClock } from "./clock.ts";
import { call, deploy, hire, inUnit, type Person, unitStub } from "./deployment.ts";
import { fakeGateway } from "./gateway.ts";
import { at, CASES } from "./varied-cases.ts";

const BROWSERS_RULE = "minor-without-guardian";
let officer: Person;
let legal: Person;
let seq = 0;
beforeEach(async () => {
  setClock(START);
  fakeGateway();
  const admin = await deploy();
  officer = await hire(admin, "han", ["officer"]);
  legal = await hire(admin, "fa", ["legal"]);
  seq = 0;
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const KEYS = Object.keys(CASES);

async function send(body: ReturnType<typeof factsEntry>["body"], caseKey: string): Promise<void> {
  const entries = [{ seq: ++seq, at: new Date(START).toISOString(), caseKey, body }];
  const { status } = await call("sync", { device: officer.device, entries }, { token: officer.token });
  expect(status).toBe(200);
}

async function plant(): Promise<void> {
  for (const [key, { facts, complete = [] }] of Object.entries(CASES))
    await send({ kind: "facts", facts, complete }, key);
  const own = {
    rule: BROWSERS_RULE,
    verdict: "unknown" as const,
    colour: "grey" as const,
    key: "0123456789abcdef",
  };
  const findings = [
    { ...own, on: "interviews/i1", missing: ["interviews/i1.content"] },
    { ...own, on: "case", missing: ["case.category", "interviews"] },
  ];
  await send({ kind: "findings", findings, pack: 1 }, "新警综:A1");
}

const view = async (key: string) =>
  (await call("caseView", undefined, { token: officer.token, params: { key } })).body;
const desk = async ({ token }: Person) =>
  (await call("desk", undefined, { token, query: { of: "unit" } })).body;

/** Everything that speaks of findings, as clients read it. */
async function replies(keys = KEYS) {
  const [views, custody] = [await Promise.all(keys.map(view)), await call("custody", undefined, officer)];
  const lines = await inUnit("root", (sql) => keys.map((key) => linesOf(sql, `case ${key}`)));
  const { body } = await call("cases", undefined, { token: legal.token });
  return {
    views,
    custody: custody.body,
    cases: body,
    desks: [await desk(officer), await desk(legal)],
    lines,
  };
}

const rulesOf = () =>
  inUnit("root", (sql) => {
    const judging = judgingOf({ body: setting(sql, "pack") ?? "", hash: setting(sql, "pack-hash") ?? "" });
    return { prepared: judging.prepared, judged: judging.judged, rules: judging.rules };
  });

/** The line of one case as it comes from its findings one by one. */
function uncheckedIn(caseKey: string, findings: readonly UnitFinding[], shown: (rule: string) => boolean) {
  const fields = new Map<string, number>();
  const unknown = findings.filter(({ verdict, rule }) => verdict === "unknown" && shown(rule));
  for (const field of unknown.flatMap(({ missing }) => missing))
    fields.set(field, (fields.get(field) ?? 0) + 1);
  const missing = [...fields].sort((a, b) => b[1] - a[1]).slice(0, 3);
  return unknown.length === 0
    ? []
    : [{ caseKey, count: unknown.length, missing: missing.map(([field]) => field) }];
}

it("a case is answered with every finding that judging it gives, and the browser's own", async () => {
  await plant();
  const { prepared, judged } = await rulesOf();
  for (const key of KEYS) {
    const { facts, complete, findings } = await view(key);
    const { sheet } = mergeFacts(facts as unknown as Fact[], complete);
    const wanted = judgeSpeaking(prepared, sheet, START).findings.map(
      ({ rule, on, verdict, colour, missing, key }) => ({
        rule,
        on,
        verdict,
        colour,
        missing: missing.slice(0, 16),
        key,
      }),
    );
    const place = ({ rule, on }: { rule: string; on: string }) => `${rule}\n${on}`;
    wanted.sort((a, b) => (place(a) < place(b) ? -1 : 1));
    expect(wanted.filter(({ verdict }) => verdict === "unknown").length).toBeGreaterThan(100);
    expect(findings.filter(({ rule }) => judged.has(rule))).toMatchObject(wanted);
    expect(findings.filter(({ rule }) => judged.has(rule))).toHaveLength(wanted.length);
  }
  const own = (await view("新警综:A1")).findings.filter(({ rule }) => rule === BROWSERS_RULE);
  expect(own.map(({ on, verdict }) => [on, verdict])).toEqual([
    ["case", "unknown"],
    ["interviews/i1", "unknown"],
  ]);
});

it("lists, desks and numbers count them as they stand in the cases", async () => {
  await plant();
  const { views, cases, desks, lines } = await replies();
  const { rules } = await rulesOf();
  for (const { key, findings } of views) {
    const grey = findings.filter(({ colour, mended }) => colour === "grey" && mended === undefined);
    const listed = cases.cases.find((one) => one.key === key);
    expect([listed?.unknown, listed?.unknown === 0]).toEqual([grey.length, false]);
    const colours = new Set(findings.map(({ colour }) => colour));
    const gravest = ["red", "orange", "yellow", "blue", "grey"].find((colour) =>
      colours.has(colour as "red"),
    );
    expect(listed?.colour).toBe(gravest);
  }
  const sorted = [...views].sort((a, b) => (a.key < b.key ? -1 : 1));
  for (const [i, legals] of [false, true].entries()) {
    const shown = (rule: string) => legals || rules.get(rule)?.audience !== "legal";
    expect(desks[i]?.unchecked).toEqual(
      sorted.flatMap(({ key, findings }) => uncheckedIn(key, findings, shown)),
    );
  }
  expect(desks[0]?.unchecked).not.toEqual(desks[1]?.unchecked);
  for (const of of lines) expect(of.filter(([, , indicator]) => indicator === "unknown")).toHaveLength(1);
});

it("a case read again with nothing new writes nothing, and one field read takes its findings out", async () => {
  await plant();
  const written = () =>
    inUnit("root", (sql) => sql.exec<{ n: number }>("SELECT total_changes() AS n").one().n);
  const kept = () =>
    inUnit("root", (sql) => sql.exec("SELECT rowid, * FROM unknowns ORDER BY case_key").toArray());
  const [before, rowsBefore] = [await written(), await kept()];
  await inUnit("root", (sql) => {
    sql.exec("CREATE TABLE spied (what TEXT)");
    for (const table of ["unknowns", "findings", "marks"])
      for (const how of ["INSERT", "UPDATE", "DELETE"])
        sql.exec(
          `CREATE TRIGGER spy_${table}_${how} AFTER ${how} ON ${table} BEGIN INSERT INTO spied VALUES ('${table}'); END`,
        );
  });
  await send({ kind: "facts", facts: [], complete: [] }, CASE);
  expect(await kept()).toEqual(rowsBefore);
  expect(await inUnit("root", (sql) => sql.exec("SELECT * FROM spied").toArray())).toEqual([]);
  expect((await written()) - before).toBeLessThan(60);
  const count = async () => (await view(CASE)).findings.filter(({ verdict }) => verdict === "unknown").length;
  const unknown = await count();
  await send(
    { kind: "facts", facts: [at("case.category", "刑事")], complete: ["persons", "documents"] },
    CASE,
  );
  expect(await count()).toBeLessThan(unknown);
});

/** Puts the database back into the form of before, with a row for each. */
const backToRows = () =>
  inUnit("root", (sql) => {
    const found = sql
      .exec<{ case_key: string; pack: number; json: string }>("SELECT * FROM unknowns")
      .toArray();
    for (const { case_key, pack, json } of found)
      for (const line of json.split("\n")) {
        const [on, missing, ...of] = JSON.parse(line) as [string, string[], ...string[]];
        for (let i = 0; i < of.length; i += 2)
          sql.exec(
            "INSERT INTO findings VALUES (?, ?, ?, 'unknown', 'grey', NULL, NULL, NULL, ?, ?, ?, 'unit', NULL)",
            ...[case_key, of[i], on, JSON.stringify(missing), of[i + 1], pack],
          );
      }
    sql.exec("DROP TABLE unknowns");
    const indexes = sql.exec<{ name: string }>(
      "SELECT name FROM sqlite_master WHERE type = 'index' AND name IN ('findings_across', 'findings_named', 'marks_loose', 'marks_stays', 'cases_by_handler')",
    );
    for (const { name } of indexes.toArray()) sql.exec(`DROP INDEX ${name}`);
    sql.exec("ALTER TABLE items DROP COLUMN named");
    sql.exec(
      "DELETE FROM migrations WHERE n >= ?",
      UNIT_STEPS.findIndex((step) => step.includes("CREATE TABLE unknowns")),
    );
    return found.length;
  });
const left = () =>
  inUnit(
    "root",
    (sql) =>
      sql
        .exec<{ n: number }>(
          "SELECT count(DISTINCT case_key) AS n FROM findings WHERE judge = 'unit' AND verdict = 'unknown' AND due IS NULL",
        )
        .one().n,
  );

it("a database of before answers the same at once, and is gathered in goes that survive a restart", async () => {
  await plant();
  for (let n = 0; n < 56; n += 1) await send(factsEntry(0, detainedFacts(START - HOUR)).body, `新警综:B${n}`);
  const wanted = await replies();
  expect(await backToRows()).toBe(60);
  await abortAllDurableObjects();
  await call("health");
  expect(await left()).toBe(60);
  expect(await replies()).toEqual(wanted);
  // Any write sets the alarm.
  await send({ kind: "facts", facts: [], complete: [] }, "新警综:B0");
  expect(await left()).toBe(59);
  expect(await ring()).toBe(true);
  const half = await left();
  expect([half > 0, half < 59]).toEqual([true, true]);
  await abortAllDurableObjects();
  await call("health");
  expect(await left()).toBe(half);
  for (let n = 0; n < 6 && (await left()) > 0; n += 1) await ring();
  expect(await left()).toBe(0);
  await ring();
  expect(await inUnit("root", (sql) => setting(sql, "unknowns-gathered"))).toBeUndefined();
  const alarm = await runInDurableObject(unitStub("root"), (_, { storage }) => storage.getAlarm());
  expect(alarm === null || alarm > 1).toBe(true);
  const gathered = await replies();
  expect({ ...gathered, cases: null }).toEqual({ ...wanted, cases: null });
});
