// The statutes that the base catalogue cites: every edition with the days on which it is in force.
import { MORE_STATUTES } from "./more-statutes.ts";
import type { Statute } from "./statute.ts";

/**
 * Titles are written as rules cite them. Day of adoption names an edition; `from` is its first day in force.
 * Where a statute's earlier editions are not listed, acts of those days have no edition here and their rules
 * answer `unknown`: an old text that nobody has read is not guessed at.
 *
 * Of the 2020 text of 公安机关办理行政案件程序规定, articles 61, 74 and 75 were compared with the 2018 text and are the same;
 * articles 52 and 190 are quoted from the 2018 text. Whether a newer text follows the 2025 治安管理处罚法 is to be checked
 * when a rule comes up for review.
 */
export const STATUTES: readonly Statute[] = [
  {
    title: "刑事诉讼法",
    short: "刑诉法",
    editions: [
      { edition: "1979-07-01", from: "1980-01-01", until: "1996-12-31", label: "1979 年通过" },
      { edition: "1996-03-17", from: "1997-01-01", until: "2012-12-31", label: "1996 修正" },
      { edition: "2012-03-14", from: "2013-01-01", until: "2018-10-25", label: "2012 修正" },
      { edition: "2018-10-26", from: "2018-10-26", label: "2018 修正" },
    ],
  },
  {
    title: "治安管理处罚法",
    short: "治安处罚法",
    editions: [
      { edition: "2005-08-28", from: "2006-03-01", until: "2012-12-31", label: "2005 年通过" },
      { edition: "2012-10-26", from: "2013-01-01", until: "2025-12-31", label: "2012 修正" },
      { edition: "2025-06-27", from: "2026-01-01", label: "2025 修订" },
    ],
  },
  {
    title: "公安机关办理刑事案件程序规定",
    short: "刑事程序规定",
    editions: [
      { edition: "2012-12-13", from: "2013-01-01", until: "2020-08-31", label: "2012 年发布" },
      { edition: "2020-07-20", from: "2020-09-01", label: "2020 修正" },
    ],
  },
  {
    title: "公安机关办理行政案件程序规定",
    short: "行政程序规定",
    editions: [
      { edition: "2018-11-25", from: "2019-01-01", until: "2020-08-05", label: "2018 修正" },
      { edition: "2020-08-06", from: "2020-08-06", label: "2020 修正" },
    ],
  },
  {
    title: "行政处罚法",
    short: "行政处罚法",
    editions: [{ edition: "2021-01-22", from: "2021-07-15", label: "2021 修订" }],
  },
  {
    title: "行政强制法",
    short: "行政强制法",
    editions: [{ edition: "2011-06-30", from: "2012-01-01", label: "2011 年通过" }],
  },
  {
    title: "人民警察法",
    short: "警察法",
    editions: [{ edition: "2012-10-26", from: "2013-01-01", label: "2012 修正" }],
  },
  {
    title: "未成年人保护法",
    short: "未保法",
    editions: [
      { edition: "2020-10-17", from: "2021-06-01", until: "2024-04-25", label: "2020 修订" },
      { edition: "2024-04-26", from: "2024-04-26", label: "2024 修正" },
    ],
  },
  {
    title: "关于取保候审若干问题的规定",
    short: "取保候审规定",
    editions: [{ edition: "2022-09-05", from: "2022-09-05", label: "2022 年印发" }],
  },
  {
    title: "公安部关于改革完善受案立案制度的意见",
    short: "受立案意见",
    editions: [{ edition: "2015-11-04", from: "2015-11-04", label: "2015 年印发" }],
  },
  {
    title: "公安机关接报案与立案工作规定",
    short: "接报案规定",
    editions: [{ edition: "2024-01-01", from: "2024-01-01", label: "2024 年施行" }],
  },
  {
    title: "110接处警工作规则",
    short: "接处警规则",
    editions: [{ edition: "2003-04-30", from: "2003-04-30", label: "2003 年印发" }],
  },
  ...MORE_STATUTES,
];
