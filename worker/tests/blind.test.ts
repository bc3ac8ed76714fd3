// What the unit has not seen: a gap is counted until it is filled, given up by name, found again; a full queue says when to come back.
import { beforeEach, describe, expect, it } from "vitest";
import type { SentEntry } from "../../shared/supervision/entry.ts";
import { blindness } from "../unit/holes.ts";
import { signedEntry } from "./batch.ts";
import { call, deploy, hire, inUnit, type Person, request } from "./deployment.ts";

let officer: Person;
beforeEach(async () => {
  officer = await hire(await deploy(), "han", ["officer"]);
});

const sync = (entries: readonly SentEntry[], more: Record<string, unknown> = {}) =>
  call("sync", { device: officer.device, entries, ...more }, { token: officer.token });
const some = (...numbers: readonly number[]) => numbers.map((seq) => signedEntry(seq, `第${seq}条`));
const blind = (): Promise<number> => inUnit("root", (sql) => blindness(sql));
const stored = (): Promise<number[]> =>
  inUnit("root", (sql) =>
    sql
      .exec<{ seq: number }>("SELECT seq FROM entries WHERE device IS NOT NULL ORDER BY seq")
      .toArray()
      .map(({ seq }) => seq),
  );

describe("entries that do not come", () => {
  it("are counted while they are missing, and no longer when they have come", async () => {
    await sync(some(1));
    expect(await blind()).toBe(0);
    expect((await sync(some(5, 6))).body.code).toBe("sequence-gap");
    expect((await sync(some(5, 6))).body.code).toBe("sequence-gap");
    expect(await blind()).toBe(3);
    await sync(some(2, 3));
    expect(await blind()).toBe(1);
    expect((await sync(some(4, 5, 6))).body.acked).toBe(6);
    expect(await blind()).toBe(0);
  });
  it("are given up by name, which is an entry and stays counted; the count goes on behind them", async () => {
    await sync(some(1));
    await sync(some(4));
    const lost = { from: 2, to: 3 };
    expect((await sync(some(4, 5), { lost })).body.acked).toBe(5);
    expect((await sync(some(4, 5), { lost })).body.acked).toBe(5);
    expect([await blind(), await stored()]).toEqual([2, [1, 4, 5]]);
    const records = await inUnit("root", (sql) =>
      sql.exec<{ record: string }>("SELECT record FROM entries WHERE kind = 'lost'").toArray(),
    );
    expect(records.map(({ record }) => (JSON.parse(record) as { body: unknown }).body)).toEqual([
      { device: officer.device, from: 2, to: 3 },
    ]);
    expect((await sync([])).body.acked).toBe(5);
  });
  it("that were given up and come after all are kept, once", async () => {
    await sync(some(1));
    await sync([], { lost: { from: 2, to: 4 } });
    await sync(some(5));
    for (const _ of "ab") expect((await sync(some(3))).body.acked).toBe(5);
    expect([await blind(), await stored()]).toEqual([2, [1, 3, 5]]);
  });
  it("are not given up where something else is due", async () => {
    await sync(some(1, 2));
    expect((await sync(some(9), { lost: { from: 5, to: 8 } })).body.code).toBe("sequence-gap");
    await sync([], { lost: { from: 1, to: 2 } });
    expect(await stored()).toEqual([1, 2]);
  });
});

it("more writes than can wait are told when to come back, and nothing of the others is lost", async () => {
  const ask = (seq: number) =>
    request("/v1/cases/%E6%96%B0%3AA1/notes/n1/replies", {
      method: "POST",
      headers: { authorization: `Bearer ${officer.token}`, "content-type": "application/json" },
      body: JSON.stringify({ said: `第${seq}条`, fixed: false }),
    });
  const answers = await Promise.all(Array.from({ length: 600 }, (_, i) => ask(i)));
  const busy = answers.filter(({ status }) => status === 503);
  const codes = new Set(answers.map(({ status }) => status));
  expect([...codes].sort()).toEqual([404, 503]);
  expect(busy.every(({ headers }) => headers.get("retry-after") === "5")).toBe(true);
  expect(await busy[0]!.json()).toMatchObject({ code: "busy" });
  expect((await sync(some(1))).body.acked).toBe(1);
});
