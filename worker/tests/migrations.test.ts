// Stored data of another program or of a newer one is refused rather than harmed.
import { abortAllDurableObjects, runInDurableObject } from "cloudflare:test";
import { beforeEach, expect, it, vi } from "vitest";
import { migrate } from "../migrate.ts";
import { call, deploy, inUnit, type Person, unitStub } from "./deployment.ts";

let admin: Person;
beforeEach(async () => {
  admin = await deploy();
});

it.each([
  ["a newer program", "INSERT INTO migrations (n, digest) VALUES (99, 'x')"],
  ["another product", "UPDATE migrations SET digest = 'x' WHERE n = 0"],
  ["a hole in its past", "DELETE FROM migrations; INSERT INTO migrations (n, digest) VALUES (1, 'x')"],
])("data of %s is not touched", async (_, past) => {
  const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
  await inUnit("root", (sql) => sql.exec(past));
  await abortAllDurableObjects();
  const { status, body } = await call("checkpoint", undefined, { token: admin.token });
  expect([status, body.code]).toEqual([500, "internal"]);
  expect(log.mock.calls.flat().join()).toContain("foreign past");
  log.mockRestore();
});

it("steps that are missing are applied, those that are there are not", async () => {
  await runInDurableObject(unitStub("fresh"), (_, { storage }) => {
    const { sql } = storage;
    sql.exec("DELETE FROM migrations");
    migrate(storage, ["CREATE TABLE one (x)"]);
    migrate(storage, ["CREATE TABLE one (x)", "CREATE TABLE two (x); INSERT INTO two VALUES (1)"]);
    migrate(storage, ["CREATE TABLE one (x)", "CREATE TABLE two (x); INSERT INTO two VALUES (1)"]);
    expect(sql.exec("SELECT x FROM two").toArray()).toEqual([{ x: 1 }]);
    expect(() => migrate(storage, ["CREATE TABLE one (x)"])).toThrow("foreign past");
    expect(() => migrate(storage, ["CREATE TABLE one (y)", "CREATE TABLE two (x)"])).toThrow("foreign past");
  });
});

it("a step that fails leaves nothing behind", async () => {
  await runInDurableObject(unitStub("fresh2"), (_, { storage }) => {
    storage.sql.exec("DELETE FROM migrations");
    expect(() => migrate(storage, ["CREATE TABLE three (x); INSERT INTO nowhere VALUES (1)"])).toThrow();
    expect(storage.sql.exec("SELECT name FROM sqlite_master WHERE name = 'three'").toArray()).toEqual([]);
  });
});
