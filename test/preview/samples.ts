// Sample page states for looking at the overlay: the same case in its different conditions; all data invented.
import type { EvidenceView, PageState } from "../../extension/protocol/messages.ts";
import type { Finding } from "../../shared/rules/finding.ts";
import type { Checklist } from "../../shared/rules/pack.ts";
import type { CaseNote } from "../../shared/supervision/note.ts";

export const AT = Date.parse("2026-11-20T15:48:06+08:00");
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const base: Finding = {
  rule: "sample",
  title: "讯问在规定地点进行",
  on: "interviews/i1",
  verdict: "met",
  colour: "green",
  applies: "yes",
  missing: [],
  why: "柳桥派出所办案区 讯问室 3",
  statute: "刑事诉讼法",
  edition: "2018-10-26",
  editionLabel: "2018 修正",
  article: "118",
  working: [],
  fields: [],
  weight: "serious",
  audience: "officer",
  stage: "interview",
  fix: "在规定地点进行。",
  gate: "none",
  owner: "法制大队",
  key: "sample@interviews/i1#0",
};

export const red: Finding = {
  ...base,
  rule: "interview-single-officer",
  key: "interview-single-officer@interviews/i1#1",
  title: "讯问人员中民警不足二人",
  verdict: "breached",
  colour: "red",
  since: Date.parse("2026-11-20T15:02:00+08:00"),
  why: "登记 2 人，其中民警 1 人（陈立）、辅警 1 人（郑浩）。辅警不计入侦查人员。",
  quote: "讯问的时候，侦查人员不得少于二人。",
  weight: "red-line",
  gate: "soft",
  marker: "interviews/i1.askers",
  fields: [
    { path: "interviews/i1.askers", label: "讯问人员", state: "known", value: ["陈立", "郑浩"] },
    {
      path: "interviews/i1.startedAt",
      label: "讯问开始",
      state: "known",
      value: Date.parse("2026-11-20T15:02:00+08:00"),
    },
  ],
  fix: "请另一名民警到场并补登姓名，再继续讯问。15:02 以来由一名民警讯问的内容，由二名民警重新讯问，并在笔录中如实写明时间。",
};

const arrived = Date.parse("2026-11-20T04:30:00+08:00");

export const orange: Finding = {
  ...base,
  rule: "summons-twelve-hours",
  key: "summons-twelve-hours@measures/m1#1",
  on: "measures/m1",
  title: "传唤将满十二小时",
  verdict: "due",
  colour: "orange",
  from: arrived,
  due: arrived + 12 * HOUR,
  warnings: [arrived + 6 * HOUR, arrived + 9 * HOUR, arrived + 11 * HOUR],
  why: "11月20日 04:30 到案，16:30 届满，到时应结束传唤。",
  article: "119",
  quote: "传唤、拘传持续的时间不得超过十二小时",
  marker: "measures/m1.startedAt",
  working: [
    { op: "", step: "到案，起算", value: "11月20日 04:30" },
    { op: "+", step: "按分钟连续计算", note: "夜间、节假日不停；未读到延长批准", value: "12 小时" },
    { op: "=", step: "届满", value: "11月20日 16:30" },
    { op: "−", step: "现在", value: "15:48" },
    { op: "=", step: "剩余", value: "42 分钟" },
  ],
  fields: [
    { path: "measures/m1.startedAt", label: "到案时间", state: "known", value: arrived },
    { path: "measures/m1.manner", label: "到案方式", state: "known", value: "传唤" },
    { path: "measures/m1.endedAt", label: "离开时间", state: "absent", value: null },
  ],
  extend: [{ to: "24 小时", approver: "办案部门负责人", due: arrived + DAY }],
  fix: "16:30 前结束传唤，或者依法变更强制措施。",
};

export const grey: Finding = {
  ...base,
  rule: "lawyer-not-told",
  key: "lawyer-not-told@interviews/i1#1",
  title: "首次讯问是否告知可以委托律师",
  verdict: "unknown",
  colour: "grey",
  missing: ["documents/d1.name"],
  why: "没有读到《诉讼权利义务告知书》：今天还没有打开过“文书清单”页。",
  article: "34",
  gate: "soft",
  fields: [
    { path: "documents/d1.name", label: "告知书", state: "unread" },
    { path: "documents/d1.servedAt", label: "送达时间", state: "unread" },
  ],
  fix: "打开一次“文书清单”页即可，读到后自动判定。",
};

const clock = (
  title: string,
  colour: Finding["colour"],
  from: number,
  due: number,
  law: [string, string],
): Finding => ({
  ...base,
  rule: title,
  key: `${title}@case#1`,
  on: "case",
  title,
  verdict: "due",
  colour,
  from,
  due,
  warnings: [0.5, 0.75, 0.92].map((share) => from + share * (due - from)),
  statute: law[0],
  article: law[1],
  why: title,
});

export const clocks: readonly Finding[] = [
  clock("扣押物品移交保管", "yellow", AT - 9 * HOUR, AT + 13 * HOUR + 22 * 60_000, [
    "涉案财物管理规定",
    "11",
  ]),
  clock("纸质证据入卷宗柜", "blue", AT - 9 * HOUR, AT + 14 * HOUR + 32 * 60_000, ["涉案财物管理规定", "14"]),
  clock("刑事立案审查", "blue", AT - 11 * HOUR, Date.parse("2026-11-23T23:59:59.999+08:00"), [
    "程序规定",
    "178",
  ]),
  clock("现场视音频保存", "green", AT - DAY, AT + 181 * DAY, ["视音频管理规定", "13"]),
];

export const met = (n: number): Finding[] =>
  Array.from({ length: n }, (_, i) => ({
    ...base,
    rule: `met-${i}`,
    key: `met-${i}@case#1`,
    why: `已读到第 ${i + 1} 项，符合规定`,
  }));

const view = (
  label: string,
  text: string,
  css: string,
  here = true,
  page = "讯问笔录",
  ago = 12_000,
): EvidenceView => ({
  label,
  text,
  css,
  frame: "",
  pageLabel: page,
  at: AT - ago,
  here,
});

export const evidence: Readonly<Record<string, EvidenceView>> = {
  "interviews/i1.askers": view("讯问人员", "陈立 民警、郑浩 辅警", "#askers"),
  "interviews/i1.startedAt": view("讯问开始时间", "2026-11-20 15:02", "#started"),
  "measures/m1.startedAt": view("到案时间", "2026-11-20 04:30", "#arrived"),
  "measures/m1.manner": view("到案方式", "传唤", "#manner"),
  "measures/m1.endedAt": view("离开时间", "", "#ended", false, "办案区登记", 2 * HOUR),
  "incident.receivedAt": view("接警时间", "2026-11-20 03:21", "", false, "接处警单", 3 * HOUR),
  "incident.arrivedAt": view("到达现场时间", "2026-11-20 03:40", "", false, "接处警单", 3 * HOUR),
  "case.acceptedAt": view("受案时间", "2026-11-20 06:20", "", false, "受案登记", 3 * HOUR),
  "venues/v1.enteredAt": view("进入办案区时间", "2026-11-20 04:36", "", false, "办案区登记", 3 * HOUR),
  "venues/v1.leftAt": view("离开候问室时间", "2026-11-20 15:00", "", false, "办案区登记", 3 * HOUR),
  "property/p1.seizedAt": view("扣押时间", "2026-11-20 05:10", "", false, "涉案财物", 3 * HOUR),
  "dossier.openedAt": view("建卷时间", "2026-11-20 06:30", "", false, "卷宗", 3 * HOUR),
};

const item = (id: string, say: string, rule?: string, how?: string) => ({
  id,
  say,
  ...(rule === undefined ? { attest: true } : { rule }),
  ...(how === undefined ? {} : { how }),
});

const lists: readonly Checklist[] = [
  {
    id: "intake",
    title: "接处警",
    stage: "intake",
    pages: ["incident"],
    items: [item("a", "规范接警", "met-0")],
  },
  {
    id: "filing",
    title: "受立案",
    stage: "filing",
    pages: ["filing"],
    items: [item("b", "出具受案回执", "met-1"), item("b2", "三日内决定立案", "刑事立案审查")],
  },
  {
    id: "interview",
    title: "讯问",
    stage: "interview",
    pages: ["interview"],
    items: [
      ...Array.from({ length: 6 }, (_, i) => item(`m${i}`, `入区安全检查、信息采集 ${i + 1}`, `met-${i}`)),
      item("c1", "讯问人员不少于二名民警", "interview-single-officer"),
      item("c2", "告知可以委托律师、申请法律援助", "lawyer-not-told"),
      item("c3", "传唤不超过十二小时", "summons-twelve-hours"),
      item("c4", "保证饮食和必要的休息"),
      item("c5", "问明有无疾病、外伤", undefined, "需本人确认，可附凭证"),
      item("c6", "交被讯问人核对，逐页签名捺印", "later", "讯问结束后"),
    ],
  },
  {
    id: "measures",
    title: "强制措施",
    stage: "coercive-measures",
    pages: ["measures"],
    items: [item("d", "通知家属", "later")],
  },
  {
    id: "property",
    title: "财物",
    stage: "property",
    pages: ["property"],
    items: [item("e", "二十四小时入库", "扣押物品移交保管")],
  },
];

const note = (id: string, part: Partial<CaseNote>): CaseNote => ({
  id,
  caseKey: "sample/A9901042026110187",
  by: "u-lin",
  byName: "林知秋",
  at: "2026-11-20T07:31:00.000Z",
  kind: "问题",
  said: "去向没有问清。请问明“朋友”的姓名、住址，以及他是否知道车的来路——关系到是否涉嫌掩饰、隐瞒犯罪所得。",
  anchor: { page: "interview", url: "/", frame: "", css: "#text" },
  state: "replied",
  replies: [],
  ...part,
});

export const notes: readonly CaseNote[] = [
  note("n1", {
    clause: "《程序规定》第203条",
    due: "2026-11-20T10:00:00.000Z",
    replies: [
      {
        by: "u-chen",
        byName: "陈立",
        at: "2026-11-20T07:44:00.000Z",
        said: "他说记不清朋友家门牌，正在核实住址，问明后补入笔录。",
        fixed: false,
      },
    ],
  }),
  note("n2", {
    kind: "表扬",
    said: "权利告知的时间、方式写得完整，可作范例。",
    state: "open",
    at: "2026-11-20T06:20:00.000Z",
  }),
  note("n3", { kind: "指导", said: "衣着特征应当问清。", state: "open", at: "2026-11-19T06:20:00.000Z" }),
];

const twelve = met(20);

/** The ordinary state: one breach, one clock nearly over, one not checked, twenty met. */
export const ready: PageState = {
  caseKey: "sample/A9901042026110187",
  caseNumber: "A9901042026110187",
  caseLine: "盗窃 · 刑事侦查",
  pageKind: "interview",
  pageLabel: "讯问笔录",
  applicable: [...twelve, red, orange, grey],
  all: [...twelve, red, orange, grey, ...clocks],
  evidence,
  checklists: lists,
  ticks: [
    {
      item: "c4",
      ticked: true,
      evidence: "用餐登记 1 份",
      by: "u-chen",
      byName: "陈立",
      at: "2026-11-20T04:10:00.000Z",
    },
  ],
  notes,
  answers: {},
  pack: { revision: 3, label: "2026.11.3" },
  member: { name: "陈立", id: "u-chen", roles: ["officer"], unitName: "柳桥派出所" },
  connection: "online",
  waiting: 0,
  at: AT,
  clockOffset: AT - Date.now(),
  submits: [{ css: "#submit", held: true }],
  state: "ready",
};

const unknowns = [
  "讯问人员不少于二名民警",
  "讯问时间与他案不重叠",
  "传唤不超过十二小时",
  "讯问地点符合规定",
  "全程同步录音录像",
  "到案后及时讯问",
].map(
  (title, i): Finding => ({
    ...grey,
    title,
    key: `u${i}`,
    gate: "none",
    missing: [`interviews/i1.f${i}`],
    fields: [
      {
        path: `interviews/i1.f${i}`,
        label: ["讯问人员", "讯问人员", "到案时间", "讯问地点", "同步录音录像", "到案时间"][i]!,
        state: "unread",
      },
    ],
  }),
);

const calm = {
  ...orange,
  colour: "green" as const,
  title: "传唤十二小时",
  due: AT + 7 * HOUR + 5 * 60_000,
  from: AT - 5 * HOUR,
};

/** Every condition that the pictures show, by name. */
export const samples: Readonly<Record<string, PageState>> = {
  ready,
  clear: { ...ready, applicable: [...met(22), calm], all: [...met(22), calm], notes: [] },
  degraded: { ...ready, applicable: [...met(17), ...unknowns], all: [...met(17), ...unknowns] },
  offline: { ...ready, connection: "offline", waiting: 7 },
  "signed-out": { ...ready, connection: "signed-out" },
  paused: { ...ready, paused: { until: AT + 22 * 60_000, reason: "正在演示平台操作" } },
  "no-case": { ...ready, state: "no-case", applicable: [], all: [], notes: [], evidence: {} },
  reading: { ...ready, state: "reading", applicable: [], all: [], notes: [] },
  error: { ...ready, state: "error" },
  legal: {
    ...ready,
    member: { name: "林知秋", id: "u-lin", roles: ["legal"], unitName: "北岸分局法制大队" },
  },
};
