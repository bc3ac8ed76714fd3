// How reminders reach people: the way of each colour, the lead officer, quiet hours, the day's budget, signing, the unit's own settings.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { REMINDING, type Reminding } from "../../shared/supervision/reminding.ts";
import { CASE, detainedFacts, fact, factsEntry } from "./batch.ts";
import { advance, DAY, HOUR, ring, START, setClock } from "./clock.ts";
import { call, deploy, hire, inUnit, type Person, signIn } from "./deployment.ts";
import { fakeGateway, type Gateway } from "./gateway.ts";

const RULE = "detention-transfer-late";
let officer: Person;
let gateway: Gateway;
let seq = 0;
beforeEach(async () => {
  seq = 0;
  setClock(START);
  gateway = fakeGateway();
  const admin = await deploy();
  officer = await hire(admin, "han", ["officer"], { phone: "13900000001", officerId: "037215" });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const CASES = (n: number): string[] =>
  Array.from({ length: n }, (_, i) => `新警综:A99010000202603${String(i).padStart(5, "0")}`);
const send = async (entries: ReturnType<typeof factsEntry>[]) => {
  officer = await signIn("han");
  return call("sync", { device: officer.device, entries }, { token: officer.token });
};
/** Detentions that began at an instant, each in a case of its own. */
const detain = (startedAt: number, keys: readonly string[] = [CASE], more = detainedFacts(startedAt)) =>
  send(keys.map((key) => factsEntry(++seq, more, [], key)));
const reminders = async (account = "han") => {
  const { token } = await signIn(account);
  return (await call("reminders", undefined, { token })).body.reminders.filter(({ rule }) => rule === RULE);
};
const set = async (part: Partial<Reminding>) => {
  const { token } = await signIn("admin");
  return call("setReminding", { reminding: { ...REMINDING, ...part } }, { token });
};
/** Colours of the messages about the rule that have arrived. */
const sent = () =>
  gateway.arrived.filter(({ text }) => text.includes("送看守所")).map(({ colour }) => colour);
const entries = (kind: string) =>
  inUnit("root", (sql) =>
    sql
      .exec<{ record: string }>("SELECT record FROM entries WHERE kind = ? ORDER BY idx", kind)
      .toArray()
      .map(({ record }) => JSON.parse(record) as { by: string; body: Record<string, unknown> }),
  );

it("blue is listed, yellow on the page, orange a notification, red a short message as well", async () => {
  await set({ quiet: null });
  for (const hours of [13, 21, 23.5, 25])
    await detain(START - hours * HOUR, [`新警综:A990100002026030${hours * 10}`]);
  await ring();
  const made = (await reminders()).map(({ colour, channel, to }) => [
    colour,
    channel,
    to?.map((one) => one.channel),
  ]);
  expect(made.sort()).toEqual([
    ["blue", "list", ["list"]],
    ["orange", "notice", ["notice"]],
    ["red", "sms", ["sms"]],
    ["yellow", "page", ["page"]],
  ]);
  expect(sent()).toEqual(["red"]);
});

it("a unit may send short messages from orange on", async () => {
  await detain(START - 23.5 * HOUR, ["新警综:A9901000020260300088"]);
  await ring();
  expect(sent()).toEqual([]);
  await set({ smsFrom: "orange" });
  await detain(START - 23.5 * HOUR);
  await ring();
  expect(sent()).toEqual(["orange"]);
});

describe("in the quiet hours", () => {
  it("orange waits for the morning, the alarm stands at their end, red comes through", async () => {
    setClock(START + 14 * HOUR); // 23:00
    await detain(START + 14 * HOUR - 23.5 * HOUR);
    await detain(START + 14 * HOUR - 25 * HOUR, ["新警综:A9901000020260300099"]);
    await ring();
    const held = async () =>
      (await reminders()).map(({ colour, to }) => [colour, to?.[0]?.held, to?.[0]?.at]);
    expect((await held()).sort()).toEqual([
      ["orange", "quiet", START + 22 * HOUR],
      ["red", undefined, START + 14 * HOUR],
    ]);
    expect(sent()).toEqual(["red"]);
  });
  it("what has been mended by the morning is told to nobody", async () => {
    await set({ smsFrom: "orange" });
    setClock(START + 14 * HOUR);
    const from = START - 8 * HOUR; // 23:00 is 22 h, orange from 24:00 on
    await detain(from, [CASE, "新警综:A9901000020260300099"]);
    setClock(START + 15.5 * HOUR);
    await ring();
    await send([
      factsEntry(
        ++seq,
        detainedFacts(from, [fact("measures/m1.sentToHouseAt", START + 15 * HOUR, Date.now())]),
      ),
    ]);
    await set({ smsFrom: "orange", quiet: null });
    setClock(START + 22 * HOUR);
    await ring();
    await ring();
    const told = (await reminders()).filter(({ colour }) => colour === "orange");
    expect(told.map(({ to }) => to?.[0]?.held)).toEqual(["budget", "budget"]);
    // The other case has turned red meanwhile: its message is of that.
    expect(sent()).toEqual(["red"]);
  });
});

it("of all that is new eight reach the officer in a day, the rest is listed, and every red one comes through", async () => {
  await set({ quiet: null });
  await detain(START - 23.5 * HOUR, CASES(12));
  await ring();
  const all = async () => {
    const { token } = await signIn("han");
    return (await call("reminders", undefined, { token })).body.reminders.flatMap(({ colour, to = [] }) =>
      to.map((one) => ({ colour, ...one })),
    );
  };
  const reached = async () =>
    (await all()).filter(
      ({ colour, channel, held }) => colour !== "red" && channel !== "list" && held === undefined,
    );
  expect(await reached()).toHaveLength(8);
  expect((await all()).filter(({ held }) => held === "budget").length).toBeGreaterThan(4);
  advance(HOUR);
  await ring();
  expect((await reminders()).filter(({ colour }) => colour === "red").map(({ to }) => to?.[0]?.held)).toEqual(
    Array.from({ length: 12 }, () => undefined),
  );
  expect(await reached()).toHaveLength(8);
  advance(DAY);
  await detain(Date.now() - 23.5 * HOUR, ["新警综:A9901000020260300777"]);
  expect((await reached()).length).toBeGreaterThan(8);
});

describe("签收", () => {
  const sign = async (account: string, id: string, key = CASE) => {
    const { token } = await signIn(account);
    return call("signReminder", {}, { token, params: { key, id } });
  };
  beforeEach(async () => {
    await detain(START - 25 * HOUR);
    await ring();
  });
  it("of a reminder is an entry, made once", async () => {
    const [one] = await reminders();
    const first = await sign("han", one!.id);
    expect(first.body.reminder.signed).toMatchObject({ by: officer.id, byName: "han某" });
    const again = await sign("admin", one!.id);
    expect(again.body.reminder.signed).toEqual(first.body.reminder.signed);
    expect((await entries("signed")).map(({ by, body }) => [by, body["rule"], body["reminder"]])).toEqual([
      [officer.id, RULE, one!.id],
    ]);
  });
  it("of a reminder that is none, or of another case, is refused", async () => {
    const [one] = await reminders();
    expect((await sign("han", "r00")).body.code).toBe("not-found");
    expect((await sign("han", one!.id, "新警综:A1")).body.code).toBe("not-found");
  });
  it("of the finding on the page signs its reminders", async () => {
    const body = { kind: "signed" as const, rule: RULE, on: "measures/m1", finding: "k", pack: 1 };
    officer = await signIn("han");
    const entry = { seq: ++seq, at: new Date(START).toISOString(), caseKey: CASE, body };
    await call("sync", { device: officer.device, entries: [entry] }, { token: officer.token });
    expect((await reminders()).map(({ signed }) => signed?.by)).toEqual([officer.id]);
  });
});

describe("the officers of a case", () => {
  const withOfficers = (lead: string[], handlers: string[]) => [
    ...detainedFacts(START - 25 * HOUR),
    fact("case.leadOfficer", lead, START),
    fact("case.handlers", handlers, START),
  ];
  const told = async () =>
    (await reminders()).flatMap(({ to }) => to ?? []).map((one) => [one.member, one.channel]);
  let zhou: Person;
  beforeEach(async () => {
    zhou = await hire(await signIn("admin"), "zhou", ["officer"], {
      phone: "13900000002",
      officerId: "037216",
    });
    await call(
      "sync",
      { device: zhou.device, entries: [factsEntry(1, [fact("case.cause", "盗窃", START)], [], "新警综:A7")] },
      { token: zhou.token },
    );
  });
  it("are those whom the page names: the lead gets the message, who assists a notification", async () => {
    await detain(0, [CASE], withOfficers(["zhou某"], ["037215"]));
    await ring();
    expect(await told()).toEqual([
      [zhou.id, "sms"],
      [officer.id, "notice"],
    ]);
    expect(gateway.arrived.map(({ to }) => to)).toEqual(["13900000002"]);
  });
  it("are whoever read it last where the page names nobody that the unit knows", async () => {
    await detain(0, [CASE], withOfficers(["郑某某"], []));
    await ring();
    expect(await told()).toEqual([[officer.id, "sms"]]);
  });
  it("with one name are not taken for each other", async () => {
    const other = await hire(await signIn("admin"), "zhou2", ["officer"], { name: "zhou某" });
    const entry = factsEntry(1, [fact("case.cause", "盗窃", START)], [], "新警综:A8");
    await call("sync", { device: other.device, entries: [entry] }, { token: other.token });
    await detain(0, [CASE], withOfficers(["zhou某"], []));
    expect(await told()).toEqual([[officer.id, "sms"]]);
  });
});

describe("how a unit reminds", () => {
  it("is set by its leader or administrator, with an entry, and told to browsers that say their clock", async () => {
    const made = await set({ perDay: 3 });
    expect(made.body.reminding.perDay).toBe(3);
    expect(await entries("reminding-set")).toHaveLength(1);
    officer = await signIn("han");
    const body = { device: officer.device, entries: [] };
    const old = await call("sync", body, { token: officer.token });
    expect("reminding" in old.body).toBe(false);
    const fresh = await call("sync", { ...body, pack: 1, clock: Date.now() }, { token: officer.token });
    expect(fresh.body.reminding?.perDay).toBe(3);
  });
  it.each<Partial<Record<keyof Reminding, unknown>>>([
    { perDay: 9 },
    { perDay: 0 },
    { quiet: { from: 0, until: 1440 } },
    { smsFrom: "blue" },
    { grace: [1, 2] },
    { grace: [0, 1, 1] },
  ])("is refused as %j", async (part) => {
    expect((await set(part as Partial<Reminding>)).status).toBe(400);
  });
});
