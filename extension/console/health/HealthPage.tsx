// Reminders, leave cover, sending to the outside, how the units' objects stand, and what this browser still has to hand over.
import type { VNode } from "preact";
import { ask } from "../../protocol/ask.ts";
import { words as WORDS } from "../../words/health.ts";
import { Loaded } from "../parts/Loaded.tsx";
import { PageHead } from "../parts/PageHead.tsx";
import { may, useMember } from "../session.ts";
import { useLoad } from "../use-call.ts";
import { BrowserState } from "./BrowserState.tsx";
import { CoverCard } from "./CoverCard.tsx";
import { Drift } from "./Drift.tsx";
import { Gateway } from "./Gateway.tsx";
import { LedgerWitness } from "./LedgerWitness.tsx";
import { RemindersCard } from "./RemindersCard.tsx";
import { RemindingCard } from "./RemindingCard.tsx";
import { UnitsHealth } from "./UnitsHealth.tsx";

export function HealthPage(): VNode {
  const status = useLoad("status", () => ask("status", {}));
  const member = useMember();
  const watches = may(member, "admin", "leader", "auditor");
  return (
    <>
      <PageHead title={WORDS.title} />
      <div class="columns health">
        <RemindersCard />
        <div class="column">
          {watches ? (
            <>
              <UnitsHealth />
              <Drift />
              <Gateway />
              <LedgerWitness />
            </>
          ) : null}
          <CoverCard />
          {may(member, "leader", "admin") ? <RemindingCard /> : null}
          <section class="card">
            <div class="card-head">
              <h2>{WORDS.browser}</h2>
            </div>
            <Loaded of={status} rows={4}>
              {(value) => <BrowserState status={value} />}
            </Loaded>
          </section>
        </div>
      </div>
    </>
  );
}
