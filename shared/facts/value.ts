// Reads a field's value from the text of a page: known, blank, or not to be read.
import type { Field } from "../dictionary/field.ts";
import { parseChoice } from "./choice-text.ts";
import { parseMoment } from "./moment-text.ts";
import { parseNumber } from "./number-text.ts";
import { officerText, parseOfficers } from "./officers.ts";
import type { Value } from "./sheet.ts";

export type Reading =
  | { readonly state: "known"; readonly value: Value }
  | { readonly state: "absent" }
  | { readonly state: "unread"; readonly reason: "unparsed" };

/** What pages show where nothing was entered. */
const BLANK =
  /^(?:[-–—/／_＿\s*]*|暂无|未填|未填写|待填|请(?:选择|输入|填写).{0,12}|null|undefined|NaN|N\/A|[（(]?(?:空|未指定|未分配|待分配|待指派|待定)[）)]?)$/;

/** What stands in the place of a value that a page did not put in, or that nobody knows. */
const NO_VALUE =
  /[$#]\{[\w.]+\}|\{\{\s*[\w.]+\s*\}\}|[×ⅹ]{2}|^[Xx]{2,}(?:[、,，][Xx]{2,})*$|^(\d)\1{6,}$|^(?:不详|不明|未知|同上|同前)$/;

/** Dates that databases hold where none was entered. */
const NO_DATE = /^(?:0001-01-01|1900-0?1-0?1|1970-0?1-0?1|1899-12-3[01])\b/;

/** `无` is an answer to a choice and a text, and a blank everywhere else. */
const MISSING = /^(?:无|没有)$/;

/** A date of which only the marks are printed: `____年__月__日`. */
const MARKS_ALONE = /^[_＿\s]*年[_＿\s]*月[_＿\s]*日(?:[_＿\s]*时[_＿\s]*分)?[_＿\s]*$/;

/** `未解除`, `尚未送达` where a date is asked: it has not happened. `未知` says nothing. */
const NOT_YET = /^[尚暂还]?未(?![知详明定]).{1,5}$/;

/** What pages add behind a date: a hint in brackets, how much time is left. What makes the date itself uncertain is none. */
const BESIDE_DATE =
  /\s*[（(](?![^（()）]*(?:约|预|计划|拟|暂|左右|许|估|至|前|后))[^（）()]*[）)]\s*$|\s+(?:未|已)?[超逾]期(?:\s*\d+\s*[天日])?$|\s+剩余?\s*\d+\s*[天日]$|\s+即将到期$/;

/** A short word whose letters were spread to fill its cell: `韩　某`. */
const SPREAD = /^(?:\p{Script=Han}\s+){1,3}\p{Script=Han}$/u;

function parse(field: Field, text: string): Value | undefined {
  switch (field.type.is) {
    case "instant":
      return parseMoment(text);
    case "day": {
      const moment = parseMoment(text);
      return typeof moment === "string" ? moment : undefined;
    }
    case "number":
      return parseNumber(text, field.type.unit);
    case "choice":
      return parseChoice(field.type, text, field.label);
    case "officers":
      return parseOfficers(text)?.map(officerText);
    case "list":
      return text
        .split(/[、,，;；\n]+/)
        .map((one) => one.trim())
        .filter((one) => one !== "");
    case "text":
    case "person":
      return SPREAD.test(text) ? text.replace(/\s+/g, "") : text;
  }
}

/** The state that a page's text gives a field. An empty text means looked and blank; unreadable text is never guessed at. */
export function readValue(field: Field, text: string): Reading {
  const shown = text.replace(/[\u200b-\u200d\ufeff]/g, "").trim();
  if (BLANK.test(shown)) return { state: "absent" };
  const free = field.type.is === "text" || field.type.is === "person" || field.type.is === "officers";
  if (free && NO_VALUE.test(shown)) return { state: "unread", reason: "unparsed" };
  const answers = field.type.is === "choice" || field.type.is === "text";
  if (!answers && MISSING.test(shown)) return { state: "absent" };
  const dated = field.type.is === "instant" || field.type.is === "day";
  if (dated && NO_DATE.test(shown)) return { state: "unread", reason: "unparsed" };
  if (dated && (MARKS_ALONE.test(shown) || NOT_YET.test(shown))) return { state: "absent" };
  const value = parse(field, shown) ?? (dated ? parse(field, shown.replace(BESIDE_DATE, "")) : undefined);
  return value === undefined ? { state: "unread", reason: "unparsed" } : { state: "known", value };
}
