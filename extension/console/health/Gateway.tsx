// How sending to the SMS gateway and other targets stands, and sending again what is parked.
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { words as WORDS } from "../../words/health.ts";
import { call } from "../call.ts";
import { Button } from "../parts/Button.tsx";
import { Loaded } from "../parts/Loaded.tsx";
import { Pairs } from "../parts/Pairs.tsx";
import { Problem } from "../parts/Problem.tsx";
import { useToast } from "../parts/Toast.tsx";
import { may, useMember } from "../session.ts";
import { useCall, type Problem as What } from "../use-call.ts";
import { whenText } from "../when.ts";

export function Gateway(): VNode {
  const outbox = useCall("outbox");
  const member = useMember();
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<What>();
  const retry = async (): Promise<void> => {
    setBusy(true);
    const answer = await call("retryOutbox", { body: {} });
    setBusy(false);
    setProblem(answer.ok ? undefined : answer);
    if (answer.ok) toast(WORDS.retried(answer.value.again), WORDS.retriedWhy);
    await outbox.again();
  };
  return (
    <section class="card">
      <div class="card-head">
        <h2>{WORDS.gateway}</h2>
        <span class="sub">{WORDS.gatewaySub}</span>
      </div>
      <Loaded of={outbox} rows={2}>
        {({ waiting, sent, parked, lastError, queues = [] }) => {
          const lapsed = queues.reduce((n, queue) => n + queue.lapsed, 0);
          const oldest = Math.min(...queues.map((queue) => queue.oldest ?? Number.POSITIVE_INFINITY));
          return (
            <>
              <Pairs
                of={[
                  [WORDS.waiting, WORDS.entries(waiting)],
                  [WORDS.done, WORDS.entries(sent)],
                  [WORDS.parked, WORDS.entries(parked), parked > 0 ? "bad" : undefined],
                  ...(lapsed > 0 ? [[WORDS.lapsed, WORDS.entries(lapsed)] as const] : []),
                  ...(Number.isFinite(oldest) ? [[WORDS.oldest, whenText(oldest, Date.now())] as const] : []),
                  [WORDS.lastError, lastError ?? WORDS.noError],
                ]}
              />
              {parked > 0 && may(member, "leader", "admin") ? (
                <div class="pad">
                  <Button busy={busy && WORDS.retrying} onClick={() => void retry()}>
                    {WORDS.retry}
                  </Button>
                </div>
              ) : null}
            </>
          );
        }}
      </Loaded>
      {problem === undefined ? null : <Problem problem={problem} />}
    </section>
  );
}
