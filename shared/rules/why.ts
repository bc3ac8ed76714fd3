// The one fact line of a finding, with the values it rests on.
import { fieldOf } from "../dictionary/dictionary.ts";
import type { Cell, Element, Moment } from "../facts/sheet.ts";
import { remainingText } from "../time/format.ts";
import { FUNCTIONS } from "./functions.ts";
import { holderOf } from "./holder.ts";
import type { Outcome } from "./outcome.ts";
import type { PreparedRule } from "./prepare.ts";
import { listOf, type Reader, type Scope } from "./scope.ts";
import { momentText, type Slot, type Template, valueText } from "./template.ts";
import { WORDS } from "./words.ts";

/** What is wrong, or what keeps it from being told; an exception says itself. */
export function whyOf(
  rule: PreparedRule,
  outcome: Outcome,
  reason: string | undefined,
  scope: Scope,
): string {
  if (outcome.exception !== undefined) return outcome.exception;
  if (outcome.verdict === "unknown") return whyUnknown(rule, reason, scope);
  if (outcome.applies === "no") return "";
  if (rule.why !== undefined) return filled(rule.why, rule, outcome, scope);
  return outcome.verdict === "moot" ? "" : plain(rule, scope);
}

/** Longest fact line (characters). */
const LONGEST = 40;

/** The fact line of a rule that writes none: the values that were read, as many as fit. */
function plain(rule: PreparedRule, scope: Scope): string {
  const { pair } = rule;
  if (pair !== undefined && scope.paired?.found === undefined && scope.paired?.open.length === 0) {
    return WORDS.noneOf(pair.list.label, listOf(scope.sheet, pair.list.element)?.items.length ?? 0);
  }
  const said = new Set<string>();
  let length = 0;
  for (let i = 0; i < scope.reads.size; i++) {
    const { reader, element } = scope.reads.at(i);
    const field = fieldOf(reader.element, reader.field);
    const value = shownOf(element, reader.field);
    if (field === undefined || value === undefined) continue;
    const part = `${reader.label}${valueText(value, field, scope.now)}`;
    if (said.has(part) || length + [...part].length + said.size > LONGEST) continue;
    said.add(part);
    length += [...part].length;
  }
  return said.size === 0 ? WORDS.ticked : [...said].join("，");
}

function whyUnknown(rule: PreparedRule, reason: string | undefined, scope: Scope): string {
  const { labels, list, allBlank } = missingOf(scope);
  if (reason === "attest") return WORDS.attest;
  if (reason === "reading") return WORDS.reading;
  if (reason === "law") return WORDS.law;
  if (reason === "future" && rule.clock) return WORDS.future(rule.clock.from.label);
  if (reason === "order" && labels.length > 0) return WORDS.contrary(labels);
  if (reason === "value") return WORDS.value;
  if (reason === "date") return WORDS.date(labels);
  if (reason === "order" && rule.clock)
    return WORDS.order(rule.clock.until?.label ?? "", rule.clock.from.label);
  if (reason === "day") return WORDS.dayOnly(labels[0] ?? "");
  if (reason === "edition" && labels.length === 0) return WORDS.edition(rule.bases[0]?.basis.statute ?? "");
  if (reason === "conflict") return WORDS.conflict(labels);
  if (reason === "person") return WORDS.person(labels);
  if (list !== undefined) {
    const unread = listOf(scope.sheet, list.element) === undefined;
    return unread ? WORDS.listNotRead(list.label) : WORDS.listInPart(list.label);
  }
  return allBlank ? WORDS.isBlank(labels) : WORDS.notRead(labels);
}

/** Labels of the missing fields, the first missing list, and whether all of them were looked at and are blank. */
function missingOf({ missing }: Scope): { labels: readonly string[]; list?: Reader; allBlank: boolean } {
  const labels: string[] = [];
  let list: Reader | undefined;
  let allBlank = missing.size > 0;
  for (let i = 0; i < missing.size; i++) {
    const { reader, element } = missing.at(i);
    if (!labels.includes(reader.label)) labels.push(reader.label);
    if (reader.field === "") list ??= reader;
    if (element.cells[reader.field] !== null) allBlank = false;
  }
  return list === undefined ? { labels, allBlank } : { labels, list, allBlank };
}

function filled(template: Template, rule: PreparedRule, { due, counting }: Outcome, scope: Scope): string {
  const { now } = scope;
  let text = "";
  for (const part of template) {
    if (typeof part === "string") text += part;
    else if (!("own" in part)) text += slotText(part, rule, scope);
    else if (part.own === "now") text += momentText(now, now);
    else if (part.own === "done") text += doneText(counting?.ended ?? scope.paired?.at, now);
    else if (due !== undefined) text += part.own === "due" ? momentText(due, now) : remainingText(due, now);
  }
  return text;
}

const doneText = (moment: Moment | undefined, now: number): string =>
  moment === undefined ? WORDS.blank : momentText(moment, now);

/** A value as it was read: of a person the name, where the cell holds an id. */
const shownOf = ({ cells, names }: Element, field: string): Cell => {
  const value = cells[field];
  return value === undefined ? value : (names?.[field] ?? value);
};

function slotText({ reader, field, of, and }: Slot, rule: PreparedRule, scope: Scope): string {
  const value = shownOf(holderOf(scope, rule, reader), reader.field);
  if (of === undefined || value === undefined || value === null) return valueText(value, field, scope.now);
  const second: Cell = and && holderOf(scope, rule, and).cells[and.field];
  const given = and === undefined ? [value] : [value, second];
  if (given.includes(undefined) || given.includes(null)) return WORDS.unread;
  return String(FUNCTIONS[of]?.of(...given) ?? valueText(value, field, scope.now));
}
