// The words in titles by which a page or a part of it tells what it is about.
import type { ElementId } from "../../../shared/dictionary/field.ts";

/** First match wins: the more telling words stand first. */
const ELEMENT_WORDS: readonly (readonly [RegExp, ElementId])[] = [
  [/干预|过问|插手/, "interferences"],
  [/录音录像|音视频|执法记录仪|视频资料/, "recordings"],
  [/(?:辨认|检查|勘验|侦查实验|搜查|提取|扣押|查封|称量|取样|指认|检测)笔录/, "examinations"],
  [/笔录|询问|讯问/, "interviews"],
  [/呈批|审批|审核|呈请|流转/, "approvals"],
  [/财物|扣押|物品|物证/, "property"],
  [/强制措施|取保候审|监视居住|(?<!行政|司法|治安)拘留|逮捕|拘传/, "measures"],
  [/办案区|办案场所|办案中心|入区|出区/, "venues"],
  [/卷宗|案卷/, "dossier"],
  [/文书/, "documents"],
  [/勘验|鉴定|辨认|侦查实验/, "examinations"],
  [/检察监督|申请与监督|复议|复核/, "requests"],
  [/行政处罚|处罚决定|处罚执行/, "penalties"],
  [/受案|立案|案件/, "case"],
  [/接处警|接警|处警|警情|报警/, "incident"],
  [/人员|嫌疑人|当事人|被害人|证人|报案人/, "persons"],
];

/** A title of spread letters without the spaces between them: 搜 查 笔 录. */
const closed = (title: string): string =>
  /^(?:\S\s+)+\S$/u.test(title.trim()) ? title.replace(/\s+/g, "") : title;

/** The element that a title speaks of. */
export const elementInTitle = (title: string): ElementId | undefined =>
  title.length > 40 ? undefined : ELEMENT_WORDS.find(([words]) => words.test(closed(title)))?.[1];

export interface TitledKind {
  readonly id: string;
  readonly label: string;
  readonly element?: ElementId;
}

const KIND_WORDS: readonly (readonly [RegExp, TitledKind])[] = [
  [
    /^(?:全部|我的|待办)?(?:案件|警情|接处警单?|任务).{0,4}(?:列表|查询|检索|台账)$|工作台|首页|门户/,
    { id: "list", label: "列表" },
  ],
  [
    /勘验|(?:检查|搜查|提取|扣押|查封|称量|取样|指认|检测)笔录|辨认|侦查实验|鉴定/,
    { id: "examination", label: "勘验检查鉴定", element: "examinations" },
  ],
  [/讯问笔录/, { id: "interview", label: "讯问笔录", element: "interviews" }],
  [/询问笔录/, { id: "interview", label: "询问笔录", element: "interviews" }],
  [/笔录|讯问|询问/, { id: "interview", label: "讯问笔录", element: "interviews" }],
  [/呈批|审批|审核|呈请/, { id: "approval", label: "呈批审核", element: "approvals" }],
  [/涉案财物|扣押|财物|物品/, { id: "property", label: "涉案财物", element: "property" }],
  [/办案区|办案场所|办案中心|出入区|入区/, { id: "stays", label: "办案场所", element: "venues" }],
  [/卷宗|案卷/, { id: "dossier", label: "卷宗", element: "dossier" }],
  [/行政处罚|处罚决定|处罚执行/, { id: "penalty", label: "行政处罚", element: "penalties" }],
  [/申请与监督|检察监督|复议|复核/, { id: "requests", label: "申请与监督事项", element: "requests" }],
  [/法律文书|文书(?:列表|清单|管理|送达)/, { id: "papers", label: "法律文书", element: "documents" }],
  [/强制措施|取保候审|监视居住/, { id: "measures", label: "人员与强制措施", element: "measures" }],
  [/受案|立案|受理/, { id: "filing", label: "受案登记", element: "case" }],
  [/接处警|接警|处警|警情/, { id: "incident", label: "接处警单", element: "incident" }],
  [/案件/, { id: "case", label: "案件详情", element: "case" }],
  [/人员/, { id: "measures", label: "人员与强制措施", element: "persons" }],
];

/** The kind of page that a title names. */
export const kindInTitle = (title: string): TitledKind | undefined =>
  title.length > 40 ? undefined : KIND_WORDS.find(([words]) => words.test(closed(title)))?.[1];

/** The kind of page on which an element is at home. */
export const kindOfElement = (element: ElementId): TitledKind => {
  const found = KIND_WORDS.find(([, kind]) => kind.element === element && kind.id !== "filing")?.[1];
  return found ?? { id: "case", label: "案件详情", element };
};
