// Tables of units and members: every row is told, all of it is made or nothing.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { START, setClock } from "./clock.ts";
import { type Answer, call } from "./deployment.ts";
import { plant, type Tree } from "./tree.ts";

let tree: Tree;
beforeEach(async () => {
  setClock(START);
  tree = await plant();
});
afterEach(() => vi.useRealTimers());

const code = ({ body, status }: Answer<unknown>): string => body.code ?? String(status);

describe("a table of units", () => {
  const row = (id: string, parent: string, level = "所队", name = `${id}所`) => ({ id, name, parent, level });
  const bring = (rows: unknown[], check = false) =>
    call("importUnits", { check, rows }, { token: tree.admin.east.token });
  const mine = async () =>
    (await call("units", undefined, { token: tree.admin.east.token })).body.units.map(({ id }) => id);
  it("is told row by row what is wrong, and nothing of it is made", async () => {
    const rows = [
      row("n1", "east"),
      row("n1", "east"),
      row("cg", "east"),
      row("a/b", "east"),
      row("n4", "west"),
      row("n5", "nowhere"),
      row("n6", "east", "乡级"),
      row("n7", "n1"),
      row("", "", "", ""),
    ];
    const { body } = await bring(rows, true);
    expect(body.problems.map((one) => [one.row, one.column, one.code])).toEqual([
      [1, "id", "conflict"],
      [2, "id", "conflict"],
      [3, "id", "bad-value"],
      [4, "parent", "outside-unit"],
      [5, "parent", "outside-unit"],
      [6, "level", "bad-value"],
      [7, "level", "bad-value"],
      [8, "name", "bad-value"],
      [8, "parent", "bad-value"],
      [8, "level", "bad-value"],
      [8, "id", "bad-value"],
    ]);
    expect(code(await bring(rows))).toBe("bad-rows");
    expect(await mine()).toEqual(["east", "cg"]);
  });
  it("may name parents that come later in it", async () => {
    const rows = [row("s1", "d1"), row("d1", "east", "station")];
    expect((await bring(rows, true)).body.problems).toMatchObject([{ row: 0, column: "level" }]);
    const city = [row("s9", "c9"), row("c9", "hu", "县局", "清河县公安局")];
    const done = await call("importUnits", { check: false, rows: city }, { token: tree.admin.hu.token });
    expect(done.body).toEqual({ problems: [], made: 2 });
    const units = (await call("units", undefined, { token: tree.admin.hu.token })).body.units;
    expect(units.find(({ id }) => id === "s9")).toMatchObject({ parent: "c9", level: "station" });
  });
});

describe("a table of members", () => {
  const row = (account: string, more: Record<string, string> = {}) => ({
    account,
    name: "李某某",
    unit: "cg",
    officerId: "",
    phone: "",
    roles: "民警、法制员",
    ...more,
  });
  const bring = (rows: unknown[], check = false) =>
    call("importMembers", { check, rows }, { token: tree.admin.east.token });
  it("is told row by row what is wrong, and nobody of it is made", async () => {
    const rows = [
      row("n1"),
      row("N1"),
      row("jing-cg"),
      row("n3", { unit: "west" }),
      row("n4", { roles: "民警、厨师" }),
      row("n5", { roles: "", name: " " }),
      row("n6", { phone: "abc" }),
      row("n 7"),
    ];
    const { body } = await bring(rows, true);
    expect(body.problems.map((one) => [one.row, one.column, one.code])).toEqual([
      [1, "account", "conflict"],
      [2, "account", "conflict"],
      [3, "unit", "outside-unit"],
      [4, "roles", "bad-value"],
      [5, "name", "bad-value"],
      [5, "roles", "bad-value"],
      [6, "phone", "bad-value"],
      [7, "account", "bad-value"],
    ]);
    expect(code(await bring(rows))).toBe("bad-rows");
    const { members } = (await call("members", undefined, { token: tree.admin.east.token })).body;
    expect(members.some(({ account }) => account === "n1")).toBe(false);
  });
  it("makes them all, each with a first password that is told once and has to be changed", async () => {
    const rows = Array.from({ length: 300 }, (_, i) =>
      row(`n${i}`, { unit: i % 2 === 0 ? "cg局" : "east", phone: "000 1234 5678" }),
    );
    const { body } = await bring(rows);
    expect(body.made).toHaveLength(300);
    expect(new Set(body.made.map(({ password }) => password)).size).toBe(300);
    const first = body.made[0];
    const entered = await call("signIn", { account: "n0", password: first?.password ?? "", device: "d" });
    expect(entered.body).toMatchObject({
      mustChange: true,
      member: { unit: "cg", roles: ["officer", "legal"] },
    });
  });
});
