// Criminal cases of the new platform.
import type { Case } from "../model.ts";
import { titled } from "../staff.ts";
import { assemble } from "./assemble.ts";
import { approval, filing, incident } from "./fill.ts";
import { interview, item, measure, person } from "./fill-acts.ts";
import { after, hours, stamp } from "./stamp.ts";
import { transcript } from "./transcript.ts";

/** A suspect has been at the station for more than eleven hours; an auxiliary sits in as the second interrogator. */
function bicycle(now: number): Case {
  const call = after(stamp(now), -760);
  const suspect = person("r1", "韩某某", "男", "1997-05-21", "犯罪嫌疑人", "0017");
  const victim = person("r2", "梁某", "女", "1989-12-02", "被害人", "0246");
  const accepted = after(call, 26);
  const filed = after(accepted, 30);
  const arrived = after(stamp(now), -678);
  return assemble({
    no: "A9901045200002026110187",
    platform: "new",
    name: "河滨路12号楼电动自行车被盗案",
    kind: "刑事案件",
    cause: "盗窃",
    status: "立案侦查",
    incident: incident("990104520000202611200312", call, "盗窃", {
      amount: "4800",
      reporter: "梁某",
      place: "星河市北岸区河滨路12号楼下",
      content: "报警人称停放在楼下的一辆电动自行车被人推走，价值约4800元。",
      process: "到场后查看现场，调取楼道监控，发现一名男子推走车辆，已带报警人回所制作笔录。",
    }),
    filing: filing("刑事案件", accepted, {
      reporter: "梁某",
      filedAt: filed,
      brief: "梁某报称停放在河滨路12号楼下的电动自行车被盗，经估价4800元，监控显示系一名男子推走。",
    }),
    persons: [suspect, victim],
    measures: [
      measure("m1", suspect, "传唤", arrived, {
        arrivedAt: arrived,
        expiresAt: hours(arrived, 12),
      }),
    ],
    interviews: [
      interview("b1", "询问", victim, after(call, 34), { endAt: after(call, 58) }),
      interview("b2", "讯问", suspect, after(stamp(now), -46), {
        endAt: "",
        askers: [titled("陈立"), titled("郑浩")],
        recorder: titled("郑浩"),
        arrivedAt: arrived,
        arriveBy: "传唤",
        text: transcript(
          "犯罪嫌疑人",
          "你今天因何事被传唤到派出所？",
          "今天凌晨我在河滨路12号楼下推走了一辆电动自行车。",
          "车后来放到哪里了？",
          "放到朋友家了，后来你们民警去拿回来了。",
        ),
      }),
    ],
    property: [
      item("p1", "电动自行车", "1辆", after(stamp(now), -570), {
        holder: "韩某某",
        feature: "蓝色，车架号末四位2207",
        storedAt: after(stamp(now), -500),
      }),
    ],
    approvals: [
      approval("s1", "立案审批", after(filed, -26)),
      approval("s2", "传唤审批", after(arrived, -40), { approver: "何川" }),
    ],
  });
}

/** A detained man reaches the detention house on the second day; his family is told nothing. */
function injury(): Case {
  const suspect = person("r1", "高某某", "男", "1988-03-14", "犯罪嫌疑人", "0311");
  const victim = person("r2", "万某某", "男", "1990-07-30", "被害人", "0357");
  return assemble({
    no: "A9901045200002026060142",
    platform: "new",
    name: "城东烧烤店故意伤害案",
    kind: "刑事案件",
    cause: "故意伤害",
    status: "移送审查起诉",
    incident: incident("990104520000202606080971", "2026-06-08 21:40", "故意伤害", {
      reporter: "烧烤店店主",
      place: "星河市北岸区城东路烧烤店",
      content: "店内两桌客人打架，有人被酒瓶砸伤头部。",
      process: "到场后控制现场，伤者送医，嫌疑人已离开，提取监控并登记在场人员。",
    }),
    filing: filing("刑事案件", "2026-06-08 22:06", {
      reporter: "烧烤店店主",
      filedAt: "2026-06-09 10:30",
      brief: "高某某酒后与邻桌万某某争执，用酒瓶击打万某某头部，经鉴定为轻伤二级。",
    }),
    persons: [suspect, victim],
    measures: [
      measure("m1", suspect, "传唤", "2026-06-09 14:00", {
        arrivedAt: "2026-06-09 14:00",
        leftAt: "2026-06-09 20:30",
        expiresAt: "2026-06-10 02:00",
        endedAt: "2026-06-09 20:30",
      }),
      measure("m2", suspect, "刑事拘留", "2026-06-09 20:30", {
        expiresAt: "2026-06-12 20:30",
        jailAt: "2026-06-11 13:30",
        firstAskedAt: "2026-06-09 22:15",
        arrestRequestAt: "2026-06-12 10:00",
        endedAt: "2026-06-19 15:00",
      }),
      measure("m3", suspect, "逮捕", "2026-06-19 15:00", {
        expiresAt: "2026-08-19 23:59",
        jailAt: "2026-06-19 15:40",
        firstAskedAt: "2026-06-20 09:30",
        familyNoticeAt: "2026-06-19 16:20",
        endedAt: "2026-08-12 10:00",
      }),
    ],
    interviews: [
      interview("b1", "讯问", suspect, "2026-06-09 14:40", {
        arrivedAt: "2026-06-09 14:00",
        arriveBy: "传唤",
        leftAt: "2026-06-09 20:30",
      }),
      interview("b2", "讯问", suspect, "2026-06-09 22:15", { times: "2", endAt: "2026-06-09 23:20" }),
      interview("b3", "询问", victim, "2026-06-10 09:40", {
        place: "星河市第二医院外科6床",
        placeKind: "医院",
      }),
    ],
    property: [
      item("p1", "碎酒瓶", "1个", "2026-06-09 11:10", {
        holder: "烧烤店店主",
        feature: "绿色玻璃，瓶口完整",
      }),
    ],
    approvals: [
      approval("s1", "立案审批", "2026-06-09 10:00"),
      approval("s2", "刑事拘留审批", "2026-06-09 19:20"),
      approval("s3", "提请批准逮捕审批", "2026-06-12 09:10", { collective: "是" }),
    ],
  });
}

/** The detained man's phone is never stored and a computer that has nothing to do with the case is kept. */
function fraud(): Case {
  const suspect = person("r1", "仇某某", "男", "1993-10-08", "犯罪嫌疑人", "0439");
  const victim = person("r2", "齐某某", "女", "1971-04-17", "被害人", "0466");
  return assemble({
    no: "A9901045200002026090017",
    platform: "new",
    name: "齐某某被骗购买保健品案",
    kind: "刑事案件",
    cause: "诈骗",
    status: "立案侦查",
    meddlings: [
      {
        id: "g1",
        at: "2026-09-12 15:20",
        from: "聂某",
        fromKind: "当事人亲友",
        way: "电话",
        content: "打听案情，要求对仇某某从轻处理，已告知不得过问案件。",
        recordedBy: "陈立",
        recordedAt: "2026-09-12 15:40",
        reportedAt: "2026-09-12 16:10",
      },
    ],
    incident: incident("990104520000202609090418", "2026-09-09 10:15", "诈骗", {
      amount: "26000",
      reporter: "齐某某",
      place: "星河市北岸区柳桥街道活动中心",
      content: "报警人称被一男子以免费体检为名骗走保健品货款2.6万元。",
      process: "到场询问报警人，固定转账记录，带回所内进一步调查。",
    }),
    filing: filing("刑事案件", "2026-09-09 10:41", {
      reporter: "齐某某",
      brief: "仇某某以免费体检为名虚构病情，骗取齐某某保健品货款2.6万元。",
    }),
    persons: [suspect, victim],
    measures: [
      measure("m1", suspect, "刑事拘留", "2026-09-10 16:00", {
        expiresAt: "2026-09-13 16:00",
        jailAt: "2026-09-10 18:20",
        firstAskedAt: "2026-09-11 09:00",
        familyNoticeAt: "2026-09-10 17:30",
        arrestRequestAt: "2026-09-13 10:00",
        endedAt: "2026-09-19 11:00",
      }),
      measure("m2", suspect, "取保候审", "2026-09-19 11:00", { expiresAt: "2027-09-19 23:59" }),
    ],
    interviews: [
      interview("b1", "询问", victim, "2026-09-09 11:00", {}),
      interview("b2", "讯问", suspect, "2026-09-10 09:30", {
        arrivedAt: "2026-09-10 09:00",
        arriveBy: "抓获",
        leftAt: "2026-09-10 17:10",
      }),
      interview("b3", "讯问", suspect, "2026-09-11 09:00", {
        times: "2",
        place: "北岸看守所 讯问室4",
        placeKind: "看守所",
      }),
    ],
    property: [
      item("p1", "手机", "1部", "2026-09-10 10:00", {
        holder: "仇某某",
        feature: "黑色，屏幕右下角有裂纹",
        keeper: "",
        keepPlace: "",
        storedAt: "",
        outcome: "",
      }),
      item("p2", "笔记本电脑", "1台", "2026-09-10 10:00", {
        holder: "仇某某之妻",
        feature: "银色，13英寸",
        related: "否",
        unrelatedAt: "2026-09-14 15:00",
        outcome: "在库",
      }),
      item("p3", "银行卡", "2张", "2026-09-10 10:00", { holder: "仇某某", feature: "尾号3306、8190" }),
    ],
    approvals: [
      approval("s1", "立案审批", "2026-09-09 12:10"),
      approval("s2", "刑事拘留审批", "2026-09-10 14:50"),
      approval("s3", "提请批准逮捕审批", "2026-09-13 08:50", { collective: "是" }),
      approval("s4", "变更取保候审审批", "2026-09-19 09:50"),
    ],
  });
}

export const newCriminal = (now: number): Case[] => [bicycle(now), injury(), fraud()];
