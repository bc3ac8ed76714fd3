// What an officer has answered to a finding and was answered in turn, and what a rule offers to put it right.
import type { Guide } from "../../shared/guides/guide.ts";
import type { Outcome } from "../../shared/supervision/objection.ts";

/** What helps to put a rule's findings right. */
export interface RuleHelp {
  /** Text to write into the host's text box, with ＿＿ for what only the officer knows. */
  readonly template?: string;
  /** Lawful exceptions, as the rule says them. */
  readonly exceptions: readonly string[];
  /** The one-minute guide of its stage, where there is one. */
  readonly guide?: Guide;
}

export interface FindingAnswer {
  readonly kind: "signed" | "done" | "explained" | "disputed" | "wrong";
  readonly at: number;
  readonly said?: string;
  readonly until?: number;
  /** 有异议 or 有误: the key under which the finding travelled, and what was answered. */
  readonly ref?: string;
  readonly reply?: {
    readonly outcome: Outcome;
    readonly said: string;
    readonly byName: string;
    readonly at: number;
  };
}
