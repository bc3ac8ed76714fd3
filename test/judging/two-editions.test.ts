// Proves every difference between the public order law of 2012 and that of 2025 on the rule that watches it.
import { describe, expect, test } from "vitest";
import type { Basis } from "../../shared/law/statute.ts";
import { CASES, inquiry, PUBLIC, penalty, T } from "./edition-cases.ts";
import { found } from "./one-rule.ts";
import { rules } from "./varied-cases.ts";

describe("the public order law of 2012 and of 2025", () => {
  test.each(CASES)("%s", (_, rule, given, old, young) => {
    const day = (text: string) => found(rule, given(text), "2026-11-01T09:00+08:00");
    expect(day("2025-06-10").verdict, "2025").toBe(old);
    expect(day("2025-12-31").verdict, "the last day of the old law").toBe(old);
    expect(day("2026-01-01").verdict, "the first day of the new law").toBe(young);
    expect(day("2026-06-10").verdict, "2026").toBe(young);
  });

  test("the finding cites the edition of the act's day", () => {
    const cited = (day: string) => {
      const { edition, editionLabel, article } = found(
        "onspot-penalty-over-limit",
        penalty({ simple: "是", kind: "罚款", fine: 400, party: "个人" })(day),
        "2026-11-01T09:00+08:00",
      );
      return [edition, editionLabel, article];
    };
    expect(cited("2025-12-31")).toEqual(["2012-10-26", expect.stringContaining("2012"), "100"]);
    expect(cited("2026-01-01")).toEqual(["2025-06-27", expect.stringContaining("2025"), "119"]);
  });

  test("heavier within a year instead of six months", () => {
    const given = (happenedAt: string, priorPenaltyAt: string) => ({
      penalties: [{ id: "k1", priorPenaltyAt, heavier: "否", decidedAt: "2026-07-25T09:00+08:00" }],
      case: { happenedAt },
    });
    const now = "2026-11-01T09:00+08:00";
    expect(found("recidivism-overlooked", given("2025-12-20T09:00+08:00", "2025-04-01"), now).verdict).toBe(
      "moot",
    );
    expect(found("recidivism-overlooked", given("2025-12-20T09:00+08:00", "2025-09-01"), now).verdict).toBe(
      "breached",
    );
    expect(found("recidivism-overlooked", given("2026-01-20T09:00+08:00", "2025-04-01"), now).verdict).toBe(
      "breached",
    );
    expect(found("recidivism-overlooked", given("2026-01-20T09:00+08:00", "2024-12-01"), now).verdict).toBe(
      "moot",
    );
  });

  test("thirty days from acceptance, since 2026 from filing; a second extension since 2026", () => {
    const given = (acceptedAt: string, filedAt: string | null, periodExtension: string) => ({
      case: {
        ...PUBLIC,
        status: "调查",
        offenderState: "在案",
        acceptedAt: `${acceptedAt}${T}`,
        filedAt: filedAt === null ? null : `${filedAt}${T}`,
        decidedAt: null,
        periodExtension,
        extendedAgainAt: null,
      },
      examinations: [],
      penalties: [],
    });
    const due = (rule: string, facts: object, now: string) => {
      const finding = found(rule, facts, `${now}${T}`);
      return finding.due === undefined
        ? finding.verdict
        : new Date(finding.due + 8 * 3_600_000).toISOString().slice(0, 10);
    };
    expect(due("old-public-order-case-overrun", given("2025-03-03", null, "未延长"), "2025-03-10")).toBe(
      "2025-04-02",
    );
    expect(due("old-public-order-case-overrun", given("2025-03-03", null, "延长一次"), "2025-03-10")).toBe(
      "2025-05-06",
    );
    expect(due("old-public-order-case-overrun", given("2025-03-03", null, "延长二次"), "2025-03-10")).toBe(
      "2025-05-06",
    );
    expect(due("public-order-case-overrun", given("2026-03-02", "2026-03-04", "未延长"), "2026-03-10")).toBe(
      "2026-04-03",
    );
    expect(
      due("public-order-case-overrun", given("2026-03-02", "2026-03-04", "延长二次"), "2026-03-10"),
    ).toBe("2026-06-02");
    expect(due("public-order-case-overrun", given("2025-03-02", "2025-03-04", "未延长"), "2026-03-10")).toBe(
      "moot",
    );
    const across = found(
      "old-public-order-case-overrun",
      given("2025-12-10", "2025-12-12", "延长二次"),
      `2026-02-20${T}`,
    );
    expect([
      across.verdict,
      across.reason,
      across.readings?.map(({ edition, verdict }) => [edition, verdict]),
    ]).toEqual([
      "unknown",
      "law",
      [
        ["2012-10-26", "breached"],
        ["2025-06-27", "due"],
      ],
    ]);
  });

  test("an inquiry that lies across midnight shows both editions", () => {
    const given = (leftAt: string) => ({
      case: PUBLIC,
      interviews: [
        {
          id: "b1",
          kind: "询问",
          subjectRole: "违法嫌疑人",
          arriveWay: "书面传唤",
          arrivedAt: "2025-12-31T20:00+08:00",
          leftAt,
          extensionApproved: "是",
          manyOrUnknown: "是",
          complexCase: "否",
          mayDetain: "否",
        },
      ],
    });
    const long = found("inquiry-overrun", given("2026-01-01T07:00+08:00"), "2026-02-01T09:00+08:00");
    expect([long.verdict, long.reason]).toEqual(["unknown", "law"]);
    expect(long.readings?.map(({ article, verdict }) => [article, verdict])).toEqual([
      ["83", "breached"],
      ["97", "met"],
    ]);
    expect(found("inquiry-overrun", given("2026-01-01T03:00+08:00"), "2026-02-01T09:00+08:00").verdict).toBe(
      "met",
    );
    expect(found("inquiry-overrun", given("2026-01-01T09:00+08:00"), "2026-02-01T09:00+08:00").verdict).toBe(
      "breached",
    );
    const one = inquiry({
      askers: ["周岩"],
      startedAt: "2025-12-31T23:30+08:00",
      endedAt: "2026-01-01T00:30+08:00",
    })("2025-12-31");
    expect(
      found("interview-single-officer", one, "2026-02-01T09:00+08:00").readings?.map(
        ({ verdict }) => verdict,
      ),
    ).toEqual(["breached", "met"]);
  });
});

describe("a duty that is new in 2026", () => {
  const YOUNG = ({ statute, edition }: Basis) => statute === "治安管理处罚法" && edition === "2025-06-27";
  const only = rules.filter(({ basis }) => basis.length > 0 && basis.every(YOUNG));
  const back = (value: unknown): unknown => JSON.parse(JSON.stringify(value).replaceAll('"2026-', '"2025-'));

  test("is cited by several rules", () => {
    expect(only.length).toBeGreaterThan(5);
  });

  test.each(only.map(({ id, examples }) => [id, examples] as const))(
    "%s is not breached by an act of 2025",
    (id, examples) => {
      for (const { given, expect: wanted, title } of examples) {
        if (wanted !== "breached") continue;
        const { verdict } = found(id, back(given) as object, "2025-12-31T23:59+08:00");
        expect(["moot", "unknown"], title).toContain(verdict);
      }
    },
  );
});
