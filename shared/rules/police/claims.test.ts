// Proves that doubles and contradictions are found in whatever words they are said, and likenesses left alone.
import { describe, expect, test } from "vitest";
import { contradictions, doubleComplaints } from "./claims.ts";
import { GOOD, packed, says } from "./sample-packed.ts";

describe("claims", () => {
  const a = 'kind == "拘传" && !blank(startedAt)';
  test("the same said in other words is a double", () => {
    const rules = packed({ when: a }, { when: '!(blank(startedAt) || kind != "拘传")' });
    expect(says(doubleComplaints(rules))).toContain("sample-b 的对象、条件和要求都相同");
    const bound = packed(
      { when: 'documents.exists(d, d.kind == "甲")' },
      { when: 'documents.exists(other, "甲" == other.kind)' },
    );
    expect(doubleComplaints(bound)).toHaveLength(1);
    const turned = packed(
      { when: "startedAt >= endedAt" },
      { when: "!(startedAt < endedAt)" },
      { when: "endedAt <= startedAt" },
    );
    expect(says(doubleComplaints(turned))).toContain("sample-b、sample-c");
  });

  test("the same title is a double, another condition is none", () => {
    expect(says(doubleComplaints(packed({ title: "甲", when: a }, { title: "甲" })))).toContain(
      "办案人分不清",
    );
    expect(doubleComplaints(packed({ when: a }, { when: 'kind == "拘传"' }, {}))).toEqual([]);
    const later = { basis: [{ statute: "样例法", edition: "2025-06-27", article: "9" }] };
    expect(doubleComplaints(packed({}, later))).toEqual([]);
  });

  const clock = GOOD.clock!;
  test("two limits of one article contradict each other, of two editions or kinds they do not", () => {
    const longer = { clock: { ...clock, limit: "5 hours" } };
    expect(says(contradictions(packed({}, longer)))).toContain("期限却不同");
    expect(contradictions(packed({}, { ...longer, audience: "legal" }))).toEqual([]);
    expect(contradictions(packed({}, { ...longer, kinds: ["行政"] }))).toEqual([]);
    expect(contradictions(packed({}, { ...longer, status: "retired" }))).toEqual([]);
    const other = [{ statute: "样例法", edition: "2025-06-27", article: "9" }];
    expect(contradictions(packed({}, { ...longer, basis: other }))).toEqual([]);
  });

  test("what one rule asks another must not forbid", () => {
    const both = packed({ require: "blank(endedAt)" }, { require: "!blank(endedAt)" });
    expect(says(contradictions(both))).toContain("不许");
    expect(contradictions(packed({ require: "blank(endedAt)" }, { require: "!blank(startedAt)" }))).toEqual(
      [],
    );
  });
});
