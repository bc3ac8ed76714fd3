// The name of a paper and its number written into one cell are two values: `送达文书名称、文号：行政处罚决定书 X公（Y）行罚决字〔2026〕8号`.
import type { SeenCell } from "../../protocol/frame-scan.ts";

const LABEL = /^(?:送达的?)?(?:法律)?文书(?:名称)?(?:[、及和/]|\s)?(?:文号|编号|字号)$/;
const BOTH =
  /^([^\s　（(〔]{2,20}(?:书|证|表|单|笔录))[\s　，,、]*[（(]?([^\s　，,]{2,20}〔\d{4}〕第?\d+号)[）)]?$/u;

/** The cells, each of these as two. */
export const withPapersApart = (cells: readonly SeenCell[]): readonly SeenCell[] =>
  cells.flatMap((cell) => {
    const both = LABEL.test(cell.label) ? BOTH.exec(cell.value.trim()) : null;
    return both === null
      ? [cell]
      : [
          { ...cell, label: "文书名称", value: both[1]! },
          { ...cell, label: "文书文号", value: both[2]! },
        ];
  });
