// Layers in the org tree: what a unit publishes reaches the units below it in seconds, and no other.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Rule } from "../../shared/rules/rule.ts";
import { CASE, fact, factsEntry } from "./batch.ts";
import { ring, START, setClock } from "./clock.ts";
import { call, inDirectory, inUnit, type Person } from "./deployment.ts";
import { fakeGateway } from "./gateway.ts";
import {
  ALL,
  packFor,
  packPushes,
  plant,
  publishIn,
  ruleFor,
  signedFor,
  sourceFor,
  type Tree,
  type UnitId,
} from "./tree.ts";

let tree: Tree;
beforeEach(async () => {
  setClock(START);
  fakeGateway();
  tree = await plant();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const BAIL = "bail-overrun";
const shorter = async (who: Person, months: number): Promise<Rule> => {
  const rule = await sourceFor(who, BAIL);
  return {
    ...rule,
    title: `取保候审超过${months}个月`,
    clock: { ...rule.clock!, limit: `${months} months` },
  };
};
const off = { rule: "bail-review-late", reason: "另有系统提醒", off: true };
const local = {
  rule: "arrival-over-local-limit",
  reason: "市局规定十五分钟",
  configure: {
    limit: "15 minutes",
    basis: [{ statute: "样例接处警规定", edition: "2025-01-01", article: "9" }],
  },
};
const statutes = [
  {
    title: "样例接处警规定",
    short: "接处警规定",
    editions: [{ edition: "2025-01-01", from: "2025-02-01", label: "2025" }],
  },
];

/** One fact about the pack of every unit, by what its officer is given. */
const everywhere = async <T>(look: (unit: UnitId) => Promise<T>): Promise<Record<string, T>> =>
  Object.fromEntries(await Promise.all(ALL.map(async (unit) => [unit, await look(unit)] as const)));
const limits = () =>
  everywhere(async (unit) => (await ruleFor(tree.officer[unit], BAIL)).clock?.limit.amount);
const revisions = () => everywhere(async (unit) => (await packFor(tree.officer[unit])).revision);

describe("without layers", () => {
  it("every unit has the root's pack, byte for byte", async () => {
    const bodies = await everywhere((unit) => signedFor(tree.officer[unit]));
    expect(new Set(Object.values(bodies).map(({ hash, signature }) => hash + signature)).size).toBe(1);
  });
});

/** Who publishes, and where it is to hold: the unit and all below it. */
const REACH: Readonly<Record<UnitId, readonly UnitId[]>> = {
  root: ["root", "hu", "east", "west", "cg"],
  hu: ["hu", "east", "west", "cg"],
  east: ["east", "cg"],
  west: ["west"],
  cg: ["cg"],
};

describe("a tightening by", () => {
  it.each(ALL)("%s reaches its subtree and nobody else", async (unit) => {
    const heard = await everywhere((one) => packPushes(tree.officer[one]));
    // The root's own examples hold it to twelve months, so that it tightens by a layer as everybody else.
    const tighten = { limit: "6 months", title: "取保候审超过六个月" };
    const change = { changes: [{ rule: BAIL, reason: "本地要求", tighten }] };
    const edited = unit === "root" ? change : { rules: [await shorter(tree.admin[unit], 6)] };
    await publishIn(tree, tree.admin[unit], edited);
    const wanted = Object.fromEntries(ALL.map((one) => [one, REACH[unit].includes(one) ? 6 : 12]));
    expect(await limits()).toEqual(wanted);
    await vi.waitFor(() =>
      expect(heard).toEqual(
        Object.fromEntries(ALL.map((one) => [one, REACH[unit].includes(one) ? [2] : []])),
      ),
    );
    expect(await revisions()).toEqual(
      Object.fromEntries(ALL.map((one) => [one, REACH[unit].includes(one) ? 2 : 1])),
    );
    const at = await inDirectory((sql) =>
      sql.exec<{ id: string; announced: number }>("SELECT id, announced FROM units").toArray(),
    );
    for (const { id, announced } of at) expect(announced).toBe(REACH[unit].includes(id as UnitId) ? 2 : 1);
  });
});

it("each level adds to the one above, and a rule tells them all with reason and name", async () => {
  await publishIn(tree, tree.admin.hu, { rules: [await shorter(tree.admin.hu, 9)], say: "市局规定" });
  await publishIn(tree, tree.admin.east, { rules: [await shorter(tree.admin.east, 6)], changes: [off] });
  await publishIn(tree, tree.admin.cg, { rules: [await shorter(tree.admin.cg, 3)] });
  expect(await limits()).toEqual({ root: 12, hu: 9, west: 9, east: 6, cg: 3 });
  const { from } = await ruleFor(tree.officer.cg, BAIL);
  expect(from.level).toBe("nation");
  expect(
    from.changes.filter(({ key }) => key === "limit").map(({ level, layer, is }) => [level, layer, is]),
  ).toEqual([
    ["city", "hu局", "9 个月"],
    ["bureau", "east局", "6 个月"],
    ["station", "cg局", "3 个月"],
  ]);
  expect(from.changes[0]).toMatchObject({
    reason: "市局规定",
    author: "guan-hu某",
    at: new Date(START).toISOString(),
  });
  const switched = await ruleFor(tree.officer.cg, "bail-review-late");
  expect(switched.status).toBe("retired");
  expect(switched.from.changes).toMatchObject([
    { key: "off", reason: "另有系统提醒", layer: "east局", author: "guan-east某" },
  ]);
  expect((await ruleFor(tree.officer.west, "bail-review-late")).status).toBe("live");
});

describe("a new revision above", () => {
  it("leaves a local value below as it is, and is in force there as well", async () => {
    await publishIn(tree, tree.admin.east, { changes: [local], statutes });
    await publishIn(tree, tree.admin.hu, { rules: [await shorter(tree.admin.hu, 9)] });
    await publishIn(tree, tree.admin.root, {
      rules: [{ ...(await sourceFor(tree.admin.root, "bail-review-late")), title: "复议未决定" }],
    });
    for (const unit of ["east", "cg"] as const) {
      const rule = await ruleFor(tree.officer[unit], local.rule);
      expect(rule).toMatchObject({ status: "live", clock: { limit: { amount: 15, unit: "minutes" } } });
      expect((await ruleFor(tree.officer[unit], BAIL)).clock?.limit.amount).toBe(9);
      expect((await ruleFor(tree.officer[unit], "bail-review-late")).title).toBe("复议未决定");
    }
    expect((await ruleFor(tree.officer.west, local.rule)).status).toBe("draft");
    expect(await revisions()).toEqual({ root: 4, hu: 4, east: 4, west: 4, cg: 4 });
  });
  it("that is stricter than the one below stands; what it overtook is named to the unit", async () => {
    await publishIn(tree, tree.admin.east, { rules: [await shorter(tree.admin.east, 6)], changes: [off] });
    await publishIn(tree, tree.admin.hu, { rules: [await shorter(tree.admin.hu, 3)] });
    expect(await limits()).toEqual({ root: 12, hu: 3, west: 3, east: 3, cg: 3 });
    expect((await ruleFor(tree.officer.cg, off.rule)).status).toBe("retired");
    const { layer } = (await call("packSources", undefined, { token: tree.admin.east.token })).body;
    expect(layer?.aside.map(({ rule, code }) => [rule, code])).toEqual([[BAIL, "loosens-red-line"]]);
    // The next publication is not held up by it.
    await publishIn(tree, tree.admin.east, { rules: [await shorter(tree.admin.east, 2)] });
    expect((await limits())["cg"]).toBe(2);
    expect(
      (await call("packSources", undefined, { token: tree.admin.east.token })).body.layer?.aside,
    ).toEqual([]);
  });
  it("is computed once for all units that share the layers on their way, and old packs are dropped", async () => {
    await publishIn(tree, tree.admin.hu, { rules: [await shorter(tree.admin.hu, 9)] });
    await publishIn(tree, tree.admin.east, { rules: [await shorter(tree.admin.east, 6)] });
    const chains = await inDirectory((sql) =>
      sql.exec<{ chain: string }>("SELECT chain FROM effective ORDER BY chain").toArray(),
    );
    expect(chains.map(({ chain }) => chain)).toEqual(["1|hu:2", "1|hu:2|east:3"]);
  });
});

it("taking a change back gives the rule above again, as a revision of its own", async () => {
  const before = await sourceFor(tree.admin.east, BAIL);
  await publishIn(tree, tree.admin.east, { rules: [await shorter(tree.admin.east, 6)] });
  await publishIn(tree, tree.admin.east, { rules: [before] });
  expect(await limits()).toEqual({ root: 12, hu: 12, east: 12, west: 12, cg: 12 });
  expect(await revisions()).toEqual({ root: 1, hu: 1, east: 3, west: 1, cg: 3 });
});

it("the unit's object judges by its own unit's pack", async () => {
  await publishIn(tree, tree.admin.east, { rules: [await shorter(tree.admin.east, 7)] });
  // Of seven months twelve days are left, of twelve more than five months.
  const started = START - 200 * 86_400_000;
  const facts = [
    fact("measures/m1.kind", "取保候审", START),
    fact("measures/m1.startedAt", started, START),
    fact("measures/m1.endedAt", null, START),
  ];
  const colour = async (unit: UnitId): Promise<string | undefined> => {
    const { token, device } = tree.officer[unit];
    const { body } = await call("sync", { device, entries: [factsEntry(1, facts)] }, { token });
    expect(body.pack.revision).toBe((await packFor(tree.officer[unit])).revision);
    await ring(unit);
    const view = await call("caseView", undefined, { token, params: { key: CASE } });
    return view.body.findings.find(({ rule, on }) => rule === BAIL && on === "measures/m1")?.colour;
  };
  expect(await colour("cg")).toBe("yellow");
  const above = await call("caseView", undefined, { token: tree.legal.token, params: { key: CASE } });
  expect(above.body.rules).toMatchObject([
    { id: BAIL, title: "取保候审超过7个月", article: "79", level: "bureau", layer: "east局" },
  ]);
  expect(await colour("west")).toBe("green");
  const published = await inUnit("cg", (sql) =>
    sql.exec<{ record: string }>("SELECT record FROM entries WHERE kind = 'published'").toArray(),
  );
  expect(published.map(({ record }) => JSON.parse(record).by)).toContain(tree.admin.east.id);
});
