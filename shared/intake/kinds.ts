// The seven kinds of data that units take from other systems; validation, columns, schemas and screen words derive from these.
import type { IntakeAct, IntakeId, IntakeKind } from "./kind.ts";

const words = (text: string): readonly string[] => text.split(" ").filter((word) => word !== "");
const at = (...fields: readonly string[]): IntakeAct["sets"] =>
  Object.fromEntries(fields.map((field) => [field, { at: true } as const]));
const act = (said: string, sets: IntakeAct["sets"]): IntakeAct => ({ words: words(said), sets });

const kind = (
  id: IntakeId,
  label: string,
  say: string,
  of: Pick<IntakeKind, "element" | "identity" | "ties" | "silence" | "sample"> & {
    readonly fields: string;
    readonly required: string;
    readonly acts?: readonly IntakeAct[];
    readonly acting?: true;
    readonly first?: string;
    readonly fixed?: IntakeKind["fixed"];
  },
): IntakeKind => ({
  id,
  label,
  say,
  element: of.element,
  identity: of.identity,
  ties: of.ties,
  fields: words(of.fields),
  required: words(of.required),
  acts: of.acts ?? [],
  acting: of.acting === true,
  first: words(of.first ?? ""),
  fixed: of.fixed ?? {},
  silence: of.silence,
  sample: of.sample,
});

/** Instants of a sample are minutes before now. */
const ago = (minutes: number): { readonly ago: number } => ({ ago: minutes });

export const INTAKE_KINDS: readonly IntakeKind[] = [
  kind("incident", "110接处警", "接警、派警、到场、反馈每变化一次发送一次；三个渠道都发，用报警方式区分。", {
    element: "incident",
    identity: "number",
    ties: ["own"],
    fields:
      "number receivedAt reportWay firstReceiver happenedAt callKind amount dispatchedAt arrivedAt officers disposalKind disposal disposedAt feedbackAt filed caseNumber registeredAt repeated inScope urgent",
    required: "number receivedAt",
    silence: "none",
    sample: {
      number: "J9901000020260300088",
      receivedAt: ago(90),
      reportWay: "110指令",
      callKind: "盗窃",
      dispatchedAt: ago(85),
      arrivedAt: ago(70),
      disposalKind: "盗窃",
      disposal: "受案",
      feedbackAt: ago(20),
      caseNumber: null,
    },
  }),
  kind("cabinet", "智能卷宗柜", "纸质卷宗、证据每存入、取出一次发送一次。", {
    element: "dossier",
    identity: "number",
    ties: ["caseNumber"],
    fields: "number volumes madeBy",
    required: "",
    acts: [
      act("存入 入柜 归还 deposit", { depositedAt: { at: true }, status: { is: "在库" } }),
      act("取出 借出 withdraw", { lentAt: { at: true }, status: { is: "借出" } }),
      act("归档 archive", { archivedAt: { at: true }, status: { is: "已归档" } }),
    ],
    acting: true,
    first: "depositedAt",
    silence: "field",
    sample: { caseNumber: "A9901000020260300088", act: "存入", number: "星卷20260088", volumes: 1 },
  }),
  kind("recorder", "执法记录仪", "每段音视频归集后发送一次，只发编号和起止时间，不发音视频。", {
    element: "recordings",
    identity: "number",
    ties: ["caseNumber", "incidentNumber"],
    fields: "number of startedAt endedAt operator device whole storedAt integrity",
    required: "number startedAt endedAt",
    silence: "list",
    sample: {
      caseNumber: "A9901000020260300088",
      number: "V99010088",
      of: "讯问",
      startedAt: ago(125),
      endedAt: ago(60),
      operator: ["037301"],
      device: "R990107",
      whole: "是",
    },
  }),
  kind(
    "venue",
    "办案区出入和手环",
    "入区、出区、临时离开、手环佩戴和摘除各发送一次，同一次入区用同一个入区编号。",
    {
      element: "venues",
      identity: "key",
      ties: ["caseNumber"],
      fields:
        "person venue room reason enteredAt escort checkedAt injury belongingsAt guards monitored leftAt tempLeftAt tempLeaveReason tempLeaveApproved",
      required: "",
      acts: [
        act("入区 enter", at("enteredAt")),
        act("出区 离区 leave", at("leftAt")),
        act("佩戴手环 手环佩戴 bracelet-on", at("enteredAt")),
        act("摘除手环 手环摘除 bracelet-off", at("leftAt")),
        act("人身检查 安检 check", at("checkedAt")),
        act("随身财物登记 belongings", at("belongingsAt")),
        act("临时离开 temporary-leave", at("tempLeftAt")),
        act("换房间 定位 room", {}),
      ],
      first: "enteredAt",
      silence: "list",
      sample: {
        caseNumber: "A9901000020260300088",
        key: "R202603010088",
        act: "入区",
        person: "00000000000000a1",
        venue: "星河市局办案中心",
        reason: "传唤",
      },
    },
  ),
  kind("store", "涉案财物保管库", "登记、入库、调用、归还、返还各发送一次。", {
    element: "property",
    identity: "number",
    ties: ["caseNumber"],
    fields:
      "number kind quantity listNumber seizedAt keeper keptPlace registeredAt storedAt borrowedAt borrowBackAt photographed sealed disposal handledAt returnedAt value",
    required: "number",
    acts: [
      act("登记 register", at("registeredAt")),
      act("入库 store", at("storedAt")),
      act("调用 出库 borrow", at("borrowedAt")),
      act("归还 back", at("borrowBackAt")),
      act("返还 发还 return", { returnedAt: { at: true }, disposal: { is: "返还" } }),
    ],
    first: "registeredAt storedAt",
    silence: "none",
    sample: {
      caseNumber: "A9901000020260300088",
      number: "W99010088-1",
      act: "入库",
      kind: "手机",
      quantity: 1,
      keeper: ["037302"],
      keptPlace: "星河市局保管中心03架",
    },
  }),
  kind("complaint", "信访投诉", "收到、受理、答复各发送一次；来信人和内容不发。", {
    element: "requests",
    identity: "number",
    ties: ["caseNumber", "incidentNumber", "own"],
    fields: "number applicant receivedAt acceptedAt dueAt decidedAt answeredAt result",
    required: "number receivedAt",
    fixed: { kind: "举报投诉" },
    silence: "none",
    sample: {
      caseNumber: "A9901000020260300088",
      number: "X99010088",
      applicant: "利害关系人",
      receivedAt: ago(600),
      acceptedAt: ago(300),
      answeredAt: null,
    },
  }),
  kind("outcome", "检法结果", "不批准逮捕、不起诉、败诉、决定被撤销各发送一次，只发文书和时间。", {
    element: "documents",
    identity: "number",
    ties: ["caseNumber"],
    fields: "number madeAt servedAt person",
    required: "number madeAt",
    acts: [
      act("不捕 不批准逮捕", { kind: { is: "不批准逮捕决定书" } }),
      act("不诉 不起诉", { kind: { is: "不起诉决定书" } }),
      act("败诉 行政诉讼败诉", { kind: { is: "行政判决书（败诉）" } }),
      act("撤销 复议撤销", { kind: { is: "撤销原决定的决定书" } }),
    ],
    acting: true,
    silence: "none",
    sample: {
      caseNumber: "A9901000020260300088",
      act: "不捕",
      number: "星检不捕〔2026〕88号",
      madeAt: ago(1_500),
      servedAt: ago(120),
    },
  }),
];

const byId = new Map<string, IntakeKind>(INTAKE_KINDS.map((one) => [one.id, one]));

/** The kind of that id; undefined when there is none. */
export const intakeKind = (id: string): IntakeKind | undefined => byId.get(id);

export const INTAKE_IDS: readonly IntakeId[] = INTAKE_KINDS.map(({ id }) => id);
