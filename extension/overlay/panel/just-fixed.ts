// What has just been put right on the page: it stays in its place with a tick for a moment, so that it does not vanish unnoticed.
import type { Finding } from "../../../shared/rules/finding.ts";
import type { PageState } from "../../protocol/messages.ts";
import { GRAVITY, isOpen } from "../standing.ts";
import type { Store } from "./store.ts";

/** How long it stays (ms). */
const SHOWN = 3_000;

/** The findings of `before` that asked for something and are met in `after` on the same page; as they stood before. */
export function fixedBetween(
  before: PageState | undefined,
  after: PageState | undefined,
): readonly Finding[] {
  if (before === undefined || after === undefined) return [];
  if (before.caseKey !== after.caseKey || before.pageKind !== after.pageKind) return [];
  const met = new Set(
    after.applicable.filter(({ verdict }) => verdict === "met").map(({ rule, on }) => `${rule}@${on}`),
  );
  return before.applicable.filter(
    (finding) => isOpen(finding) && finding.verdict !== "unknown" && met.has(`${finding.rule}@${finding.on}`),
  );
}

/** Shows them for a moment. */
export function showFixed({ fixed }: Store, found: readonly Finding[]): void {
  if (found.length === 0) return;
  fixed.value = [...fixed.value, ...found];
  setTimeout(() => {
    fixed.value = fixed.value.filter((one) => !found.includes(one));
  }, SHOWN);
}

/** Open findings with those just put right between them, where they stood. */
export const inPlace = (open: readonly Finding[], fixed: readonly Finding[]): readonly Finding[] =>
  fixed.length === 0
    ? open
    : [...open, ...fixed].sort((a, b) => GRAVITY.indexOf(a.colour) - GRAVITY.indexOf(b.colour));
