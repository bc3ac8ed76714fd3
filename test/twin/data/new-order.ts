// Public order cases of the new platform, with its calls that never became a case.
import type { Case, Incident } from "../model.ts";
import { titled } from "../staff.ts";
import { assemble } from "./assemble.ts";
import { approval, filing, incident } from "./fill.ts";
import { interview, measure, person } from "./fill-acts.ts";

/** One of two brawlers is questioned without recording, the other is kept for more than ten hours. */
function brawl(): Case {
  const first = person("r1", "田某某", "男", "1991-08-06", "违法嫌疑人", "0712");
  const second = person("r2", "贺某某", "男", "1994-02-27", "违法嫌疑人", "0739");
  const hurt = person("r3", "邱某", "男", "1987-05-13", "被侵害人", "0755");
  return assemble({
    no: "A9901045200002026070058",
    platform: "new",
    name: "滨江广场殴打他人案",
    kind: "治安案件",
    cause: "殴打他人",
    status: "已结案",
    decision: "行政拘留",
    decidedAt: "2026-07-15 09:30",
    closedAt: "2026-07-20 15:00",
    incident: incident("990104520000202607120667", "2026-07-12 19:20", "殴打他人", {
      reporter: "邱某",
      place: "星河市北岸区滨江广场",
      content: "报警人称在广场被两名男子殴打，面部受伤。",
      process: "到场将双方分开，两名男子被口头传唤至派出所，报警人送医。",
    }),
    filing: filing("治安案件", "2026-07-12 19:46", {
      reporter: "邱某",
      brief: "田某某、贺某某因停车与邱某发生争执，用拳头击打邱某面部，经鉴定为轻微伤。",
    }),
    persons: [first, second, hurt],
    measures: [
      measure("m1", first, "行政拘留", "2026-07-15 10:00", {
        docNo: "星北公(治)行罚决字〔2026〕712号",
        expiresAt: "2026-07-20 10:00",
        familyNoticeAt: "2026-07-15 10:30",
        endedAt: "2026-07-20 10:00",
        approver: "罗远",
      }),
    ],
    interviews: [
      interview("b1", "询问", first, "2026-07-12 20:30", {
        recorded: "否",
        arrivedAt: "2026-07-12 20:05",
        arriveBy: "口头传唤",
        familyNoticeAt: "2026-07-12 20:15",
        leftAt: "2026-07-12 22:40",
      }),
      interview("b2", "询问", second, "2026-07-12 22:10", {
        arrivedAt: "2026-07-12 20:05",
        arriveBy: "口头传唤",
        familyNoticeAt: "2026-07-12 20:18",
        leftAt: "2026-07-13 06:25",
      }),
      interview("b3", "询问", hurt, "2026-07-13 10:00", { place: "星河市第二医院急诊科", placeKind: "医院" }),
    ],
    property: [],
    approvals: [
      approval("s1", "受案审批", "2026-07-12 19:24", { approver: "何川" }),
      approval("s2", "行政处罚审批", "2026-07-15 08:40"),
    ],
  });
}

/** A boy of sixteen is questioned alone. */
function boy(): Case {
  const minor = person("r1", "纪某某", "男", "2010-03-09", "违法嫌疑人", "0813", "纪某");
  const friend = person("r2", "常某某", "男", "1999-01-18", "违法嫌疑人", "0839");
  return assemble({
    no: "A9901045200002026080031",
    platform: "new",
    name: "河滨公园寻衅滋事案",
    kind: "治安案件",
    cause: "寻衅滋事",
    status: "调查",
    incident: incident("990104520000202608030420", "2026-08-03 14:40", "寻衅滋事", {
      reporter: "公园管理员",
      place: "星河市北岸区河滨公园",
      content: "有两名男青年拦截游客，推倒指示牌。",
      process: "到场后将两人口头传唤至派出所，指示牌拍照固定。",
    }),
    filing: filing("治安案件", "2026-08-03 15:06", {
      reporter: "公园管理员",
      brief: "纪某某、常某某在河滨公园拦截游客，推倒指示牌两块。",
    }),
    persons: [minor, friend],
    measures: [],
    interviews: [
      interview("b1", "询问", minor, "2026-08-03 15:55", {
        endAt: "2026-08-03 16:50",
        arrivedAt: "2026-08-03 15:30",
        arriveBy: "口头传唤",
        familyNoticeAt: "2026-08-03 15:40",
        leftAt: "2026-08-03 17:40",
      }),
      interview("b2", "询问", friend, "2026-08-03 17:00", {
        arrivedAt: "2026-08-03 15:30",
        arriveBy: "口头传唤",
        familyNoticeAt: "2026-08-03 15:42",
        leftAt: "2026-08-03 19:00",
      }),
    ],
    property: [],
    approvals: [approval("s1", "受案审批", "2026-08-03 14:44", { approver: "何川" })],
  });
}

/** One officer alone, lawfully: in the office's secured area, recorded from beginning to end, since 2026. */
function alone(): Case {
  const suspect = person("r1", "潘某某", "男", "1992-07-22", "违法嫌疑人", "0911");
  const hurt = person("r2", "伍某", "男", "1980-02-03", "被侵害人", "0955");
  return assemble({
    no: "A9901045200002026010006",
    platform: "new",
    name: "河滨路停车纠纷殴打他人案",
    kind: "治安案件",
    cause: "殴打他人",
    status: "已结案",
    decision: "罚款",
    decidedAt: "2026-01-02 21:10",
    closedAt: "2026-01-04 16:00",
    incident: incident("990104520000202601020288", "2026-01-02 13:10", "殴打他人", {
      reporter: "伍某",
      place: "星河市北岸区河滨路停车场",
      content: "报警人称因抢车位被人打了两拳。",
      process: "到场后核实双方身份，将动手一方口头传唤至派出所。",
    }),
    filing: filing("治安案件", "2026-01-02 13:36", {
      reporter: "伍某",
      brief: "潘某某因抢车位与伍某争执，打伍某两拳，未造成明显伤情。",
    }),
    persons: [suspect, hurt],
    measures: [],
    interviews: [
      interview("b1", "询问", suspect, "2026-01-02 15:00", {
        endAt: "2026-01-02 16:20",
        askers: [titled("陈立")],
        recorder: titled("陈立"),
        arrivedAt: "2026-01-02 14:20",
        arriveBy: "口头传唤",
        familyNoticeAt: "2026-01-02 14:30",
        leftAt: "2026-01-02 22:05",
      }),
      interview("b2", "询问", hurt, "2026-01-02 16:40", { endAt: "2026-01-02 17:30" }),
    ],
    property: [],
    approvals: [
      approval("s1", "受案审批", "2026-01-02 13:14", { approver: "何川" }),
      approval("s2", "行政处罚审批", "2026-01-02 20:10", { approver: "何川" }),
    ],
  });
}

export const newOrder = (): Case[] => [brawl(), boy(), alone()];

/** A fraud put down as money sent to the wrong account, and an honest quarrel about a deposit. */
export const newCalls = (): Incident[] => [
  incident("990104520000202610150199", "2026-10-15 09:20", "诈骗", {
    amount: "32000",
    reporter: "姚某某",
    place: "星河市北岸区柳桥街道61号",
    content: "报警人称在网上做任务返佣金，按对方要求向陌生账户转账三笔共3.2万元，对方失联，怀疑被骗。",
    process: "经了解，报警人自称向他人账户转错账，属经济往来，告知其联系对方或者到法院起诉。",
    finalCategory: "纠纷",
    outcome: "纠纷",
    filed: "否",
    acceptedAt: "",
  }),
  incident("990104520000202610160342", "2026-10-16 18:05", "纠纷", {
    reporter: "范某",
    place: "星河市北岸区西苑小区2号楼",
    content: "报警人与房东因退租押金发生争吵，要求民警到场。",
    process: "到场后听取双方意见，房东同意退还押金1200元，双方当场签署调解协议。",
    outcome: "当场调解",
    filed: "否",
    acceptedAt: "",
  }),
];
