// A case's number and name written into one cell are two values: `案件名称：韩某某被盗窃案（A9901…）`, `案件：A9901… 韩某某被盗窃案`.
import type { SeenCell } from "../../protocol/frame-scan.ts";

const LABEL = /^(?:所属|关联|所涉)?案件(?:名称|编号|信息)?$/;
/** A label that says no more than that a case is named. */
const ONLY_CASE = /^(?:所属|所涉)案件$/;
const NUMBER = /^A\d{22}$/;
const NAME_FIRST = /^(.{2,60}案)\s*[（(\s]\s*(A\d{22})\s*[）)]?$/;
const NUMBER_FIRST = /^(A\d{22})[\s　:：/|-]+(.{2,60}案)$/;

/** The cells, each of these as two. */
export const withCasesApart = (cells: readonly SeenCell[]): readonly SeenCell[] =>
  cells.flatMap((cell) => {
    if (!LABEL.test(cell.label)) return [cell];
    const value = cell.value.trim();
    const named = NAME_FIRST.exec(value);
    const numbered = NUMBER_FIRST.exec(value);
    const name = named?.[1] ?? numbered?.[2];
    const number = named?.[2] ?? numbered?.[1];
    if (name === undefined && ONLY_CASE.test(cell.label) && NUMBER.test(value))
      return [{ ...cell, label: "案件编号" }];
    if (name === undefined || number === undefined) return [cell];
    return [
      { ...cell, label: "案件名称", value: name.trim() },
      { ...cell, label: "案件编号", value: number },
    ];
  });
