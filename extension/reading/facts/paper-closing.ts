// What the title of a printed paper says of the date and the number that stand on it without a label.
import type { SeenCell } from "../../protocol/frame-scan.ts";

type Pair = readonly [label: string, value: string];

/** Papers by their titles, with the label of the day on which they were made, that of their number, and what they are. */
const PAPERS: readonly (readonly [title: RegExp, day: string, number?: string | undefined, is?: Pair])[] = [
  [/^当场(?:行政)?处罚决定书$/, "对其处罚决定时间", undefined, ["是否当场处罚", "是"]],
  [/^(?:拘留证|逮捕证|拘传证|传唤证|(?:取保候审|(?:指定居所)?监视居住)决定书)$/, "决定时间"],
  [/处罚决定书$/, "对其处罚决定时间"],
  [/^立案决定书$/, "立案时间"],
  [/^不予立案通知书$/, "不予立案时间", "文书文号"],
  [/^移送案件通知书$/, "移送案件时间"],
  [/^撤销案件决定书$/, "撤案时间", undefined, ["案件状态", "撤销"]],
  [/^(?:扣押|查封)决定书$/, "", "文书文号"],
  [/^受案回执$/, "受案回执时间"],
];

/** A paper that takes another back or ends what it ordered. */
const ENDS = /^(?:解除|撤销(?!案件)|变更|终止)/;

/** The day under the seal, with who signs before it: 公安局（印）2026年3月15日. */
const CLOSING =
  /^[^\d:：]{0,25}?((?:\d{4}|[〇○零一二三四五六七八九]{4})年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日)$/;
/** The number of a paper in a line of its own: 星公（刑）拘字〔2026〕35号. */
export const NUMBER = /^[^\d：:]{2,20}[〔[（(]\d{4}[〕\]）)]第?\d+号$/u;

/** The day and the number as labelled values; `lines` are the paper's sentences in their order, `over` its titles, without white space. */
export function closing(lines: readonly SeenCell[], over: readonly string[]): readonly SeenCell[] {
  const title = over.find((one) => PAPERS.some(([words]) => words.test(one) && !ENDS.test(one)));
  const paper = PAPERS.find(([words]) => title !== undefined && words.test(title));
  if (title === undefined || paper === undefined) return [];
  const [, day, number, is] = paper;
  const said: SeenCell[] = [];
  const put = (cell: SeenCell, label: string, value: string): void => {
    said.push({ ...cell, label, value, section: "", editable: false });
  };
  const texts = lines.map((cell) => [cell, cell.value.replace(/\s+/g, "")] as const);
  // What is signed for below bears a later day.
  const dated = texts.find(([, text]) => CLOSING.test(text));
  if (dated !== undefined && day !== "") put(dated[0], day, CLOSING.exec(dated[1])![1]!);
  if (lines[0] !== undefined && is !== undefined) put(lines[0], ...is);
  const numbered = texts.find(([, text]) => NUMBER.test(text));
  if (number !== undefined && numbered !== undefined) {
    put(numbered[0], number, numbered[1]);
    put(numbered[0], "文书名称", title);
  }
  return said;
}
