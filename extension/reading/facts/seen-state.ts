// What a field's text says at its place on the page: masked and cut-off values, the year and the unit that stand elsewhere.
import type { Field } from "../../../shared/dictionary/field.ts";
import { spelt } from "../../../shared/dictionary/spelt.ts";
import { readValue } from "../../../shared/facts/value.ts";
import type { Found } from "./found.ts";
import { contradicts } from "./shape.ts";

/** Where else to look for what a value leaves out: its label, then the titles over it, the nearest first. */
export interface Around {
  readonly label: string;
  readonly titles?: readonly string[] | undefined;
}

type State = Pick<Found, "state" | "value" | "reason">;

/** `138****0000`: a value that the page itself keeps back is not read. */
const MASKED = /[*＊●•]{2,}/;

/** `陈立、+ 2`: the box names only some of those chosen. */
const CUT_OFF = /、\+\s*\d+(?:\s*\.{3})?$|^\+\s*\d+$|(?<!…)…$|(?<!\.)\.{3}$/;

/** A date without its year: 3月5日14时. */
const YEARLESS = /^\d{1,2}\s*月\s*\d{1,2}\s*[日号]/;

/** A year that stands by itself, not as part of a date. */
const YEAR = /(?<!\d)((?:19|20)\d{2})\s*年(?!\s*\d{1,2}\s*月)/g;

/** The one year that the nearest text with a year names; undefined where it names several. */
function yearAround({ label, titles = [] }: Around): string | undefined {
  for (const text of [label, ...titles]) {
    const years = new Set([...text.matchAll(YEAR)].map((found) => found[1]!));
    if (years.size > 0) return years.size === 1 ? [...years][0] : undefined;
  }
  return undefined;
}

const LABEL_UNIT =
  /[（([【/]\s*(?:单位\s*[:：]?\s*)?([百千万亿]*(?:元|圆|人民币)|小时|分钟|天|日|月)\s*[）)\]】]?$/;

/** The unit that a label names behind its words: 涉案金额（万元）. */
export const unitIn = (label: string): string | undefined => LABEL_UNIT.exec(label)?.[1];

/** `1.5、万元`: a box for the number beside a box for its unit. */
const APART = /^([\d.,\s]+)、\s*([百千万亿]*元)$/;

function amount(field: Field, text: string, label: string, unit: string | undefined): State {
  const apart = APART.exec(text);
  if (apart !== null) return readValue(field, `${apart[1]}${apart[2]}`);
  const named = unitIn(label);
  const bare = /^[\d.,\s]+$/.test(text);
  if (!bare || (named === undefined && unit === undefined)) return readValue(field, text);
  if (named !== undefined && unit !== undefined && named !== unit)
    return { state: "unread", reason: "conflict" };
  return readValue(field, `${text}${unit ?? named}`);
}

/** The state of a field from its text; `unit` is what stands behind its control. */
export function stateOf(field: Field, text: string, around: Around, unit?: string): State {
  const { is } = field.type;
  if (MASKED.test(text) || CUT_OFF.test(text.trim())) return { state: "unread", reason: "unparsed" };
  const dated = is === "instant" || is === "day";
  const year = dated && YEARLESS.test(text.trim()) ? yearAround(around) : undefined;
  const said = spelt(field, text);
  if (said !== undefined) return { state: "known", value: said };
  const state: State =
    is === "number" && text.trim() !== ""
      ? amount(field, text, around.label, unit)
      : readValue(field, year === undefined ? text : `${year}年${text.trim()}`);
  return state.state === "known" && contradicts(field, state.value!)
    ? { state: "unread", reason: "conflict" }
    : state;
}
