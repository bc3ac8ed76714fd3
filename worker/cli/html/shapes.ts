// The state shapes of the catalogue: each is known by its outline alone, colour comes last.
import type { Colour, Verdict } from "../../../shared/rules/finding.ts";
import { html, type Markup } from "./markup.ts";
import { VERDICT_WORDS } from "./words.ts";

/** Drawn once per page and used by name. */
export const SHAPES: Markup = html`<svg width="0" height="0" style="position:absolute" aria-hidden="true"><defs>
<symbol id="red" viewBox="0 0 16 16"><path d="M5 1h6l4 4v6l-4 4H5l-4-4V5z" fill="var(--red)"/><path d="M4 8h8" stroke="var(--surface)" stroke-width="2.2"/></symbol>
<symbol id="orange" viewBox="0 0 16 16"><path d="M8 1.6 15.2 14H.8z" fill="var(--orange)"/><path d="M8 5.6v4.4M8 11v1.8" stroke="var(--surface)" stroke-width="1.8"/></symbol>
<symbol id="yellow" viewBox="0 0 16 16"><path d="M8 1.2 14.8 8 8 14.8 1.2 8z" fill="var(--yellow)" stroke="var(--yellow-text)" stroke-width="1.2"/><path d="M8 4.6v4.2M8 10v1.8" stroke="#3d2d00" stroke-width="1.6"/></symbol>
<symbol id="blue" viewBox="0 0 16 16"><circle cx="8" cy="8" r="7" fill="var(--blue)"/><path d="M8 4.2v4l2.6 1.6" stroke="var(--surface)" stroke-width="1.7" fill="none"/></symbol>
<symbol id="green" viewBox="0 0 16 16"><path d="M2.4 8.6 6.3 12.3 13.7 4.2" stroke="var(--green)" stroke-width="2.4" fill="none" stroke-linecap="round" stroke-linejoin="round"/></symbol>
<symbol id="grey" viewBox="0 0 16 16"><circle cx="8" cy="8" r="6.2" stroke="var(--grey)" stroke-width="1.5" stroke-dasharray="3 2" fill="none"/><path d="M6.2 6.2a1.9 1.9 0 1 1 2.7 1.7c-.6.3-.9.7-.9 1.4M8 11v1" stroke="var(--grey-text)" stroke-width="1.4" fill="none"/></symbol>
<symbol id="moot" viewBox="0 0 16 16"><path d="M4 8h8" stroke="var(--ink-400)" stroke-width="1.8"/></symbol>
</defs></svg>`;

const shape = (id: Colour | "moot"): Markup =>
  html`<svg class="shape" width="14" height="14" aria-hidden="true"><use href="#${id}"/></svg>`;

/** Shape and word of a verdict; the colour is the judge's own where there is one. */
export function verdictMark(verdict: Verdict, colour?: Colour): Markup {
  const plain: Readonly<Record<Verdict, Colour>> = {
    met: "green",
    moot: "grey",
    due: "green",
    breached: "red",
    unknown: "grey",
  };
  const of = colour ?? plain[verdict];
  const drawn = verdict === "moot" ? "moot" : of;
  return html`<span class="verdict ${verdict === "moot" ? "" : `is-${of}`}">${shape(drawn)}${VERDICT_WORDS[verdict]}</span>`;
}
