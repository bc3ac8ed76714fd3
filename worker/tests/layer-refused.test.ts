// What a unit's layer may not do: a refusal names rule and key and keeps nothing.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Body } from "../../shared/api/contract.ts";
import type { Rule } from "../../shared/rules/rule.ts";
import { START, setClock } from "./clock.ts";
import { inDirectory, type Person } from "./deployment.ts";
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
/** Everything that publishing may write. */
const kept = () =>
  inDirectory((sql) =>
    ["packs", "layers", "drafts", "effective", "sources"].map(
      (table) => sql.exec<{ n: number }>(`SELECT count(*) AS n FROM ${table}`).one().n,
    ),
  );

const REFUSED: Readonly<
  Record<string, readonly [edit: (rule: Rule) => Partial<Body<"publish">>, code: string, says: string]>
> = {
  "a longer limit": [
    (rule) => ({ rules: [clocked(rule, "24 months")] }),
    "loosens-red-line",
    "east局：bail-overrun（取保候审超过十二个月未解除）期限（limit）：这是红线规则，下级不能放宽；期限现在是 12 个月，不能改成更长的 24 个月",
  ],
  "a lower weight": [
    (rule) => ({ rules: [{ ...rule, weight: "serious" }] }),
    "loosens-red-line",
    "分量（weight）：这是红线规则，下级不能放宽；现在是“红线”，不能改成“严重”",
  ],
  "a red line switched off": [
    (rule) => ({ rules: [{ ...rule, status: "retired" }] }),
    "loosens-red-line",
    "停用（off）：这是红线规则，下级不能放宽；不能停用",
  ],
  "later warnings": [
    (rule) => ({ rules: [{ ...rule, clock: { ...rule.clock!, warn: ["1 days"] } }] }),
    "loosens-red-line",
    "预警（warn）：",
  ],
  "another condition": [
    (rule) => ({ rules: [{ ...rule, when: 'kind == "监视居住"\n' }] }),
    "loosens-red-line",
    "适用条件（when）：",
  ],
  "a remedy of its own": [
    (rule) => ({ rules: [{ ...rule, fix: "不用管。" }] }),
    "loosens-red-line",
    "下级不能改怎么办（fix）",
  ],
  "a change as a file has it": [
    () => ({ changes: [{ rule: BAIL, reason: "用不着", off: true }] }),
    "loosens-red-line",
    "不能停用",
  ],
  "a change without a reason": [
    () => ({ changes: [{ rule: BAIL, tighten: { limit: "6 months" } }] }),
    "bad-layer",
    "要写理由",
  ],
  "no change at all": [(rule) => ({ rules: [rule] }), "bad-rule", "没有改动"],
  "a rule that is not there": [
    () => ({ changes: [{ rule: "bail-overun", reason: "x", off: true }] }),
    "not-found",
    "是不是 bail-overrun",
  ],
  "a template without local values": [
    () => ({ changes: [{ rule: "arrival-over-local-limit", reason: "x", tighten: { status: "live" } }] }),
    "bad-layer",
    "不由下级启用",
  ],
  "a local text that nobody has loaded": [
    () => ({
      changes: [
        {
          rule: "arrival-over-local-limit",
          reason: "x",
          configure: {
            limit: "8 minutes",
            basis: [{ statute: "无此规定", edition: "2025-01-01", article: "1" }],
          },
        },
      ],
    }),
    "bad-layer",
    "没有收录《无此规定》",
  ],
};

describe("a layer with", () => {
  it.each(Object.entries(REFUSED))("%s is refused and nothing is kept", async (_, [edit, code, says]) => {
    const before = await kept();
    const good = { rule: "bail-review-late", reason: "另有系统提醒", off: true };
    const part = edit(await sourceFor(east, BAIL));
    const alone = await handIn(east, part);
    expect([alone.body.code, alone.body.message]).toEqual([code, expect.stringContaining(says)]);
    expect(alone.status).toBeGreaterThanOrEqual(400);
    if (code !== "bad-rule") {
      const both = await handIn(east, { ...part, changes: [good, ...(part.changes ?? [])] });
      expect(both.body.code).toBe(code);
    }
    expect(await kept()).toEqual(before);
    expect((await packFor(tree.officer.cg)).revision).toBe(1);
  });
  it("a checklist is refused: those are the issuing unit's", async () => {
    const [list] = (await sourcesFor(east)).checklists;
    const { body } = await handIn(east, { checklists: [list] });
    expect([body.code, body.message]).toEqual([
      "bad-layer",
      expect.stringContaining("清单由发布规则包的单位"),
    ]);
  });
  it("a rule of its own is checked with its examples, and stands in its subtree only", async () => {
    const rule = { ...(await sourceFor(east, BAIL)), id: "local-bail-overrun", weight: "serious" };
    const wrong = await handIn(east, { rules: [clocked(rule as Rule, "600 months")] });
    expect(wrong.body.code).toBe("examples-failed");
    await publishIn(tree, east, { rules: [rule] });
    expect((await ruleFor(tree.officer.cg, "local-bail-overrun")).from).toMatchObject({
      level: "bureau",
      layer: "east局",
    });
    const ids = async (who: Person) => (await packFor(who)).rules.map(({ id }) => id);
    expect(await ids(tree.officer.west)).not.toContain("local-bail-overrun");
    expect((await sourcesFor(east)).layer?.added).toEqual(["local-bail-overrun"]);
  });
});
