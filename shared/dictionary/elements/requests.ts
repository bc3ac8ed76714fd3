// The element 申请与监督事项: one application, complaint or supervision letter that wants an answer, from its receipt to the answer.
import { choice, element, instant, officers, person, text, yesNo } from "../declare.ts";

const KINDS =
  "不予立案复议 不予立案复核 移送不立案复议 要求说明理由 通知立案 通知撤案 纠正违法 侦查监督通知 检察建议 羁押必要性审查 变更强制措施 解除强制措施 保证金复核 保证人罚款复核 回避申请 回避复议 律师会见 律师了解案情 律师申诉控告 法律援助 听证 陈述申辩 暂缓执行 行政复议 行政诉讼应诉 国家赔偿 财物处理申诉 重新鉴定 政府信息公开 调查令 举报投诉 其他 律师会见许可 委托律师 律师意见 值班律师 超期羁押纠正 退回补充侦查 离开居住市县 离开处所会见通信 会见翻译人员 拒绝援助律师 复验复查 申请履行保护职责 侦查申诉控告 逾期立案说明 不应当立案纠正 请假出所 错误拘留通知 停止执行拘留建议 戒毒期限意见 证人保护 附条件不起诉听取意见";

// biome-ignore format: one field is one line, so that the dictionary reads as a table
export const requests = element("requests", "申请与监督事项", "many", [
  choice("kind", "申请监督种类", "申请种类 申请类型 监督种类 监督文书种类 来件种类", "SQZL JDZL2", "unit", KINDS, { 复议: "行政复议", 说明不立案理由: "要求说明理由", 纠正违法通知书: "纠正违法", 会见: "律师会见", 暂缓执行行政拘留: "暂缓执行", 保证金复议: "保证金复核", 没收保证金复议: "保证金复核", 没收保证金复核: "保证金复核", 保证人罚款复议: "保证人罚款复核", 会见许可: "律师会见许可", 会见值班律师: "值班律师", 超期羁押: "超期羁押纠正" }),
  text("number", "申请监督文号", "来件编号 来文文号 申请编号", "LJBH LWWH", "unit"),
  person("person", "所涉人员", "申请所涉人员 涉及人员", "SSRY", "unit"),
  choice("applicant", "申请人类别", "申请人身份 来件人类别", "SQRLB", "unit", "犯罪嫌疑人 违法嫌疑人 被害人 控告人 近亲属 法定代理人 辩护律师 保证人 利害关系人 人民检察院 人民法院 行政机关 上级公安机关 复议机关 其他"),
  instant("receivedAt", "收到申请时间", "来件时间 收件时间 申请收到时间 收到通知时间", "SDSQSJ LJSJ", "unit"),
  instant("acceptedAt", "申请受理时间", "来件受理时间", "SQSLSJ", "unit"),
  officers("handler", "申请经办人", "来件经办人", "SQJBR", "unit"),
  yesNo("complex", "是否重大复杂", "申请是否复杂 复杂事项", "SQFZ", "unit"),
  yesNo("extended", "是否批准延长答复", "延长答复 延长办理期限 是否延长办理", "YCDF", "unit"),
  instant("decidedAt", "申请决定时间", "答复决定时间 申请处理决定时间", "SQJDSJ", "unit"),
  instant("answeredAt", "书面答复时间", "答复时间 回复时间 反馈答复时间", "SMDFSJ", "unit"),
  choice("result", "申请处理结果", "答复结果 申请结论", "SQCLJG", "unit", "同意 不同意 部分同意 不予受理 撤回 处理中"),
  instant("forwardedAt", "申请转交时间", "转交时间 转达时间", "ZJSJ2", "unit"),
  instant("arrangedAt", "安排会见时间", "律师会见时间 会见时间", "APHJSJ", "unit"),
  instant("familyToldAt", "通知家属协助时间", "通知近亲属协助时间", "TZJSXZSJ", "unit"),
  instant("raisedAt", "申请提出时间", "提出申请时间", "SQTCSJ", "unit"),
  yesNo("viaMaker", "是否经作出机关提交", "经作出机关提交", "JZCJGTJ", "unit"),
]);
