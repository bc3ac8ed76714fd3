// Who approves a unit's layer, and what the unit's studio shows of it.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Rule } from "../../shared/rules/rule.ts";
import { publish as publishAs } from "../directory/drafts.ts";
import { memberOf } from "../directory/members.ts";
import { START, setClock } from "./clock.ts";
import { call, hire, inDirectory, type Person } from "./deployment.ts";
import {
  clocked,
  handIn,
  packFor,
  plant,
  publishIn,
  ruleFor,
  sourceFor,
  sourcesFor,
  type Tree,
} from "./tree.ts";

let tree: Tree;
let east: Person;
beforeEach(async () => {
  setClock(START);
  tree = await plant();
  east = tree.admin.east;
});
afterEach(() => vi.useRealTimers());

const BAIL = "bail-overrun";

describe("approval", () => {
  it("is for members of the unit and above, its author left out", async () => {
    const [neighbour, own] = [
      await hire(tree.admin.root, "xi", ["legal", "leader"], { unit: "west" }),
      await hire(tree.admin.root, "dong", ["leader"], { unit: "east" }),
    ];
    const { body } = await handIn(east, { rules: [clocked(await sourceFor(east, BAIL), "6 months")] });
    expect(body).toMatchObject({ state: "waiting", revision: 1, needed: 2 });
    const drafts = async (who: Person) => (await call("drafts", undefined, { token: who.token })).body.drafts;
    const [draft] = await drafts(own);
    expect(draft).toMatchObject({ by: east.id, rules: [BAIL], unit: "east", unitName: "east局" });
    expect(await drafts(neighbour)).toEqual([]);
    const approve = async (who: Person) =>
      (await call("approve", {}, { token: who.token, params: { id: draft?.id ?? "" } })).body;
    expect((await approve(neighbour)).code).toBe("outside-unit");
    expect((await approve(east)).code).toBe("author-cannot-approve");
    expect((await approve(own)).state).toBe("waiting");
    expect(await approve(tree.legal)).toEqual({ state: "published", revision: 2 });
  });
  it("of a draft that something above has overtaken is a conflict", async () => {
    await handIn(east, { rules: [clocked(await sourceFor(east, BAIL), "6 months")] });
    await publishIn(tree, tree.admin.hu, {
      rules: [clocked(await sourceFor(tree.admin.hu, BAIL), "9 months")],
    });
    const [draft] = (await call("drafts", undefined, { token: tree.legal.token })).body.drafts;
    const { body } = await call("approve", {}, { token: tree.legal.token, params: { id: draft?.id ?? "" } });
    expect(body.code).toBe("conflict");
  });
  it("of a hard gate is by two people, where the author may publish all else alone", async () => {
    const alone = (rules: readonly unknown[], base = 1) =>
      inDirectory((sql) => {
        const member = memberOf(sql, east.id)!;
        const pack = { revision: 1, hash: "" };
        const caller = { member, device: "d", session: "s", above: [], pack, packSignature: "" };
        return publishAs(sql, caller, { base, say: "本局规定", rules: [...rules], checklists: [] }, 1, START);
      });
    const rule = await sourceFor(east, BAIL);
    const published = await alone([clocked(rule, "6 months")]);
    expect(published.ok && published.value).toMatchObject({ state: "published", revision: 2 });
    const hard = { ...clocked(rule, "6 months"), gate: "hard" };
    const waits = await alone([hard], 2);
    expect(waits.ok && waits.value).toMatchObject({ state: "waiting", needed: 2 });
    const [draft] = (await call("drafts", undefined, { token: tree.legal.token })).body.drafts;
    for (const { token } of [tree.legal, tree.leader])
      await call("approve", {}, { token, params: { id: draft?.id ?? "" } });
    const made = await ruleFor(tree.officer.cg, BAIL);
    expect(made.gate).toBe("hard");
    expect(made.from.changes.find(({ key }) => key === "gate")?.approvedBy).toEqual([
      "fa某（fa）",
      "ju某（ju）",
    ]);
  });
});

describe("the studio of a unit", () => {
  it("shows the rules as they hold there, and what the units above had made of those it changed", async () => {
    await publishIn(tree, east, {
      rules: [clocked(await sourceFor(east, BAIL), "6 months", "取保候审超过六个月")],
    });
    const { layer } = await sourcesFor(east);
    expect(layer).toMatchObject({
      unit: "east",
      unitName: "east局",
      level: "bureau",
      issues: false,
      added: [],
    });
    expect(((layer?.above ?? []) as Rule[]).map(({ id, title }) => [id, title])).toEqual([
      [BAIL, "取保候审超过十二个月未解除"],
    ]);
    expect((await sourceFor(east, BAIL)).clock?.limit).toBe("6 months");
    expect((await sourceFor(tree.admin.cg, BAIL)).title).toBe("取保候审超过六个月");
    expect((await sourceFor(tree.admin.west, BAIL)).clock?.limit).toBe("12 months");
    expect((await sourcesFor(tree.admin.root)).layer).toMatchObject({ level: "province", issues: true });
  });
  it("says while a rule is edited whether the layer may have it; examples may come out stricter, never milder", async () => {
    const check = async (rule: Rule, statutes?: unknown[]) =>
      (
        await call(
          "checkRule",
          { rule, ...(statutes === undefined ? {} : { statutes }) },
          { token: east.token },
        )
      ).body;
    const rule = await sourceFor(east, BAIL);
    const good = await check(clocked(rule, "1 months"));
    expect(good.ok).toBe(true);
    expect(good.examples.some(({ got, expect: wanted, pass }) => got !== wanted && pass)).toBe(true);
    const loose = await check(clocked(rule, "24 months"));
    expect([loose.ok, loose.refusal?.code]).toEqual([false, "loosens-red-line"]);
    expect(loose.examples.some(({ pass }) => !pass)).toBe(true);
    const template = await sourceFor(east, "arrival-over-local-limit");
    const { needs: _, ...ready } = template;
    const filled: Rule = {
      ...ready,
      status: "live",
      basis: [{ statute: "样例接处警规定", edition: "2025-01-01", article: "9" }],
    };
    expect((await check(filled)).refusal?.message).toContain("没有收录《样例接处警规定》");
    const editions = [{ edition: "2025-01-01", from: "2025-02-01", label: "2025" }];
    expect(await check(filled, [{ title: "样例接处警规定", short: "规定", editions }])).toMatchObject({
      ok: true,
    });
    expect((await check(template)).ok).toBe(true);
  });
});

it("the root unit fills in templates by a layer of its own, and replaces rules whole as ever", async () => {
  const root = tree.admin.root;
  const { needs: _, ...ready } = await sourceFor(root, "arrival-over-local-limit");
  const filled = {
    ...ready,
    status: "live",
    basis: [{ statute: "样例接处警规定", edition: "2025-01-01", article: "9" }],
    clock: { ...ready.clock!, limit: "8 minutes" },
  };
  const editions = [{ edition: "2025-01-01", from: "2025-02-01", label: "2025" }];
  await publishIn(tree, root, {
    rules: [filled, { ...(await sourceFor(root, BAIL)), fix: "今天解除。" }],
    statutes: [{ title: "样例接处警规定", short: "规定", editions }],
  });
  const rule = await ruleFor(tree.officer.cg, "arrival-over-local-limit");
  expect(rule).toMatchObject({ status: "live", clock: { limit: { amount: 8, unit: "minutes" } } });
  expect(rule.from.changes[0]).toMatchObject({ level: "province", author: "管某某" });
  expect(await ruleFor(tree.officer.west, BAIL)).toMatchObject({
    fix: "今天解除。",
    from: { level: "nation" },
  });
  expect((await packFor(tree.officer.cg)).revision).toBe(2);
  expect((await sourceFor(root, "arrival-over-local-limit")).clock?.limit).toBe("8 minutes");
});
