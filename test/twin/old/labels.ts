// The old platform's own words and column codes for what it keeps.

export interface Column {
  readonly label: string;
  readonly code: string;
  /** How it is typed in; `text` when left out. */
  readonly as?: "text" | "time" | "area" | "radio" | "select" | "fixed";
  readonly options?: readonly string[];
}

export type Columns = Readonly<Record<string, Column>>;

const YES_NO = ["是", "否"];
const PLACES = ["办案区", "办公室", "现场", "看守所", "医院", "住所", "单位"];
const ROLES = ["犯罪嫌疑人", "违法嫌疑人", "证人", "被害人", "被侵害人"];
const CALLS = ["盗窃", "诈骗", "殴打他人", "故意伤害", "寻衅滋事", "赌博", "纠纷", "举报", "求助", "其他"];

const LEVELS = ["办案部门负责人", "县级以上公安机关负责人", "上一级公安机关负责人"];

const text = (label: string, code: string): Column => ({ label, code });
const time = (label: string, code: string): Column => ({ label, code, as: "time" });
const area = (label: string, code: string): Column => ({ label, code, as: "area" });
const fixed = (label: string, code: string): Column => ({ label, code, as: "fixed" });
const radio = (label: string, code: string, options = YES_NO): Column => ({
  label,
  code,
  as: "radio",
  options,
});
const select = (label: string, code: string, options: readonly string[]): Column => ({
  label,
  code,
  as: "select",
  options,
});

export const CASE: Columns = {
  no: fixed("案号", "AJBH"),
  name: text("案件名称", "AJMC"),
  kind: fixed("案件类型", "AJLB"),
  cause: text("案由", "AY"),
  status: select("办案状态", "AJZT", ["受案审查", "立案侦查", "调查", "移送审查起诉", "不予立案", "已结案"]),
  unit: fixed("主办单位", "ZBDW"),
  lead: text("主办人", "ZBR"),
  assist: text("协办民警", "XBMJ"),
  decision: select("处罚种类", "CFZL", ["警告", "罚款", "行政拘留", "拘留并处罚款", "不予处罚", "调解结案"]),
  decidedAt: time("处罚决定时间", "CFJDSJ"),
  stoppedAt: time("终止侦查时间", "ZZZCSJ"),
  closedAt: time("结案时间", "JASJ"),
};

export const FILING: Columns = {
  source: select("案件来源", "AJLY", ["110指令", "报案", "控告", "举报", "投案", "移送", "工作中发现"]),
  reporter: text("报案人", "BAR"),
  happenedAt: time("案发时间", "FASJ"),
  amount: text("案值", "SAJE"),
  acceptedAt: time("接受时间", "SASJ"),
  evidenceListAt: time("证据清单出具时间", "ZJQDSJ"),
  acceptedBy: text("接受民警", "SAMJ"),
  receiptNo: text("回执编号", "HZBH"),
  receiptAt: time("回执送达时间", "HZSDSJ"),
  accuser: radio("有无控告人", "YWKGR", ["有", "无"]),
  reviewKind: select("审查类型", "SCLX", ["一般", "需查证", "重大疑难复杂"]),
  filedAt: time("立案日期", "LARQ"),
  rejectedAt: time("不予立案日期", "BYLARQ"),
  rejectNoticeAt: time("不予立案通知书送达日期", "BYLATZSJ"),
  jurisdiction: radio("有无管辖权", "YWGXQ", ["有", "无"]),
  noJurisdictionAt: time("认定无管辖权时间", "WGXSJ"),
  transferredAt: time("案件移送时间", "YSSJ"),
  transferTo: text("移送至", "YSDW"),
  approver: text("批准人", "SPR"),
  brief: area("案情简介", "JYAQ"),
};

export const INCIDENT: Columns = {
  no: fixed("接警单编号", "JJDBH"),
  receivedAt: time("报警时间", "BJSJ"),
  answeredBy: text("接警人", "JJR"),
  happenedAt: time("发生时间", "FSSJ"),
  amount: text("损失金额", "SSJE"),
  via: select("报警方式", "BJFS", ["110报警", "上门报案", "网络报警", "短信报警", "其他"]),
  reporter: text("报警人姓名", "BJRXM"),
  phone: text("报警电话", "BJDH"),
  place: text("案发地点", "AFDD"),
  content: area("简要警情", "JYJQ"),
  category: select("报警类别", "BJLB", CALLS),
  dispatchedAt: time("出动时间", "CJSJ"),
  arrivedAt: time("到达现场时间", "DDXCSJ"),
  officers: text("处警人员", "CJR"),
  process: area("处警情况", "CJQK"),
  finalCategory: select("处警类别", "CJLB", CALLS),
  outcome: select("处理结果", "CLJG", ["受案调查", "当场调解", "批评教育", "纠纷", "移送", "其他"]),
  endedAt: time("处警完成时间", "CJJSSJ"),
  feedbackAt: time("处警反馈时间", "FKSJ"),
  filed: radio("受案标志", "SFSA"),
  caseNo: fixed("关联案件编号", "GLAJBH"),
  acceptedAt: fixed("受案时间", "SASJ"),
};

export const PERSON: Columns = {
  name: text("姓名", "XM"),
  sex: radio("性别", "XB", ["男", "女"]),
  birth: text("出生日期", "CSRQ"),
  age: text("年龄", "NL"),
  idNo: text("身份证号码", "SFZH"),
  role: select("人员类别", "RYLB", ROLES),
  work: text("工作单位", "GZDW"),
  phone: text("联系电话", "LXDH"),
  address: text("现住址", "XZZ"),
  guardian: text("监护人", "JHR"),
};

export const MEASURE: Columns = {
  person: text("姓名", "XM"),
  kind: select("措施种类", "CSZL", ["传唤", "拘传", "刑事拘留", "取保候审", "监视居住", "逮捕", "行政拘留"]),
  docNo: text("决定书编号", "JDSWH"),
  decidedAt: time("批准时间", "PZSJ"),
  startedAt: time("宣布时间", "XBSJ"),
  expiresAt: time("截止日期", "JZSJ"),
  arrivedAt: time("到案时间", "DASJ"),
  leftAt: time("离案时间", "LKSJ"),
  to24: radio("是否延长至24小时", "YCZ24"),
  extension: select("延长情况", "YCQK", ["未延长", "延长至七日", "延长至三十日"]),
  arrestRequestAt: time("提请逮捕时间", "TQPBSJ"),
  endedAt: time("解除日期", "JCSJ"),
  jailAt: time("入所时间", "RSSJ"),
  firstAskedAt: time("首次讯问时间", "SCXWSJ"),
  familyNoticeAt: time("家属通知时间", "TZJSSJ"),
  noNoticeReason: select("未通知家属原因", "BTZYY", ["无", "无法通知", "有碍侦查"]),
  arrestResult: select("批捕结果", "PBJG", ["批准逮捕", "不批准逮捕"]),
  bailKind: radio("保证方式", "BZFS", ["保证人", "保证金"]),
  guarantor: text("保证人姓名", "BZR"),
  bailMoney: text("保证金数额", "BZJ"),
  executors: text("执行人", "ZXMJ"),
  approver: text("批准领导", "PZR"),
  level: select("批准层级", "PZCJ", LEVELS),
};

export const INTERVIEW: Columns = {
  type: fixed("笔录类型", "BLLX"),
  times: text("次数", "CS"),
  askers: text("侦查人员", "XWR"),
  recorder: text("记录员", "JLR"),
  startAt: time("笔录开始时间", "KSSJ"),
  endAt: time("笔录结束时间", "JSSJ"),
  place: text("地点", "XWDD"),
  placeKind: select("场所类型", "CSLX", PLACES),
  recorded: radio("录音录像", "LYLX"),
  arrivedAt: time("到案时间", "DASJ"),
  arriveBy: select("归案方式", "DAFS", ["传唤", "口头传唤", "拘传", "抓获", "扭送", "投案"]),
  crowd: radio("人数众多或身份不明", "RSZDSFBM"),
  complex: radio("情况复杂", "QKFZ"),
  mayDetain: radio("可能适用行政拘留", "KNJL"),
  extended: radio("延长询问查证审批", "YCPZ"),
  familyNoticeAt: time("通知家属时间", "TZJSSJ"),
  leftAt: time("离开时间", "LKSJ"),
  name: text("被讯问人", "XM"),
  sex: radio("性别", "XB", ["男", "女"]),
  birth: text("出生日期", "CSRQ"),
  idNo: text("身份证号码", "SFZH"),
  role: select("人员身份", "RYSF", ROLES),
  minor: radio("未成年人", "SFWCN"),
  guardianPresent: radio("监护人是否到场", "JHRDC"),
  guardianName: text("监护人姓名", "JHR"),
  rightsTold: radio("是否告知权利义务", "QLGZ"),
  text: area("笔录内容", "BLNR"),
};

export const PROPERTY: Columns = {
  code: text("物品编号", "WPBH"),
  name: text("物品名称", "WPMC"),
  category: text("物品种类", "WPZL"),
  quantity: text("数量", "SL"),
  feature: text("物品特征", "TZ"),
  holder: text("物品持有人", "CYR"),
  seizedAt: time("扣押日期", "KYRQ"),
  witness: text("见证人", "JZR"),
  listNo: text("扣押清单编号", "QDBH"),
  listGivenAt: time("清单交付时间", "QDJFSJ"),
  keeper: text("保管员", "BGR"),
  keepPlace: text("存放地点", "CFDD"),
  storedAt: time("入库日期", "RKSJ"),
  related: radio("与案件有关", "YAJYG"),
  unrelatedAt: time("查明无关时间", "CMWGSJ"),
  returnedAt: time("发还时间", "FHSJ"),
  outcome: select("处理方式", "CLFS", ["在库", "在保管", "随案移送", "返还", "没收", "销毁"]),
};

export const APPROVAL: Columns = {
  code: text("审批编号", "SPBH"),
  matter: text("审批事项", "SPSX"),
  applicant: text("呈报人", "CPR"),
  appliedAt: time("呈报时间", "CPSJ"),
  reviewer: text("法制员", "FZSHR"),
  reviewOpinion: select("法制意见", "FZSHYJ", ["同意", "不同意", "退回补正", "退回补查"]),
  reviewedAt: time("审核时间", "SHSJ"),
  approver: text("审批领导", "SPR"),
  approveOpinion: select("审批意见", "SPYJ", ["同意", "不同意", "退回"]),
  approvedAt: time("审批时间", "SPSJ"),
  collective: radio("是否集体讨论", "SFJTYA"),
  collectiveAt: time("集体讨论时间", "JTYASJ"),
};
