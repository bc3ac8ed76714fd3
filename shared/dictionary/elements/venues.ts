// The element 办案场所: one person's stay in a case-handling area, from entry to leaving.
import { choice, element, instant, officers, person, text, yesNo } from "../declare.ts";

// biome-ignore format: one field is one line, so that the dictionary reads as a table
export const venues = element("venues", "办案场所", "many", [
  person("person", "进入人员", "入区人员 被带入人 进区人员 入区对象 被带入人员 入区人 进入办案区人员", "JRRY RQRY", "unit"),
  text("venue", "场所名称", "办案区名称 办案场所名称 办案中心 办案区", "CSMC", "unit"),
  text("room", "使用房间", "功能室 房间号 询问室编号 讯问室编号 使用功能室 功能室名称", "SYFJ FJH", "unit"),
  choice("reason", "进入事由", "入区事由 入区原因 进入原因 带入事由", "RQSY RQYY", "unit", "传唤 拘传 继续盘问 抓获 投案 询问 辨认 其他", { 自首: "投案" }),
  instant("enteredAt", "进入时间", "入区时间 进区时间 进入办案区时间 带入时间", "JRSJ RQSJ", "unit"),
  officers("escort", "带入民警", "送入民警 办案民警", "DRMJ", "unit"),
  instant("checkedAt", "人身检查时间", "人身安全检查时间 安检时间 检查时间 安全检查时间", "RSJCSJ AJSJ", "unit"),
  choice("injury", "体表伤情", "有无伤情 体表有无伤 伤情 体表有无伤情 体表是否有伤", "TBSQ", "unit", "有 无", { 是: "有", 否: "无", 未见异常: "无" }),
  instant("belongingsAt", "随身财物登记时间", "随身物品登记时间 随身物品保管时间", "SSCWSJ", "unit"),
  officers("guards", "看管人员", "看护人员 看管民警 看护民警 看管人", "KGRY", "unit"),
  yesNo("monitored", "是否全程视频监控", "全程视频监控 视频监控 全程监控", "SPJK", "unit"),
  instant("leftAt", "离开时间", "离区时间 出区时间 离开办案区时间 带离时间", "LKSJ CQSJ", "unit"),
  instant("broughtAt", "带至公安机关时间", "到达公安机关时间 带回时间", "DZGAJGSJ", "unit"),
  choice("sex", "进入人员性别", "入区人员性别", "JRRYXB", "unit", "男 女"),
  choice("ward", "特殊人员类别", "特殊人员", "TSRYLB", "unit", "无 怀孕或者哺乳 不满十六周岁 已满七十周岁", { 孕妇: "怀孕或者哺乳", 怀孕: "怀孕或者哺乳", 哺乳期: "怀孕或者哺乳" }),
  choice("checker", "人身检查人员类别", "安检人员类别", "RSJCRYLB", "unit", "女工作人员 医师 男工作人员", { 女民警: "女工作人员", 女性工作人员: "女工作人员", 医生: "医师", 男民警: "男工作人员" }),
  instant("tempLeftAt", "临时离开时间", "中途离开时间 临时出区时间", "LSLKSJ", "unit"),
  choice("tempLeaveReason", "临时离开原因", "中途离开原因 临时出区原因", "LSLKYY", "unit", "起赃 辨认现场 辨认尸体 就医 其他", { 指认现场: "辨认现场", 送医: "就医" }),
  yesNo("tempLeaveApproved", "临时离开是否批准", "临时出区审批 中途离开审批", "LSLKPZ", "unit"),
  yesNo("nightRelease", "是否夜间释放", "夜间释放", "SFYJSF", "unit"),
  choice("releaseWay", "释放领回情况", "释放方式 领回情况", "SFLHQK", "unit", "家属或监护人领回 护送至住地 自行离开", { 家属领回: "家属或监护人领回", 监护人领回: "家属或监护人领回" }),
  instant("illAt", "突发伤病时间", "发病受伤时间", "TFSBSJ", "unit"),
  instant("rescuedAt", "伤病救治时间", "送医救治时间", "SBJZSJ", "unit"),
  instant("deathAt", "死亡时间", "", "SWSJ", "unit"),
  instant("deathReportedAt", "死亡报告时间", "死亡情况报告时间", "SWBGSJ", "unit"),
  instant("mishapAt", "安全事故时间", "事故发生时间", "AQSGSJ", "unit"),
  instant("mishapReportedAt", "安全事故报告时间", "事故报告时间", "AQSGBGSJ", "unit"),
  choice("injuryCause", "伤情原因", "体表伤情原因", "SQYY", "unit", "入区前已有 自伤 意外 民警打骂虐待 依法使用警械", { 入区前: "入区前已有" }),
]);
