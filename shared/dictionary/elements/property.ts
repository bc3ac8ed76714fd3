// The element 涉案财物: one thing or sum taken in a case, from seizure to its return or disposal.
import { choice, element, instant, number, officers, text, yesNo } from "../declare.ts";

// biome-ignore format: one field is one line, so that the dictionary reads as a table
export const property = element("property", "涉案财物", "many", [
  text("number", "财物编号", "涉案财物编号 物品编号", "CWBH WPBH", "unit"),
  text("name", "财物名称", "物品名称 涉案财物名称 名称", "CWMC WPMC", "unit"),
  choice("kind", "财物种类", "财物类别 物品类别 物品种类", "CWZL CWLB", "unit", "现金 车辆 手机 电子设备 贵重物品 毒品 枪爆物品 管制刀具 文件资料 账户资金 其他", { 人民币: "现金", 货币: "现金", 机动车: "车辆", 移动电话: "手机", 电脑: "电子设备", 首饰: "贵重物品", 银行存款: "账户资金" }),
  number("quantity", "数量", "财物数量 物品数量", "SL", "unit", "件"),
  text("feature", "特征", "物品特征 财物特征", "TZ", "local"),
  text("holder", "持有人", "物品持有人 财物持有人 所有人", "CYR", "local"),
  choice("action", "处置措施", "扣押方式 涉财措施 措施种类", "CZCS", "unit", "扣押 查封 冻结 先行登记保存 调取 接受", { 证据保全: "先行登记保存" }),
  instant("seizedAt", "扣押时间", "扣押日期 查封时间 查封扣押时间", "KYSJ KYRQ", "unit"),
  officers("seizedBy", "扣押民警", "扣押人 办案民警 提取人", "KYMJ KYR", "unit"),
  text("witness", "见证人", "见证人姓名", "JZR", "local"),
  text("listNumber", "清单编号", "扣押清单编号 扣押清单号 清单号", "QDBH", "unit"),
  instant("listGivenAt", "清单交付时间", "扣押清单交付时间 清单送达时间", "QDJFSJ", "unit"),
  officers("keeper", "保管人", "保管员 保管民警 接收人", "BGR", "unit"),
  text("keptPlace", "保管场所", "保管地点 存放地点 存放位置", "BGCS CFDD", "unit"),
  instant("storedAt", "入库时间", "入库日期 财物入库时间 移交保管时间 移交时间 交接时间", "RKSJ YJSJ", "unit"),
  yesNo("related", "是否与案件有关", "与案件有关 是否与案件相关 与本案有关", "YAJYG", "unit"),
  instant("foundUnrelatedAt", "查明与案件无关时间", "查明无关时间", "CMWGSJ", "unit"),
  choice("disposal", "处理结果", "财物处理结果 处理方式", "CLJG CLFS", "unit", "在库 随案保管 返还 随案移送 没收 追缴 收缴 销毁 上缴国库 其他", { 保管中: "在库", 在保管: "在库", 发还: "返还", 退还: "返还" }),
  instant("returnedAt", "返还时间", "发还时间 退还时间 返还日期", "FHSJ", "unit"),
]);
