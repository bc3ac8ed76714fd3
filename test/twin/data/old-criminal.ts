// Criminal cases of the old platform in which a measure went wrong.
import type { Case } from "../model.ts";
import { assemble } from "./assemble.ts";
import { approval, filing, incident, noIncident } from "./fill.ts";
import { interview, item, measure, person } from "./fill-acts.ts";
import { after, hours, stamp } from "./stamp.ts";

/** A man let out on bail in 1982 whom nobody ever released from it. */
function forgotten(): Case {
  const suspect = person("r1", "甲某某", "男", "1955-02-11", "犯罪嫌疑人", "1011");
  return assemble({
    no: "A9901045200001978090003",
    platform: "old",
    name: "1978年纸质案卷补录案",
    kind: "刑事案件",
    cause: "故意伤害",
    status: "立案侦查",
    lead: "周岩",
    assist: "陈立",
    incident: noIncident(),
    filing: filing("刑事案件", "1978-09-11 08:00", {
      source: "报案",
      reporter: "生产大队",
      acceptedBy: "",
      evidenceListAt: "",
      approver: "",
      filedAt: "1978-09-11 10:00",
      brief: "纸质案卷补录。1978年9月立案，1982年7月因证据不足对甲某某取保候审。",
    }),
    persons: [suspect],
    measures: [
      measure("m1", suspect, "取保候审", "1982-07-16 09:00", {
        expiresAt: "1983-07-16 23:59",
        executors: "",
        approver: "",
      }),
    ],
    interviews: [],
    property: [],
    approvals: [
      approval("s1", "取保候审审批", "1982-07-15 09:00", { applicant: "", reviewer: "", approver: "" }),
    ],
  });
}

/** Kept under residential surveillance since January; the stakes were seized before the case was filed. */
function gambling(): Case {
  const suspect = person("r1", "邵某某", "男", "1979-12-12", "犯罪嫌疑人", "1112");
  return assemble({
    no: "A9901045200002026010045",
    platform: "old",
    name: "柳桥街道开设赌场案",
    kind: "刑事案件",
    cause: "开设赌场",
    status: "立案侦查",
    incident: incident("990104520000202601100501", "2026-01-10 20:15", "赌博", {
      reporter: "匿名",
      place: "星河市北岸区柳桥街道仓库",
      content: "举报仓库内有人聚众赌博，庄家抽头。",
      process: "到场查获参赌人员十余人，现场查点赌资，将组织者邵某某列为重点人员。",
    }),
    filing: filing("刑事案件", "2026-01-10 20:41", {
      reporter: "匿名",
      filedAt: "2026-01-11 09:30",
      brief: "邵某某在柳桥街道租用仓库开设赌场，从中抽头渔利。",
    }),
    persons: [suspect],
    measures: [
      measure("m1", suspect, "传唤", "2026-01-11 13:00", {
        arrivedAt: "2026-01-11 13:00",
        leftAt: "2026-01-11 19:00",
        expiresAt: "2026-01-12 01:00",
        endedAt: "2026-01-11 19:00",
      }),
      measure("m2", suspect, "监视居住", "2026-01-12 09:00", { expiresAt: "2026-07-12 23:59" }),
    ],
    interviews: [
      interview("b1", "讯问", suspect, "2026-01-11 13:30", {
        arrivedAt: "2026-01-11 13:00",
        arriveBy: "传唤",
        leftAt: "2026-01-11 19:00",
      }),
    ],
    property: [
      item("p1", "赌资", "12400元", "2026-01-10 22:10", {
        holder: "邵某某",
        feature: "人民币，百元面值124张",
      }),
      item("p2", "账本", "1本", "2026-01-11 10:30", { holder: "邵某某", feature: "红色封皮" }),
    ],
    approvals: [
      approval("s1", "立案审批", "2026-01-11 09:00"),
      approval("s2", "监视居住审批", "2026-01-12 07:50"),
    ],
  });
}

/** Detained five days ago, and the request for arrest has not gone out. */
function late(now: number): Case {
  const suspect = person("r1", "穆某某", "男", "1996-04-04", "犯罪嫌疑人", "1204");
  const detained = after(stamp(now), -5 * 1440);
  const arrived = hours(detained, -4);
  const call = hours(detained, -24);
  const accepted = after(call, 26);
  return assemble({
    no: "A9901045200002026110102",
    platform: "old",
    name: "北岸物流园货物被盗案",
    kind: "刑事案件",
    cause: "盗窃",
    status: "立案侦查",
    incident: incident("990104520000202611150077", call, "盗窃", {
      amount: "11000",
      reporter: "物流园保安",
      place: "星河市北岸区物流园3号库",
      content: "报警人称库房内两箱手机配件被盗，价值约1.1万元。",
      process: "到场勘查库房门锁，调取园区监控，确定嫌疑人体貌特征。",
    }),
    filing: filing("刑事案件", accepted, {
      reporter: "物流园保安",
      brief: "穆某某撬锁进入北岸物流园3号库，盗走手机配件两箱，价值1.1万元。",
    }),
    persons: [suspect],
    measures: [
      measure("m1", suspect, "刑事拘留", detained, {
        expiresAt: hours(detained, 72),
        jailAt: hours(detained, 5),
        firstAskedAt: hours(detained, 8),
        familyNoticeAt: hours(detained, 2),
      }),
    ],
    interviews: [
      interview("b1", "讯问", suspect, after(arrived, 25), {
        arrivedAt: arrived,
        arriveBy: "抓获",
        leftAt: hours(detained, 1),
      }),
      interview("b2", "讯问", suspect, hours(detained, 8), {
        times: "2",
        place: "北岸看守所 讯问室1",
        placeKind: "看守所",
      }),
    ],
    property: [
      item("p1", "手机配件", "2箱", hours(arrived, 1), { holder: "穆某某", feature: "原包装未拆封" }),
    ],
    approvals: [
      approval("s1", "立案审批", after(accepted, 90)),
      approval("s2", "刑事拘留审批", after(detained, -60)),
    ],
  });
}

/** Detained and never interrogated afterwards; the reporter never got a receipt. */
function silent(): Case {
  const suspect = person("r1", "卢某某", "女", "1990-01-30", "犯罪嫌疑人", "1302");
  const victim = person("r2", "骆某", "女", "1968-06-21", "被害人", "1364");
  return assemble({
    no: "A9901045200002026050063",
    platform: "old",
    name: "商贸街服装店盗窃案",
    kind: "刑事案件",
    cause: "盗窃",
    status: "立案侦查",
    incident: incident("990104520000202605060714", "2026-05-06 22:10", "盗窃", {
      amount: "7600",
      reporter: "骆某",
      place: "星河市北岸区商贸街服装店",
      content: "报警人称店内收银台现金及两件羊绒大衣被盗。",
      process: "到场勘查，调取店内监控，嫌疑人为一名女性顾客。",
    }),
    filing: filing("刑事案件", "2026-05-06 22:36", {
      reporter: "骆某",
      receiptNo: "",
      receiptAt: "",
      brief: "卢某某趁店员不备盗走商贸街服装店现金1800元和大衣两件，价值共计7600元。",
    }),
    persons: [suspect, victim],
    measures: [
      measure("m1", suspect, "刑事拘留", "2026-05-07 14:00", {
        expiresAt: "2026-05-10 14:00",
        jailAt: "2026-05-07 16:10",
        familyNoticeAt: "2026-05-07 15:30",
        endedAt: "2026-05-09 10:00",
      }),
      measure("m2", suspect, "取保候审", "2026-05-09 10:00", { expiresAt: "2027-05-09 23:59" }),
    ],
    interviews: [
      interview("b1", "询问", victim, "2026-05-06 23:05", {}),
      interview("b2", "讯问", suspect, "2026-05-07 10:20", {
        endAt: "2026-05-07 11:40",
        arrivedAt: "2026-05-07 10:00",
        arriveBy: "抓获",
        leftAt: "2026-05-07 15:00",
      }),
    ],
    property: [
      item("p1", "羊绒大衣", "2件", "2026-05-07 12:10", {
        holder: "卢某某",
        feature: "驼色，吊牌完整",
        returnedAt: "2026-05-12 15:00",
        outcome: "返还",
      }),
    ],
    approvals: [
      approval("s1", "立案审批", "2026-05-07 00:05"),
      approval("s2", "刑事拘留审批", "2026-05-07 13:00"),
      approval("s3", "变更取保候审审批", "2026-05-09 09:00"),
    ],
  });
}

export const oldCriminal = (now: number): Case[] => [forgotten(), gambling(), late(now), silent()];
