// Proves that the act's date chooses the edition, and what is answered when it cannot.
import { describe, expect, test } from "vitest";
import type { Rule } from "./rule.ts";
import { at, finding, measure } from "./sample-rule.ts";

/** One duty whose text changed on 2026-01-01: then one officer is enough where it is recorded. */
const changed: Partial<Rule> = {
  basis: [
    { statute: "样例法", edition: "2012-10-26", article: "82" },
    { statute: "样例法", edition: "2025-06-27", article: "108" },
  ],
  require: 'police(executors) >= 2 || edition == "2025-06-27" && extendedTo24 == "是"',
};

const alone = { executors: ["甲"], extendedTo24: "是" };
const now = at("2026-03-01 09:00");
const judgedAt = (startedAt: number | string | null | undefined, cells: object = alone) =>
  finding(
    requireOnly(changed),
    measure(startedAt === undefined ? { ...cells } : { ...cells, startedAt }),
    now,
  );

/** The sample's clock taken out, so that only the requirement speaks. */
function requireOnly(change: Partial<Rule>): Partial<Rule> {
  return { ...change, clock: undefined } as unknown as Partial<Rule>;
}

describe("two editions that meet on 2026-01-01", () => {
  test.each([
    [at("2025-12-31 23:59"), "breached", "2012-10-26", "82"],
    [at("2026-01-01 00:00"), "met", "2025-06-27", "108"],
    ["2025-12-31", "breached", "2012-10-26", "82"],
    ["2026-01-01", "met", "2025-06-27", "108"],
  ])("the act of %s is %s by the edition %s, article %s", (startedAt, verdict, edition, article) => {
    const found = judgedAt(startedAt);
    expect([found.verdict, found.edition, found.article]).toEqual([verdict, edition, article]);
    expect(found.actDay).toBe(edition === "2012-10-26" ? "2025-12-31" : "2026-01-01");
  });

  test.each([undefined, null])(
    "act date %s: where the editions disagree it is unknown and names the date",
    (startedAt) => {
      const found = judgedAt(startedAt);
      expect([found.verdict, found.reason, found.missing]).toEqual([
        "unknown",
        "edition",
        ["measures/m1.startedAt"],
      ]);
    },
  );

  test("act date unread: where they agree that is the answer", () => {
    expect(judgedAt(undefined, { executors: ["甲", "乙"], extendedTo24: "是" }).verdict).toBe("met");
    expect(judgedAt(undefined, { executors: ["甲"], extendedTo24: "否" }).verdict).toBe("breached");
  });

  test("no edition of that day: unknown, never moot, and no field is named", () => {
    const found = judgedAt(at("2012-12-31 09:00"));
    expect([found.verdict, found.reason, found.edition, found.missing]).toEqual([
      "unknown",
      "edition",
      "",
      [],
    ]);
    expect(found.why).toBe("没有收录行为当日有效的《样例法》，未检查");
  });

  test("an edition that the pack knows and the rule does not cite is no answer either", () => {
    const onlyNew = { ...changed, basis: changed.basis!.slice(1) };
    const two = { executors: ["甲", "乙"], extendedTo24: "是" };
    const of = (cells: object) => finding(requireOnly(onlyNew), measure({ ...cells }), now);
    expect(of({ ...two, startedAt: at("2025-12-31 09:00") }).reason).toBe("edition");
    expect(of(two).missing).toEqual(["measures/m1.startedAt"]);
    expect(of({ ...two, startedAt: at("2026-01-02 09:00") }).verdict).toBe("met");
  });
});

describe("entries for criminal and administrative cases", () => {
  const byKind: Partial<Rule> = {
    basis: [
      { statute: "样例法", edition: "2025-06-27", kinds: ["刑事"], article: "7" },
      { statute: "样例程序规定", edition: "2018-11-25", kinds: ["行政"], article: "9" },
    ],
  };
  const of = (category?: string) =>
    finding(
      byKind,
      measure(
        { startedAt: at("2026-03-01 08:00"), endedAt: null },
        { case: { id: "", cells: category === undefined ? {} : { category } } },
      ),
      now,
    );

  test("the case's kind chooses", () => {
    expect(of("刑事").article).toBe("7");
    expect(of("行政").article).toBe("9");
  });

  test("while it is unread both are tried, and here they agree", () => {
    expect([of().verdict, of().article]).toEqual(["due", "7"]);
  });
});

describe("a continuing state", () => {
  const bail: Partial<Rule> = {
    act: "continuing",
    basis: [{ statute: "样例程序规定", edition: "2018-11-25", article: "79", since: "1997-01-01" }],
    clock: { from: "startedAt", until: "endedAt", limit: "12 months", count: "months", warn: ["30 days"] },
  };
  const since1982 = (endedAt: number | null) => measure({ startedAt: at("1982-06-01 09:00"), endedAt });

  test("of 1982 is overdue today, counted from the day since which the limit has stood", () => {
    const found = finding(bail, since1982(null), at("2022-03-10 09:00"));
    expect([found.verdict, found.edition]).toEqual(["breached", "2018-11-25"]);
    expect(new Date(found.due! + 8 * 3_600_000).toISOString().slice(0, 10)).toBe("1998-01-01");
    expect(found.working[0]).toMatchObject({ note: "该期限自此施行，从这一日起算" });
  });

  test("that ended before any cited edition is unknown", () => {
    expect(finding(bail, since1982(at("1990-01-01 09:00")), at("2022-03-10 09:00")).reason).toBe("edition");
  });

  test("without `since` is counted from the edition's first day", () => {
    const plain = { ...bail, basis: [{ statute: "样例程序规定", edition: "2018-11-25", article: "79" }] };
    const found = finding(plain, since1982(null), at("2019-06-01 09:00"));
    expect([found.verdict, new Date(found.due! + 8 * 3_600_000).toISOString().slice(0, 10)]).toEqual([
      "due",
      "2020-01-01",
    ]);
  });

  test("changes at the latest when its edition does", () => {
    const old = { ...bail, basis: [{ statute: "样例法", edition: "2012-10-26", article: "79" }] };
    const found = finding(
      old,
      measure({ startedAt: at("2025-11-01 09:00"), endedAt: null }),
      at("2025-12-01 09:00"),
    );
    expect(found.nextChange).toBe(at("2026-01-01 00:00"));
  });
});
