// Batches: each entry once, in order, without gaps, all of a batch or nothing.
import { beforeEach, describe, expect, it } from "vitest";
import { verifyReceipt } from "../../shared/ledger/receipt.ts";
import type { SentEntry } from "../../shared/supervision/entry.ts";
import { CASE, fact, factsEntry, signedEntry } from "./batch.ts";
import { call, deploy, hire, inUnit, type Person } from "./deployment.ts";

let admin: Person;
let officer: Person;
beforeEach(async () => {
  admin = await deploy();
  officer = await hire(admin, "han", ["officer"]);
});

const sync = (entries: readonly unknown[], who: Person = officer) =>
  call("sync", { device: who.device, entries }, { token: who.token });
const stored = (): Promise<number> =>
  inUnit(
    "root",
    (sql) => sql.exec<{ n: number }>("SELECT count(*) AS n FROM entries WHERE device IS NOT NULL").one().n,
  );
const now = Date.now();
const facts = (seq: number): SentEntry => factsEntry(seq, [fact("case.category", "刑事", now)]);

describe("a batch", () => {
  it("is acknowledged with receipts that verify offline", async () => {
    const { body } = await sync([facts(1), signedEntry(2, "已安排"), signedEntry(3)]);
    expect(body.acked).toBe(3);
    expect(body.receipts.map(({ seq }) => seq)).toEqual([1, 2, 3]);
    for (const receipt of body.receipts) expect(verifyReceipt(receipt, officer.ledgerKey).ok).toBe(true);
    expect(body.receipts.every(({ record }) => !record.includes("已安排"))).toBe(true);
  });
  it("sent again is answered with the same places and stored once", async () => {
    const first = await sync([facts(1), signedEntry(2)]);
    const again = await sync([facts(1), signedEntry(2), signedEntry(3)]);
    expect(again.body.acked).toBe(3);
    expect(again.body.receipts.slice(0, 2).map(({ index, record }) => [index, record])).toEqual(
      first.body.receipts.map(({ index, record }) => [index, record]),
    );
    for (const receipt of again.body.receipts)
      expect(verifyReceipt(receipt, officer.ledgerKey).ok).toBe(true);
    expect(await stored()).toBe(3);
  });
  it("empty tells how far the device is", async () => {
    await sync([facts(1)]);
    expect((await sync([])).body.acked).toBe(1);
  });
  it("with another text under a used number is a conflict and changes nothing", async () => {
    await sync([signedEntry(1, "甲")]);
    const { status, body } = await sync([signedEntry(1, "乙"), signedEntry(2)]);
    expect([status, body.code, body.at]).toEqual([409, "conflict", "entries[0].seq"]);
    expect(await stored()).toBe(1);
  });
  it.each([
    ["a hole at the start", [2], 1, 0],
    ["a hole in the middle", [1, 3], 2, 1],
    ["backwards order", [2, 1], 1, 0],
    ["one number twice", [1, 1], 2, 1],
  ])("with %s is refused whole, naming the number that is due", async (_, numbers, due, place) => {
    const { status, body } = await sync(numbers.map((seq) => facts(seq)));
    expect([status, body.code, body.at]).toEqual([409, "sequence-gap", `entries[${place}].seq`]);
    expect(body.message).toContain(`应为 ${due},`);
    expect(await stored()).toBe(0);
  });
  it("counts each device for itself, and only the device that signed in", async () => {
    await sync([facts(1), facts(2)]);
    const other = await hire(admin, "li", ["officer"]);
    expect((await sync([facts(1)], other)).body.acked).toBe(1);
    const shared = { ...officer, device: `${officer.device}.${officer.id}` };
    expect((await sync([facts(1)], shared)).body.acked).toBe(1);
    const foreign = { ...officer, device: `${officer.device}.${other.id}` };
    expect((await sync([facts(1)], foreign)).body.code).toBe("not-allowed");
    const { body } = await call("sync", { device: "elsewhere", entries: [] }, { token: officer.token });
    expect([body.code, body.at]).toEqual(["not-allowed", "device"]);
  });
});

const BAD: Readonly<Record<string, readonly [bad: unknown, code: string, at: string]>> = {
  "a field that the dictionary lacks": [
    factsEntry(2, [fact("case.nothing", "x", now)]),
    "unknown-field",
    "entries[1].body.facts[0]",
  ],
  "an element that the dictionary lacks": [
    factsEntry(2, [fact("pets/p1.name", "x", now)]),
    "unknown-field",
    "entries[1].body.facts[0]",
  ],
  "a list that the dictionary lacks": [
    factsEntry(2, [fact("case.cause", "盗窃", now)], ["pets"]),
    "unknown-field",
    "entries[1].body.complete[0]",
  ],
  "a choice outside its values": [
    factsEntry(2, [fact("case.cause", "盗窃", now), fact("case.category", "民事", now)]),
    "bad-value",
    "entries[1].body.facts[1]",
  ],
  "a text where an instant belongs": [
    factsEntry(2, [fact("case.acceptedAt", "2025-02-30", now)]),
    "bad-value",
    "entries[1].body.facts[0]",
  ],
  "an instant of another age": [
    factsEntry(2, [fact("case.acceptedAt", 1e15, now)]),
    "bad-value",
    "entries[1].body.facts[0]",
  ],
  "a value on a blank field": [
    factsEntry(2, [{ ...fact("case.cause", null, now), value: "盗窃" }]),
    "bad-value",
    "entries[1].body.facts[0]",
  ],
  "a known field without value": [
    factsEntry(2, [{ ...fact("case.cause", null, now), state: "known" }]),
    "bad-value",
    "entries[1].body.facts[0]",
  ],
  "an unknown kind": [{ ...signedEntry(2), body: { kind: "erase" } }, "bad-shape", "entries[1].body.kind"],
  "a key too many": [{ ...signedEntry(2), extra: 1 }, "bad-shape", "entries[1].extra"],
  "no time": [{ ...signedEntry(2), at: "yesterday" }, "bad-shape", "entries[1].at"],
  "a fraction as number": [{ ...signedEntry(2), seq: 1.5 }, "bad-shape", "entries[1].seq"],
  "a pause of an hour": [
    { ...signedEntry(2), body: { kind: "paused", minutes: 60 } },
    "bad-shape",
    "entries[1].body.minutes",
  ],
  "a reason of a megabyte": [signedEntry(2, "字".repeat(300_000)), "bad-shape", "entries[1].body.said"],
};

describe("one bad entry among good ones", () => {
  it.each(Object.entries(BAD))(
    "%s: nothing is applied and its place is named",
    async (_, [bad, code, at]) => {
      const { body } = await sync([facts(1), bad, { ...facts(3) }]);
      expect([body.code, body.at]).toEqual([code, at]);
      expect(await stored()).toBe(0);
      expect(
        (await call("caseView", undefined, { token: officer.token, params: { key: CASE } })).body.facts,
      ).toEqual([]);
    },
  );
});

describe("facts", () => {
  const view = async () =>
    (await call("caseView", undefined, { token: officer.token, params: { key: CASE } })).body;
  const cause = async () => (await view()).facts.find(({ field }) => field === "cause");
  it("are kept newest first, blank as well as known", async () => {
    await sync([factsEntry(1, [fact("case.cause", "盗窃", now - 10)])]);
    await sync([factsEntry(2, [fact("case.cause", "诈骗", now - 20)])]);
    expect((await cause())?.value).toBe("盗窃");
    await sync([factsEntry(3, [fact("case.cause", null, now - 5)])]);
    expect(await cause()).toMatchObject({ state: "absent" });
  });
  it("unread never overwrite what was read", async () => {
    await sync([factsEntry(1, [fact("case.cause", "盗窃", now - 10)])]);
    await sync([factsEntry(2, [{ ...fact("case.cause", null, now), state: "unread" }])]);
    expect(await cause()).toMatchObject({ state: "known", value: "盗窃" });
  });
  it("of a clock that runs ahead do not bar later ones", async () => {
    await sync([factsEntry(1, [fact("case.cause", "盗窃", now + 86_400_000)])]);
    await new Promise((done) => setTimeout(done, 5));
    await sync([factsEntry(2, [fact("case.cause", "诈骗", Date.now() + 60_000)])]);
    expect((await cause())?.value).toBe("诈骗");
  });
  it("and ticks and complete lists come back with the case", async () => {
    await sync([
      factsEntry(1, [fact("measures/m1.kind", "取保候审", now)], ["measures"]),
      { ...signedEntry(2), body: { kind: "ticked", item: "rights", ticked: true, said: "见笔录" } },
    ]);
    expect(await view()).toMatchObject({
      complete: ["measures"],
      ticks: [{ item: "rights", ticked: true, evidence: "见笔录", byName: "han某" }],
    });
  });
});
