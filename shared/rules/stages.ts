// The stages of a case in the order of its life, with their words on screen.
import type { Stage } from "./rule.ts";

export interface StageWord {
  readonly id: Stage;
  readonly label: string;
}

export const STAGES: readonly StageWord[] = [
  { id: "intake", label: "接处警" },
  { id: "filing", label: "受立案" },
  { id: "interview", label: "询问讯问" },
  { id: "coercive-measures", label: "强制措施" },
  { id: "property", label: "涉案财物" },
];

/** `强制措施`; an unknown stage is shown by its id, so that a newer pack can still be read. */
export const stageLabel = (id: string): string => STAGES.find((stage) => stage.id === id)?.label ?? id;

/** Position in the life of a case; unknown stages come last. */
export const stageOrder = (id: string): number => {
  const at = STAGES.findIndex((stage) => stage.id === id);
  return at === -1 ? STAGES.length : at;
};
