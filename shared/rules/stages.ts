// The stages of a case in the order of its life, with their words on screen.
import type { Stage } from "./rule.ts";

export interface StageWord {
  readonly id: Stage;
  readonly label: string;
}

export const STAGES: readonly StageWord[] = [
  { id: "intake", label: "接处警" },
  { id: "filing", label: "受立案" },
  { id: "jurisdiction", label: "管辖" },
  { id: "interview", label: "询问讯问" },
  { id: "examination", label: "勘验检查辨认鉴定" },
  { id: "coercive-measures", label: "强制措施" },
  { id: "property", label: "涉案财物" },
  { id: "evidence", label: "证据与音视频" },
  { id: "notice", label: "告知送达" },
  { id: "hearing", label: "听证" },
  { id: "penalty", label: "行政处罚与执行" },
  { id: "review", label: "审核审批与集体议案" },
  { id: "dossier", label: "案卷归档" },
  { id: "closing", label: "结案撤案终止" },
  { id: "venue", label: "办案场所" },
  { id: "vulnerable", label: "未成年人与特殊对象" },
  { id: "counsel", label: "律师与法律援助" },
  { id: "long-pending", label: "长期未结" },
  { id: "supervision", label: "执法监督与过错追究" },
];

/** `强制措施`; an unknown stage is shown by its id, so that a newer pack can still be read. */
export const stageLabel = (id: string): string => STAGES.find((stage) => stage.id === id)?.label ?? id;

/** Position in the life of a case; unknown stages come last. */
export const stageOrder = (id: string): number => {
  const at = STAGES.findIndex((stage) => stage.id === id);
  return at === -1 ? STAGES.length : at;
};
