// How the unit's own reporting to the unit above stands.
import type { VNode } from "preact";
import { words } from "../../words/board.ts";
import { Pairs } from "../parts/Pairs.tsx";
import { whenText } from "../when.ts";
import type { Board } from "./rows.ts";

const WORDS = words.sending;

interface Props {
  readonly of: NonNullable<Board["sending"]>;
  readonly now: number;
}

export function SendingCard({ of: { sentAt, waiting, parked, error }, now }: Props): VNode {
  const state = parked ? WORDS.parked : waiting ? WORDS.waiting : sentAt === null ? WORDS.never : WORDS.sent;
  return (
    <section class="card" aria-label={WORDS.title}>
      <div class="card-head">
        <h2>{WORDS.title}</h2>
      </div>
      <Pairs
        of={[
          [WORDS.sentAt, sentAt === null ? WORDS.never : whenText(sentAt, now)],
          [WORDS.state, state, parked ? "bad" : undefined],
          ...(error === null ? [] : [[WORDS.error, error, "bad"] as const]),
        ]}
      />
    </section>
  );
}
