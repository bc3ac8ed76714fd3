// The element 强制措施: one coercive measure against one person, from its decision to its end.
import { choice, element, instant, number, officers, person, text, yesNo } from "../declare.ts";

// biome-ignore format: one field is one line, so that the dictionary reads as a table
export const measures = element("measures", "强制措施", "many", [
  person("person", "被采取措施人", "措施对象 被采取强制措施人 被拘留人 被取保候审人 嫌疑人 犯罪嫌疑人 违法嫌疑人 当事人 姓名", "BCQCSR CSDX XM", "unit"),
  choice("kind", "强制措施种类", "措施种类 措施类型 强制措施 强制措施类型 措施名称", "QZCSZL QZCS CSZL", "unit", "刑事拘留 逮捕 取保候审 监视居住 拘传 传唤 继续盘问 行政拘留 强制隔离戒毒 其他", { 刑拘: "刑事拘留", 监居: "监视居住", 留置盘问: "继续盘问", 治安拘留: "行政拘留", 强戒: "强制隔离戒毒" }),
  text("number", "决定书文号", "措施文书号 决定书编号 措施决定书文号", "JDSWH", "unit"),
  instant("decidedAt", "决定时间", "批准时间 决定日期 措施决定时间", "JDSJ PZSJ", "unit"),
  instant("startedAt", "执行时间", "宣布时间 措施开始时间 开始时间 执行日期 起始时间 起始日期 宣布日期", "ZXSJ XBSJ QSSJ", "unit"),
  instant("dueAt", "期限届满时间", "届满时间 截止时间 届满日期 截止日期 期限届满 期满日期", "JMSJ JZSJ", "unit"),
  instant("endedAt", "解除时间", "解除日期 措施解除时间 释放时间 结束时间", "JCSJ SFSJ JSSJ", "unit"),
  officers("executors", "执行民警", "执行人 执行人员", "ZXMJ ZXR", "unit"),
  officers("approver", "批准人", "审批人 批准领导", "PZR SPR", "unit"),
  choice("approvedBy", "批准层级", "审批层级 批准机关层级", "PZCJ", "unit", "办案部门负责人 县级以上公安机关负责人 上一级公安机关负责人 人民检察院 人民法院", { 所长: "办案部门负责人", 县级公安机关负责人: "县级以上公安机关负责人", 局领导: "县级以上公安机关负责人", 县局负责人: "县级以上公安机关负责人", 市局负责人: "上一级公安机关负责人" }),
  instant("arrivedAt", "到案时间", "传唤到案时间 拘传到案时间 抓获时间", "DASJ", "unit"),
  instant("leftAt", "离开时间", "传唤结束时间 离案时间 离开办案区时间", "LKSJ", "unit"),
  yesNo("extendedTo24", "是否延长至二十四小时", "延长至二十四小时 延长至24小时 是否延长至24小时", "YCZ24", "unit"),
  instant("sentToHouseAt", "送看守所时间", "送押时间 入所时间 羁押时间 送所时间", "SKSSSJ RSSJ", "unit"),
  text("house", "羁押场所", "看守所 拘留所 羁押地点", "JYCS KSS", "unit"),
  instant("firstInterrogatedAt", "首次讯问时间", "第一次讯问时间 拘留后首次讯问时间", "SCXWSJ", "unit"),
  instant("familyNotifiedAt", "通知家属时间", "家属通知时间 通知家属日期", "TZJSSJ", "unit"),
  choice("noNoticeReason", "不通知原因", "未通知家属原因 不通知家属原因 无法通知原因", "BTZYY", "unit", "无 无法通知 有碍侦查", { 无家属: "无法通知", 身份不明: "无法通知", 拒不提供家属: "无法通知" }),
  instant("arrestRequestedAt", "提请批准逮捕时间", "提请逮捕时间 提捕时间 报捕时间", "TQPBSJ TBSJ", "unit"),
  choice("extension", "延长情况", "延长拘留情况 拘留延长情况 期限延长情况", "YCQK", "unit", "未延长 延长至七日 延长至三十日", { 无: "未延长", 否: "未延长", 未: "未延长", 延长至7日: "延长至七日", "延长1至4日": "延长至七日", 延长一日至四日: "延长至七日", 延长至30日: "延长至三十日", 延长至37日: "延长至三十日" }),
  choice("arrestResult", "批捕结果", "审查逮捕结果 批准逮捕结果", "PBJG", "unit", "批准逮捕 不批准逮捕", { 批捕: "批准逮捕", 批准: "批准逮捕", 不批捕: "不批准逮捕", 不批准: "不批准逮捕" }),
  choice("bailKind", "保证方式", "取保方式 取保候审方式", "BZFS", "unit", "保证人 保证金", { 人保: "保证人", 财保: "保证金" }),
  text("guarantor", "保证人", "保证人姓名", "BZR", "local"),
  number("bailAmount", "保证金数额", "保证金 保证金金额", "BZJ BZJSE", "unit", "元"),
]);
