// How sending to the SMS gateway stands.
import type { VNode } from "preact";
import { words } from "../../words/console.ts";
import { Loaded } from "../parts/Loaded.tsx";
import { Pairs } from "../parts/Pairs.tsx";
import { useCall } from "../use-call.ts";

const WORDS = words.health;

export function Gateway(): VNode {
  const outbox = useCall("outbox");
  return (
    <section class="card">
      <div class="card-head">
        <h2>{WORDS.gateway}</h2>
        <span class="sub">{WORDS.gatewaySub}</span>
      </div>
      <Loaded of={outbox} rows={2}>
        {(value) => (
          <Pairs
            of={[
              [WORDS.waiting, WORDS.entries(value.waiting)],
              [WORDS.done, WORDS.entries(value.sent)],
              [WORDS.parked, WORDS.entries(value.parked), value.parked > 0 ? "bad" : undefined],
              [WORDS.lastError, value.lastError ?? WORDS.noError],
            ]}
          />
        )}
      </Loaded>
    </section>
  );
}
