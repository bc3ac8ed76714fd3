// Proves that an edited rule becomes the change that makes it, and that what was made is shown as it was edited.
import { describe, expect, test } from "vitest";
import type { Rule } from "../rule.ts";
import { SAMPLE } from "../sample-rule.ts";
import { changeOf } from "./as-change.ts";
import { bothWhen, localWhen, sourceIn } from "./edited-source.ts";
import { effectivePack } from "./effective.ts";
import type { LayerChange } from "./layer.ts";
import { BASE, layerOf } from "./sample-layers.ts";

const WHY = { reason: "本地要求更严", author: "管某某", at: "2026-11-22T02:00:00.000Z" };
const clock = SAMPLE.clock!;
const above: Rule = { ...SAMPLE, id: "hold-overrun", title: "留置超过三小时", when: 'kind == "继续盘问"\n' };
const template: Rule = {
  ...SAMPLE,
  id: "arrival-late",
  title: "到场超过本地时限",
  weight: "serious",
  status: "draft",
  needs: "需要填写本地的分钟数和条文",
  basis: [],
  clock: { from: "startedAt", limit: "30 minutes", count: "at-once", until: "endedAt", warn: ["5 minutes"] },
};
const basis = [{ statute: "样例程序规定", edition: "2018-11-25", article: "3" }];
const { needs: _, ...ready } = template;
const filled: Rule = {
  ...ready,
  status: "live",
  basis,
  title: "到场超过十五分钟",
  clock: { ...template.clock!, limit: "15 minutes" },
};

const made = (from: Rule, to: Rule): LayerChange | undefined => {
  const change = changeOf(from, to, WHY);
  if (!change.ok) throw new Error(change.refusal.message);
  return change.value;
};
const refusal = (from: Rule, to: Rule): string => {
  const change = changeOf(from, to, WHY);
  return change.ok ? "" : `${change.refusal.code} ${change.refusal.message}`;
};
const inPack = (change: LayerChange) => {
  const pack = effectivePack(BASE, [layerOf("bureau", [change])]);
  if (!pack.ok) throw new Error(pack.refusal.message);
  return pack.value.pack.rules.find(({ id }) => id === change.rule)!;
};

describe("an edited rule", () => {
  test("that says the same is no change, however its limits are written", () => {
    expect(made(above, above)).toBeUndefined();
    const other = { ...above, quiet: false, clock: { ...clock, warn: ["2 hour", "1 hour", "30 minute"] } };
    expect(made(above, other)).toBeUndefined();
    expect(made(template, template)).toBeUndefined();
  });
  test("carries the keys that differ, with who, when and why", () => {
    const next: Rule = {
      ...above,
      title: "留置超过二小时",
      gate: "soft",
      clock: { ...clock, limit: "2 hours", warn: ["1 hours"] },
    };
    expect(made(above, next)).toEqual({
      rule: "hold-overrun",
      ...WHY,
      tighten: { title: "留置超过二小时", gate: "soft", limit: "2 hours", warn: ["1 hours"] },
    });
    const { fix: __, ...bare } = above;
    const odd = { ...bare, fix: "改写。", clock: { ...clock, count: "workdays" as const } };
    expect(made({ ...above, quiet: true }, odd)?.tighten).toEqual({
      fix: "改写。",
      count: "workdays",
      quiet: false,
    });
    expect(made(above, { ...bare, fix: above.fix, when: 'kind == "拘传"' })?.tighten).toEqual({
      when: 'kind == "拘传"',
    });
    const { clock: ___, ...open } = above;
    expect(made(above, open)?.tighten).toEqual({ clock: null });
  });
  test("that was retired is switched off, and nothing besides", () => {
    expect(made(above, { ...above, status: "retired" })).toEqual({ rule: "hold-overrun", ...WHY, off: true });
    expect(refusal(above, { ...above, status: "retired", title: "另" })).toContain("停用时不能同时改别的");
  });
});

describe("a template", () => {
  test("is filled in", () => {
    expect(made(template, filled)).toEqual({
      rule: "arrival-late",
      ...WHY,
      configure: {
        basis,
        limit: "15 minutes",
        count: "at-once",
        warn: ["5 minutes"],
        title: "到场超过十五分钟",
      },
    });
    expect(made(template, { ...filled, status: "trial", when: 'kind == "拘传"' })?.configure).toMatchObject({
      status: "trial",
      when: 'kind == "拘传"',
    });
  });
  test.each<[string, Partial<Rule>, string]>([
    ["still waiting", { needs: "等" }, "等待本地值"],
    ["changed elsewhere", { fix: "另写。" }, "怎么办（fix）：填本地值时不能改"],
    ["still a draft", { status: "draft" }, "应为生效"],
    ["switched off", { status: "retired" }, "应为生效"],
  ])("%s is refused by name", (_, change, says) => {
    expect(refusal(template, { ...filled, ...change })).toMatch(
      new RegExp(`^bad-layer arrival-late.*${says}`),
    );
  });
  test("may narrow its condition, not change it", () => {
    const narrow = { ...template, when: 'kind == "拘传"\n' };
    const both = bothWhen(narrow.when, "!blank(endedAt)")!;
    expect(made(narrow, { ...filled, when: both })?.configure?.when).toBe("!blank(endedAt)");
    expect(refusal(narrow, { ...filled, when: 'kind == "继续盘问"' })).toContain("只能在模板的条件之外");
    expect(refusal(narrow, filled)).toContain("只能在模板的条件之外");
  });
});

test("a condition in two parts is taken apart again", () => {
  expect(bothWhen(undefined, undefined)).toBeUndefined();
  expect(bothWhen(undefined, " a ")).toBe(" a ");
  expect(bothWhen("a\n", "b")).toBe("(a) && (b)");
  expect(localWhen("a", "(a) && ((b) || (c))")).toBe("(b) || (c)");
  expect(localWhen("a\n", "a")).toBe("");
  expect(localWhen(undefined, undefined)).toBe("");
});

describe("what a layer made", () => {
  const round = (from: Rule, to: Rule, local?: string): Rule =>
    sourceIn(from, inPack(made(from, to)!), local);
  test("is shown as it was edited", () => {
    const next: Rule = {
      ...above,
      title: "留置超过二小时",
      clock: { ...clock, limit: "2 hours", warn: ["2 hours", "1 hours", "45 minutes"] },
    };
    expect(round(above, next)).toEqual(next);
    expect(round(template, filled)).toEqual(filled);
    const narrow = { ...filled, when: 'kind == "拘传"' };
    expect(round(template, narrow, 'kind == "拘传"')).toEqual(narrow);
    const quiet: Rule = { ...SAMPLE, id: "hold-unlisted", title: "没有登记", quiet: true };
    const { quiet: __, ...loud } = quiet;
    expect(round(quiet, loud)).toEqual(loud);
    const serious: Rule = {
      ...SAMPLE,
      id: "tick-missing",
      title: "没有勾选",
      weight: "reminder",
      status: "trial",
    };
    expect(round(serious, { ...serious, status: "retired" })).toEqual({ ...serious, status: "retired" });
  });
  test("stays as it was written where no layer touched it", () => {
    const source = { ...above, clock: { ...clock, limit: "3 hour" } };
    expect(sourceIn(source, inPack({ rule: "hold-overrun", reason: "x", tighten: {} }))).toBe(source);
  });
});
