// A small invented base pack and layers over it, for the tests of this folder.
import { basePlan } from "../../time/holidays.ts";
import { packRule } from "../check-rule.ts";
import type { Pack } from "../pack.ts";
import type { Rule } from "../rule.ts";
import { SAMPLE, SAMPLE_LAW } from "../sample-rule.ts";
import type { Layer, LayerChange } from "./layer.ts";

const RULES: readonly Partial<Rule>[] = [
  {
    id: "hold-overrun",
    title: "留置超过三小时",
    when: 'kind == "继续盘问"',
    unless: [{ when: "blank(startedAt)", say: "没有开始" }],
    extend: [{ to: "6 hours", approver: "负责人" }],
  },
  { id: "hold-unlisted", title: "没有登记", quiet: true },
  {
    id: "answer-late",
    title: "超过三十日未答复",
    weight: "serious",
    status: "shadow",
    clock: {
      from: "startedAt",
      limit: "30 days",
      count: "admin-days",
      until: "endedAt",
      warn: ["10 days", "3 days"],
    },
  },
  { id: "tick-missing", title: "没有勾选", weight: "reminder", status: "trial" },
  {
    id: "arrival-late",
    title: "到场超过本地时限",
    weight: "serious",
    status: "draft",
    needs: "需要填写本地的分钟数和条文",
    basis: [],
    clock: {
      from: "startedAt",
      limit: "30 minutes",
      count: "at-once",
      until: "endedAt",
      warn: ["5 minutes"],
    },
  },
];

/** Two red lines (one of them quiet), a serious rule on probation, a reminder and a template. */
export const BASE: Pack = {
  format: 1,
  issuer: "样例发布方",
  revision: 7,
  label: "2026.11.7",
  publishedAt: "2026-11-21T00:00+08:00",
  rules: RULES.map((change) => {
    const packed = packRule({ ...SAMPLE, ...change }, SAMPLE_LAW);
    if (!packed.ok) throw new Error(packed.refusal.message);
    return packed.value;
  }),
  checklists: [],
  profiles: [],
  statutes: SAMPLE_LAW,
  holidays: basePlan,
};

/** A layer of invented units, named after its level. */
export const layerOf = (
  level: Layer["level"],
  changes: readonly LayerChange[],
  more?: Partial<Layer>,
): Layer => ({
  level,
  name: { province: "星河省公安厅", city: "星河市公安局", bureau: "云岭县公安局", station: "城关派出所" }[
    level
  ],
  author: "韩某某",
  changes,
  add: [],
  ...more,
});

export const tighten = (
  rule: string,
  keys: Readonly<Record<string, unknown>>,
  more?: Partial<LayerChange>,
): LayerChange => ({ rule, reason: "本地要求更严", tighten: keys, ...more });

/** A rule as a layer adds it, with the examples it needs. */
export const ADDED: Rule = {
  ...SAMPLE,
  id: "local-overrun",
  title: "本地样例超时",
  weight: "serious",
  examples: [
    { title: "两小时结束", given: given("2026-03-02T11:00+08:00"), now: NOW(), expect: "met" },
    { title: "五小时结束", given: given("2026-03-02T14:00+08:00"), now: NOW(), expect: "breached" },
    { title: "没有读到结束时间", given: given(undefined), now: NOW(), expect: "unknown", missing: "endedAt" },
  ],
};

function NOW(): string {
  return "2026-03-03T09:00+08:00";
}

function given(endedAt: string | undefined): Readonly<Record<string, unknown>> {
  const measure = { id: "m1", kind: "继续盘问", startedAt: "2026-03-02T09:00+08:00" };
  return { measures: [endedAt === undefined ? measure : { ...measure, endedAt }] };
}
