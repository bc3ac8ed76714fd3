// The element 卷宗: the case file with its volumes, its loans and its archiving.
import { choice, element, instant, list, number, officers, text } from "../declare.ts";

// biome-ignore format: one field is one line, so that the dictionary reads as a table
export const dossier = element("dossier", "卷宗", "one", [
  text("number", "卷宗编号", "卷宗号 卷号 案卷编号 案卷号", "JZBH", "unit"),
  number("volumes", "卷宗册数", "册数 卷数", "JZCS", "unit", "册"),
  instant("madeAt", "立卷时间", "组卷时间 立卷日期", "LJSJ", "unit"),
  officers("madeBy", "立卷人", "组卷人", "LJR", "unit"),
  list("missing", "缺失材料", "缺少材料 待补材料", "QSCL", "unit"),
  instant("lentAt", "借阅时间", "借出时间 借卷时间", "JYSJ JCSJ", "unit"),
  instant("archivedAt", "归档时间", "归档日期 移交归档时间", "GDSJ", "unit"),
  choice("status", "卷宗状态", "保管状态 案卷状态", "JZZT", "unit", "在办 在库 借出 已归档 已移送", { 办理中: "在办", 保管中: "在库" }),
  instant("depositedAt", "证据入柜时间", "纸质证据入柜时间 入柜时间", "ZJRGSJ", "unit"),
]);
