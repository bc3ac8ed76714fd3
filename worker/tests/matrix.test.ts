// Every route that the worker mounts × every role × own unit, child, parent and sibling: below is reached, beside and above never.
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { contract, type RouteId } from "../../shared/api/contract.ts";
import { ROLES, type Role, type Route } from "../../shared/api/route.ts";
import worker from "../index.ts";
import { signedEntry } from "./batch.ts";
import { ring, START, setClock } from "./clock.ts";
import { call, deploy, hire, type Person } from "./deployment.ts";
import { type Aimed, BESIDE, PLACES, type Place, ROWS, type Target } from "./matrix-rows.ts";

const people = new Map<Role, Person>();
const targets = new Map<Place, Target>();
const numberOf = (place: string): string => `A99010000${place.length}0260300${place.charCodeAt(0)}`;

beforeAll(async () => {
  setClock(START);
  const admin = await deploy();
  const make = (id: string, parent: string, level: string) =>
    call("createUnit", { id, name: `${id}局`, parent, level }, { token: admin.token });
  await make("hu", "root", "city");
  await make("east", "hu", "county");
  await make("west", "hu", "county");
  await make("cg", "east", "station");
  for (const id of ["east", "hu", "west"]) await make(`${id}-sub`, id, "station");
  // The child's own: a station cannot have one below it, so it stands beside it.
  await make("cg-sub", "east", "station");
  for (const [place, id] of Object.entries(PLACES) as [Place, string][]) {
    const officer = await hire(admin, `jing-${id}`, ["officer"], { unit: id, name: `韩${id}` });
    const caseKey = `新警综:${numberOf(id)}`;
    await call(
      "sync",
      { device: officer.device, entries: [signedEntry(1, undefined, caseKey)] },
      { token: officer.token },
    );
    const victim = await hire(admin, `li-${id}`, ["officer"], { unit: id, name: `李${id}` });
    const made = await call(
      "createIntakeSource",
      { kind: "incident", name: "110", unit: id, whole: false },
      { token: admin.token },
    );
    targets.set(place, { unit: id, key: caseKey, member: victim.id, source: made.body.source.id });
  }
  for (const id of Object.values(PLACES)) await ring(id);
  for (const role of ROLES) people.set(role, await hire(admin, `${role}-east`, [role], { unit: "east" }));
}, 60_000);
afterAll(() => vi.useRealTimers());

const ids = Object.keys(contract) as RouteId[];
const rolesOf = (id: RouteId): readonly Role[] =>
  (contract[id].roles === "anyone" ? [] : contract[id].roles) as readonly Role[];

it("every route that the worker mounts has its row", () => {
  const mounted = [
    ...new Set(
      worker.routes.filter(({ method }) => method !== "ALL").map(({ method, path }) => `${method} ${path}`),
    ),
  ];
  const known = new Map(ids.map((id) => [`${contract[id].method} ${contract[id].path}`, id]));
  expect(mounted.filter((one) => !known.has(one) && !BESIDE.includes(one))).toEqual([]);
  expect(ids.filter((id) => !mounted.includes(`${contract[id].method} ${contract[id].path}`))).toEqual([]);
  expect(ids.filter((id) => ROWS[id] === undefined)).toEqual([]);
  const route = (id: RouteId): Route => contract[id];
  const named = ids.filter((id) => route(id).path.includes(":") && typeof ROWS[id] === "string");
  // What can be named in the address is aimed at every place, or is of no unit at all.
  expect(named.filter((id) => ROWS[id] !== "none")).toEqual(
    ["endDevice", "packWords", "approve", "endCover", "endRollupChild"].filter((id) =>
      named.includes(id as RouteId),
    ),
  );
});

describe.each(ROLES)("%s of a county", (role) => {
  const aimed = ids.filter((id) => typeof ROWS[id] === "object");
  const cells = aimed.flatMap((id) => (Object.keys(PLACES) as Place[]).map((place) => [id, place] as const));
  it.each(cells)("%s at %s", async (id, place) => {
    const row = ROWS[id] as Aimed;
    const target = targets.get(place);
    const token = people.get(role)?.token;
    if (target === undefined || token === undefined) throw new Error("not planted");
    const { status, body } = await call(id, row.body?.(target) ?? {}, {
      token,
      params: row.params?.(target) ?? {},
      query: row.query?.(target) ?? {},
    });
    const text = JSON.stringify(body);
    if (!rolesOf(id).includes(role)) return expect([status, body.code]).toEqual([403, "not-allowed"]);
    if (place === "parent" || place === "sibling") {
      // A table says of each row what is wrong with it instead of refusing the whole; a post is one's own or not.
      const said =
        text.includes('"outside-unit"') ||
        text.includes("管辖范围") ||
        (id === "usePost" && body.code === "not-allowed");
      expect([id, said]).toEqual([id, true]);
      expect(text).not.toContain(`韩${target.unit}`);
      return;
    }
    expect(status).toBeLessThan(500);
    expect(text).not.toContain('"outside-unit"');
    if (status === 400) throw new Error(`the row of ${id} does not fit its route: ${body.message}`);
  });

  const lists = ids.filter(
    (id) => (ROWS[id] === "list" || ROWS[id] === "self") && contract[id].method === "GET",
  );
  it.each(lists)("%s tells nothing of beside and above", async (id) => {
    const token = people.get(role)?.token;
    const { status, body } = await call(id, undefined, {
      token,
      query: { from: "0", of: "unit" },
      params: { hash: "0".repeat(64) },
    });
    if (!rolesOf(id).includes(role)) return expect([status, body.code]).toEqual([403, "not-allowed"]);
    const text = JSON.stringify(body);
    // The unit above is named as the parent of one's own.
    for (const place of ["hu", "west"])
      for (const trace of [`韩${place}`, `李${place}`, numberOf(place), `"${place}"`, `${place}-sub`])
        if (!(["units", "witnesses"].includes(id) && trace === '"hu"'))
          expect([id, text.includes(trace)]).toEqual([id, false]);
  });
});

it.each([
  ["units", '"cg"'],
  ["members", "韩cg"],
  ["cases", numberOf("cg")],
  ["desk", numberOf("cg")],
  ["unitHealth", '"cg"'],
  ["itemOwners", "韩cg"],
] as const)("%s tells of below", async (id, trace) => {
  const role = rolesOf(id).find((one) => one === "leader") ?? "legal";
  const { body } = await call(id, undefined, { token: people.get(role)?.token, query: { of: "unit" } });
  expect(JSON.stringify(body)).toContain(trace);
});
