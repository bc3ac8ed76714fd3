// Proves that every day finds at most one edition of a statute, and the right one.
import { expect, test } from "vitest";
import { editionOn, statuteOf } from "./edition.ts";
import { STATUTES } from "./statutes.ts";

const named = (title: string) => {
  const statute = statuteOf(STATUTES, title);
  if (statute === undefined) throw new Error(`no statute 《${title}》`);
  return statute;
};

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const nextDay = (day: string) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

test("titles and short names are unique and carry no brackets", () => {
  for (const pick of [STATUTES.map((s) => s.title), STATUTES.map((s) => s.short)]) {
    expect(new Set(pick).size).toBe(pick.length);
    for (const word of pick) expect(word).not.toMatch(/[《》\s]/);
  }
});

test.each(STATUTES.map((s) => [s.title, s] as const))(
  "%s: editions follow one another without overlap or gap",
  (_, statute) => {
    statute.editions.forEach((one, i) => {
      for (const day of [one.edition, one.from, one.until ?? one.from]) expect(day).toMatch(DAY);
      expect(one.edition <= one.from, `${one.edition} in force before it was adopted`).toBe(true);
      const next = statute.editions[i + 1];
      if (next === undefined) expect(one.until, "the newest edition is still in force").toBeUndefined();
      else expect(one.until !== undefined && nextDay(one.until)).toBe(next.from);
      if (one.until !== undefined) expect(one.until >= one.from).toBe(true);
    });
  },
);

test.each([
  ["治安管理处罚法", "2025-12-31", "2012-10-26"],
  ["治安管理处罚法", "2026-01-01", "2025-06-27"],
  ["治安管理处罚法", "2012-12-31", "2005-08-28"],
  ["治安管理处罚法", "2006-02-28", undefined],
  ["刑事诉讼法", "1979-12-31", undefined],
  ["刑事诉讼法", "1982-06-01", "1979-07-01"],
  ["刑事诉讼法", "1996-12-31", "1979-07-01"],
  ["刑事诉讼法", "1997-01-01", "1996-03-17"],
  ["刑事诉讼法", "2012-12-31", "1996-03-17"],
  ["刑事诉讼法", "2018-10-25", "2012-03-14"],
  ["刑事诉讼法", "2018-10-26", "2018-10-26"],
  ["公安机关办理刑事案件程序规定", "2020-08-31", "2012-12-13"],
  ["公安机关办理刑事案件程序规定", "2020-09-01", "2020-07-20"],
  ["公安机关办理行政案件程序规定", "2026-03-01", "2020-08-06"],
  ["未成年人保护法", "2021-05-31", undefined],
  ["未成年人保护法", "2024-04-25", "2020-10-17"],
  ["关于取保候审若干问题的规定", "2022-09-04", undefined],
  ["公安机关接报案与立案工作规定", "2023-12-31", undefined],
])("%s on %s → %s", (title, day, edition) => {
  expect(editionOn(named(title), day)?.edition).toBe(edition);
});

test("a day written otherwise is refused, not compared as text", () => {
  for (const day of ["2026-1-1", "20260101", "2026-13-01", "", "2026-01-01T00:00:00+08:00"])
    expect(() => editionOn(named("刑事诉讼法"), day)).toThrow(RangeError);
});

test("an unknown title has no statute", () => {
  expect(statuteOf(STATUTES, "《刑事诉讼法》")).toBeUndefined();
});
