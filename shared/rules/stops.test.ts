// Proves that time which does not count moves the end of a period, holds its clock, and is never guessed.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Cell, Element, FactSheet } from "../facts/sheet.ts";
import { DAY, HOUR, instantKey, MINUTE } from "../time/civil.ts";
import type { Count } from "../time/period.ts";
import type { Rule } from "./rule.ts";
import { FAR, period } from "./sample-period.ts";
import { at, finding, measure, SAMPLE } from "./sample-rule.ts";

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
