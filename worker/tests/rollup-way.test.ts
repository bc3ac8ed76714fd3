// Numbers on their way up: units that move or fall silent, a unit above that takes nothing, revisions and clocks that went back.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { advance, DAY, HOUR, MINUTE, ring, START, setClock } from "./clock.ts";
import { call, inUnit, signIn } from "./deployment.ts";
import { board, climb, incident, plantNumbers, send } from "./numbers.ts";

beforeEach(plantNumbers);
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe("a unit that moves", () => {
  it("is counted above its new place only", async () => {
    await send("cg", incident("J1", START));
    await send("bg", incident("J2", START));
    await climb();
    const { token } = await signIn("admin");
    await call("moveUnit", { parent: "west", said: "改隶属" }, { token, params: { id: "cg" } });
    await climb();
    await climb();
    const hu = await board("ting", { unit: "hu" });
    expect(hu.children.map(({ unit, counts }) => [unit, counts.incidents ?? 0])).toEqual([
      ["east", 0],
      ["west", 2],
    ]);
    expect((await board()).total.incidents).toBe(2);
    const back = await signIn("admin");
    await call("moveUnit", { parent: "east", said: "改回" }, { token: back.token, params: { id: "cg" } });
    await climb();
    await climb();
    expect((await board("ting", { unit: "hu" })).children.map(({ counts }) => counts.incidents ?? 0)).toEqual(
      [1, 1],
    );
  });
});

it("a unit that reports nothing for a day is silent, one that lives says so without news", async () => {
  await send("cg", incident("J1", START));
  await send("bg", incident("J2", START));
  await climb();
  const silentOf = async (unit: string) =>
    (await board("ting", { unit: unit === "cg" ? "east" : "west" })).children.map((one) => [
      one.unit,
      one.silent,
    ]);
  for (let i = 0; i < 5; i += 1) {
    advance(6 * HOUR + MINUTE);
    await ring("bg");
  }
  expect(await silentOf("cg")).toEqual([["cg", true]]);
  expect(await silentOf("bg")).toEqual([["bg", false]]);
});

it("a unit above that cannot be written to loses nothing: the report waits, is parked and arrives", async () => {
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  await inUnit("east", (sql) => sql.exec("ALTER TABLE rollup_children RENAME TO hidden"));
  await send("cg", incident("J1", START));
  advance(2 * MINUTE);
  await ring("cg");
  for (const seconds of [5, 10, 20, 40, 80]) {
    advance(seconds * 1000);
    await ring("cg");
  }
  const state = () =>
    inUnit("cg", (sql) => sql.exec("SELECT state FROM outbox WHERE kind = 'rollup'").toArray());
  expect(await state()).toEqual([{ state: "parked" }]);
  await inUnit("east", (sql) => sql.exec("ALTER TABLE hidden RENAME TO rollup_children"));
  await send("cg", incident("J2", START));
  advance(20 * MINUTE);
  await ring("cg");
  await climb();
  expect(await state()).toEqual([]);
  expect((await board()).total.incidents).toBe(2);
});

it("a clock that was a year ahead holds no number back", async () => {
  setClock(START + 365 * DAY);
  await send("cg", incident("J1", START));
  setClock(START);
  await send("cg", incident("J2", START));
  await climb();
  expect((await board()).total.incidents).toBe(2);
});

it("a unit that counts its revisions from the beginning again passes those that were taken", async () => {
  await send("cg", incident("J1", START));
  await climb();
  await send("cg", incident("J2", START));
  await climb();
  await inUnit("cg", (sql) =>
    sql.exec(
      `UPDATE rollup_days SET revision = 1, sent = 0; UPDATE settings SET value = '1' WHERE key = 'rollup-revision'`,
    ),
  );
  await send("cg", incident("J3", START));
  await climb();
  expect((await board()).total.incidents).toBe(3);
  expect((await board("ting", { unit: "cg" })).sending).toMatchObject({ waiting: false, error: null });
});
