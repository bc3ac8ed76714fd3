// The facts of a case that its unit holds, under the words of the dictionary.
import type { VNode } from "preact";
import type { ElementId } from "../../../shared/dictionary/field.ts";
import { elementLabel, fieldLabel } from "../../../shared/dictionary/words.ts";
import type { UnitFact } from "../../../shared/supervision/entry.ts";
import { words } from "../../words/console-cases.ts";
import { isoWhen, whenText } from "../when.ts";

const WORDS = words.facts;

const ISO = /^\d{4}-\d{2}-\d{2}T/;

/** A value as the screen says it; instants to the minute. */
export function valueText(fact: UnitFact, now: number): string {
  if (fact.state !== "known") return WORDS.state[fact.state];
  const { value } = fact;
  if (Array.isArray(value)) return value.join("、");
  if (typeof value === "string" && ISO.test(value)) return isoWhen(value, now);
  if (typeof value === "number" && value > 1e11) return whenText(value, now);
  return typeof value === "boolean" ? (value ? "是" : "否") : String(value ?? "");
}

export function FactsCard({ facts }: { facts: readonly UnitFact[] }): VNode {
  const now = Date.now();
  const { columns } = WORDS;
  return (
    <details class="rest facts">
      <summary>
        {WORDS.title} <span class="sub">{WORDS.sub(facts.length)}</span>
      </summary>
      <table class="table">
        <thead>
          <tr>
            <th>{columns.what}</th>
            <th>{columns.value}</th>
            <th class="num">{columns.at}</th>
          </tr>
        </thead>
        <tbody>
          {facts.map((fact) => (
            <tr key={`${fact.entity}/${fact.id}.${fact.field}`}>
              <td>
                <span class="sub">{elementLabel(fact.entity)}</span>　
                {fieldLabel(fact.entity as ElementId, fact.field)}
              </td>
              <td class={fact.state === "known" ? "" : "blank"}>{valueText(fact, now)}</td>
              <td class="num">{whenText(fact.at, now)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
