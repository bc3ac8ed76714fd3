// Words that mean two things: which one is told by the value, or both are said at once.
import { matchLabel } from "../../../shared/dictionary/match.ts";
import type { SeenCell } from "../../protocol/frame-scan.ts";
import type { Found } from "./found.ts";

/** Words that pages use for what a case is about and for what kind it is. */
const KIND_OR_CAUSE = /^(?:案件性质|案别)$/;
const KIND = /^(?:刑事|行政|治安)(?:案件)?$/;

/** Words for what is done with a thing at first and at last. */
const DONE = /^(?:处理方式|处置方式|强制措施|采取措施|强制措施种类)$/;
const AT_FIRST = /^(?:扣押|查封|冻结|先行登记保存|调取|接受)$/;

/** A case by its number or by its name. */
const CASE = /^(?:所属|涉及|关联|相关|对应|所涉|涉案|本)案件$/;
const NUMBER = /^[A-Z]?\d{8,}$/;

/** The word by which a cell's label is known where only the value tells which of two it means. */
export function wordOf({ label, value }: SeenCell): string {
  const word = label.replace(/[\s:：*]/g, "");
  if (KIND_OR_CAUSE.test(word) && KIND.test(value.trim())) return "案件类别";
  if (CASE.test(word)) return NUMBER.test(value.trim()) ? "案件编号" : "案件名称";
  return DONE.test(word) && AT_FIRST.test(value.trim()) ? "处置措施" : label;
}

/** 处罚决定时间 of a penalty is when the case was decided as well. */
export const ofCaseToo = (states: readonly Found[]): readonly Found[] =>
  states.flatMap((one) => {
    const field =
      one.field.id === "decidedAt"
        ? matchLabel(one.label).find(({ element }) => element === "case")?.field
        : undefined;
    return field === undefined || one.state === "unread" ? [] : [{ ...one, entity: "case", field }];
  });
