// The element 勘验鉴定: one inspection, examination, appraisal, identification or experiment, from its order to its result.
import { choice, element, instant, number, officers, person, text, yesNo } from "../declare.ts";

// biome-ignore format: one field is one line, so that the dictionary reads as a table
export const examinations = element("examinations", "勘验鉴定", "many", [
  choice("kind", "勘验鉴定种类", "鉴定种类 检查种类 勘验检查种类 鉴定类别", "JDZL KYZL", "unit", "现场勘验 人身检查 场所检查 物品检查 尸体解剖 伤情鉴定 精神病鉴定 价格认定 毒品检验 酒精检测 其他鉴定 辨认 侦查实验 搜查 病情鉴定", { 损伤程度鉴定: "伤情鉴定", 法医鉴定: "伤情鉴定", 价格鉴定: "价格认定", 涉案物品价格认定: "价格认定", 血液酒精检测: "酒精检测", 吸毒检测: "毒品检验" }),
  person("person", "被鉴定人", "被检查人 辨认人 被勘验检查人", "BJDR BJCR", "unit"),
  text("number", "勘验鉴定文号", "鉴定文书号 鉴定意见文号 勘验检查号", "JDWH KYBH", "unit"),
  officers("officers", "勘验检查人员", "检查民警 勘验人员 辨认主持人", "KYRY JCMJ", "unit"),
  yesNo("witnessed", "是否有见证人", "见证人在场 见证人到场", "YWJZR", "unit"),
  instant("entrustedAt", "委托鉴定时间", "鉴定委托时间 送检时间 聘请时间", "WTJDSJ SJSJ", "unit"),
  instant("startedAt", "勘验检查开始时间", "检查开始时间 勘验开始时间 辨认开始时间", "KYKSSJ", "unit"),
  instant("endedAt", "勘验检查结束时间", "检查结束时间 勘验结束时间 辨认结束时间", "KYJSSJ", "unit"),
  instant("opinionAt", "鉴定意见出具时间", "鉴定意见时间 出具鉴定意见时间 鉴定完成时间", "JDYJSJ", "unit"),
  instant("toldAt", "鉴定意见告知时间", "鉴定意见送达时间 告知鉴定意见时间", "JDYJGZSJ", "unit"),
  instant("againRequestedAt", "申请重新鉴定时间", "重新鉴定申请时间", "CXJDSQSJ", "unit"),
  yesNo("warrantShown", "是否出示搜查证检查证", "是否出示搜查证 是否出示检查证 出示搜查证", "CSSCZ", "unit"),
  yesNo("urgent", "是否紧急情况", "紧急情况 是否当场检查", "SFJJQK", "unit"),
  choice("subjectSex", "被检查人性别", "被搜查人性别 被鉴定人性别", "BJCRXB", "unit", "男 女"),
  choice("bodyExaminer", "身体检查人员类别", "人身检查人员类别 搜身人员类别", "STJCRY", "unit", "女工作人员 医师 男工作人员", { 女民警: "女工作人员", 女性工作人员: "女工作人员", 医生: "医师", 男民警: "男工作人员" }),
  instant("recordMadeAt", "勘验检查笔录制作时间", "搜查笔录制作时间 检查笔录制作时间", "KYBLSJ", "unit"),
  choice("placeKind", "检查场所种类", "被检查场所种类", "JCCSZL", "unit", "公民住所 经营场所 单位 公共场所 其他", { 住所: "公民住所", 住宅: "公民住所", 居住场所: "公民住所" }),
  yesNo("forced", "是否强制检查", "强制检查 强制采集 是否强制采集", "SFQZJC", "unit"),
  instant("notifiedAt", "接到勘查通知时间", "勘查通知时间 接到勘验通知时间", "KCTZSJ", "unit"),
  choice("bloodGround", "抽血情形", "提取血样情形", "CXQX", "unit", "无 对呼气结果有异议 拒绝呼气测试 涉嫌醉酒驾驶 涉嫌酒驾事故", { 否: "无", 涉嫌醉驾: "涉嫌醉酒驾驶" }),
  instant("bloodAt", "提取血样时间", "抽血时间 血样提取时间", "TQXYSJ", "unit"),
  choice("readiness", "伤情鉴定条件", "鉴定条件", "SQJDTJ", "unit", "即时鉴定 不能即时鉴定 待伤情稳定"),
  number("appraisers", "鉴定人人数", "鉴定人数", "JDRRS", "unit", "人"),
  instant("receivedAt", "收到鉴定意见时间", "鉴定意见收到时间", "SDJDYJSJ", "unit"),
]);
