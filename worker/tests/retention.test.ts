// What lies outside the tree goes when its time is over, not before and not by a clock that was set; the proofs stay.

import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { settleRetention } from "../unit/retention.ts";
import { monthsOf } from "../unit/words.ts";
import { CASE, signedEntry } from "./batch.ts";
import { grew, opened, receiptHolds } from "./checks.ts";
import { DAY, ring, START, setClock } from "./clock.ts";
import { call, deploy, hire, inUnit, type Person, signIn } from "./deployment.ts";

const WEEK = 7 * DAY;
let officer: Person;
let seq = 0;
beforeEach(async () => {
  setClock(START);
  seq = 0;
  officer = await hire(await deploy(), "han", ["officer"]);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const add = async (said: string) => {
  officer = await signIn("han");
  return (
    await call(
      "sync",
      { device: officer.device, entries: [signedEntry(++seq, said)] },
      { token: officer.token },
    )
  ).body;
};
const point = async () => {
  const { body } = await call("checkpoint", undefined, { token: (await signIn("han")).token });
  return opened(body.checkpoint, body.ledgerKey);
};
const ledger = async () =>
  (await call("ledger", undefined, { token: (await signIn("han")).token, params: { key: CASE } })).body.lines;
/** Time that passes week by week, as it does. */
async function pass(weeks: number): Promise<void> {
  for (let i = 0; i < weeks; i += 1) {
    setClock(Date.now() + WEEK + 60_000);
    await ring();
    // The object opens itself anew after a deletion.
    await new Promise((done) => setTimeout(done, 5));
  }
}
const said = async () => (await ledger()).map((line) => line.said);
const kinds = () =>
  inUnit("root", (sql) => sql.exec<{ kind: string }>("SELECT kind FROM entries ORDER BY idx").toArray()).then(
    (found) => found.map(({ kind }) => kind),
  );

describe("after the time set", () => {
  beforeEach(() => inUnit("root", (sql) => settleRetention(sql, "root", "6")));
  it("the words are gone, older and newer proofs still verify, and an entry says so", async () => {
    const { receipts } = await add("鹂某某已电话催办");
    const before = await point();
    await pass(20);
    expect(await said()).toEqual(["鹂某某已电话催办"]);
    await pass(12);
    expect(await said()).toEqual([null]);
    expect(await kinds()).toContain("forgotten");
    const after = await add("又催办");
    const receipt = [receipts[0], after.receipts[0]].map((one) => receiptHolds(one, officer.ledgerKey));
    expect(receipt).toEqual([true, true]);
    const now = await point();
    const query = { from: String(before.size), to: String(now.size) };
    const { body } = await call("consistency", undefined, { token: (await signIn("han")).token, query });
    expect(grew(before, now, body.proof)).toBe(true);
    expect(await said()).toEqual([null, "又催办"]);
  });
  it("a clock set forward by two years deletes nothing", async () => {
    await add("已催办");
    setClock(START + 730 * DAY);
    await ring();
    await pass(3);
    expect(await said()).toEqual(["已催办"]);
  });
  it("a clock set back makes new words no older", async () => {
    await pass(4);
    setClock(START - 400 * DAY);
    await add("新近的话");
    setClock(START + 5 * WEEK);
    await pass(3);
    expect(await said()).toEqual(["新近的话"]);
    expect(await inUnit("root", (sql) => monthsOf(sql))).not.toContain("2029_01");
  });
});

it.each(["5", "0", "-36", "half a year", "6.5"])(
  "a time of %j is refused and the usual one holds",
  async (asked) => {
    const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
    await add("已催办");
    await inUnit("root", (sql) => settleRetention(sql, "root", asked));
    const kept = await inUnit(
      "root",
      (sql) =>
        sql.exec<{ value: string }>("SELECT value FROM settings WHERE key = 'retention-months'").one().value,
    );
    expect(kept).toBe("36");
    expect(log.mock.calls.flat().join()).toContain("至少留存 6 个月");
  },
);
