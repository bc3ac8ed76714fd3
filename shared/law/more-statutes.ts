// The statutes that fewer rules cite: remedies, aid, detention houses, procuratorate and internal regulations.
import type { Statute } from "./statute.ts";

/**
 * Dated by adoption and first day in force, as in `statutes.ts`. Of several internal regulations only parts are public and
 * their day of issue could not be checked against the gazette; rules that rest on them are reviewed first.
 */
export const MORE_STATUTES: readonly Statute[] = [
  {
    title: "行政复议法",
    short: "复议法",
    editions: [{ edition: "2023-09-01", from: "2024-01-01", label: "2023 修订" }],
  },
  {
    title: "行政诉讼法",
    short: "行诉法",
    editions: [{ edition: "2017-06-27", from: "2017-07-01", label: "2017 修正" }],
  },
  {
    title: "国家赔偿法",
    short: "赔偿法",
    editions: [{ edition: "2012-10-26", from: "2013-01-01", label: "2012 修正" }],
  },
  {
    title: "国家赔偿费用管理条例",
    short: "赔偿费用条例",
    editions: [{ edition: "2011-01-17", from: "2011-01-17", label: "2011 年公布" }],
  },
  {
    title: "法律援助法",
    short: "法援法",
    editions: [{ edition: "2021-08-20", from: "2022-01-01", label: "2021 年通过" }],
  },
  {
    title: "律师法",
    short: "律师法",
    editions: [{ edition: "2017-09-01", from: "2018-01-01", label: "2017 修正" }],
  },
  {
    title: "预防未成年人犯罪法",
    short: "预防未成年人犯罪法",
    editions: [{ edition: "2020-12-26", from: "2021-06-01", label: "2020 修订" }],
  },
  {
    title: "禁毒法",
    short: "禁毒法",
    editions: [{ edition: "2007-12-29", from: "2008-06-01", label: "2007 年通过" }],
  },
  {
    title: "戒毒条例",
    short: "戒毒条例",
    editions: [{ edition: "2018-09-18", from: "2018-09-18", label: "2018 修订" }],
  },
  {
    title: "反家庭暴力法",
    short: "反家暴法",
    editions: [{ edition: "2015-12-27", from: "2016-03-01", label: "2015 年通过" }],
  },
  {
    title: "出境入境管理法",
    short: "出入境法",
    editions: [{ edition: "2012-06-30", from: "2013-07-01", label: "2012 年通过" }],
  },
  {
    title: "看守所条例",
    short: "看守所条例",
    editions: [{ edition: "1990-03-17", from: "1990-03-17", label: "1990 年发布" }],
  },
  {
    title: "拘留所条例",
    short: "拘留所条例",
    editions: [{ edition: "2012-02-23", from: "2012-04-01", label: "2012 年公布" }],
  },
  {
    title: "公安机关督察条例",
    short: "督察条例",
    editions: [{ edition: "2011-08-31", from: "2011-10-01", label: "2011 修订" }],
  },
  {
    title: "公安机关适用继续盘问规定",
    short: "继续盘问规定",
    editions: [{ edition: "2004-07-12", from: "2004-10-01", label: "2004 年发布" }],
  },
  {
    title: "人民警察使用警械和武器条例",
    short: "警械武器条例",
    editions: [{ edition: "1996-01-16", from: "1996-01-16", label: "1996 年发布" }],
  },
  {
    title: "行政执法机关移送涉嫌犯罪案件的规定",
    short: "移送规定",
    editions: [{ edition: "2020-08-07", from: "2020-08-07", label: "2020 修订" }],
  },
  {
    title: "人民检察院刑事诉讼规则",
    short: "检察规则",
    editions: [{ edition: "2019-12-02", from: "2019-12-30", label: "2019 年通过" }],
  },
  {
    title: "公安机关人民警察执法过错责任追究规定",
    short: "过错追究规定",
    editions: [{ edition: "2016-01-14", from: "2016-03-01", label: "2016 年发布" }],
  },
  {
    title: "公安机关执法质量考核评议规定",
    short: "考核评议规定",
    editions: [{ edition: "2016-01-14", from: "2016-03-01", label: "2016 年发布" }],
  },
  {
    title: "公安机关内部执法监督工作规定",
    short: "内部监督规定",
    editions: [{ edition: "1999-06-11", from: "1999-06-11", label: "1999 年发布" }],
  },
  {
    title: "公安机关代为保管涉案人员随身财物若干规定",
    short: "随身财物规定",
    editions: [{ edition: "2012-08-18", from: "2012-09-01", label: "2012 年印发" }],
  },
  {
    title: "公安机关办理伤害案件规定",
    short: "伤害案件规定",
    editions: [{ edition: "2006-02-01", from: "2006-02-01", label: "2006 年施行" }],
  },
  {
    title: "公安机关涉案财物管理若干规定",
    short: "涉案财物规定",
    editions: [{ edition: "2015-09-01", from: "2015-09-01", label: "2015 年施行" }],
  },
  {
    title: "公安机关现场执法视音频记录工作规定",
    short: "视音频规定",
    editions: [{ edition: "2016-07-01", from: "2016-07-01", label: "2016 年施行" }],
  },
  {
    title: "公安机关讯问犯罪嫌疑人录音录像工作规定",
    short: "讯问录音录像规定",
    editions: [{ edition: "2014-01-01", from: "2014-01-01", label: "2014 年印发" }],
  },
  {
    title: "公安机关执法办案场所办案区使用管理规定",
    short: "办案区规定",
    editions: [{ edition: "2010-01-01", from: "2010-01-01", label: "较早版本，日期未核实" }],
  },
  {
    title: "公安机关适用刑事羁押期限规定",
    short: "羁押期限规定",
    editions: [{ edition: "2006-01-27", from: "2006-05-01", label: "2006 年印发" }],
  },
  {
    title: "换押和羁押期限变更通知制度",
    short: "换押通知",
    editions: [{ edition: "2014-01-01", from: "2014-01-01", label: "2014 年印发" }],
  },
  {
    title: "羁押必要性审查、评估工作规定",
    short: "羁押必要性规定",
    editions: [{ edition: "2023-11-30", from: "2023-11-30", label: "2023 年印发" }],
  },
  {
    title: "最高人民法院关于适用刑事诉讼法的解释",
    short: "高法解释",
    editions: [{ edition: "2021-01-26", from: "2021-03-01", label: "2021 年发布" }],
  },
  {
    title: "公安机关办理经济犯罪案件的若干规定",
    short: "经侦规定",
    editions: [{ edition: "2017-11-24", from: "2018-01-01", label: "2017 年印发" }],
  },
  {
    title: "行政执法监督条例",
    short: "执法监督条例",
    editions: [{ edition: "2025-12-17", from: "2026-02-01", label: "2025 年公布" }],
  },
  {
    title: "领导干部干预司法活动、插手具体案件处理的记录、通报和责任追究规定",
    short: "干预记录规定",
    editions: [{ edition: "2015-03-18", from: "2015-03-18", label: "2015 年印发" }],
  },
];
