// Rules over all cases: what one case brings changes the findings of another, and nothing unread accuses anybody.
import { runDurableObjectAlarm } from "cloudflare:test";
import { beforeEach, expect, it } from "vitest";
import type { SentEntry, UnitFact, UnitFinding } from "../../shared/supervision/entry.ts";
import { fact, factsEntry } from "./batch.ts";
import { call, deploy, hire, inUnit, type Person, unitStub } from "./deployment.ts";

const ONE = "新警综:A9901000020260300021";
const TWO = "新警综:A9901000020260300022";
const CALL = "接处警平台:J9901000020260300031";
const PERSONS = { one: "00000000000000a1", two: "00000000000000a2" };
const HOUR = 3_600_000;
const now = Date.now();

let officer: Person;
let admin: Person;
let seq = 0;
beforeEach(async () => {
  admin = await deploy();
  officer = await hire(admin, "han", ["officer"]);
  seq = 0;
});

const entry = (facts: UnitFact[], key: string, complete: string[] = []): SentEntry =>
  factsEntry(++seq, facts, complete, key);

async function send(...entries: SentEntry[]): Promise<void> {
  const { status, body } = await call("sync", { device: officer.device, entries }, { token: officer.token });
  if (status !== 200) throw new Error(body.message);
}

const interview = (
  key: string,
  person: string,
  askers: string[],
  from: number,
  until: number | undefined,
): SentEntry =>
  entry(
    [
      fact("case.category", "刑事", now),
      fact("interviews/i1.person", person, now),
      fact("interviews/i1.kind", "讯问", now),
      fact("interviews/i1.askers", askers, now),
      fact("interviews/i1.recorder", askers.slice(0, 1), now),
      fact("interviews/i1.startedAt", from, now),
      ...(until === undefined ? [] : [fact("interviews/i1.endedAt", until, now)]),
    ],
    key,
    ["interviews"],
  );

async function found(key: string, rule: string): Promise<UnitFinding | undefined> {
  const { body } = await call("caseView", undefined, { token: officer.token, params: { key } });
  return body.findings.find((finding) => finding.rule === rule);
}

const RULE = "officer-in-two-interviews";

it("an officer in two interviews at once is found in both cases, each naming the other", async () => {
  await send(interview(ONE, PERSONS.one, ["陈立", "郑浩"], now - 5 * HOUR, now - 3 * HOUR));
  expect(await found(ONE, RULE)).toBeUndefined();
  await send(interview(TWO, PERSONS.two, ["陈立", "周明"], now - 4 * HOUR, now - 2 * HOUR));
  const [one, two] = [await found(ONE, RULE), await found(TWO, RULE)];
  expect([one?.verdict, one?.on, one?.colour]).toEqual(["breached", "interviews/i1", "red"]);
  expect(one?.against).toEqual([{ caseKey: TWO, on: "interviews/i1" }]);
  expect(two?.against).toEqual([{ caseKey: ONE, on: "interviews/i1" }]);
});

it("the other act is shown with its case number, who, where and when, and nothing besides", async () => {
  await send(interview(ONE, PERSONS.one, ["陈立", "郑浩"], now - 5 * HOUR, now - 3 * HOUR));
  await send(interview(TWO, PERSONS.two, ["陈立", "周明"], now - 4 * HOUR, now - 2 * HOUR));
  await send(
    entry(
      [
        fact("case.number", "A9901000020260300022", now),
        fact("interviews/i1.room", "讯问室二", now),
        fact("interviews/i1.placeKind", "执法办案场所", now),
        fact("interviews/i1.recorded", "是", now),
        fact("interviews/i2.room", "讯问室三", now),
      ],
      TWO,
    ),
  );
  const { body } = await call("caseView", undefined, { token: officer.token, params: { key: ONE } });
  expect(body.against).toMatchObject([{ caseKey: TWO, on: "interviews/i1", number: "A9901000020260300022" }]);
  expect(
    Object.fromEntries(body.against?.[0]?.facts.map(({ field, value }) => [field, value]) ?? []),
  ).toEqual({
    askers: ["陈立", "周明"],
    recorder: ["陈立"],
    kind: "讯问",
    placeKind: "执法办案场所",
    room: "讯问室二",
    startedAt: now - 4 * HOUR,
    endedAt: now - 2 * HOUR,
  });
  const alone = await call("caseView", undefined, { token: officer.token, params: { key: CALL } });
  expect(alone.body.against).toEqual([]);
});

it("a corrected time takes the finding back in both cases", async () => {
  await send(interview(ONE, PERSONS.one, ["陈立", "郑浩"], now - 5 * HOUR, now - 3 * HOUR));
  await send(interview(TWO, PERSONS.two, ["陈立", "周明"], now - 4 * HOUR, now - 2 * HOUR));
  await send(interview(TWO, PERSONS.two, ["陈立", "周明"], now - 3 * HOUR, now - 2 * HOUR));
  expect(await found(ONE, RULE)).toBeUndefined();
  expect(await found(TWO, RULE)).toBeUndefined();
  expect(
    await inUnit("root", (sql) => sql.exec("SELECT count(*) AS n FROM across WHERE rule = ?", RULE).one().n),
  ).toBe(0);
});

it("an end that was not read is unknown in both cases, naming it, until it is read", async () => {
  await send(interview(ONE, PERSONS.one, ["陈立", "郑浩"], now - 5 * HOUR, undefined));
  await send(interview(TWO, PERSONS.two, ["陈立", "周明"], now - 4 * HOUR, now - 2 * HOUR));
  expect((await found(ONE, RULE))?.missing).toEqual(["interviews/i1.endedAt"]);
  const two = await found(TWO, RULE);
  expect([two?.verdict, two?.missing]).toEqual(["unknown", [`${ONE} interviews/i1.endedAt`]]);
  await send(entry([fact("interviews/i1.endedAt", now - 4.5 * HOUR, now)], ONE));
  expect(await found(ONE, RULE)).toBeUndefined();
  expect(await found(TWO, RULE)).toBeUndefined();
});

it("a call without a case is named, and its case, read later in another batch, settles it", async () => {
  const rule = "incident-without-case";
  await send(
    entry(
      [
        fact("incident.number", "J9901000020260300031", now),
        fact("incident.receivedAt", now - 50 * HOUR, now),
        fact("incident.disposalKind", "盗窃", now),
        fact("incident.disposal", "其他", now),
        fact("incident.caseNumber", null, now),
      ],
      CALL,
    ),
  );
  expect((await found(CALL, rule))?.verdict).toBe("breached");
  await send(
    entry(
      [
        fact("case.number", "A9901000020260300021", now),
        fact("case.incidentNumber", "J9901000020260300031", now),
        fact("case.acceptedAt", now - 49 * HOUR, now),
      ],
      ONE,
    ),
  );
  await runDurableObjectAlarm(unitStub("root"));
  expect(await found(CALL, rule)).toBeUndefined();
});

it("a case whose call was not read may be the call's own: nobody is accused", async () => {
  const rule = "incident-without-case";
  await send(
    entry(
      [fact("case.number", "A9901000020260300021", now), fact("case.acceptedAt", now - 49 * HOUR, now)],
      ONE,
    ),
    entry(
      [
        fact("incident.number", "J9901000020260300031", now),
        fact("incident.receivedAt", now - 50 * HOUR, now),
        fact("incident.disposalKind", "盗窃", now),
        fact("incident.disposal", "其他", now),
        fact("incident.caseNumber", null, now),
      ],
      CALL,
    ),
  );
  const finding = await found(CALL, rule);
  expect([finding?.verdict, finding?.missing]).toEqual(["unknown", [`${ONE} case.incidentNumber`]]);
});

it("a browser cannot talk the object's finding away", async () => {
  await send(interview(ONE, PERSONS.one, ["陈立", "郑浩"], now - 5 * HOUR, now - 3 * HOUR));
  await send(interview(TWO, PERSONS.two, ["陈立", "周明"], now - 4 * HOUR, now - 2 * HOUR));
  await send({
    seq: ++seq,
    at: new Date(now).toISOString(),
    caseKey: ONE,
    body: {
      kind: "findings",
      pack: 1,
      findings: [{ rule: RULE, on: "interviews/i1", verdict: "met", colour: "green", missing: [], key: "0" }],
    },
  });
  expect((await found(ONE, RULE))?.verdict).toBe("breached");
});
