// Proves how the other act of a case ends a period or has to be there: found, surely absent, or not to be told.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Cell, Element, FactSheet } from "../facts/sheet.ts";
import { MINUTE } from "../time/civil.ts";
import type { Rule } from "./rule.ts";
import { DUE, ends, PAIR, START, unended, without } from "./sample-pair.ts";
import { at, finding, measure } from "./sample-rule.ts";

const notice = (cells: Readonly<Record<string, Cell>>, id = "d1"): Element => ({
  id,
  cells: { kind: "通知书", person: "p1", servedAt: DUE, ...cells },
});
const gone = (element: Element, field: string): Element => {
  const { [field]: _, ...cells } = element.cells;
  return { ...element, cells };
};
const sheet = (documents: FactSheet["documents"], cells: Readonly<Record<string, Cell>> = {}): FactSheet =>
  measure({ startedAt: START, person: "p1", ...cells }, documents && { documents });
const all = (...items: readonly Element[]) => ({ items, complete: true });

describe("a pair that ends a period", () => {
  const LATE = DUE + MINUTE;
  test.each<[string, FactSheet["documents"], number, string, readonly string[]]>([
    ["served in time", all(notice({})), LATE, "met", []],
    ["served too late", all(notice({ servedAt: LATE })), LATE, "breached", []],
    ["none, before the end", all(), DUE, "due", []],
    ["none, after the end", all(), LATE, "breached", []],
    ["another kind", all(notice({ kind: "笔录" })), LATE, "breached", []],
    ["another person", all(notice({ person: "p2" })), LATE, "breached", []],
    ["made and not served", all(notice({ servedAt: null })), LATE, "breached", []],
    ["served before the period began", all(notice({ servedAt: START - MINUTE })), LATE, "breached", []],
    [
      "served on the day it began",
      all(notice({ servedAt: "2026-03-02" })),
      LATE,
      "unknown",
      ["documents/d1.servedAt"],
    ],
    ["kind unread", all(gone(notice({}), "kind")), LATE, "unknown", ["documents/d1.kind"]],
    ["kind unread, before the end", all(gone(notice({}), "kind")), DUE, "due", []],
    ["kind unread of another person's", all(gone(notice({ person: "p2" }), "kind")), LATE, "breached", []],
    ["person unread", all(gone(notice({}), "person")), LATE, "unknown", ["documents/d1.person"]],
    ["person blank", all(notice({ person: null })), LATE, "unknown", ["documents/d1.person"]],
    ["date unread", all(gone(notice({}), "servedAt")), LATE, "unknown", ["documents/d1.servedAt"]],
    ["list unread", undefined, LATE, "unknown", ["documents"]],
    ["list read in part, none", { items: [], complete: false }, LATE, "unknown", ["documents"]],
    ["list read in part, one in time", { items: [notice({})], complete: false }, LATE, "met", []],
    [
      "list read in part, one too late",
      { items: [notice({ servedAt: LATE })], complete: false },
      LATE,
      "unknown",
      ["documents"],
    ],
    ["two, the earlier in time", all(notice({ servedAt: LATE }), notice({}, "d2")), LATE, "met", []],
  ])("%s", (_, documents, now, verdict, missing) => {
    const found = finding(ends, sheet(documents), now);
    expect([found.verdict, found.missing]).toEqual([verdict, missing]);
  });

  test("where it is due at once, one of the day before counts as well, an older one does not", () => {
    const atOnce: Partial<Rule> = {
      clock: { ...unended, limit: "60 minutes", count: "at-once" },
      pair: PAIR,
    };
    const verdict = (servedAt: number): string =>
      finding(atOnce, sheet(all(notice({ servedAt }))), LATE).verdict;
    expect(verdict(START - 60 * MINUTE)).toBe("met");
    expect(verdict(START - 25 * 60 * MINUTE)).toBe("breached");
  });

  test("a late one is a breach that was mended, and the card says by which field", () => {
    const found = finding(ends, sheet(all(notice({ servedAt: DUE + 5 * MINUTE }))), DUE + 9 * MINUTE);
    expect([found.since, found.mended]).toEqual([DUE, DUE + 5 * MINUTE]);
    expect(found.working.at(-2)?.step).toBe("送达时间");
    expect(found.fields.map(({ path }) => path)).toContain("documents/d1.servedAt");
    const why = (documents: FactSheet["documents"]) =>
      finding({ ...ends, why: "送达{done}" }, sheet(documents), LATE).why;
    expect(why(all(notice({})))).toBe("送达3月2日 12:00");
    expect(why(all())).toBe("送达空白");
  });

  test("an unrelated document is no evidence", () => {
    const found = finding(ends, sheet(all(notice({ kind: "笔录" }), notice({}, "d2"))), DUE);
    const paths = found.fields.map(({ path }) => path);
    expect(paths.filter((path) => path.startsWith("documents/d1"))).toEqual([]);
    expect(paths).toContain("documents/d2.kind");
  });

  test("of a lasting state, its end chooses the edition", () => {
    const basis = [
      { statute: "样例法", edition: "2012-10-26", article: "9" },
      { statute: "样例法", edition: "2025-06-27", article: "10" },
    ];
    const lasting = { ...ends, act: "continuing", basis };
    const begun = { startedAt: at("2025-12-31 09:00") };
    const ended = all(notice({ servedAt: at("2025-12-31 10:00") }));
    expect(finding(lasting, sheet(ended, begun), at("2026-02-01 09:00")).article).toBe("9");
    expect(finding(lasting, sheet(all(), begun), at("2026-02-01 09:00")).article).toBe("10");
  });

  test("answers as the same rule with a plain end does", () => {
    const end = fc.option(fc.option(fc.integer({ min: 0, max: 400 }), { nil: null }), { nil: undefined });
    fc.assert(
      fc.property(end, fc.integer({ min: -10, max: 500 }), (minutes, now) => {
        const done = typeof minutes === "number" ? START + minutes * MINUTE : minutes;
        const plain = finding(
          {},
          measure({ startedAt: START, ...(done === undefined ? {} : { endedAt: done }) }),
          START + now * MINUTE,
        );
        const document = done === undefined ? gone(notice({}), "servedAt") : notice({ servedAt: done });
        const paired = finding(ends, sheet(all(document)), START + now * MINUTE);
        const keys = [
          "verdict",
          "colour",
          "due",
          "lenient",
          "since",
          "mended",
          "nextChange",
          "reason",
          "applies",
        ] as const;
        for (const key of keys) expect(paired[key], key).toEqual(plain[key]);
        expect(paired.missing.length).toBe(plain.missing.length);
      }),
    );
  });
});

describe("a long list", () => {
  test("is searched by index with the answers of a short one", () => {
    const kinds = fc.constantFrom("通知书", "笔录", null, undefined);
    const persons = fc.constantFrom("p1", "p2", null, undefined);
    const times = fc.constantFrom<Cell[]>(DUE, DUE + MINUTE, null, undefined);
    const one = fc.record({ kind: kinds, person: persons, servedAt: times });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 6 }), fc.constantFrom("p1", null, undefined), (some, person) => {
        const items = some.map((cells, i) => ({ id: `d${i}`, cells: cells as Record<string, Cell> }));
        const others = Array.from({ length: 40 }, (_, i) => notice({ person: "p3" }, `x${i}`));
        const judge = (list: readonly Element[]) => {
          const { verdict, missing, due, mended } = finding(
            ends,
            sheet(all(...list), { person }),
            DUE + 2 * MINUTE,
          );
          return [verdict, [...missing].sort(), due, mended];
        };
        // Those of another person decide nothing, unless ours is not known.
        if (person === "p1") expect(judge([...items, ...others])).toEqual(judge(items));
        else expect(judge([...items, ...others])[0]).toBe("unknown");
      }),
    );
  });
});

describe("a pair without a clock", () => {
  const there = without(["clock"], { pair: { with: "documents", where: PAIR.where, same: PAIR.same } });
  test.each<[string, FactSheet["documents"], string, readonly string[]]>([
    ["there", all(notice({})), "met", []],
    ["none", all(), "breached", []],
    ["another's", all(notice({ person: "p2" })), "breached", []],
    ["there, in a list read in part", { items: [notice({})], complete: false }, "met", []],
    [
      "none in a list read in part",
      { items: [notice({ kind: "笔录" })], complete: false },
      "unknown",
      ["documents"],
    ],
    ["list unread", undefined, "unknown", ["documents"]],
    ["kind unread", all(gone(notice({}), "kind")), "unknown", ["documents/d1.kind"]],
    ["kind unread beside one that is there", all(gone(notice({}), "kind"), notice({}, "d2")), "met", []],
  ])("%s", (_, documents, verdict, missing) => {
    const found = finding(there, sheet(documents), DUE);
    expect([found.verdict, found.missing]).toEqual([verdict, missing]);
  });

  test("with a date, one without it has not happened", () => {
    const served = without(["clock"], { pair: PAIR });
    expect(finding(served, sheet(all(notice({ servedAt: null }))), DUE).verdict).toBe("breached");
    expect(finding(served, sheet(all(notice({}))), DUE).verdict).toBe("met");
  });

  test("stands beside a requirement, the graver answer counts", () => {
    const both = without(["clock"], { pair: PAIR, require: 'kind == "拘传"' });
    expect(finding(both, sheet(all(notice({})), { kind: "拘留" }), DUE).verdict).toBe("breached");
    expect(finding(both, sheet(all(), { kind: "拘传" }), DUE).verdict).toBe("breached");
    expect(finding(both, sheet(all(notice({})), { kind: "拘传" }), DUE).verdict).toBe("met");
  });

  test("is never the element itself", () => {
    const other = without(["clock"], {
      each: "documents",
      act: "madeAt",
      pair: { with: "documents", same: { person: "person" } },
    });
    const one = finding(other, { documents: all(notice({ madeAt: START })) }, DUE);
    expect(one.verdict).toBe("breached");
  });

  test("reaches the element's own id and the case", () => {
    const bound = without(["clock"], {
      each: "persons",
      act: "arrivedAt",
      pair: { with: "documents", where: 'case.category == "刑事"', same: { person: "id" } },
    });
    const persons = all({ id: "p1", cells: { arrivedAt: START } });
    const facts = { persons, documents: all(notice({})), case: { id: "c", cells: { category: "刑事" } } };
    expect(finding(bound, facts, DUE).verdict).toBe("met");
    expect(finding(bound, { persons, documents: facts.documents }, DUE).missing).toEqual(["case.category"]);
  });
});
