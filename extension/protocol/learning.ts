// What the page 法律抽测 asks: which rules have spoken in one's own cases on this browser.
import type { OwnFinding } from "../../shared/learning/quiz.ts";
import type { Answer } from "./messages.ts";

export interface LearningRequests {
  /** By rule, with the gravest colour; for our own pages only. */
  "own-findings": { in: Record<string, never>; out: Answer<readonly OwnFinding[]> };
}
