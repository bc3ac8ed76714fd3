// Lawful cases of the old platform that come close to a limit.
import type { Case } from "../model.ts";
import { titled } from "../staff.ts";
import { assemble } from "./assemble.ts";
import { approval, filing, incident } from "./fill.ts";
import { interview, item, measure, person } from "./fill-acts.ts";

/** A girl of seventeen, with her father beside her. */
function girl(): Case {
  const minor = person("r1", "宁某某", "女", "2008-11-02", "违法嫌疑人", "1802", "宁某");
  return assemble({
    no: "A9901045200002026040071",
    platform: "old",
    name: "文具店盗窃案",
    kind: "治安案件",
    cause: "盗窃",
    status: "已结案",
    lead: "许清",
    assist: "周岩",
    decision: "不予处罚",
    decidedAt: "2026-04-21 10:00",
    closedAt: "2026-04-22 10:00",
    incident: incident("990104520000202604190244", "2026-04-19 16:00", "盗窃", {
      amount: "68",
      reporter: "文具店店主",
      place: "星河市北岸区学府路文具店",
      content: "店主抓住一名拿走文具未付款的女生。",
      process: "到场了解情况，通知其父亲，口头传唤至派出所。",
      officers: [titled("许清"), titled("周岩")],
    }),
    filing: filing("治安案件", "2026-04-19 16:26", {
      reporter: "文具店店主",
      acceptedBy: titled("许清"),
      brief: "宁某某在学府路文具店拿走文具未付款，价值68元。",
    }),
    persons: [minor],
    measures: [],
    interviews: [
      interview("b1", "询问", minor, "2026-04-19 17:40", {
        endAt: "2026-04-19 18:40",
        askers: [titled("许清"), titled("周岩")],
        arrivedAt: "2026-04-19 17:10",
        arriveBy: "口头传唤",
        familyNoticeAt: "2026-04-19 17:15",
        leftAt: "2026-04-19 19:30",
        guardianPresent: "是",
        guardianName: "宁某（父亲）",
      }),
    ],
    property: [],
    approvals: [approval("s1", "受案审批", "2026-04-19 16:04", { approver: "何川" })],
  });
}

/** Not filed, and the accuser was served on the third day. */
function told(): Case {
  const accuser = person("r1", "毕某某", "女", "1981-09-24", "被害人", "1924");
  return assemble({
    no: "A9901045200002026060090",
    platform: "old",
    name: "毕某某控告货款被骗案",
    kind: "刑事案件",
    cause: "诈骗",
    status: "不予立案",
    incident: incident("990104520000202606230187", "2026-06-23 09:40", "诈骗", {
      amount: "110000",
      reporter: "毕某某",
      via: "上门报案",
      place: "柳桥派出所",
      content: "控告客户拖欠货款11万元，认为被骗。",
      process: "接待控告人，接收送货单和对账单，制作询问笔录。",
    }),
    filing: filing("刑事案件", "2026-06-23 10:06", {
      reporter: "毕某某",
      source: "控告",
      accuser: "有",
      filedAt: "",
      rejectedAt: "2026-06-25 16:00",
      rejectNoticeAt: "2026-06-28 17:30",
      brief: "毕某某控告客户拖欠货款。经审查，双方有长期供货往来，属民事债务。",
    }),
    persons: [accuser],
    measures: [],
    interviews: [interview("b1", "询问", accuser, "2026-06-23 10:20", {})],
    property: [],
    approvals: [approval("s1", "不予立案审批", "2026-06-25 15:20")],
  });
}

/** The request for arrest went out on the sixth day, after the term had been extended to seven. */
function extended(): Case {
  const suspect = person("r1", "庄某某", "男", "1991-03-31", "犯罪嫌疑人", "2031");
  const victim = person("r2", "詹某", "男", "1966-10-02", "被害人", "2062");
  return assemble({
    no: "A9901045200002026020014",
    platform: "old",
    name: "建材市场盗窃案",
    kind: "刑事案件",
    cause: "盗窃",
    status: "移送审查起诉",
    incident: incident("990104520000202602030023", "2026-02-03 01:20", "盗窃", {
      amount: "14000",
      reporter: "詹某",
      place: "星河市北岸区建材市场",
      content: "报警人称门市部被撬，电动工具被盗。",
      process: "到场勘查门锁撬痕，调取市场监控，发现运输车辆。",
    }),
    filing: filing("刑事案件", "2026-02-03 01:46", {
      reporter: "詹某",
      brief: "庄某某撬门进入建材市场门市部，盗走电动工具11件，价值1.4万元。",
    }),
    persons: [suspect, victim],
    measures: [
      measure("m1", suspect, "刑事拘留", "2026-02-03 15:00", {
        expiresAt: "2026-02-10 15:00",
        extension: "延长至七日",
        jailAt: "2026-02-03 17:00",
        firstAskedAt: "2026-02-03 19:30",
        familyNoticeAt: "2026-02-03 16:00",
        arrestRequestAt: "2026-02-09 10:00",
        endedAt: "2026-02-14 10:00",
      }),
      measure("m2", suspect, "逮捕", "2026-02-14 10:00", {
        expiresAt: "2026-04-14 23:59",
        jailAt: "2026-02-14 10:30",
        firstAskedAt: "2026-02-14 15:00",
        familyNoticeAt: "2026-02-14 11:00",
        endedAt: "2026-04-08 10:00",
      }),
    ],
    interviews: [
      interview("b1", "讯问", suspect, "2026-02-03 09:30", {
        arrivedAt: "2026-02-03 09:00",
        arriveBy: "抓获",
        leftAt: "2026-02-03 15:30",
      }),
      interview("b2", "讯问", suspect, "2026-02-03 19:30", {
        times: "2",
        place: "北岸看守所 讯问室2",
        placeKind: "看守所",
      }),
    ],
    property: [
      item("p1", "电动工具", "11件", "2026-02-03 10:00", { holder: "庄某某", feature: "电锤、角磨机等" }),
      item("p2", "行车记录仪", "1个", "2026-02-03 10:00", {
        holder: "庄某某之兄",
        feature: "黑色",
        related: "否",
        unrelatedAt: "2026-02-05 10:00",
        returnedAt: "2026-02-06 15:00",
        outcome: "返还",
      }),
    ],
    approvals: [
      approval("s1", "立案审批", "2026-02-03 03:10"),
      approval("s2", "刑事拘留审批", "2026-02-03 14:00"),
      approval("s3", "延长拘留期限审批", "2026-02-06 09:00"),
      approval("s4", "提请批准逮捕审批", "2026-02-09 09:00", { collective: "是" }),
    ],
  });
}

export const oldClean = (): Case[] => [girl(), told(), extended()];
