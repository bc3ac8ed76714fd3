// Shows the facts of an example by the dictionary's labels: what was read and what was blank; a field that was not read is not there.
import { dictionary } from "../../../shared/dictionary/dictionary.ts";
import type { ElementKind } from "../../../shared/dictionary/field.ts";
import { readFactsJson } from "../../../shared/facts/read-json.ts";
import type { Element, FactSheet } from "../../../shared/facts/sheet.ts";
import type { Example, Rule } from "../../../shared/rules/rule.ts";
import { valueText } from "../../../shared/rules/template.ts";
import { html, type Markup } from "./markup.ts";

/** One paragraph for each element; a rule of unit scope has several cases, each with its key in front. */
export function factsSaid(rule: Rule, { given, now }: Example): Markup {
  const at = Date.parse(now);
  const sheets = rule.scope === "unit" ? Object.entries(given) : [["", given] as readonly [string, unknown]];
  const parts = sheets.map(([key, one]) => {
    const sheet = readFactsJson(one);
    if (!sheet.ok) return html`<p>${sheet.refusal.message}</p>`;
    return html`${key !== "" && html`<p><b>案件 ${key}</b></p>`}${dictionary.map((kind) => elementsSaid(kind, sheet.value, at))}`;
  });
  return html`<div class="facts">${parts}</div>`;
}

function elementsSaid(kind: ElementKind, sheet: FactSheet, now: number): Markup | undefined {
  const part = sheet[kind.id];
  if (part === undefined) return undefined;
  if (!("items" in part)) return elementSaid(kind, part, now, "");
  if (part.items.length === 0) return html`<p><b>${kind.label}</b> <span class="gap">看过，没有</span></p>`;
  return html`${part.items.map((one, i) => elementSaid(kind, one, now, part.items.length > 1 ? ` ${i + 1}` : ""))}`;
}

function elementSaid(kind: ElementKind, { cells }: Element, now: number, number: string): Markup {
  const fields = kind.fields.filter(({ id }) => cells[id] !== undefined);
  const said = fields.map((field, i) => {
    const value = cells[field.id];
    const text = valueText(value, field, now);
    const unit = field.type.is === "number" && typeof value === "number" ? ` ${field.type.unit}` : "";
    const shown = value === null ? html`<span class="gap">${text}</span>` : `${text}${unit}`;
    return html`${i > 0 && "；"}<b>${field.label}</b> ${shown}`;
  });
  return html`<p><b>${kind.label}${number}：</b>${said}</p>`;
}
