// An unanswered red reminder climbs tier by tier, each with its grace; leave cover brings reminders to who is there.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { CASE, detainedFacts, fact, factsEntry } from "./batch.ts";
import { advance, DAY, HOUR, MINUTE, ring, START, setClock } from "./clock.ts";
import { call, deploy, hire, inUnit, type Person, signIn } from "./deployment.ts";
import { fakeGateway, type Gateway } from "./gateway.ts";

const RULE = "detention-transfer-late";
let gateway: Gateway;
let seq = 0;
beforeEach(async () => {
  seq = 0;
  setClock(START);
  gateway = fakeGateway();
  const admin = await deploy();
  const unit = (id: string, parent: string, level: string) =>
    call("createUnit", { id, name: `${id}局`, parent, level }, { token: admin.token });
  await unit("east", "root", "county");
  await unit("cg", "east", "station");
  await hire(admin, "han", ["officer"], { unit: "cg", phone: "13900000001" });
  await hire(admin, "fa", ["legal"], { unit: "cg" });
  await hire(admin, "suo", ["leader"], { unit: "cg" });
  await hire(admin, "ju", ["leader"], { unit: "east" });
  await hire(admin, "ting", ["leader"]);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const send = async (facts: ReturnType<typeof detainedFacts>) => {
  const { token, device } = await signIn("han");
  return call("sync", { device, entries: [factsEntry(++seq, facts)] }, { token });
};
const breach = () => send(detainedFacts(START - 25 * HOUR));
const seen = async (account: string) => {
  const { token } = await signIn(account);
  const { body } = await call("reminders", undefined, { token });
  return body.reminders.filter(({ rule, colour }) => rule === RULE && colour === "red");
};
/** Whose own the reminder is, in the order of the tiers. */
const whose = async () => {
  const found: string[] = [];
  for (const account of ["han", "fa", "suo", "ju", "ting"])
    if ((await seen(account)).some(({ mine }) => mine === true)) found.push(account);
  return found;
};
const climbs = () =>
  inUnit("cg", (sql) =>
    sql
      .exec<{ record: string }>("SELECT record FROM entries WHERE kind = 'climbed' ORDER BY idx")
      .toArray()
      .map(({ record }) => (JSON.parse(record) as { body: { tier: number; rule: string } }).body)
      .filter(({ rule }) => rule === RULE)
      .map(({ tier }) => tier),
  );

it("from the officer to the legal officer, the leader, the unit above, each after its grace", async () => {
  await breach();
  await ring("cg");
  expect(await whose()).toEqual(["han"]);
  advance(2 * HOUR - 1);
  await ring("cg");
  expect(await whose()).toEqual(["han"]);
  advance(1);
  await ring("cg");
  expect(await whose()).toEqual(["han", "fa"]);
  advance(4 * HOUR);
  await ring("cg");
  expect(await whose()).toEqual(["han", "fa", "suo"]);
  advance(DAY);
  await ring("cg");
  expect(await whose()).toEqual(["han", "fa", "suo", "ju"]);
  advance(30 * DAY);
  await ring("cg");
  expect(await whose()).toEqual(["han", "fa", "suo", "ju"]);
  expect(await climbs()).toEqual([1, 2, 3]);
});

it("after a stop of the service one tier is climbed, and the next has its own grace from then on", async () => {
  await breach();
  await ring("cg");
  advance(30 * DAY);
  await ring("cg");
  await ring("cg");
  expect(await climbs()).toEqual([1]);
  advance(4 * HOUR);
  await ring("cg");
  expect(await climbs()).toEqual([1, 2]);
});

it("what was signed or mended climbs no more; what is red again climbs on", async () => {
  await breach();
  await ring("cg");
  const [one] = await seen("fa");
  await send(
    detainedFacts(START - 25 * HOUR, [fact("measures/m1.sentToHouseAt", START - 24 * HOUR, Date.now())]),
  );
  advance(3 * HOUR);
  await ring("cg");
  expect(await climbs()).toEqual([]);
  await breach();
  advance(2 * HOUR);
  await ring("cg");
  expect(await climbs()).toEqual([1]);
  const { token } = await signIn("fa");
  await call("signReminder", {}, { token, params: { key: CASE, id: one!.id } });
  advance(30 * DAY);
  await ring("cg");
  expect(await climbs()).toEqual([1]);
});

it("the grace is the unit's own", async () => {
  const { token } = await signIn("suo");
  const { body } = await call("reminding", undefined, { token });
  await call("setReminding", { reminding: { ...body.reminding, grace: [5, 5, 5] } }, { token });
  await breach();
  await ring("cg");
  advance(5 * MINUTE);
  await ring("cg");
  expect(await climbs()).toEqual([1]);
});

it("at the top of the tree the leader is the last", async () => {
  const boss = await hire(await signIn("admin"), "wang", ["officer"]);
  const entry = factsEntry(1, detainedFacts(START - 25 * HOUR), [], "新警综:A5");
  await call("sync", { device: boss.device, entries: [entry] }, { token: boss.token });
  for (const step of [0, 2 * HOUR, 4 * HOUR, 40 * DAY]) {
    advance(step);
    await ring();
  }
  const tier = await inUnit("root", (sql) =>
    sql.exec<{ tier: number }>("SELECT tier FROM reminders WHERE rule = ? AND colour = 'red'", RULE).one(),
  );
  expect(tier).toEqual({ tier: 2 });
});

describe("leave cover", () => {
  let zhou: Person;
  beforeEach(async () => {
    zhou = await hire(await signIn("admin"), "zhou", ["officer"], { unit: "cg", phone: "13900000002" });
  });
  const cover = async (account: string, body: Record<string, unknown>) => {
    const { token } = await signIn(account);
    return call("setCover", { cover: zhou.id, since: START, until: START + 3 * DAY, ...body }, { token });
  };
  const phones = () => gateway.arrived.map(({ to }) => to).sort();

  it("brings reminders to the cover too while it holds", async () => {
    expect((await cover("han", {})).status).toBe(200);
    await breach();
    await ring("cg");
    expect(phones()).toEqual(["13900000001", "13900000002"]);
    expect(await seen("zhou")).toMatchObject([{ mine: true }]);
    expect(new Set(gateway.arrived.map(({ id }) => id)).size).toBe(2);
  });
  it("brings nothing before, after, or when it was ended", async () => {
    await cover("han", { since: START + HOUR, until: START + 2 * HOUR });
    await breach();
    await ring("cg");
    setClock(START + 90 * MINUTE);
    const { token } = await signIn("han");
    const { body } = await call("covers", undefined, { token });
    expect(body.covers.map(({ memberName, coverName }) => [memberName, coverName])).toEqual([
      ["han某", "zhou某"],
    ]);
    expect(body.colleagues.map(({ name }) => name).sort()).toEqual(["fa某", "han某", "suo某", "zhou某"]);
    await call("endCover", {}, { token, params: { id: body.covers[0]!.id } });
    expect((await call("covers", undefined, { token })).body.covers).toEqual([]);
    const { token: later, device } = await signIn("han");
    const entry = factsEntry(++seq, detainedFacts(START - 26 * HOUR), [], "新警综:A5");
    await call("sync", { device, entries: [entry] }, { token: later });
    await ring("cg");
    expect(phones()).toEqual(["13900000001", "13900000001"]);
  });
  it("is said by oneself or by a leader, within the unit, for a time to come, once", async () => {
    const code = async (account: string, body: Record<string, unknown>) =>
      (await cover(account, body)).body.code;
    const { token } = await signIn("suo");
    const { colleagues } = (await call("covers", undefined, { token })).body;
    const id = (name: string) => colleagues.find((one) => one.name === name)?.id ?? "";
    expect(await code("fa", { member: id("han某") })).toBe("not-allowed");
    expect(await code("han", { cover: id("han某") })).toBe("bad-value");
    expect(await code("ju", {})).toBe("outside-unit");
    expect(await code("han", { cover: "nobody" })).toBe("outside-unit");
    expect(await code("han", { since: START + DAY, until: START + DAY })).toBe("bad-time");
    expect(await code("han", { since: START - DAY, until: START - HOUR })).toBe("bad-time");
    expect(await code("suo", { member: id("han某") })).toBeUndefined();
    expect(await code("han", {})).toBe("conflict");
    expect(await code("han", { since: START + 3 * DAY, until: START + 4 * DAY })).toBeUndefined();
  });
  it("is ended by nobody else", async () => {
    const { body } = await cover("han", {});
    const { token } = await signIn("fa");
    expect((await call("endCover", {}, { token, params: { id: body.cover.id } })).body.code).toBe(
      "not-allowed",
    );
    expect((await call("endCover", {}, { token, params: { id: "v0" } })).body.code).toBe("not-found");
  });
});
