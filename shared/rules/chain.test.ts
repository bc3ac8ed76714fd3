// Proves extension chains, periods that begin anew and time that does not count as the procedure laws have them.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Cell, Element, FactSheet } from "../facts/sheet.ts";
import { DAY, HOUR, instantKey, MINUTE } from "../time/civil.ts";
import type { Count } from "../time/period.ts";
import type { Extension, Rule } from "./rule.ts";
import { at, finding, measure, SAMPLE } from "./sample-rule.ts";

const FAR = at("2030-01-01 00:00");
/** Last minute of the period that a rule answers for one measure: `2026-03-10T23:59`. */
const dueOf = (rule: Partial<Rule>, cells: Readonly<Record<string, Cell>>, more: FactSheet = {}): string => {
  const { due } = finding(rule, measure({ endedAt: null, ...cells }, more), FAR);
  return due === undefined ? "" : instantKey(due).slice(0, 16);
};
const period = (limit: string, count: Count, extend: readonly Extension[] = []): Partial<Rule> => ({
  clock: { ...SAMPLE.clock!, limit, count },
  extend,
});

/** 刑诉法 91, 刑事案件程序规定 129: three days, one to four more, thirty for roaming, repeated or gang crime. */
const DETENTION = period("3 days", "custody-days", [
  { to: "7 days", when: 'extension == "延长至七日"', approver: "县级以上公安机关负责人" },
  { to: "30 days", when: 'extension == "延长至三十日"', approver: "县级以上公安机关负责人" },
]);
/** 刑诉法 156, 158, 159: two months, one, two and two more, each from the end of the one before. */
const months = (...done: readonly string[]) => done.map((one) => `extension == "${one}"`).join(" || ");
const CUSTODY = period("2 months", "custody-months", [
  { add: "1 months", when: months("延长至三个月"), approver: "上一级人民检察院" },
  { add: "2 months", when: months("延长至五个月"), approver: "省级人民检察院" },
  { add: "2 months", when: months("延长至七个月"), approver: "省级人民检察院" },
]);
/** 治安管理处罚法 99 (2012), 118 (2025) and 强制法 25: thirty days and thirty more. */
const THIRTY = period("30 days", "admin-days", [
  { add: "30 days", when: 'extension == "延长至六十日"', approver: "上一级公安机关负责人" },
]);

describe("a chain", () => {
  test.each<[string, Partial<Rule>, string, string, string]>([
    ["detention, none", DETENTION, "2026-03-02 09:00", "未延长", "2026-03-05T23:59"],
    ["detention, seven days", DETENTION, "2026-03-02 09:00", "延长至七日", "2026-03-09T23:59"],
    ["detention, thirty days", DETENTION, "2026-03-02 09:00", "延长至三十日", "2026-04-01T23:59"],
    ["custody, none", CUSTODY, "2026-12-31 09:00", "未延长", "2027-02-28T23:59"],
    // From the end of the step before: three months from 31 December would be 31 March.
    ["custody, a month more", CUSTODY, "2026-12-31 09:00", "延长至三个月", "2027-03-28T23:59"],
    ["custody, two more", CUSTODY, "2026-12-31 09:00", "延长至五个月", "2027-05-28T23:59"],
    ["custody, all seven", CUSTODY, "2026-12-31 09:00", "延长至七个月", "2027-07-28T23:59"],
    [
      "custody from a day that every month has",
      CUSTODY,
      "2026-03-15 09:00",
      "延长至七个月",
      "2026-10-15T23:59",
    ],
    ["public order, none", THIRTY, "2026-03-02 09:00", "未延长", "2026-04-01T23:59"],
    ["public order, thirty more", THIRTY, "2026-03-02 09:00", "延长至六十日", "2026-05-01T23:59"],
  ])("%s", (_, rule, startedAt, extension, due) => {
    const found = dueOf(rule, { startedAt: at(startedAt), extension });
    // 1 May is a festival: an administrative period moves to the first day after it, one in custody does not.
    expect(found).toBe(due === "2026-05-01T23:59" ? "2026-05-06T23:59" : due);
  });

  test("says which step was used, who may grant it and on what fact", () => {
    const cells = { startedAt: at("2026-12-31 09:00"), endedAt: null, extension: "延长至三个月" };
    const { working, extend } = finding(CUSTODY, measure(cells), at("2027-01-05 09:00"));
    expect(working.map(({ op, step, note, value }) => [op, step, note ?? "", value])).toEqual([
      ["", "执行时间，起算", "", "2026年12月31日"],
      ["+", "按月计算到对应日", "", "2 个月"],
      ["+", "按月计算到对应日", "延长的期限自上一段届满日起算", "1 个月"],
      ["→", "经上一级人民检察院批准延长", "延长情况 延长至三个月", "2 个月加 1 个月"],
      expect.arrayContaining(["=", "届满", "2027年3月28日"]),
      ["−", "现在", "", "1月5日 09:00"],
      ["=", "剩余", "", "82 天"],
    ]);
    expect(extend?.map(({ to, due }) => [to, instantKey(due!).slice(0, 10)])).toEqual([
      ["2 个月加 1 个月加 2 个月", "2027-05-28"],
      ["2 个月加 1 个月加 2 个月加 2 个月", "2027-07-28"],
    ]);
  });

  test("with all steps granted is their sum", () => {
    const counts: readonly [Count, string][] = [
      ["custody-days", "days"],
      ["criminal-days", "days"],
      ["admin-days", "days"],
      ["workdays", "workdays"],
      ["hours", "hours"],
    ];
    const steps = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(
        fc.constantFrom(...counts),
        steps,
        fc.integer({ min: 0, max: 500 }),
        ([count, unit], all, day) => {
          const startedAt = at("2025-06-01 10:00") + day * DAY;
          const [first = 1, ...more] = all;
          const chain = more.map(
            (n): Extension => ({ add: `${n} ${unit}`, when: 'kind == "拘传"', approver: "x" }),
          );
          const cells = { startedAt, kind: "拘传" };
          const sum = all.reduce((a, b) => a + b, 0);
          expect(dueOf(period(`${first} ${unit}`, count, chain), cells)).toBe(
            dueOf(period(`${sum} ${unit}`, count), cells),
          );
        },
      ),
    );
  });

  test("a step more never ends earlier", () => {
    const units = fc.constantFrom<readonly [Count, string]>(
      ["custody-months", "months"],
      ["months", "months"],
      ["criminal-days", "days"],
      ["workdays", "workdays"],
    );
    fc.assert(
      fc.property(
        units,
        fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 2, maxLength: 4 }),
        fc.integer({ min: 0, max: 900 }),
        ([count, unit], all, day) => {
          const [first = 1, ...more] = all;
          const chain = more.map(
            (n): Extension => ({ add: `${n} ${unit}`, when: 'kind == "拘传"', approver: "x" }),
          );
          const cells = { startedAt: at("2025-01-01 10:00") + day * DAY, kind: "拘传" };
          const shorter = dueOf(period(`${first} ${unit}`, count, chain.slice(0, -1)), cells);
          expect(dueOf(period(`${first} ${unit}`, count, chain), cells) >= shorter).toBe(true);
        },
      ),
    );
  });
});

describe("a period that begins anew", () => {
  /** 刑诉法 160: another grave crime, from its discovery; identity unknown, from the day it is found out. */
  const RESTART: Partial<Rule> = {
    ...period("2 months", "custody-months"),
    restart: [
      { from: "newCrimeFoundAt", say: "另有重要罪行，自发现之日起重新计算" },
      { from: "identityFoundAt", when: 'identityUnknown == "是"', say: "身份不明，自查清身份之日起计算" },
    ],
  };
  const begun = {
    startedAt: at("2026-01-10 09:00"),
    endedAt: null,
    newCrimeFoundAt: null,
    identityUnknown: "否",
    identityFoundAt: null,
  };
  test.each<[string, Readonly<Record<string, Cell>>, string, string]>([
    ["not at all", {}, "breached", "2026-03-10T23:59"],
    ["with another crime", { newCrimeFoundAt: at("2026-02-20 15:00") }, "breached", "2026-04-20T23:59"],
    [
      "with another crime known before",
      { newCrimeFoundAt: at("2026-01-05 15:00") },
      "breached",
      "2026-03-10T23:59",
    ],
    [
      "with the identity",
      { identityUnknown: "是", identityFoundAt: at("2026-02-01 10:00") },
      "breached",
      "2026-04-01T23:59",
    ],
    [
      "with an identity that was never unknown",
      { identityFoundAt: at("2026-02-01 10:00") },
      "breached",
      "2026-03-10T23:59",
    ],
    [
      "the later of two",
      {
        newCrimeFoundAt: at("2026-02-20 15:00"),
        identityUnknown: "是",
        identityFoundAt: at("2026-02-01 10:00"),
      },
      "breached",
      "2026-04-20T23:59",
    ],
  ])("%s", (_, change, verdict, due) => {
    const found = finding(RESTART, measure({ ...begun, ...change }), FAR);
    expect([found.verdict, instantKey(found.due!).slice(0, 16)]).toEqual([verdict, due]);
  });

  test.each<[string, Readonly<Record<string, Cell>>, readonly string[]]>([
    ["it was not read whether", { newCrimeFoundAt: undefined }, ["newCrimeFoundAt"]],
    ["the identity is not yet found out", { identityUnknown: "是" }, ["identityFoundAt"]],
    [
      "it was not read whether it was unknown",
      { identityUnknown: undefined, identityFoundAt: undefined },
      ["identityUnknown", "identityFoundAt"],
    ],
  ])("is not said to be over where %s", (_, change, missing) => {
    const found = finding(RESTART, measure({ ...begun, ...change }), FAR);
    expect([found.verdict, found.missing]).toEqual(["unknown", missing.map((one) => `measures/m1.${one}`)]);
    expect(finding(RESTART, measure({ ...begun, ...change }), at("2026-03-10 12:00")).verdict).toBe("due");
  });

  test("says what it began anew by", () => {
    const cells = { ...begun, identityUnknown: "是", identityFoundAt: at("2026-02-01 10:00") };
    const [first] = finding(RESTART, measure(cells), at("2026-02-02 10:00")).working;
    expect(first).toEqual({
      op: "",
      step: "查清身份时间，起算",
      note: "身份不明，自查清身份之日起计算（是否身份不明 是）",
      value: "2026年2月1日",
    });
  });
});

describe("time that does not count", () => {
  const appraisal = (kinds: string): Partial<Rule> => ({
    ...period("30 days", "admin-days"),
    stop: [
      {
        in: "examinations",
        from: "entrustedAt",
        until: "opinionAt",
        where: `kind in [${kinds}]`,
        say: "鉴定期间不计入办案期限",
      },
    ],
  });
  /** 治安管理处罚法 118: any appraisal; 刑诉法 149: only that of the mind. */
  const PUBLIC_ORDER = appraisal('"伤情鉴定", "精神病鉴定", "价格认定"');
  const CRIMINAL: Partial<Rule> = {
    ...appraisal('"精神病鉴定"'),
    clock: { ...SAMPLE.clock!, limit: "2 months", count: "custody-months" },
  };
  const started = { startedAt: at("2026-03-02 09:00"), endedAt: null };
  const exam = (kind: string, from: string, until: string | null, id = "x1"): Element => ({
    id,
    cells: { kind, entrustedAt: at(from), opinionAt: until === null ? null : at(until) },
  });
  const exams = (...items: readonly Element[]): FactSheet => ({ examinations: { items, complete: true } });

  test.each<[string, Partial<Rule>, FactSheet, string]>([
    ["nothing", PUBLIC_ORDER, exams(), "2026-04-01T23:59"],
    [
      "an injury in a public order case",
      PUBLIC_ORDER,
      exams(exam("伤情鉴定", "2026-03-05 10:00", "2026-03-15 10:00")),
      "2026-04-11T23:59",
    ],
    [
      "the mind in a public order case",
      PUBLIC_ORDER,
      exams(exam("精神病鉴定", "2026-03-05 10:00", "2026-03-15 10:00")),
      "2026-04-11T23:59",
    ],
    [
      "an injury in custody",
      CRIMINAL,
      exams(exam("伤情鉴定", "2026-03-05 10:00", "2026-03-15 10:00")),
      "2026-05-02T23:59",
    ],
    [
      "the mind in custody",
      CRIMINAL,
      exams(exam("精神病鉴定", "2026-03-05 10:00", "2026-03-15 10:00")),
      "2026-05-12T23:59",
    ],
    [
      "two that overlap count once",
      PUBLIC_ORDER,
      exams(
        exam("伤情鉴定", "2026-03-05 10:00", "2026-03-15 10:00"),
        exam("价格认定", "2026-03-10 10:00", "2026-03-18 10:00", "x2"),
      ),
      "2026-04-14T23:59",
    ],
    [
      "two apart count both",
      PUBLIC_ORDER,
      exams(
        exam("伤情鉴定", "2026-03-05 10:00", "2026-03-10 10:00"),
        exam("价格认定", "2026-03-12 10:00", "2026-03-14 10:00", "x2"),
      ),
      "2026-04-08T23:59",
    ],
    [
      "before the period began",
      PUBLIC_ORDER,
      exams(exam("伤情鉴定", "2026-02-01 10:00", "2026-02-20 10:00")),
      "2026-04-01T23:59",
    ],
    [
      "begun before the period",
      PUBLIC_ORDER,
      exams(exam("伤情鉴定", "2026-02-25 10:00", "2026-03-07 10:00")),
      "2026-04-07T23:59",
    ],
    [
      "after the period was over",
      PUBLIC_ORDER,
      exams(exam("伤情鉴定", "2026-04-20 10:00", "2026-05-20 10:00")),
      "2026-04-01T23:59",
    ],
  ])("%s", (_, rule, more, due) => {
    const found = finding(rule, measure(started, more), FAR);
    expect(instantKey(found.due!).slice(0, 16)).toBe(due);
  });

  test("is said with the stop and its fields", () => {
    const found = finding(
      PUBLIC_ORDER,
      measure(started, exams(exam("伤情鉴定", "2026-03-05 10:00", "2026-03-15 10:00"))),
      at("2026-03-20 09:00"),
    );
    expect(found.working).toContainEqual({
      op: "+",
      step: "鉴定期间不计入办案期限",
      note: "委托鉴定时间 3月5日 10:00，鉴定意见出具时间 3月15日 10:00",
      value: "10 日至 11 日",
    });
    // One day more is 12 April, a Sunday, from which the lenient reading moves on.
    expect(found.lenient).toBe(found.due! + 2 * DAY);
    expect(found.open).toContain("首尾");
  });

  test("keeps the clock standing while it lasts, and a later end is no breach", () => {
    const lasting = exams(exam("伤情鉴定", "2026-03-05 10:00", null));
    const found = finding(PUBLIC_ORDER, measure(started, lasting), FAR);
    expect([found.verdict, found.reason]).toEqual(["due", "stopped"]);
    const ended = finding(
      PUBLIC_ORDER,
      measure({ ...started, endedAt: at("2026-06-01 09:00") }, lasting),
      FAR,
    );
    expect(ended.verdict).toBe("met");
  });

  test("one that began after the end does not keep the clock standing", () => {
    const late = exams(exam("伤情鉴定", "2026-04-20 10:00", null));
    expect(finding(PUBLIC_ORDER, measure(started, late), FAR).verdict).toBe("breached");
  });

  test.each<[string, FactSheet, readonly string[]]>([
    ["the list is unread", {}, ["examinations"]],
    ["the list is read in part", { examinations: { items: [], complete: false } }, ["examinations"]],
    [
      "its kind is unread",
      exams({ id: "x1", cells: { entrustedAt: at("2026-03-05 10:00"), opinionAt: null } }),
      ["examinations/x1.kind"],
    ],
    [
      "its end is unread",
      exams({ id: "x1", cells: { kind: "伤情鉴定", entrustedAt: at("2026-03-05 10:00") } }),
      ["examinations/x1.opinionAt"],
    ],
  ])("keeps a breach from being said where %s", (_, more, missing) => {
    const found = finding(PUBLIC_ORDER, measure(started, more), FAR);
    expect([found.verdict, found.missing]).toEqual(["unknown", missing]);
  });

  test("one that cannot be of the kind, or was never ordered, keeps nothing from being said", () => {
    const other = exams({ id: "x1", cells: { kind: "辨认" } }, { id: "x2", cells: { entrustedAt: null } });
    expect(finding(PUBLIC_ORDER, measure(started, other), FAR).verdict).toBe("breached");
  });

  test("hours noted by an officer move the more lenient end only", () => {
    const travel: Partial<Rule> = {
      ...period("24 hours", "hours"),
      stop: [{ hours: "bailAmount", where: 'elsewhere == "是"', say: "在途时间" }],
    };
    const cells = {
      startedAt: at("2026-03-02 09:00"),
      endedAt: at("2026-03-03 12:00"),
      elsewhere: "是",
      bailAmount: 6,
    };
    const found = finding(travel, measure(cells), FAR);
    expect([found.verdict, found.reason, found.colour]).toEqual(["unknown", "reading", "orange"]);
    expect(found.lenient).toBe(found.due! + 6 * HOUR);
    expect(finding(travel, measure({ ...cells, elsewhere: "否" }), FAR).verdict).toBe("breached");
    const { bailAmount: _, ...unread } = cells;
    expect(finding(travel, measure(unread), FAR).missing).toEqual(["measures/m1.bailAmount"]);
  });

  test("a stop never makes the end earlier, and leaves it where it lies outside", () => {
    const span = fc.tuple(fc.integer({ min: -60, max: 90 }), fc.integer({ min: 0, max: 40 }));
    const counts = fc.constantFrom<readonly [Count, string]>(
      ["admin-days", "30 days"],
      ["criminal-days", "30 days"],
      ["workdays", "20 workdays"],
      ["custody-months", "1 months"],
      ["hours", "700 hours"],
    );
    fc.assert(
      fc.property(counts, fc.array(span, { maxLength: 5 }), span, ([count, limit], spans, one) => {
        const rule = { ...PUBLIC_ORDER, ...period(limit, count), stop: PUBLIC_ORDER.stop! };
        const items = [...spans, one].map(([from, days], i) => ({
          id: `x${i}`,
          cells: {
            kind: "伤情鉴定",
            entrustedAt: started.startedAt + from * DAY,
            opinionAt: started.startedAt + (from + days) * DAY,
          },
        }));
        const judged = (list: readonly Element[]) => finding(rule, measure(started, exams(...list)), FAR);
        const [without, with1] = [judged(items.slice(0, -1)), judged(items)];
        expect(with1.due!).toBeGreaterThanOrEqual(without.due!);
        expect(with1.lenient ?? with1.due!).toBeGreaterThanOrEqual(without.lenient ?? without.due!);
        expect(with1.lenient ?? with1.due!).toBeGreaterThanOrEqual(with1.due!);
        // The same stop twice counts once.
        expect(judged([...items, { ...items.at(-1)!, id: "again" }]).due).toBe(with1.due);
      }),
      { numRuns: 300 },
    );
  });

  test("what was not read of it is never met", () => {
    const fields = ["kind", "entrustedAt", "opinionAt"];
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 0, max: 30 }),
        fc.integer({ min: 1, max: 120 }),
        fc.constantFrom(...fields),
        (from, days, ended, field) => {
          const item = exam("伤情鉴定", "2026-03-05 10:00", "2026-03-15 10:00");
          const cells: Record<string, Cell> = {
            ...item.cells,
            entrustedAt: started.startedAt + from * DAY,
            opinionAt: started.startedAt + (from + days) * DAY,
          };
          const judged = (one: Readonly<Record<string, Cell>>) =>
            finding(
              PUBLIC_ORDER,
              measure(
                { ...started, endedAt: started.startedAt + ended * DAY + MINUTE },
                exams({ id: "x1", cells: one }),
              ),
              FAR,
            ).verdict;
          const full = judged(cells);
          delete cells[field];
          const less = judged(cells);
          if (less === "met") expect(full).toBe("met");
          if (less === "breached") expect(full).toBe("breached");
        },
      ),
      { numRuns: 400 },
    );
  });
});
