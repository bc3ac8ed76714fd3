// The old platform's own words for the registers of a case, which are only read.

/** A register: the key of each column with its words. */
export type Register = readonly (readonly [string, string])[];

export const PAPERS: Register = [
  ["kind", "文书种类"],
  ["docNo", "文书编号"],
  ["person", "文书对象"],
  ["madeAt", "开具时间"],
  ["servedAt", "送达日期"],
  ["way", "送达方式"],
  ["receiver", "签收人"],
  ["signed", "签收情况"],
];

export const FILMS: Register = [
  ["code", "录像编号"],
  ["of", "记录事项"],
  ["startAt", "录像开始时间"],
  ["endAt", "录像结束时间"],
  ["operator", "使用人"],
  ["device", "设备编号"],
  ["whole", "是否全程"],
  ["storedAt", "导入时间"],
];

export const STAYS: Register = [
  ["person", "入区人员"],
  ["venue", "办案区名称"],
  ["room", "房间号"],
  ["reason", "入区事由"],
  ["enteredAt", "入区时间"],
  ["escort", "送入民警"],
  ["checkedAt", "安检时间"],
  ["injury", "有无伤情"],
  ["belongingsAt", "随身物品登记时间"],
  ["guards", "看护人员"],
  ["monitored", "视频监控"],
  ["leftAt", "出区时间"],
];

export const MEDDLING: Register = [
  ["at", "过问时间"],
  ["from", "过问人"],
  ["fromKind", "干预人身份"],
  ["way", "过问方式"],
  ["content", "过问内容"],
  ["recordedBy", "记录人"],
  ["recordedAt", "记录时间"],
  ["reportedAt", "上报时间"],
];

export const DOSSIER: Register = [
  ["code", "卷号"],
  ["state", "案卷状态"],
  ["volumes", "册数"],
  ["madeBy", "立卷人"],
  ["madeAt", "立卷日期"],
  ["archivedAt", "归档日期"],
  ["lentAt", "借出时间"],
  ["missing", "缺少材料"],
];
