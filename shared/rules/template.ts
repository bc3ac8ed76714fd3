// The fact line of a why-card: a template whose `{field}` are filled with what was read.
import type { ElementId, Field } from "../dictionary/field.ts";
import type { Cell } from "../facts/sheet.ts";
import { dateOf, dayOf, parseDay } from "../time/civil.ts";
import { dayText, fullInstantText, instantText, monthDayText } from "../time/format.ts";
import { readerOf } from "./compile.ts";
import { FUNCTIONS } from "./functions.ts";
import { fieldAt } from "./names.ts";
import type { Reader } from "./scope.ts";
import { WORDS } from "./words.ts";

/** Names of the judge's own that a template may ask for: now, the end of the period, how far it is over or away, and the act that ended it. */
export const OWN = ["now", "due", "span", "done"] as const;
export type Own = (typeof OWN)[number];

export interface Slot {
  readonly reader: Reader;
  readonly field: Field;
  /** A function of the value: `{police(askers)}`. */
  readonly of?: string;
  /** Its second value: `{changed(reportText, disposalText)}`. */
  readonly and?: Reader;
}

export type Template = readonly (string | { readonly own: Own } | Slot)[];

/** Splits a template. Throws an Error whose message names the placeholder that means nothing. */
export function parseTemplate(text: string, each: ElementId): Template {
  return text.split(/(\{[^{}]*\})/).flatMap((part): Template => {
    if (part === "") return [];
    if (!part.startsWith("{")) return [part];
    const name = part.slice(1, -1).trim();
    if ((OWN as readonly string[]).includes(name)) return [{ own: name as Own }];
    const call = /^([A-Za-z]+)\(([\w.]+)(?:, ?([\w.]+))?\)$/.exec(name);
    const at = fieldAt(each, call?.[2] ?? name);
    if (at === undefined || (call !== null && !Object.hasOwn(FUNCTIONS, call[1]!))) throw new Error(part);
    const slot = { reader: readerOf(at.element, at.field.id), field: at.field };
    if (call === null) return [slot];
    const second = call[3] === undefined ? undefined : fieldAt(each, call[3]);
    if (call[3] !== undefined && second === undefined) throw new Error(part);
    const and = second && { and: readerOf(second.element, second.field.id) };
    return [{ ...slot, of: call[1]!, ...and }];
  });
}

/** A value as the screen says it. Instants carry their year only when it is not the year of `now`. */
export function valueText(value: Cell, field: Field, now: number): string {
  if (value === undefined) return WORDS.unread;
  if (value === null) return WORDS.blank;
  const { is } = field.type;
  if (is === "instant" || is === "day") return momentText(value as number | string, now);
  return Array.isArray(value) ? value.join("、") : String(value);
}

/** `11月20日 04:30`, `2025年12月31日`. */
export function momentText(moment: number | string, now: number): string {
  const day = typeof moment === "number" ? dayOf(moment) : parseDay(moment);
  if (day === undefined) return String(moment);
  const thisYear = dateOf(day).year === dateOf(dayOf(now)).year;
  if (typeof moment === "number") return thisYear ? instantText(moment) : fullInstantText(moment);
  return thisYear ? monthDayText(day) : dayText(day);
}
