// The outbox towards the SMS gateway: tried again with pauses, parked, shown, and never doubled.
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { CASE, detainedFacts, factsEntry } from "./batch.ts";
import { advance, HOUR, MINUTE, ring, START, setClock } from "./clock.ts";
import { call, deploy, hire, inUnit, type Person, signIn } from "./deployment.ts";
import { fakeGateway, type Gateway } from "./gateway.ts";

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

/** A deadline that has passed six hours ago. */
const breach = () =>
  call(
    "sync",
    { device: officer.device, entries: [factsEntry(1, detainedFacts(START - 30 * HOUR))] },
    { token: officer.token },
  );
const reminder = async () => {
  const { token } = await signIn("han");
  const { body } = await call("caseView", undefined, { token, params: { key: CASE } });
  const found = body.reminders.find(({ rule }) => rule === "detention-transfer-late");
  return [found?.colour, found?.channel, found?.state];
};
const tries = () =>
  inUnit("root", (sql) => sql.exec<{ n: number }>("SELECT max(tries) AS n FROM outbox").one().n);
const outbox = async () => {
  const { token } = await signIn("admin");
  return (await call("outbox", undefined, { token })).body;
};

it("a gateway that fails is tried again with growing pauses, then the message is parked and shown", async () => {
  gateway.answer = "error";
  await breach();
  await ring();
  const { waiting } = await outbox();
  expect(waiting).toBeGreaterThan(0);
  const pauses = [5, 10, 20, 40, 80];
  for (const seconds of pauses) {
    advance(seconds * 1000 - 1);
    const before = await tries();
    await ring();
    expect(await tries()).toBe(before);
    advance(1);
    await ring();
  }
  expect(await outbox()).toMatchObject({
    waiting: 0,
    sent: 0,
    parked: waiting,
    lastError: "短信网关答复 500",
  });
  expect(await reminder()).toEqual(["red", "sms", "parked"]);
});

it("a gateway that comes back gets the message once, under the same id", async () => {
  gateway.answer = "unreachable";
  await breach();
  await ring();
  expect((await outbox()).lastError).toBe("短信网关连接不上");
  gateway.answer = "ok";
  advance(MINUTE);
  await ring();
  await ring();
  const ids = gateway.arrived.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(await outbox()).toMatchObject({ waiting: 0, parked: 0, sent: ids.length });
  expect(await reminder()).toEqual(["red", "sms", "sent"]);
});

it("the message goes to the officer who handles the case, not to a supervisor who opened it last", async () => {
  const legal = await hire(await signIn("admin"), "fa", ["legal"], { phone: "13900000002" });
  const sync = (who: Person, startedAt: number) =>
    call(
      "sync",
      { device: who.device, entries: [factsEntry(1, detainedFacts(startedAt))] },
      { token: who.token },
    );
  await sync(legal, START);
  await sync(officer, START);
  const again = { ...legal, device: `${legal.device}.${legal.id}` };
  await sync(again, START - 30 * HOUR);
  await ring();
  expect(new Set(gateway.arrived.map(({ to }) => to))).toEqual(new Set(["13900000001"]));
});

it("the gateway is not asked where nobody has a phone; Health says so", async () => {
  officer = await hire(await signIn("admin"), "li", ["officer"]);
  await breach();
  await ring();
  expect(gateway.arrived).toEqual([]);
  expect((await outbox()).lastError).toBe("办案民警和单位领导都没有登记手机号");
});
