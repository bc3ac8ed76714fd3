// The element 申请与监督事项: one application, complaint or supervision letter that wants an answer, from its receipt to the answer.
import { choice, element, instant, person, text, yesNo } from "../declare.ts";

const KINDS =
  "不予立案复议 不予立案复核 移送不立案复议 要求说明理由 通知立案 通知撤案 纠正违法 侦查监督通知 检察建议 羁押必要性审查 变更强制措施 解除强制措施 保证金复核 保证人罚款复核 回避申请 回避复议 律师会见 律师了解案情 律师申诉控告 法律援助 听证 陈述申辩 暂缓执行 行政复议 行政诉讼应诉 国家赔偿 财物处理申诉 重新鉴定 政府信息公开 调查令 举报投诉 其他 律师会见许可 委托律师 律师意见 值班律师 超期羁押纠正 退回补充侦查 离开居住市县 离开处所会见通信 会见翻译人员 拒绝援助律师 复验复查 申请履行保护职责 侦查申诉控告 逾期立案说明 不应当立案纠正 请假出所 错误拘留通知 停止执行拘留建议 戒毒期限意见 证人保护 附条件不起诉听取意见 复议答复通知 简易复议答复通知 复议听证 复议意见书 履行复议文书 履行裁判 规范性文件答复 规范性文件转送 赔偿支付 赔偿复议 财政补正 取证合法性说明 补充审判证据 不起诉决定 不起诉复议决定 不起诉检察意见 附带民事诉讼 上级责令纠正 行政执法监督文书 过错追究申诉 停止执行职务申诉 禁闭申诉 超越职责指令 现场督察投诉 监所纠正意见 在押人员材料 超期羁押申诉 异地协查 边远地区协查 国际协助取证 国际协助送达 外交领事探视 人身安全保护令";

// biome-ignore format: one field is one line, so that the dictionary reads as a table
export const requests = element("requests", "申请与监督事项", "many", [
  choice("kind", "申请监督种类", "申请种类 申请类型 监督种类 监督文书种类 来件种类", "SQZL JDZL2", "unit", KINDS, { 复议: "行政复议", 说明不立案理由: "要求说明理由", 纠正违法通知书: "纠正违法", 会见: "律师会见", 暂缓执行行政拘留: "暂缓执行", 保证金复议: "保证金复核", 没收保证金复议: "保证金复核", 没收保证金复核: "保证金复核", 保证人罚款复议: "保证人罚款复核", 会见许可: "律师会见许可", 会见值班律师: "值班律师", 超期羁押: "超期羁押纠正", 行政复议答复通知: "复议答复通知", 行政复议听证: "复议听证", 行政复议意见书: "复议意见书", 起诉状副本: "行政诉讼应诉", 国家赔偿复议: "赔偿复议", 国家赔偿支付: "赔偿支付", 领事探视: "外交领事探视", 领事官员探视: "外交领事探视", 赔偿金支付: "赔偿支付" }),
  text("number", "申请监督文号", "来件编号 来文文号 申请编号", "LJBH LWWH", "unit"),
  person("person", "所涉人员", "申请所涉人员 涉及人员", "SSRY", "unit"),
  choice("applicant", "申请人类别", "申请人身份 来件人类别", "SQRLB", "unit", "犯罪嫌疑人 违法嫌疑人 被害人 控告人 近亲属 法定代理人 辩护律师 保证人 利害关系人 人民检察院 人民法院 行政机关 上级公安机关 复议机关 其他"),
  instant("receivedAt", "收到申请时间", "来件时间 收件时间 申请收到时间 收到通知时间", "SDSQSJ LJSJ", "unit"),
  instant("acceptedAt", "申请受理时间", "来件受理时间", "SQSLSJ", "unit"),
  yesNo("extended", "是否批准延长答复", "延长答复 延长办理期限 是否延长办理", "YCDF", "unit"),
  instant("decidedAt", "申请决定时间", "答复决定时间 申请处理决定时间", "SQJDSJ", "unit"),
  instant("answeredAt", "书面答复时间", "答复时间 回复时间 反馈答复时间", "SMDFSJ", "unit"),
  choice("result", "申请处理结果", "答复结果 申请结论", "SQCLJG", "unit", "同意 不同意 部分同意 不予受理 撤回 处理中"),
  instant("forwardedAt", "申请转交时间", "转交时间 转达时间", "ZJSJ2", "unit"),
  instant("arrangedAt", "安排会见时间", "律师会见时间 会见时间", "APHJSJ", "unit"),
  instant("familyToldAt", "通知家属协助时间", "通知近亲属协助时间", "TZJSXZSJ", "unit"),
  instant("raisedAt", "申请提出时间", "提出申请时间", "SQTCSJ", "unit"),
  yesNo("viaMaker", "是否经作出机关提交", "经作出机关提交", "JZCJGTJ", "unit"),
  yesNo("incomplete", "申请材料是否不全", "申请材料不全", "SQCLBQ", "unit"),
  instant("supplementToldAt", "补正告知时间", "告知补正时间", "BZGZSJ", "unit"),
  yesNo("handedIn", "是否当面递交", "当面递交", "DMDJ", "unit"),
  instant("receiptAt", "收讫凭证出具时间", "收讫凭证时间", "SQPZSJ", "unit"),
  instant("servedAt", "申请决定送达时间", "答复决定送达时间", "SQJDSDSJ", "unit"),
  instant("dueAt", "来文限定履行时间", "限期纠正截止时间 履行期限届满时间", "LWXDSJ", "unit"),
  instant("performedAt", "履行完成时间", "纠正完成时间", "LXWCSJ", "unit"),
  instant("heldAt", "听证开庭时间", "开庭时间 复议听证时间", "TZKTSJ", "unit"),
  choice("leaderPresent", "负责人到场情况", "负责人出庭情况 负责人参加听证情况", "FZRDCQK", "unit", "负责人到场 说明理由并委托人员 只委托人员 只有律师到场 无人到场"),
  instant("treasuryAt", "向财政申请支付时间", "报财政支付时间", "BCZZFSJ", "unit"),
  yesNo("sentAlong", "是否随案移送", "律师意见是否随案移送", "SFSAYS", "unit"),
  yesNo("supplementAllowed", "是否准许补充证据", "准许补充证据", "ZXBCZJ", "unit"),
]);
