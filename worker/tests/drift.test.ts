// Reading drift: what browsers count is summed up without case data, and a field that has fallen is told since when.
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { START, setClock } from "./clock.ts";
import { call, deploy, hire, inDirectory, type Person } from "./deployment.ts";

const DAY = 86_400_000;

let admin: Person;
let officer: Person;
beforeEach(async () => {
  setClock(START);
  admin = await deploy();
  officer = await hire(admin, "min", ["officer"]);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const shown = { profile: "case-platform", page: "interview", field: "interviews.askers" };
const report = (fields: readonly object[], device = "d1") =>
  call("reportHits", { device, fields } as never, { token: officer.token });
const items = async () => (await call("drift", undefined, { token: admin.token })).body.items;

it("a browser's word is kept with since when, counted once per browser, and gone when the field is back", async () => {
  await report([{ ...shown, seen: 5, hit: 2, since: START - 1000 }]);
  await report([{ ...shown, seen: 3, hit: 0, since: START - 5000 }], "d2");
  expect(await items()).toEqual([{ ...shown, since: START - 5000, devices: 2, seen: 8, hit: 2 }]);
  await report([{ ...shown, seen: 3, hit: 3 }], "d2");
  expect(await items()).toMatchObject([{ since: START - 1000, devices: 1 }]);
  await report([{ ...shown, seen: 3, hit: 3 }]);
  expect(await items()).toEqual([]);
});

it("a fall below all browsers' history is told though none of them has seen enough by itself", async () => {
  await report([{ ...shown, seen: 200, hit: 198 }]);
  const before = new Date(START - DAY).toISOString().slice(0, 10);
  await inDirectory((sql) => sql.exec("UPDATE page_hits SET day = ?", before));
  await report([{ ...shown, seen: 20, hit: 20 }]);
  expect(await items()).toEqual([]);
  for (const device of ["a", "b", "c"]) await report([{ ...shown, seen: 8, hit: 1 }], device);
  expect(await items()).toMatchObject([{ ...shown, devices: 0 }]);
});

it("only what the pack's profiles show is kept: no other words find a way in", async () => {
  const { body } = await report([
    { ...shown, profile: "韩某某", seen: 1, hit: 0 },
    { ...shown, page: "A9901045200002026110187", seen: 1, hit: 0 },
    { ...shown, field: "persons.name", seen: 1, hit: 0 },
    { ...shown, seen: 1, hit: 2 },
    { ...shown, seen: 1, hit: 1 },
  ]);
  expect(body).toEqual({ kept: 1 });
  const kept = await inDirectory((sql) => [...sql.exec("SELECT * FROM page_hits")]);
  expect(kept).toHaveLength(1);
});
