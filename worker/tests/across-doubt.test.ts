// Acts that may be anybody's: whom they put in doubt, who is looked at again when they come and go, and who is left in peace.
import { runDurableObjectAlarm } from "cloudflare:test";
import { beforeEach, expect, it } from "vitest";
import type { SentEntry, UnitFact, UnitFinding } from "../../shared/supervision/entry.ts";
import { fact, factsEntry } from "./batch.ts";
import { call, deploy, hire, inUnit, type Person, unitStub } from "./deployment.ts";

const ONE = "新警综:A9901000020260300021";
const TWO = "新警综:A9901000020260300022";
const PERSONS = { one: "00000000000000a1", two: "00000000000000a2" };
const HOUR = 3_600_000;
const now = Date.now();

let officer: Person;
let seq = 0;
beforeEach(async () => {
  officer = await hire(await deploy(), "han", ["officer"]);
  seq = 0;
});

const entry = (facts: UnitFact[], key: string, complete: string[] = []): SentEntry =>
  factsEntry(++seq, facts, complete, key);

async function send(...entries: SentEntry[]): Promise<void> {
  const { status, body } = await call("sync", { device: officer.device, entries }, { token: officer.token });
  if (status !== 200) throw new Error(body.message);
}

async function found(key: string, rule: string): Promise<UnitFinding | undefined> {
  const { body } = await call("caseView", undefined, { token: officer.token, params: { key } });
  return body.findings.find((finding) => finding.rule === rule);
}

it("a stay of nobody known puts whoever is accused elsewhere in doubt, until it is read whose it is", async () => {
  const rule = "interview-outside-stay";
  await send(
    entry(
      [
        fact("case.category", "刑事", now),
        fact("interviews/i1.person", PERSONS.one, now),
        fact("interviews/i1.placeKind", "执法办案场所", now),
        fact("interviews/i1.subjectRole", "犯罪嫌疑人", now),
        fact("interviews/i1.startedAt", now - 5 * HOUR, now),
        fact("interviews/i1.endedAt", now - 3 * HOUR, now),
      ],
      ONE,
      ["interviews", "venues"],
    ),
  );
  expect((await found(ONE, rule))?.verdict).toBe("breached");
  const stay = (id: string) => [
    fact(`venues/${id}.enteredAt`, now - 6 * HOUR, now),
    fact(`venues/${id}.leftAt`, now - 2 * HOUR, now),
  ];
  await send(entry(stay("v1"), TWO));
  const doubted = await found(ONE, rule);
  expect([doubted?.verdict, doubted?.missing]).toEqual(["unknown", [`${TWO} venues/v1.person`]]);
  await send(entry([fact("venues/v1.person", PERSONS.two, now)], TWO));
  expect((await found(ONE, rule))?.verdict).toBe("breached");
});

const caseOf = (key: string, acceptedAt: number): SentEntry =>
  entry([fact("case.number", key, now), fact("case.acceptedAt", acceptedAt, now)], key);
const callOf = (key: string, receivedAt: number): SentEntry =>
  entry(
    [
      fact("incident.number", key, now),
      fact("incident.receivedAt", receivedAt, now),
      fact("incident.disposalKind", "盗窃", now),
      fact("incident.disposal", "其他", now),
      fact("incident.caseNumber", null, now),
    ],
    `接处警平台:${key}`,
  );
const toJudge = () =>
  inUnit("root", (sql) =>
    sql
      .exec<{ key: string }>("SELECT key FROM cases WHERE next_change <= ? ORDER BY key", Date.now())
      .toArray()
      .map(({ key }) => key),
  );
const rung = async () => {
  for (let n = 0; n < 5 && (await toJudge()).length > 0; n += 1)
    await runDurableObjectAlarm(unitStub("root"));
};

it("a case that may be anybody's has those looked at again who are not in doubt, and its end those whom it put there", async () => {
  const rule = "incident-without-case";
  await send(callOf("J1", now - 50 * HOUR), callOf("J2", now - 40 * HOUR), caseOf(ONE, now - 45 * HOUR));
  await rung();
  const verdicts = async () => [
    (await found("接处警平台:J1", rule))?.verdict,
    (await found("接处警平台:J2", rule))?.verdict,
  ];
  expect(await verdicts()).toEqual(["unknown", "breached"]);
  await send(caseOf(TWO, now - 30 * HOUR));
  await inUnit("root", (sql) => sql.exec("UPDATE cases SET next_change = NULL WHERE key LIKE '%J1'"));
  await rung();
  expect(await verdicts()).toEqual(["unknown", "unknown"]);
  await send(entry([fact("case.incidentNumber", "J9", now)], TWO));
  await rung();
  expect(await verdicts()).toEqual(["unknown", "breached"]);
  await send(entry([fact("case.incidentNumber", "J9", now)], ONE));
  await rung();
  expect(await verdicts()).toEqual(["breached", "breached"]);
});

it("cases that are in doubt anyway are not judged again for every new one", async () => {
  await send(callOf("J1", now - 50 * HOUR), caseOf(ONE, now - 45 * HOUR));
  await rung();
  await send(caseOf(TWO, now - 30 * HOUR));
  expect(await toJudge()).toEqual([]);
});
