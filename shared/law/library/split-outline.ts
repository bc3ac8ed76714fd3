// Splits a document without articles (意见, 通知) into its numbered places: 二(一)2.
import type { Article } from "./statute-text.ts";

const TOP = /^#* ?([一二三四五六七八九十]{1,3})、\s*(.*)$/;
const MIDDLE = /^#* ?[（(]([一二三四五六七八九十]{1,3})[）)]\s*(.*)$/;
const LOW = /^(\d{1,2}) ?[.．、]\s*(.*)$/;

type Draft = { number: string; chapter?: string; paragraphs: { text: string }[] };

/** The places that carry text, each under the headings over it; empty where the document has no 一、 二、. */
export function splitOutline(lines: readonly string[]): readonly Article[] {
  const places: Draft[] = [];
  let [top, middle] = ["", ""];
  let [topName, middleName] = ["", ""];
  let current: Draft | undefined;
  const begin = (number: string, chapter: string, text: string): void => {
    current = { number, ...(chapter === "" ? {} : { chapter: chapter.slice(0, 118) }), paragraphs: [] };
    places.push(current);
    if (text !== "") current.paragraphs.push({ text });
  };
  for (const line of lines) {
    const [, first, topText = ""] = TOP.exec(line) ?? [];
    const [, second, middleText = ""] = MIDDLE.exec(line) ?? [];
    const [, third] = LOW.exec(line) ?? [];
    if (first !== undefined) {
      [top, topName, middle, middleName] = [first, `${first}、${topText}`, "", ""];
      begin(top, "", topText);
    } else if (second !== undefined && top !== "") {
      [middle, middleName] = [second, `（${second}）${middleText}`];
      begin(`${top}(${middle})`, topName, middleText);
    } else if (third !== undefined && middle !== "") {
      begin(`${top}(${middle})${third}`, `${topName} · ${middleName}`, line);
    } else if (line !== "" && !/^(#|---+$|\|)/.test(line)) current?.paragraphs.push({ text: line });
  }
  const kept = new Map<string, Draft>();
  for (const place of places)
    if (place.paragraphs.length > 0 && !kept.has(place.number)) kept.set(place.number, place);
  return top === "" ? [] : [...kept.values()];
}
