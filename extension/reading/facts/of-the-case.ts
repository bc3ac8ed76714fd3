// What is said of the case by words that mean something else as well: its kind by its value, its decision by that of the penalty.
import { matchLabel } from "../../../shared/dictionary/match.ts";
import type { SeenCell } from "../../protocol/frame-scan.ts";
import type { Found } from "./found.ts";

/** Words that pages use for what a case is about and for what kind it is. */
const KIND_OR_CAUSE = /^(?:案件性质|案别)$/;
const KIND = /^(?:刑事|行政|治安)(?:案件)?$/;

/** The word by which a cell's label is known: 案件类别 where the value is one, whatever stands before it. */
export const wordOf = ({ label, value }: SeenCell): string =>
  KIND_OR_CAUSE.test(label.replace(/[\s:：*]/g, "")) && KIND.test(value.trim()) ? "案件类别" : label;

/** 处罚决定时间 of a penalty is when the case was decided as well. */
export const ofCaseToo = (states: readonly Found[]): readonly Found[] =>
  states.flatMap((one) => {
    const field =
      one.field.id === "decidedAt"
        ? matchLabel(one.label).find(({ element }) => element === "case")?.field
        : undefined;
    return field === undefined || one.state === "unread" ? [] : [{ ...one, entity: "case", field }];
  });
