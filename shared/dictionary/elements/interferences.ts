// The element 干预案件记录: one attempt to interfere with a case, as the officer recorded it.
import { choice, element, instant, officers, text } from "../declare.ts";

// biome-ignore format: one field is one line, so that the dictionary reads as a table
export const interferences = element("interferences", "干预案件记录", "many", [
  instant("at", "干预时间", "插手时间 过问时间", "GYSJ", "unit"),
  text("from", "干预人", "过问人 干预人姓名", "GYR", "local"),
  choice("fromKind", "干预人类别", "干预人身份", "GYRLB", "unit", "领导干部 公安机关内部人员 其他司法人员 当事人亲友 其他"),
  choice("way", "干预方式", "过问方式", "GYFS", "unit", "当面 电话 短信微信 书面批示 转递材料 其他"),
  text("content", "干预内容", "过问内容 干预情况", "GYNR", "said"),
  officers("recordedBy", "干预记录人", "记录人", "GYJLR", "unit"),
  instant("recordedAt", "干预记录时间", "记录时间", "GYJLSJ", "unit"),
  instant("reportedAt", "干预报告时间", "报告时间 上报时间", "GYBGSJ", "unit"),
]);
