// The element 音视频: one recording of a police act, with what it covers and how long it is kept.
import { choice, element, instant, officers, text, yesNo } from "../declare.ts";

// biome-ignore format: one field is one line, so that the dictionary reads as a table
export const recordings = element("recordings", "音视频", "many", [
  text("number", "音视频编号", "录像编号 视频编号 光盘编号 资料编号", "YSPBH", "unit"),
  choice("of", "记录事项", "录制事项 记录内容类别 执法活动", "JLSX", "unit", "接处警 询问 讯问 搜查 扣押 辨认 勘验检查 其他 侦查实验", { 出警: "接处警", 勘查: "勘验检查" }),
  instant("startedAt", "录制开始时间", "录像开始时间 录音录像开始时间 录制开始", "LZKSSJ", "unit"),
  instant("endedAt", "录制结束时间", "录像结束时间 录音录像结束时间 录制结束", "LZJSSJ", "unit"),
  officers("operator", "录制人", "使用人 录像人", "LZR SYR", "unit"),
  text("device", "录制设备", "设备编号 执法记录仪编号", "LZSB SBBH", "unit"),
  yesNo("whole", "是否全程不间断", "全程不间断 是否全程", "QCBJD", "unit"),
  instant("storedAt", "上传时间", "存储时间 导入时间 归集时间", "SCSJ CCSJ", "unit"),
  choice("integrity", "音视频完整性", "录音录像完整性 录像完整性", "YSPWZX", "unit", "完整 剪接 删改 损毁 丢失", { 完好: "完整", 剪辑: "剪接", 损坏: "损毁" }),
  instant("deletedAt", "音视频删除时间", "录像删除时间 资料删除时间", "YSPSCSJ", "unit"),
  choice("replaces", "替代的书面笔录", "替代笔录种类", "TDBL", "unit", "无 现场笔录 检查笔录 询问笔录"),
  yesNo("annotated", "关键内容时间段说明", "视听资料文字说明 是否作文字说明", "GJNRSM", "unit"),
]);
