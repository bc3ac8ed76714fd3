// The frame of every page of the catalogue: the head with its search box, and the list at the side.
import { html, type Markup, type Part } from "./markup.ts";
import { SHAPES } from "./shapes.ts";
import { WORDS } from "./words.ts";

export interface SideLink {
  readonly href: string;
  readonly label: string;
  readonly count?: number;
  readonly current?: boolean;
}

export interface Page {
  readonly title: string;
  /** Way from the page to the folder of the catalogue: `` or `../`. */
  readonly root: string;
  readonly section: "front" | "laws" | "duties";
  readonly side: readonly SideLink[];
  readonly body: Part;
}

const SECTIONS = [
  { id: "front", href: "index.html", label: WORDS.stages },
  { id: "laws", href: "laws.html", label: WORDS.laws },
  { id: "duties", href: "duties.html", label: WORDS.duties },
] as const;

/** The whole page as text. */
export function pageText({ title, root, section, side, body }: Page): string {
  const tabs = SECTIONS.map(
    ({ id, href, label }) => html`<a href="${root}${href}"${here(id === section)}>${label}</a>`,
  );
  const links = side.map(
    ({ href, label, count, current }) =>
      html`<a href="${href}"${here(current === true)}>${label}${count !== undefined && html`<small>${count}</small>`}</a>`,
  );
  return html`<!doctype html>
<html lang="zh-CN" data-root="${root}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${title} · ${WORDS.product}${WORDS.title}</title><link rel="stylesheet" href="${root}style.css"></head>
<body>${SHAPES}
<header class="top"><span class="name">${WORDS.product} ${WORDS.title}</span><nav>${tabs}</nav>
<div class="find" role="search"><input type="search" placeholder="${WORDS.search}" aria-label="${WORDS.search}" autocomplete="off"><ul class="found" data-none="${WORDS.none}" hidden></ul></div></header>
<div class="body"><nav class="side" aria-label="${WORDS.title}">${links}</nav><main>${body}</main></div>
<script src="${root}search.js"></script></body></html>
`.text;
}

const here = (is: boolean): Markup | false => is && html` aria-current="page"`;
