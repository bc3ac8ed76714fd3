// The page of duties (义务清单): which rule watches each, or why none does.
import { heldBy, REASONS } from "../../../shared/rules/duties.ts";
import type { Book } from "./book.ts";
import { html } from "./markup.ts";
import { ruleLink, statusTag } from "./rule-section.ts";
import { pageText } from "./shell.ts";
import { WORDS } from "./words.ts";

export function dutiesPage({ entries: rules, areas }: Book): string {
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const parts = areas.map(({ id, label, duties }) => {
    const { rows, reasons } = heldBy(duties);
    const lines = duties.map((duty) => {
      const rule = duty.rule === undefined ? undefined : byId.get(duty.rule);
      const why =
        duty.reason === undefined
          ? ""
          : `${REASONS[duty.reason]}${duty.of === undefined ? "" : `：${duty.of}`}`;
      return html`<tr><td>${duty.duty}<div class="code">${duty.id}</div></td><td>${rule === undefined ? html`<span class="meta">${why}${duty.say !== undefined && html`<div>${duty.say}</div>`}</span>` : html`${ruleLink(rule, "")} ${rule.status !== "live" && statusTag(rule)}`}</td></tr>`;
    });
    return html`<section class="lawhead" id="area-${id}"><h2>${label}</h2><div class="meta">${rows} 项，${rows - reasons} 项有规则</div><div class="sheet"><table><thead><tr><th style="width:50%">义务</th><th>规则，或者没有规则的理由</th></tr></thead><tbody>${lines}</tbody></table></div></section>`;
  });
  const side = areas.map(({ id, label, duties }) => ({ href: `#area-${id}`, label, count: duties.length }));
  const body = html`<h1>${WORDS.duties}</h1><p class="lead">办案中的每一项义务，由哪条规则看着；没有规则的写明理由。</p>${parts}`;
  return pageText({ title: WORDS.duties, root: "", section: "duties", side, body });
}
