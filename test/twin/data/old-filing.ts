// Cases of the old platform that turn on filing, on a summons or on who asked.
import type { Case, Incident } from "../model.ts";
import { titled } from "../staff.ts";
import { assemble } from "./assemble.ts";
import { approval, filing, incident } from "./fill.ts";
import { interview, item, measure, person } from "./fill-acts.ts";

/** One officer alone on the last day of the law that knew no exception. */
function lastDay(): Case {
  const suspect = person("r1", "柯某某", "男", "1986-10-10", "违法嫌疑人", "1410");
  return assemble({
    no: "A9901045200002025120310",
    platform: "old",
    name: "西苑小区门口殴打他人案",
    kind: "治安案件",
    cause: "殴打他人",
    status: "已结案",
    lead: "周岩",
    assist: "许清",
    decision: "罚款",
    decidedAt: "2025-12-31 16:00",
    closedAt: "2026-01-04 10:00",
    incident: incident("990104520000202512310166", "2025-12-31 10:30", "殴打他人", {
      reporter: "小区保安",
      place: "星河市北岸区西苑小区门口",
      content: "保安被一名业主推搡并打了一耳光。",
      process: "到场制止，将动手的业主口头传唤至派出所。",
      officers: [titled("周岩"), titled("许清")],
    }),
    filing: filing("治安案件", "2025-12-31 10:56", {
      reporter: "小区保安",
      acceptedBy: titled("周岩"),
      filedAt: "",
      brief: "柯某某因门禁问题与保安争执，打保安一耳光。",
    }),
    persons: [suspect],
    measures: [],
    interviews: [
      interview("b1", "询问", suspect, "2025-12-31 12:10", {
        endAt: "2025-12-31 13:20",
        askers: [titled("周岩")],
        recorder: titled("周岩"),
        arrivedAt: "2025-12-31 11:40",
        arriveBy: "口头传唤",
        familyNoticeAt: "2025-12-31 11:50",
        leftAt: "2025-12-31 15:00",
      }),
    ],
    property: [],
    approvals: [approval("s1", "受案审批", "2025-12-31 10:34", { approver: "何川" })],
  });
}

/** Not filed, and the accuser was never told in writing. */
function refused(): Case {
  const accuser = person("r1", "褚某某", "男", "1974-03-27", "被害人", "1527");
  return assemble({
    no: "A9901045200002026050088",
    platform: "old",
    name: "褚某某控告装修款被骗案",
    kind: "刑事案件",
    cause: "诈骗",
    status: "不予立案",
    incident: incident("990104520000202605080092", "2026-05-08 09:00", "诈骗", {
      amount: "80000",
      reporter: "褚某某",
      via: "上门报案",
      place: "柳桥派出所",
      content: "控告装修公司收取8万元后停工，认为被骗。",
      process: "接待控告人，接收合同和转账凭证，制作询问笔录。",
    }),
    filing: filing("刑事案件", "2026-05-08 09:26", {
      reporter: "褚某某",
      source: "控告",
      accuser: "有",
      filedAt: "",
      rejectedAt: "2026-05-11 10:00",
      brief: "褚某某控告装修公司收款后停工。经审查，双方存在真实合同，无证据证明非法占有目的。",
    }),
    persons: [accuser],
    measures: [],
    interviews: [interview("b1", "询问", accuser, "2026-05-08 09:40", {})],
    property: [],
    approvals: [approval("s1", "不予立案审批", "2026-05-11 09:20")],
  });
}

/** Nobody has decided for months whether to file. */
function undecided(): Case {
  const victim = person("r1", "项某", "女", "1992-08-15", "被害人", "1615");
  return assemble({
    no: "A9901045200002026070021",
    platform: "old",
    name: "项某手提包被盗案",
    kind: "刑事案件",
    cause: "盗窃",
    status: "受案审查",
    incident: incident("990104520000202607020355", "2026-07-02 15:00", "盗窃", {
      amount: "4300",
      reporter: "项某",
      place: "星河市北岸区客运站",
      content: "报警人称候车时手提包被盗，内有手机和现金。",
      process: "到场调取候车厅监控，带报警人回所制作笔录。",
    }),
    filing: filing("刑事案件", "2026-07-02 15:26", {
      reporter: "项某",
      filedAt: "",
      approver: "",
      brief: "项某在客运站候车时手提包被盗，自述损失约4300元。",
    }),
    persons: [victim],
    measures: [],
    interviews: [interview("b1", "询问", victim, "2026-07-02 16:10", {})],
    property: [],
    approvals: [approval("s1", "初查审批", "2026-07-02 17:30", { approver: "何川" })],
  });
}

/** Taken by force to the station and kept for fifteen hours. */
function kept(): Case {
  const suspect = person("r1", "葛某某", "男", "1982-05-05", "犯罪嫌疑人", "1705");
  return assemble({
    no: "A9901045200002026030036",
    platform: "old",
    name: "废品收购站掩饰隐瞒犯罪所得案",
    kind: "刑事案件",
    cause: "掩饰、隐瞒犯罪所得",
    status: "立案侦查",
    incident: incident("990104520000202603160128", "2026-03-16 08:00", "举报", {
      reporter: "匿名",
      place: "星河市北岸区废品收购站",
      content: "举报收购站夜间收购来路不明的电缆。",
      process: "到场检查，发现剥皮电缆铜芯，收购站负责人说不清来源。",
    }),
    filing: filing("刑事案件", "2026-03-16 08:26", {
      reporter: "匿名",
      brief: "葛某某明知是盗窃所得电缆铜芯仍予以收购。",
    }),
    persons: [suspect],
    measures: [
      measure("m1", suspect, "拘传", "2026-03-17 08:30", {
        arrivedAt: "2026-03-17 08:30",
        leftAt: "2026-03-17 23:40",
        expiresAt: "2026-03-17 20:30",
        endedAt: "2026-03-17 23:40",
      }),
      measure("m2", suspect, "取保候审", "2026-03-18 10:00", { expiresAt: "2027-03-18 23:59" }),
    ],
    interviews: [
      interview("b1", "讯问", suspect, "2026-03-17 09:00", {
        arrivedAt: "2026-03-17 08:30",
        arriveBy: "拘传",
        leftAt: "2026-03-17 23:40",
      }),
    ],
    property: [
      item("p1", "电缆铜芯", "180千克", "2026-03-17 11:00", { holder: "葛某某", feature: "剥皮，盘绕四捆" }),
    ],
    approvals: [
      approval("s1", "立案审批", "2026-03-16 10:00"),
      approval("s2", "拘传审批", "2026-03-17 07:20"),
      approval("s3", "取保候审审批", "2026-03-18 09:00"),
    ],
  });
}

export const oldFiling = (): Case[] => [lastDay(), refused(), undecided(), kept()];

/** A theft that was reported, put down and left. */
export const oldCalls = (): Incident[] => [
  incident("990104520000202610090051", "2026-10-09 07:50", "盗窃", {
    amount: "3500",
    reporter: "倪某",
    place: "星河市北岸区柳桥街道17号楼",
    content: "报警人称停放在楼道内的两辆自行车和一台电动车电瓶被盗，损失约3500元。",
    process: "到场查看，楼道无监控，告知失主自行留意，登记备查。",
    outcome: "其他",
    filed: "否",
    acceptedAt: "",
  }),
];
