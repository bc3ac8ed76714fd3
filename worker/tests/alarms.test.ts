// Deadlines on the server's clock: one alarm, five colours, an entry and a reminder for each, once.
import { abortAllDurableObjects } from "cloudflare:test";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { UnitFact } from "../../shared/supervision/entry.ts";
import { CASE, detainedFacts, fact, factsEntry } from "./batch.ts";
import { advance, DAY, HOUR, MINUTE, ring, START, setClock } from "./clock.ts";
import { call, deploy, hire, inUnit, type Person, signIn } from "./deployment.ts";
import { fakeGateway, type Gateway } from "./gateway.ts";

const RULE = "detention-transfer-late";
const ON = "measures/m1";
let officer: Person;
let gateway: Gateway;
beforeEach(async () => {
  setClock(START);
  gateway = fakeGateway();
  officer = await hire(await deploy(), "han", ["officer"], { phone: "13900000001" });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

let seq = 0;
beforeEach(() => {
  seq = 0;
});
const detain = (startedAt: number, more: readonly UnitFact[] = []) =>
  call(
    "sync",
    { device: officer.device, entries: [factsEntry(++seq, detainedFacts(startedAt, more))] },
    { token: officer.token },
  );
/** Signs in anew where the clock has moved beyond a token's life. */
const view = async () => {
  officer = await signIn("han");
  return (await call("caseView", undefined, { token: officer.token, params: { key: CASE } })).body;
};
const colour = async () => (await view()).findings.find(({ rule, on }) => rule === RULE && on === ON)?.colour;
const mine = async () =>
  (await view()).reminders
    .filter(({ rule }) => rule === RULE)
    .map((one) => [one.colour, one.channel, one.state]);
const coloured = async (): Promise<string[]> => {
  officer = await signIn("han");
  return (await call("ledger", undefined, { token: officer.token, params: { key: CASE } })).body.lines
    .filter(({ kind }) => kind === "coloured")
    .map(({ record }) => (JSON.parse(record) as { body: { rule: string; was: string; colour: string } }).body)
    .filter(({ rule }) => rule === RULE)
    .map(({ was, colour: now }) => `${was}→${now}`);
};

it("a deadline passes through its colours, each with its entry and its reminder", async () => {
  await detain(START);
  expect(await colour()).toBe("green");
  const steps: readonly (readonly [ms: number, colour: string])[] = [
    [12 * HOUR, "blue"],
    [8 * HOUR, "yellow"],
    [3 * HOUR, "orange"],
    [HOUR + 1, "red"],
  ];
  for (const [ms, expected] of steps) {
    advance(ms);
    expect(await ring()).toBe(true);
    expect(await colour()).toBe(expected);
  }
  await ring();
  expect(await coloured()).toEqual(["green→blue", "blue→yellow", "yellow→orange", "orange→red"]);
  expect(await mine()).toEqual([
    ["red", "sms", "sent"],
    ["orange", "notice", "listed"],
    ["yellow", "page", "listed"],
    ["blue", "list", "listed"],
  ]);
});

it("the message names case, rule and due, goes to the officer and nobody's name is in it", async () => {
  await detain(START - 30 * HOUR);
  await ring();
  const message = gateway.arrived.find(({ text }) => text.includes("送看守所"));
  expect(message).toMatchObject({
    to: "13900000001",
    caseKey: CASE,
    colour: "red",
    due: new Date(START - 6 * HOUR).toISOString(),
  });
  expect(message?.text).toContain("A9901000020260300012");
  expect(message?.text).toContain("2030年3月4日 03:00");
  expect(message?.text).not.toContain("han");
});

it("an alarm that was missed is caught up once, with the colour of now only", async () => {
  await detain(START);
  advance(3 * DAY);
  await ring();
  await ring();
  expect(await coloured()).toEqual(["green→red"]);
  expect(await mine()).toEqual([["red", "sms", "sent"]]);
});

it("the same facts again, a second alarm and a restart remind nobody twice", async () => {
  await detain(START - 30 * HOUR);
  await ring();
  const before = gateway.arrived.length;
  await detain(START - 30 * HOUR);
  await abortAllDurableObjects();
  await ring();
  await detain(START - 30 * HOUR);
  await ring();
  expect(gateway.arrived).toHaveLength(before);
  expect(await mine()).toHaveLength(1);
});

it("a state of facts that was left and comes back has been reminded of already", async () => {
  await detain(START - 30 * HOUR);
  await ring();
  const before = gateway.arrived.length;
  await detain(START - 30 * HOUR, [fact("measures/m1.sentToHouseAt", START - 20 * HOUR, Date.now())]);
  expect(await colour()).toBe("green");
  await detain(START - 30 * HOUR);
  await ring();
  expect(await colour()).toBe("red");
  expect(gateway.arrived.filter(({ text }) => text.includes("送看守所"))).toHaveLength(1);
  expect(gateway.arrived).toHaveLength(before);
});

it("a duty done in time silences its clock", async () => {
  await detain(START);
  advance(2 * HOUR);
  officer = await signIn("han");
  await detain(START, [fact("measures/m1.sentToHouseAt", START + HOUR, Date.now())]);
  advance(3 * DAY);
  await ring();
  expect((await view()).findings.find(({ rule, on }) => rule === RULE && on === ON)?.verdict).toBe("met");
  expect(await mine()).toEqual([]);
});

it("the alarm stands at the next change, not at every minute", async () => {
  await detain(START);
  await ring();
  const next = await inUnit(
    "root",
    (sql) => sql.exec<{ at: number }>("SELECT min(next_change) AS at FROM cases").one().at,
  );
  expect(next).toBe(START + 12 * HOUR);
  advance(MINUTE);
  await ring();
  expect(await coloured()).toEqual([]);
});

it("findings of rules that the unit cannot judge are those of the browser", async () => {
  const finding = {
    rule: "local-rule",
    on: "case",
    verdict: "breached",
    colour: "red",
    missing: [],
    key: "k1",
  } as const;
  const forged = { ...finding, rule: RULE, on: ON, verdict: "met", colour: "green" } as const;
  await detain(START - 30 * HOUR);
  const entry = { seq: ++seq, at: new Date(START).toISOString(), caseKey: CASE };
  await call(
    "sync",
    {
      device: officer.device,
      entries: [{ ...entry, body: { kind: "findings", findings: [finding, forged], pack: 1 } }],
    },
    { token: officer.token },
  );
  expect(await colour()).toBe("red");
  expect((await view()).findings).toContainEqual(finding);
});

describe("the list of cases", () => {
  it("shows the gravest colour and the next deadline", async () => {
    await detain(START);
    advance(21 * HOUR);
    await ring();
    officer = await signIn("han");
    const { body } = await call("cases", undefined, { token: officer.token });
    expect(body.cases).toMatchObject([
      {
        key: CASE,
        number: "A9901000020260300012",
        platform: "新警综",
        colour: "yellow",
        red: 0,
        nextDue: START + DAY,
      },
    ]);
  });
});
