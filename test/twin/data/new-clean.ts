// Lawful criminal cases of the new platform that come close to a limit.
import type { Case } from "../model.ts";
import { assemble } from "./assemble.ts";
import { approval, filing, incident } from "./fill.ts";
import { interview, item, measure, person } from "./fill-acts.ts";

/** Released from bail on the very last day; the detention before it was changed within two days. */
function bail(): Case {
  const suspect = person("r1", "苏某某", "男", "1985-09-09", "犯罪嫌疑人", "0511");
  const victim = person("r2", "方某", "男", "1978-01-25", "被害人", "0533");
  return assemble({
    no: "A9901045200002025040093",
    platform: "new",
    name: "柳桥菜市场三轮车被盗案",
    kind: "刑事案件",
    cause: "盗窃",
    status: "移送审查起诉",
    incident: incident("990104520000202504200233", "2025-04-20 09:12", "盗窃", {
      amount: "6000",
      reporter: "方某",
      place: "星河市北岸区柳桥菜市场东门",
      content: "报警人称停在菜市场门口的电动三轮车被盗，价值6000元。",
      process: "到场走访摊主，调取监控，锁定嫌疑人行走路线。",
    }),
    filing: filing("刑事案件", "2025-04-20 09:38", {
      reporter: "方某",
      brief: "苏某某在柳桥菜市场东门盗走方某电动三轮车一辆，价值6000元。",
    }),
    persons: [suspect, victim],
    measures: [
      measure("m1", suspect, "刑事拘留", "2025-04-21 09:30", {
        expiresAt: "2025-04-24 09:30",
        jailAt: "2025-04-21 15:00",
        firstAskedAt: "2025-04-21 17:20",
        familyNoticeAt: "2025-04-21 16:00",
        endedAt: "2025-04-22 16:00",
      }),
      measure("m2", suspect, "取保候审", "2025-04-22 16:00", {
        expiresAt: "2026-04-22 23:59",
        endedAt: "2026-04-22 10:00",
      }),
    ],
    interviews: [
      interview("b1", "询问", victim, "2025-04-20 10:05", {}),
      interview("b2", "讯问", suspect, "2025-04-21 08:40", {
        endAt: "2025-04-21 09:25",
        arrivedAt: "2025-04-21 08:20",
        arriveBy: "抓获",
        leftAt: "2025-04-21 14:30",
      }),
      interview("b3", "讯问", suspect, "2025-04-21 17:20", {
        times: "2",
        place: "北岸看守所 讯问室2",
        placeKind: "看守所",
        endAt: "2025-04-21 18:00",
      }),
    ],
    property: [
      item("p1", "电动三轮车", "1辆", "2025-04-21 10:30", {
        holder: "苏某某",
        feature: "红色，车斗后挡板有凹痕",
        returnedAt: "2025-05-06 10:00",
        outcome: "返还",
      }),
    ],
    approvals: [
      approval("s1", "立案审批", "2025-04-20 11:05"),
      approval("s2", "刑事拘留审批", "2025-04-21 08:35"),
      approval("s3", "变更取保候审审批", "2025-04-22 15:00"),
      approval("s4", "解除取保候审审批", "2026-04-21 15:20"),
    ],
  });
}

/** Sent to the detention house ten minutes before the day is over; cash stored twenty minutes before. */
function burglary(): Case {
  const suspect = person("r1", "雷某某", "男", "1995-06-03", "犯罪嫌疑人", "0612");
  const victim = person("r2", "温某某", "女", "1983-11-19", "被害人", "0688");
  return assemble({
    no: "A9901045200002026050077",
    platform: "new",
    name: "西苑小区入户盗窃案",
    kind: "刑事案件",
    cause: "盗窃",
    status: "移送审查起诉",
    incident: incident("990104520000202605180031", "2026-05-18 03:05", "盗窃", {
      amount: "9200",
      reporter: "温某某",
      place: "星河市北岸区西苑小区5号楼",
      content: "报警人称家中进人，放在客厅抽屉内的现金被拿走。",
      process: "到场封控单元门，勘查窗台足迹，在小区北门将一名可疑男子带回审查。",
    }),
    filing: filing("刑事案件", "2026-05-18 03:31", {
      reporter: "温某某",
      brief: "雷某某翻窗进入西苑小区温某某家中，盗走现金9200元。",
    }),
    persons: [suspect, victim],
    measures: [
      measure("m1", suspect, "刑事拘留", "2026-05-18 10:00", {
        expiresAt: "2026-05-21 10:00",
        jailAt: "2026-05-19 09:50",
        firstAskedAt: "2026-05-18 14:00",
        familyNoticeAt: "2026-05-18 11:30",
        arrestRequestAt: "2026-05-20 16:00",
        endedAt: "2026-05-26 10:00",
      }),
      measure("m2", suspect, "逮捕", "2026-05-26 10:00", {
        expiresAt: "2026-07-26 23:59",
        jailAt: "2026-05-26 10:20",
        firstAskedAt: "2026-05-26 15:00",
        familyNoticeAt: "2026-05-26 14:00",
        endedAt: "2026-07-20 10:00",
      }),
    ],
    interviews: [
      interview("b1", "询问", victim, "2026-05-18 04:10", { endAt: "2026-05-18 05:00" }),
      interview("b2", "讯问", suspect, "2026-05-18 07:10", {
        arrivedAt: "2026-05-18 06:40",
        arriveBy: "抓获",
        leftAt: "2026-05-18 10:20",
      }),
      interview("b3", "讯问", suspect, "2026-05-18 14:00", { times: "2" }),
    ],
    property: [
      item("p1", "现金", "9200元", "2026-05-18 07:00", {
        holder: "雷某某",
        feature: "百元面值92张",
        storedAt: "2026-05-19 06:40",
      }),
    ],
    approvals: [
      approval("s1", "立案审批", "2026-05-18 05:00"),
      approval("s2", "刑事拘留审批", "2026-05-18 09:05"),
      approval("s3", "提请批准逮捕审批", "2026-05-20 15:00", { collective: "是" }),
    ],
  });
}

export const newClean = (): Case[] => [bail(), burglary()];
