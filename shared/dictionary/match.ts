// Finds the dictionary's field for a label or an input name of a page that is not ours.
import { dictionary } from "./dictionary.ts";
import type { ElementId, ElementKind, Field } from "./field.ts";
import { foldLabel } from "./fold.ts";

export interface LabelMatch {
  readonly element: ElementId;
  readonly field: Field;
  /** 0 to 1; only good for ordering the candidates of one label. */
  readonly score: number;
  readonly by: "label" | "synonym" | "code" | "wording";
}

/** Candidates by folded label and by code in capitals. */
export interface LabelIndex {
  readonly words: ReadonlyMap<string, readonly LabelMatch[]>;
  readonly codes: ReadonlyMap<string, readonly LabelMatch[]>;
}

export interface LabelHint {
  /** The element that the place of the page is about: its fields come first. */
  readonly element?: ElementId | undefined;
}

const LABEL = 1;
const SYNONYM = 0.9;
const CODE = 0.8;
/** Codes of two letters (XM, SL) are also what programmers call other things. */
const SHORT_CODE = 0.5;
const REPHRASED = 0.95;
const ELSEWHERE = 0.7;

/** Index of all labels, synonyms and codes of a dictionary. */
export function indexLabels(kinds: readonly ElementKind[]): LabelIndex {
  const words = new Map<string, LabelMatch[]>();
  const codes = new Map<string, LabelMatch[]>();
  const add = (map: Map<string, LabelMatch[]>, key: string, match: LabelMatch): void => {
    const there = map.get(key);
    if (there === undefined) map.set(key, [match]);
    else if (!there.some((other) => other.field === match.field)) there.push(match);
  };
  for (const { id: element, fields } of kinds)
    for (const field of fields) {
      add(words, foldLabel(field.label), { element, field, score: LABEL, by: "label" });
      for (const word of field.synonyms)
        add(words, foldLabel(word), { element, field, score: SYNONYM, by: "synonym" });
      for (const code of field.codes)
        add(codes, code, { element, field, score: code.length < 3 ? SHORT_CODE : CODE, by: "code" });
    }
  return { words, codes };
}

/** The ways in which pages say that something is the number of a paper. */
const NUMBERS = ["文号", "编号", "号码", "号"];

/** The same label said otherwise: without 的, 日期 or 日期时间 for 时间, without 是否, 编号 for 文号, 被带入人姓名 for 被带入人. */
function* rephrased(label: string): Generator<readonly [text: string, fits?: (field: Field) => boolean]> {
  const plain = label.replace(/的/g, "");
  yield [plain];
  if (plain.endsWith("日期时间")) yield [plain.replace("日期", "")];
  if (plain.endsWith("日期")) yield [`${plain.slice(0, -2)}时间`];
  if (plain.endsWith("时间")) yield [`${plain.slice(0, -2)}日期`];
  if (plain.startsWith("是否")) yield [plain.slice(2)];
  yield [`是否${plain}`];
  if (plain.length > 3 && plain.endsWith("姓名")) yield [plain.slice(0, -2), isOfPerson];
  const number = NUMBERS.find((word) => plain.length > word.length + 1 && plain.endsWith(word));
  if (number === undefined) return;
  const stem = plain.slice(0, -number.length);
  for (const word of NUMBERS) yield [stem + word, isNumber];
}

const isOfPerson = ({ type }: Field): boolean => type.is === "person" || type.is === "officers";
const isNumber = ({ id }: Field): boolean => /number$/i.test(id);

/** The other phrasings of a field's word that a page's script can only know when it is told them. */
export function phrasings(word: string, field: Field): readonly string[] {
  const also = [word.startsWith("是否") ? word.slice(2) : `是否${word}`];
  if (word.endsWith("日期")) also.push(`${word.slice(0, -2)}时间`);
  if (word.endsWith("时间")) also.push(`${word.slice(0, -2)}日期`);
  if (isOfPerson(field) && !word.endsWith("姓名")) also.push(`${word}姓名`);
  const number = isNumber(field) ? NUMBERS.find((end) => word.endsWith(end)) : undefined;
  if (number !== undefined && word.length > number.length + 1)
    also.push(...NUMBERS.map((end) => word.slice(0, -number.length) + end));
  return also;
}

/** Codes that may stand in an input's name: `form.ajbh`, `txtAJBH`, `list[0].zxsj`, `c_sarq`. */
function* codesIn(name: string): Generator<string> {
  const last =
    name
      .replace(/\[\d*\]/g, "")
      .split(/[.:/$_-]/)
      .at(-1) ?? "";
  yield last.toUpperCase();
  yield name.replace(/[^A-Za-z0-9]/g, "").toUpperCase();
  const bare = /^(?:txt|ipt|input|sel|ddl|cmb|dp|lbl|fld|frm)(.+)$/i.exec(last);
  if (bare) yield bare[1]!.toUpperCase();
}

/** Candidates for a text of the page, best first; empty when the dictionary has none. */
export function matchIn(index: LabelIndex, text: string, hint?: LabelHint): readonly LabelMatch[] {
  if (text.length > 60) return [];
  const found = lookUp(index, text);
  const element = hint?.element;
  if (element === undefined || found.length < 2) return found;
  return found
    .map((match) => (match.element === element ? match : { ...match, score: match.score * ELSEWHERE }))
    .sort((a, b) => b.score - a.score);
}

function lookUp(index: LabelIndex, text: string): readonly LabelMatch[] {
  const label = foldLabel(text);
  if (label === "") return [];
  const exact = index.words.get(label);
  if (exact !== undefined) return [...exact].sort((a, b) => b.score - a.score);
  if (/^[\w.$:/[\]-]+$/.test(label) && /[A-Za-z]/.test(label)) {
    for (const code of codesIn(text.trim())) {
      const found = index.codes.get(code);
      if (found !== undefined) return found;
    }
    return [];
  }
  for (const [other, fits] of rephrased(label)) {
    const found = index.words.get(other)?.filter(({ field }) => fits?.(field) ?? true);
    if (found !== undefined && found.length > 0)
      return found
        .map((match) => ({ ...match, score: match.score * REPHRASED }))
        .sort((a, b) => b.score - a.score);
  }
  return [];
}

/** The index of our own dictionary. */
export const labelIndex: LabelIndex = indexLabels(dictionary);

/** Candidates in our own dictionary for a label (`接警时间：`) or an input name (`form.jjsj`), best first. */
export const matchLabel = (text: string, hint?: LabelHint): readonly LabelMatch[] =>
  matchIn(labelIndex, text, hint);
