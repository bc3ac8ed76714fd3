// The own record: what was put right and when, what others found, told to nobody else.
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
const record = async (who = officer) => (await call("record", undefined, { token: who.token })).body;
const transferred = (at: number): UnitFact => fact("measures/m1.sentToHouseAt", at, Date.now());
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

describe("the record", () => {
  const turnOrange = async (): Promise<void> => {
    await detain(START);
    advance(23 * HOUR + MINUTE);
    await ring();
    await anew();
  };

  it("credits what was put right before its limit and before any finding", async () => {
    await turnOrange();
    await send([transferred(Date.now())]);
    expect((await record()).corrections).toMatchObject([
      { rule: RULE, on: ON, was: "orange", due: START + 24 * HOUR, credit: "credited", caseKey: CASE },
    ]);
    await note("measures/m1.sentToHouseAt");
    expect((await record()).corrections).toMatchObject([{ credit: "credited" }]);
    expect((await record()).found).toMatchObject([{ caseKey: CASE, note: { kind: "问题" } }]);
  });

  it("gives no credit after a finding by somebody else", async () => {
    await turnOrange();
    await note("measures/m1.sentToHouseAt");
    await send([transferred(Date.now())]);
    expect((await record()).corrections).toMatchObject([{ credit: "found" }]);
  });

  it("gives none after the limit, even where the time that is written in lies before it", async () => {
    await turnOrange();
    advance(2 * HOUR);
    await ring();
    await anew();
    await send([transferred(START + 23 * HOUR)]);
    expect((await record()).corrections).toMatchObject([{ was: "red", credit: "late" }]);
  });

  it("is nobody else's", async () => {
    await turnOrange();
    await send([transferred(Date.now())]);
    for (const who of [other, legal]) expect(await record(who)).toMatchObject({ corrections: [], found: [] });
  });

  it("lists what others raised or confirmed as items, of the member's own and on the member's cases; a warning of a rule alone is none", async () => {
    await detain(START - 30 * HOUR);
    const items = async (who = officer) =>
      (await record(who)).items.map(({ origin, title, state }) => [origin, title, state]);
    expect((await call("items", undefined, { token: officer.token })).body.items).toMatchObject([
      { rule: RULE, state: "warned" },
    ]);
    expect(await items()).toEqual([]);
    const raise = async (key: string, title: string, more: object) => {
      const body = { key, origin: "patrol", title, said: "已核实", ...more };
      expect((await call("raiseItem", body, { token: legal.token })).status).toBe(200);
    };
    await raise("patrol-on-case-1", "送押时间没有登记", { caseKey: CASE, owner: other.id });
    advance(MINUTE);
    await raise("patrol-of-own-1", "警情没有反馈", { ref: "990104520000202603010001", owner: officer.id });
    await raise("patrol-of-other", "别人的警情", { ref: "990104520000202603010002", owner: other.id });
    const own = [
      ["patrol", "警情没有反馈", "found"],
      ["patrol", "送押时间没有登记", "found"],
    ];
    expect(await items()).toEqual(own);
    const [warned] = (await call("items", undefined, { token: officer.token })).body.items.filter(
      ({ rule }) => rule === RULE,
    );
    advance(MINUTE);
    const params = { unit: "root", id: warned?.id ?? "" };
    const body = { key: "confirm-0001", seen: warned?.moves ?? 0, do: "confirm", said: "已核实" };
    expect((await call("moveItem", body, { token: legal.token, params })).status).toBe(200);
    expect((await items())[0]?.slice(0, 1)).toEqual(["rule"]);
    expect(await items()).toHaveLength(3);
    expect((await items(other)).map(([, title]) => title).sort()).toEqual(
      ["别人的警情", "送押时间没有登记"].sort(),
    );
    expect(await items(legal)).toEqual([]);
  });

  it("can be told from the case's own ledger by the same judgement", async () => {
    await turnOrange();
    await send([transferred(Date.now())]);
    const [told] = (await record()).corrections;
    const { lines } = (await call("ledger", undefined, { token: officer.token, params: { key: CASE } })).body;
    const line = lines.find(({ index }) => index === told?.index);
    expect(line).toMatchObject({ kind: "mended" });
    expect(JSON.parse(line?.record ?? "{}").body).toMatchObject({ rule: RULE, handler: officer.id });
  });

  it("takes what no longer applies for no correction", async () => {
    await turnOrange();
    await send([fact("measures/m1.kind", "取保候审", Date.now())]);
    expect((await record()).corrections.filter(({ rule }) => rule === RULE)).toEqual([]);
  });
});
