// Fills people, measures, interviews and seized things lawfully, so that a case file only states what is special to them.
import type { Interview, Item, Measure, Person } from "../model.ts";
import { titled } from "../staff.ts";
import { after, hours } from "./stamp.ts";

const WORK = ["务工", "个体经营", "客运公司职员", "无业", "环卫所职工"];

/** A person with an ID number of a region that does not exist (9901…). */
export function person(
  id: string,
  name: string,
  sex: "男" | "女",
  birth: string,
  role: string,
  serial: string,
  guardian = "",
): Person {
  const idNo = `990104${birth.replaceAll("-", "")}${serial}`;
  const door = Number(serial.slice(0, 3)) % 60;
  return {
    id,
    name,
    sex,
    birth,
    age: "",
    idNo,
    role,
    work: WORK[Number(serial) % WORK.length]!,
    phone: `1990000${serial.slice(0, 3)}${serial.slice(0, 1)}`,
    address: `星河市北岸区柳桥街道${door + 1}号`,
    guardian,
  };
}

const SHORT: Readonly<Record<string, string>> = {
  传唤: "传唤",
  拘传: "拘传",
  刑事拘留: "拘",
  取保候审: "取保",
  监视居住: "监居",
  逮捕: "捕",
};

/** A measure; only what is given is filled in. */
export function measure(
  id: string,
  whom: Person,
  kind: string,
  startedAt: string,
  rest: Partial<Measure>,
): Measure {
  return {
    id,
    person: whom.name,
    kind,
    docNo: `星北公(刑)${SHORT[kind] ?? "决"}字〔${startedAt.slice(0, 4)}〕${Number(whom.idNo.slice(-4, -1)) + 20}号`,
    decidedAt: after(startedAt, -30),
    startedAt,
    expiresAt: "",
    arrivedAt: "",
    leftAt: "",
    to24: kind === "传唤" || kind === "拘传" ? "否" : "",
    extension: kind === "刑事拘留" ? "未延长" : "",
    arrestRequestAt: "",
    endedAt: "",
    jailAt: "",
    firstAskedAt: "",
    familyNoticeAt: "",
    noNoticeReason: "",
    arrestResult: "",
    bailKind: kind === "取保候审" ? "保证人" : "",
    guarantor: kind === "取保候审" ? `${whom.name.slice(0, 1)}某` : "",
    bailMoney: "",
    executors: "陈立、周岩",
    approver: kind === "传唤" ? "何川" : "罗远",
    level: kind === "传唤" ? "办案部门负责人" : "县级以上公安机关负责人",
    ...rest,
  };
}

/** Whether a person born that day is under eighteen at that time. */
const isMinor = (birth: string, at: string): boolean =>
  `${Number(birth.slice(0, 4)) + 18}${birth.slice(4)}` > at.slice(0, 10);

/** An interview held by two officers, recorded, with the rights told. */
export function interview(
  id: string,
  type: "讯问" | "询问",
  whom: Person,
  startAt: string,
  rest: Partial<Interview>,
): Interview {
  return {
    id,
    type,
    times: "1",
    askers: [titled("陈立"), titled("周岩")],
    recorder: titled("周岩"),
    startAt,
    endAt: after(startAt, 85),
    place: type === "讯问" ? "柳桥派出所办案区 讯问室3" : "柳桥派出所办案区 询问室1",
    placeKind: "办案区",
    recorded: "是",
    arrivedAt: "",
    arriveBy: "",
    crowd: "否",
    complex: "否",
    mayDetain: "否",
    extended: "否",
    familyNoticeAt: "",
    leftAt: "",
    name: whom.name,
    sex: whom.sex,
    birth: whom.birth,
    idNo: whom.idNo,
    role: whom.role,
    minor: isMinor(whom.birth, startAt) ? "是" : "否",
    guardianPresent: "否",
    guardianName: "",
    rightsTold: "是",
    text: "",
    ...rest,
  };
}

const KINDS: Readonly<Record<string, string>> = {
  电动自行车: "车辆",
  电动三轮车: "车辆",
  手机: "手机",
  笔记本电脑: "电子设备",
  行车记录仪: "电子设备",
  现金: "现金",
  赌资: "现金",
  账本: "文件资料",
};

/** A thing seized with its list, stored within two hours by the custodian who works on no case. */
export function item(
  id: string,
  name: string,
  quantity: string,
  seizedAt: string,
  rest: Partial<Item> & Pick<Item, "holder">,
): Item {
  return {
    id,
    code: `CW${seizedAt.slice(0, 10).replaceAll("-", "")}${id.slice(1).padStart(3, "0")}`,
    name,
    category: KINDS[name] ?? "其他",
    quantity,
    feature: "外观完好",
    seizedAt,
    listNo: `星北公扣清〔${seizedAt.slice(0, 4)}〕${seizedAt.slice(5, 7)}${seizedAt.slice(8, 10)}-${id.slice(1)}号`,
    witness: "柳某",
    listGivenAt: seizedAt,
    keeper: "沈澜",
    keepPlace: "北岸分局涉案财物管理中心 2号库",
    storedAt: hours(seizedAt, 2),
    related: "是",
    unrelatedAt: "",
    returnedAt: "",
    outcome: "在保管",
    ...rest,
  };
}
