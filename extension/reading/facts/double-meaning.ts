// Words that mean two things: which one is told by the value, or both are said at once.
import { fieldOf } from "../../../shared/dictionary/dictionary.ts";
import type { ElementId } from "../../../shared/dictionary/field.ts";
import { type LabelMatch, matchLabel } from "../../../shared/dictionary/match.ts";
import type { SeenCell } from "../../protocol/frame-scan.ts";
import type { Found } from "./found.ts";
import { candidateOf } from "./match.ts";
import type { Meant, Thing } from "./things.ts";

/** Words that pages use for what a case is about and for what kind it is. */
const KIND_OR_CAUSE = /^(?:案件性质|案别)$/;
const KIND = /^(?:刑事|行政|治安)(?:案件)?$/;

/** Words for what is done with a thing at first and at last. */
const DONE = /^(?:处理方式|处置方式|强制措施|采取措施|强制措施种类)$/;
const AT_FIRST = /^(?:扣押|查封|冻结|先行登记保存|调取|接受)$/;

/** Which end of a span a box is for: 发案时间（起）, 发案时间（止）. */
const END = /[（(](?:起|自|始|开始|止|至|讫|结束)[）)]$/;
const FROM = /起|自|始/;

/** A case by its number or by its name. */
const CASE = /^(?:所属|涉及|关联|相关|对应|所涉|涉案|本)案件$/;
const NUMBER = /^[A-Z]?\d{8,}$/;

/** The word by which a cell's label is known where only the value tells which of two it means. */
export function wordOf({ label, value }: SeenCell): string {
  const word = label.replace(/[\s:：*]/g, "");
  const end = END.exec(word);
  if (end !== null) return `${word.slice(0, end.index)}${FROM.test(end[0]) ? "" : "止"}`;
  if (KIND_OR_CAUSE.test(word) && KIND.test(value.trim())) return "案件类别";
  if (CASE.test(word)) return NUMBER.test(value.trim()) ? "案件编号" : "案件名称";
  return DONE.test(word) && AT_FIRST.test(value.trim()) ? "处置措施" : label;
}

const isName = ({ meaning }: Pick<Meant, "meaning">): boolean =>
  candidateOf(meaning, "persons")?.field.id === "name";

/**
 * What a word means beside the others of its box: 到案时间 beside 到案方式 is the person's and not that of a measure, and 受理时间
 * of an examination is the laboratory's.
 */
export function beside(
  best: LabelMatch | undefined,
  { cell, meaning }: Meant,
  main: ElementId | undefined,
  cells: readonly Meant[],
): LabelMatch | undefined {
  if (main === "examinations" && best?.element === "case" && /^受理/.test(cell.label)) return undefined;
  if (main === "persons" && best?.field.type.is === "person" && !cells.some(isName))
    return { element: "persons", field: fieldOf("persons", "name")!, score: 1, by: "wording" };
  // 人员姓名 may be of a measure as well, where the box tells of one.
  if (best === undefined && main !== undefined && isName({ meaning })) return candidateOf(meaning, "persons");
  if (best?.element !== "measures" || best.field.id !== "arrivedAt") return best;
  const isWay = (one: Meant): boolean => candidateOf(one.meaning, "persons")?.field.id === "arriveWay";
  return (cells.some(isWay) ? candidateOf(meaning, "persons") : undefined) ?? best;
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

/** Who is named under 报案人 with particulars is the case's 报案人 as well. */
export function reporterOf(section: string, made: readonly Thing[]): readonly Thing[] {
  const name = /^报案人/.test(section)
    ? made.flatMap(({ found }) => found).find((one) => one.entity === "persons" && one.field.id === "name")
    : undefined;
  const field = fieldOf("case", "reporter")!;
  return name === undefined || name.state !== "known"
    ? []
    : [{ ...made[0]!, entity: "case", owner: undefined, found: [{ ...name, entity: "case", field }] }];
}
