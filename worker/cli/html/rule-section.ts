// One rule as a legal officer proof-reads it: its clauses in words, its basis with the days in force, its examples judged.
import { statuteOf } from "../../../shared/law/edition.ts";
import type { Basis, Statute } from "../../../shared/law/statute.ts";
import { type Change, LEVEL_WORDS } from "../../../shared/rules/layers/layer.ts";
import type { Rule } from "../../../shared/rules/rule.ts";
import {
  AUDIENCE_WORDS,
  GATE_WORDS,
  KEY_WORDS,
  STATUS_WORDS,
  WEIGHT_WORDS,
} from "../../../shared/rules/rule-words.ts";
import { ruleSaid } from "../../../shared/rules/said/rule-said.ts";
import type { Said } from "../../../shared/rules/said/said.ts";
import type { Book, Entry } from "./book.ts";
import { examplesTable } from "./examples-table.ts";
import { html, type Markup, type Part } from "./markup.ts";
import { WORDS } from "./words.ts";

export const stageFile = (stage: string): string => `stage/${stage}.html`;

export const ruleLink = ({ id, stage, title }: Rule, root: string): Markup =>
  html`<a href="${root}${stageFile(stage)}#${id}">${title}</a>`;

export function ruleSection(rule: Entry, { statutes }: Book, root: string): Markup {
  const { changes } = rule.packed.from;
  const clauses = ruleSaid(rule.packed).map(({ label, of }) => {
    const together = of.length > 1 && (label === "适用" || label === "要求");
    return row(label, html`${together && html`<div class="meta">${WORDS.together}</div>`}${saidList(of)}`);
  });
  const basis = rule.basis.map((one) => html`<li>${basisSaid(one, statutes, root)}</li>`);
  const due = rule.titleDue !== undefined && row("期限内", rule.titleDue);
  return html`<article class="rule" id="${rule.id}"><header><h2>${rule.title}</h2><code>${rule.id}</code><span class="tags">${tagsOf(rule)}</span></header>
<div class="two"><dl>${due}${clauses}${row("依据", basis.length === 0 ? "没有写明，启用时填写" : html`<ul>${basis}</ul>`)}${rule.needs !== undefined && row("待填", rule.needs)}${row("怎么办", html`<span class="fix">${rule.fix}</span>`)}${row("管理", keptSaid(rule))}${changes.length > 0 && row("本地改动", html`<ul>${changes.map((one) => html`<li>${changeSaid(one)}</li>`)}</ul>`)}</dl>${examplesTable(rule, statutes)}</div></article>`;
}

const row = (label: string, value: Part): Markup => html`<dt>${label}</dt><dd>${value}</dd>`;

const saidList = (all: readonly Said[]): Markup =>
  html`<ul>${all.map((said) => html`<li>${typeof said === "string" ? said : html`${said.head}：${saidList(said.of)}`}</li>`)}</ul>`;

function changeSaid({ layer, key, was, is, reason, by, approvedBy = [] }: Change): Markup {
  const more = [by && `依据：${by}`, approvedBy.length > 0 && `批准：${approvedBy.join("、")}`].filter(
    Boolean,
  );
  return html`${layer}：${KEY_WORDS[key] ?? key} ${was} → ${is}<div class="meta">理由：${reason}${more.length > 0 && `；${more.join("；")}`}</div>`;
}

function basisSaid(
  { statute, edition, article, kinds, quote, since }: Basis,
  statutes: readonly Statute[],
  root: string,
): Markup {
  const found = statuteOf(statutes, statute)?.editions.find((one) => one.edition === edition);
  const days =
    found === undefined
      ? ""
      : `${found.label}，自 ${found.from} 施行${found.until === undefined ? "" : `，至 ${found.until}`}`;
  const more = [kinds && `${kinds.join("、")}案件`, since && `该期限自 ${since} 起`]
    .filter(Boolean)
    .join("；");
  return html`<a href="${root}laws.html#${anchorOf(statute, statutes)}">《${statute}》</a>${articleText(article)}<span class="meta"> ${days}${more !== "" && `；${more}`}</span>${quote !== undefined && html`<div class="meta">“${quote}”</div>`}`;
}

/** `第79条`, `第91条之一`; the numbered heading of a notice stands as it is. */
export function articleText(article: string): string {
  const parts = /^(\d+)(.*)$/.exec(article);
  return parts === null ? article : `第${parts[1]}条${parts[2]}`;
}

/** The place of a statute on the page of laws. */
export const anchorOf = (statute: string, statutes: readonly Statute[]): string =>
  `law-${statutes.findIndex(({ title }) => title === statute)}`;

export const weightTag = ({ weight, quiet }: Rule): Markup =>
  html`<span class="tag ${weight}${weight === "red-line" && quiet !== true && " strong"}">${WEIGHT_WORDS[weight]}${weight === "red-line" && quiet !== true && " 打断"}</span>`;

export const statusTag = ({ status }: Rule): Markup =>
  html`<span class="tag ${status === "live" ? "quiet" : "draft"}">${STATUS_WORDS[status]}</span>`;

const tagsOf = (rule: Rule): Markup =>
  html`${weightTag(rule)}${statusTag(rule)}<span class="tag quiet">${AUDIENCE_WORDS[rule.audience]}</span>`;

function keptSaid(rule: Entry): Markup {
  const gate = rule.gate === undefined || rule.gate === "none" ? "" : `；${GATE_WORDS[rule.gate]}`;
  const speaks =
    rule.weight !== "red-line" ? "在面板里显示" : rule.quiet === true ? "在面板里等" : "打断办案人一次";
  return html`${LEVEL_WORDS[rule.packed.from.level]} ${rule.packed.from.layer}；负责 ${rule.owner}；复核日 ${rule.reviewBy}；${speaks}${gate}`;
}
