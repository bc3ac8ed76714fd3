// A value that is itself a row of labels and values: its label was the title over them, or stands before an empty place.
import { matchLabel } from "../../../shared/dictionary/match.ts";
import type { SeenCell } from "../../protocol/frame-scan.ts";

const PAIR = /(?<=^|\s)([\u3400-\u9fff]{2,12}(?:[（(]签[名字][）)])?)\s*[:：]\s*/gu;
const BEGIN = /^[\u3400-\u9fff]{2,12}(?:[（(]签[名字][）)])?\s*[:：]/u;

/** Titles over the particulars of somebody, or of what was done to somebody. */
const TITLE = /^(?:犯罪嫌疑人|违法嫌疑人|嫌疑人|违法行为人|被害人|被侵害人|证人|强制措施)$/;

/** The cells, such a one taken apart. Boxes that can be typed in are left alone. */
export function withPairsApart(cells: readonly SeenCell[]): readonly SeenCell[] {
  return cells.flatMap((cell): readonly SeenCell[] => {
    if (cell.editable || cell.label === "" || !BEGIN.test(cell.value)) return [cell];
    const heads = [...cell.value.matchAll(PAIR)].filter((head) => matchLabel(head[1]!).length > 0);
    const title = heads.length > 1 && TITLE.test(cell.label.replace(/[\s:：]/g, ""));
    const blank = heads.length === 1 && matchLabel(cell.label).length > 0;
    if (heads[0]?.index !== 0 || !(title || blank)) return [cell];
    const inside = heads.map(
      (head, at): SeenCell => ({
        ...cell,
        label: head[1]!,
        value: cell.value.slice(head.index + head[0].length, heads[at + 1]?.index).trim(),
        section: title ? cell.label : cell.section,
        codes: [],
        parts: undefined,
      }),
    );
    return title ? inside : [{ ...cell, value: "" }, ...inside];
  });
}
