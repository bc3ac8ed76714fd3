// What stands beside a line of the check sheet, with dates that also tell a reader of another day: who confirmed it, until when, since when, what was not read.
import { pathLabel } from "../../../shared/dictionary/words.ts";
import { fullInstantText, spanText } from "../../../shared/time/format.ts";
import { words as caseWords } from "../../words/console-cases.ts";
import { words } from "../../words/console-desk.ts";
import type { SheetLine } from "./standing.ts";

/** The explanation of one line at `now` (ms); "" where there is nothing to say. */
export function whyOf({ is, finding, tick }: SheetLine, now: number): string {
  if (is === "ticked" && tick !== undefined)
    return [words.sheet.tick(tick.byName, fullInstantText(Date.parse(tick.at))), tick.evidence]
      .filter((part) => part !== "")
      .join("：");
  if (finding === undefined) return "";
  if (is === "unknown")
    return caseWords.findings.missing(finding.missing.map((path) => pathLabel(path)).join("、"));
  if (finding.mended !== undefined) return caseWords.findings.mended(fullInstantText(finding.mended));
  if (is === "breached" && finding.due !== undefined)
    return caseWords.findings.over(spanText(now - finding.due));
  if (is === "due" && finding.due !== undefined) return `${fullInstantText(finding.due)} 届满`;
  return finding.since === undefined ? "" : caseWords.findings.since(fullInstantText(finding.since));
}
