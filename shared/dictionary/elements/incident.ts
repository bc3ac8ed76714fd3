// The element 警情: one call for help, from its reception to its disposal.
import { choice, element, instant, number, officers, text, yesNo } from "../declare.ts";

const KINDS =
  "诈骗 盗窃 抢劫 抢夺 敲诈勒索 殴打他人 伤害 家庭暴力 寻衅滋事 性侵害 赌博 卖淫嫖娼 毒品 纠纷 交通事故 火灾 走失 遗失 噪音扰民 求助 举报 其他";

// Spellings that don't hold the word itself; `邻里纠纷` or `电信网络诈骗` are found by the word they hold.
const OTHER_KINDS = {
  被骗: "诈骗",
  被盗: "盗窃",
  失窃: "盗窃",
  打架: "殴打他人",
  家暴: "家庭暴力",
  涉赌: "赌博",
  涉黄: "卖淫嫖娼",
  涉毒: "毒品",
  失物: "遗失",
  丢失: "遗失",
};

// biome-ignore format: one field is one line, so that the dictionary reads as a table
export const incident = element("incident", "警情", "one", [
  text("number", "警情编号", "接警单编号 接处警编号 接警编号 接警单号 警情号 警单号 警情单号 报警编号 报警单号", "JJDBH JQBH", "unit"),
  instant("receivedAt", "接警时间", "报警时间 接报时间 接警时刻 接报警时间 接警日期时间", "JJSJ BJSJ", "unit"),
  choice("reportWay", "报警方式", "接警方式 报案方式 来话方式 报警形式 来警方式 报警渠道 接报方式", "BJFS JJFS", "unit", "110指令 电话报警 上门报案 网络报警 短信报警 投案 扭送 工作中发现 移送 其他 来信来件", { "110报警": "110指令", "110电话": "110指令", 指挥中心指令: "110指令", 来电: "电话报警", 当面报案: "上门报案", 网上报警: "网络报警", 自首: "投案", 来信: "来信来件", 电子邮件: "来信来件", 传真: "来信来件" }),
  officers("firstReceiver", "接警人", "接警员 首接民警 接警民警 首接人 接报民警 接报人 接警员姓名", "JJR JJMJ", "unit"),
  text("reporter", "报警人", "报案人 报警人姓名 报案人姓名", "BJR BJRXM", "local"),
  text("reporterPhone", "报警电话", "报警人电话 报案人电话 报警人联系电话 报警人联系方式 主叫号码 报案电话 报案人联系电话 来电号码", "BJDH BJRDH LXDH", "local"),
  instant("happenedAt", "事发时间", "案发时间 发生时间", "SFSJ FSSJ", "unit"),
  text("scenePlace", "事发地点", "案发地点 警情地址 发生地点 出警地点 警情地点 出警地址 事发地址 案发地址 发生地址 报警地址 事发地", "SFDD AFDD JQDZ", "local"),
  text("reportText", "报警内容", "简要警情 报案内容 接警内容 警情内容 报警事由 报警情况 警情描述", "BJNR JJNR", "local"),
  choice("callKind", "警情类别", "接警类别 报警类别 警情类型 接警警情类别 警情性质 警情种类 报警类型", "JQLB JJLB BJLB", "unit", KINDS, OTHER_KINDS),
  number("amount", "涉案金额", "损失金额 被骗金额 涉案价值 损失价值", "SAJE SSJE", "unit", "元"),
  instant("dispatchedAt", "派警时间", "派出时间 下达指令时间 处警指令时间 指令时间 出警时间 出动时间", "PJSJ CJZLSJ CJSJ", "unit"),
  instant("arrivedAt", "到达现场时间", "到场时间 到达时间", "DDXCSJ DDSJ", "unit"),
  officers("officers", "处警民警", "出警民警 处警人 处警人员 出警人员 出警人 处置民警 处警员", "CJMJ CJR", "unit"),
  text("disposalText", "处警经过", "处警情况 处置经过 处理情况 处警内容 出警情况 处警详情 处置情况 处警过程 出警经过 处警经过及结果", "CJQK CLQK CJNR", "local"),
  choice("disposalKind", "处理结果类别", "处警类别 反馈警情类别 处警警情类别 认定类别 核定类别", "CLJGLB CJLB FKJQLB", "unit", KINDS, OTHER_KINDS),
  choice("disposal", "处警结果", "处理结果 处置结果 处警处理结果", "CJJG CLJG", "unit", "受案 转立案 当场调解 当场处罚 批评教育 纠纷 移送 不予处理 无效警情 其他", { 受理: "受案", 转为案件: "转立案", 现场调解: "当场调解", 移送其他单位: "移送", 移交其他部门: "移送", 不予受案: "不予处理", 不予调查处理: "不予处理", 虚假警情: "无效警情" }),
  instant("disposedAt", "处警结束时间", "处置完毕时间 处警完成时间 处置结束时间", "CJJSSJ CZWBSJ", "unit"),
  instant("feedbackAt", "反馈时间", "处警反馈时间 警情反馈时间", "FKSJ", "unit"),
  yesNo("filed", "是否受案", "受案标志 是否已受案 是否受立案", "SFSA", "unit"),
  text("caseNumber", "关联案件编号", "转立案件编号 受案编号 关联案件", "GLAJBH", "unit"),
  instant("registeredAt", "接报案登记时间", "网上登记时间 接报案网上登记时间", "JBADJSJ", "unit"),
  yesNo("inScope", "是否属于公安机关职责范围", "职责范围 是否属于职责范围", "SFZZFW", "unit"),
  yesNo("repeated", "是否重复报案", "重复报案", "SFCFBA", "unit"),
  yesNo("noContent", "是否不配合且无具体内容", "无具体报案内容 是否无具体报案内容", "WJTNR", "unit"),
  yesNo("declinesToCome", "报案人是否不到公安机关", "报案人不到公安机关 是否现场登记报案", "BDGAJG", "unit"),
  yesNo("urgent", "是否紧急警情", "紧急警情 是否紧急处置", "SFJJ", "unit"),
  instant("toldAt", "告知报案人时间", "口头告知时间 告知报警人时间", "GZBARSJ", "unit"),
  yesNo("unreachable", "是否无法联系报案人", "无法联系报案人 无法取得联系", "WFLX", "unit"),
  yesNo("shelterNeeded", "家暴受害人是否需要庇护", "受害人是否需要庇护", "SFXYBH", "unit"),
  instant("shelterToldAt", "通知民政部门时间", "民政部门通知时间", "TZMZSJ", "unit"),
]);
