// My record as it is used: self-correction first and without a score, what was found, the answers, and the proof in the page.
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { LedgerLine } from "../../../shared/api/shapes.ts";
import { chromeOf, type Edge, edgeFor } from "../sample/background.ts";
import { close, one, open, shown } from "../sample/draw.ts";
import { CASE } from "../sample/ledger.ts";
import { samplePack } from "../sample/rule.ts";
import { byMonth, foundCounts } from "./counts.ts";
import { isProven } from "./prove-correction.ts";

const NOW = Date.parse("2026-11-20T15:48:00+08:00");
let edge: Edge;

const correction = (part: object) => ({
  index: 7,
  caseKey: CASE,
  number: "A990104",
  rule: "bail-overrun",
  on: "measures/m1",
  was: "orange" as const,
  from: NOW - 9_000_000,
  at: NOW - 3_600_000,
  credit: "credited" as const,
  ...part,
});

const note = (id: string, said: string) => ({
  id,
  caseKey: CASE,
  number: "A990104",
  note: {
    id,
    kind: "问题",
    said,
    by: "m2",
    byName: "周岩",
    at: "2026-11-18T01:00:00.000Z",
    state: "open",
    replies: [],
    anchor: { page: "interview", url: "/c", frame: "" },
  } as never,
});
const item = (part: object) => ({
  id: "i1",
  unit: "root",
  origin: "note" as const,
  caseKey: CASE,
  number: "A990104",
  title: "讯问笔录由一名民警制作",
  by: "m2",
  byName: "周岩",
  at: NOW - 7_200_000,
  limit: NOW + 86_400_000,
  state: "mending" as const,
  parties: ["m9"],
  tier: 0 as const,
  foundAt: NOW - 7_200_000,
  selfCorrected: false,
  reopened: 0,
  moves: 2,
  ...part,
});

beforeEach(() => {
  localStorage.clear();
  edge = edgeFor("officer");
  edge.routes.record = () => ({
    corrections: [
      correction({}),
      correction({ index: 5, credit: "found", at: NOW - 80 * 86_400_000 }),
      correction({ index: 3, credit: "late" }),
    ],
    found: [note("n1", "笔录缺少签名"), note("n2", "已立为督办事项的批注")],
    items: [item({ note: "n2" }), item({ id: "i2", origin: "rule", title: "取保候审超期", state: "closed" })],
    at: NOW,
  });
  edge.routes.objections = () => ({
    objections: [
      {
        id: "o1",
        unit: "root",
        caseKey: CASE,
        number: "A990104",
        kind: "disputed",
        rule: "bail-overrun",
        on: "measures/m1",
        finding: "k",
        by: "m9",
        byName: "林知秋",
        at: "2026-11-18T01:00:00.000Z",
        said: "已移送",
        state: "answered",
        answer: {
          by: "m2",
          byName: "周岩",
          at: "2026-11-19T01:00:00.000Z",
          outcome: "upheld",
          said: "已移送的不再计算",
        },
      },
      {
        id: "o2",
        unit: "root",
        caseKey: CASE,
        number: "A990104",
        kind: "disputed",
        rule: "x",
        on: "case",
        finding: "k",
        by: "somebody-else",
        byName: "别人",
        at: "2026-11-18T01:00:00.000Z",
        said: "别人的话",
        state: "open",
      },
    ],
  });
  edge.routes.pack = () => ({
    pack: { body: JSON.stringify(samplePack()), key: "", signature: "", hash: "" },
  });
  vi.stubGlobal("chrome", chromeOf(edge));
});
afterEach(close);

const says = (text: string): Promise<void> => vi.waitFor(() => expect(shown()).toContain(text));

it("counts what is credited alone, and says what the others were", async () => {
  open("#/record");
  await says("取保候审超过十二个月未解除");
  expect(shown()).toContain("1本月自纠");
  expect(shown()).toContain("1近一年自纠");
  expect(shown()).toContain("指出后改好");
  expect(shown()).toContain("期限后改好");
  expect(shown()).not.toMatch(/得分|积分|排名第/);
  expect(one(".month-bars").getAttribute("aria-label")).toContain("11月 1 次");
});

it("shows one's own objections with their answers, and nobody else's", async () => {
  open("#/record");
  await says("自纠");
  one('[data-tab="disputes"]').click();
  await says("异议成立");
  expect(shown()).toContain("已移送的不再计算");
  expect(shown()).not.toContain("别人的话");
});

it("lists what others raised or confirmed as items beside their notes; a note that became an item stands once", async () => {
  open("#/record");
  await says("自纠");
  expect(one('[data-tab="found"]').textContent).toContain("3");
  one('[data-tab="found"]').click();
  await says("讯问笔录由一名民警制作");
  const rows = [...document.querySelectorAll("tbody tr")].map((row) => row.textContent ?? "");
  expect(rows).toHaveLength(3);
  expect(rows[0]).toMatch(/批注.*讯问笔录由一名民警制作.*周岩.*整改/);
  expect(rows[1]).toMatch(/规则预警.*取保候审超期.*办结/);
  expect(rows[2]).toMatch(/问题.*笔录缺少签名.*周岩/);
  expect(shown()).not.toContain("已立为督办事项的批注");
  expect(one("tbody tr:first-child td:nth-child(2) a").getAttribute("href")).toBe("#/items/root%2Fi1");
});

it("says why a line could not be proven when the ledger is out of reach", async () => {
  open("#/record");
  await says("台账第 7 条");
  [...document.querySelectorAll("button")].find((button) => button.textContent === "核对")?.click();
  await says("no answer to ledger");
});

const line = (index: number, kind: string, by: string, body: object): LedgerLine =>
  ({
    index,
    record: JSON.stringify({
      v: 1,
      unit: "root",
      kind,
      at: new Date(NOW).toISOString(),
      by,
      caseKey: CASE,
      body,
    }),
  }) as LedgerLine;

it("is told anew from the ledger's own records, and from proven ones only", () => {
  const mended = line(7, "mended", "object", {
    rule: "bail-overrun",
    on: "measures/m1",
    handler: "m9",
    was: "orange",
    from: 0,
    at: NOW,
  });
  const note = line(6, "noted", "m2", { note: "n", noteKind: "问题", field: "measures/m1.endedAt" });
  const told = { index: 7, credit: "credited" };
  expect(isProven({ lines: [mended] }, [true], "m9", told)).toBe(true);
  expect(isProven({ lines: [mended] }, [false], "m9", told)).toBe(false);
  expect(isProven({ lines: [mended] }, [true], "m1", told)).toBe(false);
  expect(isProven({ lines: [note, mended] }, [true, true], "m9", told)).toBe(false);
  expect(isProven({ lines: [note, mended] }, [true, true], "m9", { ...told, credit: "found" })).toBe(true);
});

it("counts months at +08:00, and what is mended of what was found", () => {
  const first = Date.parse("2026-11-01T00:00:00+08:00");
  const months = byMonth([correction({ at: first }), correction({ at: first - 1 })], NOW);
  expect(months.map(({ count }) => count)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1]);
  expect(months[11]).toMatchObject({ year: 2026, month: 11 });
  const found = (state: string) => ({ id: state, caseKey: CASE, number: "", note: { state } as never });
  const notes = [found("open"), found("fixed"), found("closed")];
  expect(foundCounts(notes, [])).toEqual({ all: 3, mended: 2 });
  const items = [item({ note: "open", state: "closed" }), item({ id: "i2" })];
  expect(foundCounts(notes, items)).toEqual({ all: 4, mended: 3 });
});
