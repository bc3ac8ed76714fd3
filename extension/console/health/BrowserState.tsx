// What this browser holds: entries still to be sent, receipts, cases, pack.
import type { VNode } from "preact";
import type { StatusView } from "../../protocol/messages.ts";
import { words as WORDS } from "../../words/health.ts";
import { type Pair, Pairs } from "../parts/Pairs.tsx";
import { whenText } from "../when.ts";

export function BrowserState({ status }: { status: StatusView }): VNode {
  const { pack } = status;
  const refused: readonly Pair[] = pack.refused === undefined ? [] : [[WORDS.refused, pack.refused, "bad"]];
  const failed: readonly Pair[] =
    status.lastError === undefined ? [] : [[WORDS.lastSync, status.lastError, "bad"]];
  return (
    <Pairs
      of={[
        [WORDS.outbox, WORDS.entries(status.waiting)],
        [WORDS.uploaded, WORDS.entries(status.sent)],
        [WORDS.receipts, WORDS.entries(status.receipts)],
        ...failed,
        [WORDS.casesHere, WORDS.casesCount(status.cases.length)],
        [
          WORDS.nextAlarm,
          status.nextAlarm === undefined ? WORDS.noAlarm : whenText(status.nextAlarm, Date.now()),
        ],
        [WORDS.pack, `${pack.label}（${pack.revision}）`],
        ...refused,
      ]}
    />
  );
}
