// Sample page states for looking at the overlay: the same case in its different conditions; all data invented.
import type { EvidenceView, PageState } from "../../extension/protocol/messages.ts";
import type { Finding } from "../../shared/rules/finding.ts";
import type { Checklist } from "../../shared/rules/pack.ts";
import type { CaseNote } from "../../shared/supervision/note.ts";
import { AT, clocks, grey, HOUR, met, orange, red } from "./findings.ts";

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
    id: "theft",
    title: "盗窃案件",
    pages: [],
    kinds: ["刑事"],
    items: [
      item("t1", "列清被盗物品", undefined, "名称、品牌、型号、特征、购买凭证"),
      item("t2", "出具受案回执", "met-1"),
      item("t3", "讯问不少于二名侦查人员", "interview-single-officer", "辅警不计入"),
    ],
  },
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
