// The element 行政处罚: one administrative penalty of one person, from the notice before it to its execution.
import { choice, element, instant, number, officers, person, text, yesNo } from "../declare.ts";

// biome-ignore format: one field is one line, so that the dictionary reads as a table
export const penalties = element("penalties", "行政处罚", "many", [
  person("person", "被处罚人", "受处罚人 处罚对象", "BCFR", "unit"),
  choice("kind", "被处罚种类", "拟处罚种类 具体处罚种类", "BCFZL", "unit", "警告 罚款 行政拘留 拘留并处罚款 吊销许可证 责令停业 限期出境 驱逐出境 不予处罚 其他", { 拘留: "行政拘留", 责令停产停业: "责令停业", 治安拘留: "行政拘留" }),
  text("number", "处罚决定书文号", "行政处罚决定书文号 决定书文号", "CFJDSWH", "unit"),
  yesNo("simple", "是否当场处罚", "当场处罚 简易程序", "DCCF", "unit"),
  number("fine", "罚款数额", "罚款金额 处罚金额", "FKSE", "unit", "元"),
  number("days", "拘留天数", "行政拘留天数 拘留日数", "JLTS", "unit", "日"),
  instant("toldAt", "处罚前告知时间", "行政处罚告知时间 告知时间", "CFGZSJ", "unit"),
  yesNo("argued", "是否陈述申辩", "陈述申辩 提出陈述申辩", "CSSB", "unit"),
  instant("hearingToldAt", "听证告知时间", "听证权利告知时间", "TZGZSJ", "unit"),
  instant("hearingRequestedAt", "申请听证时间", "听证申请时间", "SQTZSJ", "unit"),
  instant("hearingNoticeAt", "听证通知送达时间", "听证通知书送达时间", "TZTZSJ", "unit"),
  instant("hearingAt", "听证举行时间", "听证时间 举行听证时间", "TZJXSJ", "unit"),
  instant("decidedAt", "对其处罚决定时间", "作出处罚时间 处罚时间", "DQCFSJ", "unit"),
  officers("approver", "处罚审批人", "处罚批准人", "CFSPR", "unit"),
  choice("approvedBy", "处罚决定层级", "处罚审批层级", "CFJDCJ", "unit", "派出所 县级以上公安机关 上一级公安机关"),
  instant("servedAt", "处罚决定送达时间", "处罚决定书送达时间 宣告时间", "CFSDSJ", "unit"),
  instant("familyNotifiedAt", "处罚通知家属时间", "拘留通知家属时间", "CFTZJSSJ", "unit"),
  instant("sentAt", "送拘留所时间", "投送拘留时间 送拘时间", "SJLSSJ", "unit"),
  yesNo("suspended", "是否暂缓执行", "暂缓执行拘留 暂缓执行", "ZHZX", "unit"),
  instant("releasedAt", "拘留解除时间", "拘留期满释放时间", "JLJCSJ", "unit"),
  instant("paidAt", "罚款缴纳时间", "缴纳时间 缴款时间", "FKJNSJ", "unit"),
]);
