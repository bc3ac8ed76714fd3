// The twenty-five values of a page that no reader has seen before: how the page calls and writes them, and what they are.

export interface Shown {
  /** The field of the dictionary. */
  readonly path: string;
  /** What a person types to find it. */
  readonly search: string;
  readonly label: string;
  readonly value: string;
  /** What is to be read. */
  readonly reads: string;
  /** What the host's code means, where the value is one. */
  readonly means?: string;
}

const at = (text: string): string => String(Date.parse(`${text.replace(" ", "T")}:00+08:00`));

const shown = (
  path: string,
  search: string,
  label: string,
  value: string,
  reads = value,
  means?: string,
): Shown => ({ path, search, label, value, reads, ...(means === undefined ? {} : { means }) });

export const NUMBER = "A9901045200002026110945";

export const FIELDS: readonly Shown[] = [
  shown("case.number", "案件编号", "本案流水", NUMBER),
  shown("case.category", "案件类别", "案子门类", "XS", "刑事", "刑事"),
  shown("case.cause", "案由", "所涉事由", "0501", "盗窃", "盗窃"),
  shown("case.acceptedAt", "受案时间", "接下案子的时候", "2026-03-01 09:10", at("2026-03-01 09:10")),
  shown("case.acceptedBy", "受案民警", "谁接的", "陈立、郑浩"),
  shown("measures.person", "被采取措施人", "对谁", "韩某某"),
  shown("measures.kind", "强制措施种类", "手段", "03", "取保候审", "取保候审"),
  shown("measures.startedAt", "执行时间", "起算日", "2026-03-05 14:30", at("2026-03-05 14:30")),
  shown("measures.dueAt", "期限届满时间", "到头日", "2027-03-04 23:59", at("2027-03-04 23:59")),
  shown("measures.decidedAt", "决定时间", "拍板时刻", "2026-03-05 10:20", at("2026-03-05 10:20")),
  shown("measures.endedAt", "解除时间", "撤掉的时候", ""),
  shown("measures.number", "决定书文号", "纸面号", "星公取保字〔2026〕118号"),
  shown("measures.approver", "批准人", "拍板的", "何川"),
  shown("measures.approvedBy", "批准层级", "拍板层次", "局领导", "县级以上公安机关负责人"),
  shown("measures.executors", "执行民警", "经手的", "陈立、郑浩"),
  shown("measures.sentToHouseAt", "送看守所时间", "押到位", "2026-03-02 08:00", at("2026-03-02 08:00")),
  shown(
    "measures.firstInterrogatedAt",
    "首次讯问时间",
    "头一回问话",
    "2026-03-02 10:30",
    at("2026-03-02 10:30"),
  ),
  shown("measures.familyNotifiedAt", "通知家属时间", "告诉家里", "2026-03-02 11:00", at("2026-03-02 11:00")),
  shown("measures.noNoticeReason", "不通知原因", "没告诉的缘故", "无"),
  shown(
    "measures.arrestRequestedAt",
    "提请批准逮捕时间",
    "报给检察院",
    "2026-03-03 16:00",
    at("2026-03-03 16:00"),
  ),
  shown("measures.arrestResult", "批捕结果", "检察院怎么说", "不批捕", "不批准逮捕"),
  shown("measures.bailKind", "保证方式", "怎么担保", "人保", "保证人"),
  shown("measures.guarantor", "保证人", "谁来担保", "桑某"),
  shown("measures.signature", "签名捺印情况", "画押", "已签名", "已签名捺印"),
  shown("measures.warrantShown", "是否出示拘留逮捕证", "亮证", "是"),
];
