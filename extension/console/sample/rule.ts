// Rules, checklists and a pack for tests of the console.
import { STATUTES } from "../../../shared/law/statutes.ts";
import { packRule } from "../../../shared/rules/check-rule.ts";
import type { Pack, PackedChecklist } from "../../../shared/rules/pack.ts";
import type { Rule } from "../../../shared/rules/rule.ts";

const measure = (startedAt: string, rest: object): { measures: readonly object[] } => ({
  measures: [{ id: "m1", kind: "取保候审", startedAt, ...rest }],
});
const START = "2025-04-22T16:00+08:00";

export const bail: Rule = {
  id: "bail-overrun",
  title: "取保候审超过十二个月未解除",
  titleDue: "取保候审将满十二个月",
  stage: "coercive-measures",
  weight: "red-line",
  audience: "officer",
  status: "live",
  basis: [{ statute: "刑事诉讼法", edition: "2018-10-26", article: "79", since: "1997-01-01" }],
  act: "continuing",
  each: "measures",
  when: 'kind == "取保候审"\n',
  clock: {
    from: "startedAt",
    limit: "12 months",
    count: "months",
    until: "endedAt",
    warn: ["30 days", "15 days", "7 days"],
  },
  why: "取保{startedAt}，解除{endedAt}",
  marker: "endedAt",
  fix: "解除取保候审或者依法变更强制措施。",
  owner: "法制支队",
  reviewBy: "2027-06-30",
  examples: [
    {
      title: "届满当天解除",
      given: measure(START, { endedAt: "2026-04-22T10:00+08:00" }),
      now: "2026-05-01T09:00+08:00",
      expect: "met",
    },
    {
      title: "超过一年未解除",
      given: measure(START, { endedAt: null }),
      now: "2026-05-04T09:00+08:00",
      expect: "breached",
    },
    {
      title: "没有读到解除时间",
      given: measure(START, {}),
      now: "2026-08-01T09:00+08:00",
      expect: "unknown",
      missing: "endedAt",
    },
  ],
};

export const retired: Rule = {
  ...bail,
  id: "residential-surveillance-overrun",
  title: "监视居住超过六个月未解除",
  status: "retired",
  weight: "serious",
  when: 'kind == "监视居住"\n',
  stage: "interview",
};

export const interviewList: PackedChecklist = {
  id: "interview",
  title: "询问讯问",
  stage: "interview",
  pages: ["interview"],
  items: [
    { id: "i1", say: "核对身份", how: "与笔录一致", attest: true },
    { id: "i2", say: "告知权利义务", rule: "bail-overrun" },
    { id: "i3", say: "核对签名", attest: true },
  ],
};

export const law = { statutes: STATUTES, holidays: { years: [], off: {}, work: [] } };

/** A pack of the two rules. */
export function samplePack(): Pack {
  const rules = [bail, retired].map((rule) => {
    const packed = packRule(rule, STATUTES);
    if (!packed.ok) throw new Error(packed.refusal.message);
    return packed.value;
  });
  return {
    format: 1,
    issuer: "test",
    revision: 7,
    label: "2026.11.7",
    publishedAt: "2026-11-20T00:00:00Z",
    rules,
    checklists: [interviewList],
    profiles: [],
    ...law,
  };
}
