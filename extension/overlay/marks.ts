// Which fields of this frame carry a marker: the gravest open finding of each, with its word.
import type { Finding } from "../../shared/rules/finding.ts";
import type { PageState } from "../protocol/messages.ts";
import { STATE, shortSpan } from "../words/overlay.ts";
import { GRAVITY, isOpen } from "./standing.ts";

export interface Mark {
  readonly css: string;
  readonly finding: Finding;
}

/** More markers than this on a page and only their shapes are drawn. */
export const WORDY = 8;

/** The path at which a finding's marker stands in `frame`: its own, else the first field read here. */
function cssOf(finding: Finding, state: PageState, frame: string): string | undefined {
  for (const path of [finding.marker ?? "", ...finding.fields.map((field) => field.path)]) {
    const evidence = state.evidence[path];
    if (evidence?.here) return evidence.frame === frame ? evidence.css : undefined;
  }
  return undefined;
}

/** The markers of one frame, one per field, in document-independent order of gravity. */
export function marksOf(state: PageState, frame: string): Mark[] {
  const marks = new Map<string, Mark>();
  const grave = (finding: Finding): number => GRAVITY.indexOf(finding.colour);
  for (const finding of state.applicable) {
    if (!isOpen(finding) || finding.elsewhere) continue;
    const css = cssOf(finding, state, frame);
    if (css === undefined) continue;
    const before = marks.get(css);
    if (before === undefined || grave(finding) < grave(before.finding)) marks.set(css, { css, finding });
  }
  return [...marks.values()].sort((a, b) => grave(a.finding) - grave(b.finding));
}

/** The marker's word, five characters at most besides digits: `剩 42 分`, `超 12 天`, `违反`. `now` is the server's (ms). */
export function markWord(finding: Finding, now: number): string {
  if (finding.due === undefined || finding.verdict === "unknown") return STATE[finding.colour];
  if (now <= finding.due) return `剩 ${shortSpan(finding.due + 1 - now)}`;
  return finding.verdict === "breached" ? `超 ${shortSpan(now - finding.due)}` : STATE[finding.colour];
}
