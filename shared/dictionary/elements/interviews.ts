// The element 询问讯问: one interview of one person, with those who held it and where.
import { choice, element, instant, number, officers, person, text, yesNo } from "../declare.ts";

// biome-ignore format: one field is one line, so that the dictionary reads as a table
export const interviews = element("interviews", "询问讯问", "many", [
  person("person", "被询问讯问人", "被询问人 被讯问人 被问话人 询问对象 讯问对象 被询问人姓名 被讯问人姓名 姓名", "BXWR XWDX XM", "unit"),
  choice("kind", "笔录种类", "笔录类型 询问讯问类型 笔录类别 笔录名称", "BLZL BLLX", "unit", "询问 讯问"),
  number("round", "第几次", "次数 笔录次数 询问次数 讯问次数", "CS BLCS", "unit", "次"),
  choice("subjectRole", "被询问人身份", "被讯问人身份 被询问讯问人身份 对象身份 人员身份", "BXWRSF RYLX RYSF", "unit", "犯罪嫌疑人 违法嫌疑人 被害人 被侵害人 证人 报案人 其他", { 嫌疑人: "犯罪嫌疑人", 违法行为人: "违法嫌疑人", 受害人: "被害人", 报警人: "报案人", 控告人: "报案人" }),
  officers("askers", "询问讯问人", "询问人 讯问人 询问讯问人员 询问人员 讯问人员 询问民警 讯问民警 侦查员 侦查人员", "XWR XWMJ", "unit"),
  number("askerPoliceCount", "民警人数", "询问民警人数 讯问民警人数 在场民警人数", "MJRS", "unit", "人"),
  officers("recorder", "记录人", "记录员 笔录人", "JLR", "unit"),
  instant("startedAt", "开始时间", "询问开始时间 讯问开始时间 笔录开始时间 起始时间", "KSSJ QSSJ", "unit"),
  instant("endedAt", "结束时间", "询问结束时间 讯问结束时间 笔录结束时间 截止时间", "JSSJ JZSJ", "unit"),
  text("place", "询问讯问地点", "询问地点 讯问地点 地点 笔录地点", "XWDD DD", "local"),
  choice("placeKind", "场所类别", "地点类别 询问讯问场所 询问场所 讯问场所 场所类型", "CSLB", "unit", "执法办案场所 办公室 现场 看守所 住所 单位 学校 医院 其他", { 办案区: "执法办案场所", 办案中心: "执法办案场所", 执法办案管理中心: "执法办案场所", 询问室: "执法办案场所", 讯问室: "执法办案场所", 住处: "住所", 家中: "住所" }),
  yesNo("recorded", "同步录音录像", "是否同步录音录像 是否录音录像 录音录像 全程录音录像", "TBLYLX LYLX", "unit"),
  instant("arrivedAt", "到案时间", "到达时间 被传唤到案时间 到案 到达办案场所时间", "DASJ DDSJ", "unit"),
  choice("arriveWay", "到案方式", "归案方式", "DAFS", "unit", "口头传唤 书面传唤 强制传唤 拘传 当场抓获 群众扭送 投案自首 通知到案 自行到案 其他", { 传唤: "书面传唤", 主动到案: "自行到案" }),
  instant("leftAt", "离开时间", "询问查证结束时间 传唤结束时间 离开办案场所时间", "LKSJ", "unit"),
  yesNo("complexCase", "情况复杂", "是否情况复杂 案情复杂", "QKFZ", "unit"),
  yesNo("mayDetain", "可能适用行政拘留", "是否可能适用行政拘留 可能适用行政拘留处罚", "KNJL", "unit"),
  yesNo("extensionApproved", "是否批准延长询问查证", "延长询问查证审批 询问查证延长批准 延长询问查证", "YCPZ", "unit"),
  yesNo("manyOrUnknown", "涉案人数众多或身份不明", "人数众多或身份不明 是否人数众多或身份不明", "RSZDSFBM", "unit"),
  instant("familyNotifiedAt", "传唤通知家属时间", "通知家属时间", "TZJSSJ", "unit"),
  yesNo("minor", "是否未成年人", "未成年人 被询问人是否未成年人 是否未成年", "SFWCN SFWCNR", "unit"),
  yesNo("guardianPresent", "法定代理人到场", "监护人到场 法定代理人是否到场 监护人是否到场 合适成年人到场", "FDDLRDC JHRDC", "unit"),
  text("guardianName", "到场法定代理人", "法定代理人 监护人 到场监护人 合适成年人 监护人姓名", "FDDLR JHR", "local"),
  yesNo("rightsTold", "权利义务告知", "权利告知 是否告知权利义务 告知权利义务 是否权利告知", "QLGZ", "unit"),
  text("text", "笔录正文", "笔录内容 询问内容 讯问内容 正文", "BLZW BLNR", "local"),
]);
