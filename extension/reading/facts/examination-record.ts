// The printed record of a search, an identification or an inspection names its parts by bare words: 时间, 侦查人员, 见证人.
import type { SeenCell } from "../../protocol/frame-scan.ts";

/** Titles of such records, with what was done. */
const RECORDS: readonly (readonly [title: RegExp, kind: string | undefined])[] = [
  [/^搜查笔录$/, "搜查"],
  [/^辨认笔录$/, "辨认"],
  [/^侦查实验笔录$/, "侦查实验"],
  [/^(?:现场)?勘[验查](?:检查)?笔录$/, "现场勘验"],
  [/^检查笔录$/, undefined],
];

/** Its words by the dictionary's; a span of time is told by its value. */
const WORDS: readonly (readonly [label: RegExp, word: string])[] = [
  [/^(?:起止|搜查|辨认|检查|勘[验查]|实验)?(?:时间|起止时间)$/, "勘验检查时间"],
  [/^(?:侦查|检查|勘[验查]|办案|主持)(?:人员?|民警)(?:姓名、?单位)?$/, "勘验检查人员"],
];
const WITNESS = /^见证人/;

/** The cells of such a record by the dictionary's words, with what its title says; other pages' as they are. */
export function withExaminationRecord(
  cells: readonly SeenCell[],
  titles: readonly string[],
): readonly SeenCell[] {
  const over = titles.map((title) => title.replace(/\s+/g, ""));
  const record = RECORDS.find(([words]) => over.some((title) => words.test(title)));
  if (record === undefined) return cells;
  let place: SeenCell | undefined;
  const named = cells.map((cell): SeenCell => {
    const label = cell.label.replace(/[\s:：]/g, "");
    const word = WORDS.find(([words]) => words.test(label))?.[1];
    if (word !== undefined) {
      place ??= cell;
      return { ...cell, label: word };
    }
    const present = WITNESS.test(label) && /^[\u3400-\u9fff·]{2,}/u.test(cell.value.trim());
    return present ? { ...cell, label: "是否有见证人", value: "是" } : cell;
  });
  const [, kind] = record;
  return place === undefined || kind === undefined
    ? named
    : [
        ...named,
        { ...place, label: "勘验鉴定种类", value: kind, codes: [], parts: undefined, editable: false },
      ];
}
