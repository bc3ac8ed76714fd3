// The desk and the list of measures: what is open over all cases, and nobody else's.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { UnitFact } from "../../shared/supervision/entry.ts";
import { CASE, detainedFacts, fact, factsEntry } from "./batch.ts";
import { advance, HOUR, MINUTE, ring, START, setClock } from "./clock.ts";
import { call, deploy, hire, type Person, signIn } from "./deployment.ts";
import { fakeGateway } from "./gateway.ts";

const RULE = "detention-transfer-late";
const ON = "measures/m1";
let admin: Person;
let officer: Person;
let legal: Person;
let other: Person;
beforeEach(async () => {
  setClock(START);
  fakeGateway();
  admin = await deploy();
  officer = await hire(admin, "han", ["officer"], { officerId: "037215" });
  other = await hire(admin, "zhou", ["officer"]);
  legal = await hire(admin, "fa", ["legal"]);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const seqs = new Map<string, number>();
beforeEach(() => seqs.clear());
const send = async (facts: UnitFact[], who = officer, key = CASE) => {
  const seq = (seqs.get(who.device) ?? 0) + 1;
  seqs.set(who.device, seq);
  const { status } = await call(
    "sync",
    { device: who.device, entries: [factsEntry(seq, facts, [], key)] },
    { token: who.token },
  );
  expect(status).toBe(200);
};
/** Signs in anew where the clock has moved beyond a token's life. */
const anew = async (): Promise<void> => {
  officer = await signIn("han");
  legal = await signIn("fa");
  other = await signIn("zhou");
};
const desk = async (who = officer, of?: "mine" | "unit") =>
  (await call("desk", undefined, { token: who.token, ...(of === undefined ? {} : { query: { of } }) })).body;
const detain = (startedAt: number, more: readonly UnitFact[] = []) => send(detainedFacts(startedAt, more));

const note = (field: string | undefined, kind = "问题") =>
  call(
    "createNote",
    {
      kind,
      said: "未在二十四小时内送押",
      anchor: {
        page: "measures",
        url: "/c",
        frame: "",
        css: "#x",
        ...(field === undefined ? {} : { field }),
      },
    },
    { token: legal.token, params: { key: CASE } },
  );

describe("the desk", () => {
  it("shows what is open of one's own cases, with its case, and not those of others", async () => {
    await detain(START - 30 * HOUR);
    const mine = await desk();
    expect(mine.cases).toMatchObject([{ key: CASE, number: "A9901000020260300012", mine: true }]);
    expect(mine.findings.find(({ rule, on }) => rule === RULE && on === ON)).toMatchObject({
      caseKey: CASE,
      verdict: "breached",
      colour: "red",
      due: START - 6 * HOUR,
    });
    expect((await desk(other)).findings).toEqual([]);
    expect((await desk(other, "unit")).findings.length).toBe(mine.findings.length);
    expect((await desk(other, "unit")).cases[0]?.mine).toBe(false);
  });

  it("counts a case to whom its page names, by name or number", async () => {
    await send([...detainedFacts(START - 30 * HOUR), fact("case.leadOfficer", ["zhou某"], Date.now())]);
    expect((await desk(other)).cases).toMatchObject([{ key: CASE, mine: true }]);
    await send([fact("case.leadOfficer", ["037215"], Date.now() + 1)], other);
    expect((await desk(officer)).cases).toMatchObject([{ key: CASE, mine: true }]);
  });

  it("leaves out what is met, mended or has time enough, and says what was answered since", async () => {
    await detain(START);
    expect((await desk()).findings.filter(({ rule }) => rule === RULE)).toEqual([]);
    advance(13 * HOUR);
    await ring();
    await anew();
    const found = async () => (await desk()).findings.find(({ rule }) => rule === RULE);
    expect(await found()).toMatchObject({ colour: "blue", verdict: "due" });
    seqs.set(officer.device, (seqs.get(officer.device) ?? 0) + 1);
    await call(
      "sync",
      {
        device: officer.device,
        entries: [
          {
            seq: seqs.get(officer.device),
            at: new Date().toISOString(),
            caseKey: CASE,
            body: { kind: "signed", rule: RULE, on: ON, finding: "0123456789abcdef", pack: 1 },
          },
        ],
      },
      { token: officer.token },
    );
    expect(await found()).toMatchObject({ answered: "signed" });
    advance(8 * HOUR);
    await ring();
    await anew();
    expect(await found()).toMatchObject({ colour: "yellow" });
    expect(await found()).not.toHaveProperty("answered");
  });

  it("shows open notes, their words on one's own cases only", async () => {
    await detain(START);
    await note("measures/m1.sentToHouseAt");
    expect((await desk()).notes).toMatchObject([
      { caseKey: CASE, said: "未在二十四小时内送押", state: "open" },
    ]);
    expect((await desk(other)).notes).toEqual([]);
    expect((await desk(other, "unit")).notes).toMatchObject([{ caseKey: CASE, said: "" }]);
  });

  it("tells what of the day is not cleared", async () => {
    const call = "新警综:J1";
    const of = (feedbackAt: number | null): UnitFact[] => [
      fact("incident.receivedAt", START - HOUR, Date.now()),
      fact("incident.callKind", "纠纷", Date.now()),
      fact("incident.arrivedAt", START - HOUR / 2, Date.now()),
      fact("incident.disposal", "当场调解", Date.now()),
      fact("incident.feedbackAt", feedbackAt, Date.now()),
    ];
    await send(of(null), officer, call);
    expect((await desk()).day).toEqual([
      { caseKey: call, at: START - HOUR, is: "incident", what: "纠纷", gaps: ["feedback"], unread: [] },
    ]);
    advance(MINUTE);
    await send(of(START), officer, call);
    expect((await desk()).day).toMatchObject([{ gaps: [], unread: [] }]);
  });
});

it("the measures that run are listed by reference, with the findings on each", async () => {
  await send([...detainedFacts(START), fact("measures/m1.person", "9d1c0000aaaa0001", Date.now())]);
  const list = async (who = officer, of: "mine" | "unit" = "mine") =>
    (await call("custody", undefined, { token: who.token, query: { of } })).body;
  const { measures, cases } = await list();
  expect(cases).toMatchObject([{ key: CASE }]);
  expect(measures).toMatchObject([
    {
      caseKey: CASE,
      on: ON,
      kind: "刑事拘留",
      person: "9d1c0000aaaa0001",
      startedAt: START,
      endUnread: false,
    },
  ]);
  expect(measures[0]?.findings.map(({ rule }) => rule)).toContain(RULE);
  expect((await list(other)).measures).toEqual([]);
  expect((await list(other, "unit")).measures).toHaveLength(1);
  await send([fact("measures/m1.endedAt", START + HOUR, Date.now() + 1)]);
  expect((await list()).measures).toEqual([]);
});
