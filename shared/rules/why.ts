// The one fact line of a finding, with the values it rests on.
import type { Cell, Element } from "../facts/sheet.ts";
import { remainingText } from "../time/format.ts";
import { holder } from "./describe.ts";
import { FUNCTIONS } from "./functions.ts";
import type { Outcome } from "./outcome.ts";
import type { PreparedRule } from "./prepare.ts";
import { listOf, type Reader, type Scope } from "./scope.ts";
import { momentText, readerLabel, type Slot, type Template, valueText } from "./template.ts";
import { WORDS } from "./words.ts";

type Missing = readonly (readonly [Reader, Element])[];

/** What is wrong, or what keeps it from being told; an exception says itself. */
export function whyOf(
  rule: PreparedRule,
  outcome: Outcome,
  reason: string | undefined,
  missing: Missing,
  scope: Scope,
  now: number,
): string {
  if (outcome.exception !== undefined) return outcome.exception;
  if (outcome.verdict === "unknown") return whyUnknown(rule, reason, missing, scope);
  return rule.why === undefined ? "" : filled(rule.why, rule, outcome, scope, now);
}

function whyUnknown(rule: PreparedRule, reason: string | undefined, missing: Missing, scope: Scope): string {
  const labels = [...new Set(missing.map(([reader]) => readerLabel(reader)))];
  const list = missing.find(([reader]) => reader.field === "")?.[0];
  if (reason === "attest") return WORDS.attest;
  if (reason === "reading") return WORDS.reading;
  if (reason === "order" && rule.clock) {
    return WORDS.order(readerLabel(rule.clock.until), readerLabel(rule.clock.from));
  }
  if (reason === "day") return WORDS.dayOnly(labels[0] ?? "");
  if (reason === "edition" && labels.length === 0) return WORDS.edition(rule.bases[0]?.basis.statute ?? "");
  if (reason === "conflict") return WORDS.conflict(labels);
  if (reason === "begun") return WORDS.isBlank(labels);
  if (list !== undefined)
    return listOf(scope.sheet, list.element) === undefined
      ? WORDS.listNotRead(readerLabel(list))
      : WORDS.listInPart(readerLabel(list));
  const blank = missing.every(([reader, element]) => element.cells[reader.field] === null);
  return blank && labels.length > 0 ? WORDS.isBlank(labels) : WORDS.notRead(labels);
}

function filled(template: Template, rule: PreparedRule, outcome: Outcome, scope: Scope, now: number): string {
  const { due } = outcome;
  return template
    .map((part) => {
      if (typeof part === "string") return part;
      if (!("own" in part)) return slotText(part, rule, scope, now);
      if (part.own === "now") return momentText(now, now);
      if (due === undefined) return "";
      return part.own === "due" ? momentText(due, now) : remainingText(due, now);
    })
    .join("");
}

function slotText({ reader, field, of }: Slot, rule: PreparedRule, scope: Scope, now: number): string {
  const value: Cell = holder(rule, scope, reader).cells[reader.field];
  if (of === undefined || value === undefined || value === null) return valueText(value, field, now);
  return String(FUNCTIONS[of]?.of(value) ?? valueText(value, field, now));
}
