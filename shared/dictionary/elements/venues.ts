// The element 办案场所: one person's stay in a case-handling area, from entry to leaving.
import { choice, element, instant, officers, person, text, yesNo } from "../declare.ts";

// biome-ignore format: one field is one line, so that the dictionary reads as a table
export const venues = element("venues", "办案场所", "many", [
  person("person", "进入人员", "入区人员 被带入人 进区人员", "JRRY RQRY", "unit"),
  text("venue", "场所名称", "办案区名称 办案场所名称 办案中心", "CSMC", "unit"),
  text("room", "使用房间", "功能室 房间号 询问室编号 讯问室编号", "SYFJ FJH", "unit"),
  choice("reason", "进入事由", "入区事由 入区原因 进入原因", "RQSY RQYY", "unit", "传唤 拘传 继续盘问 抓获 投案 询问 辨认 其他", { 自首: "投案" }),
  instant("enteredAt", "进入时间", "入区时间 进区时间 进入办案区时间", "JRSJ RQSJ", "unit"),
  officers("escort", "带入民警", "送入民警 办案民警", "DRMJ", "unit"),
  instant("checkedAt", "人身检查时间", "人身安全检查时间 安检时间", "RSJCSJ AJSJ", "unit"),
  choice("injury", "体表伤情", "有无伤情 体表有无伤 伤情", "TBSQ", "unit", "有 无", { 是: "有", 否: "无", 未见异常: "无" }),
  instant("belongingsAt", "随身财物登记时间", "随身物品登记时间 随身物品保管时间", "SSCWSJ", "unit"),
  officers("guards", "看管人员", "看护人员 看管民警", "KGRY", "unit"),
  yesNo("monitored", "是否全程视频监控", "全程视频监控 视频监控", "SPJK", "unit"),
  instant("leftAt", "离开时间", "离区时间 出区时间 离开办案区时间", "LKSJ CQSJ", "unit"),
]);
