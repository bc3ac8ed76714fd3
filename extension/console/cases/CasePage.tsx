// One case as its unit knows it: findings and facts, notes, and the ledger with its proofs.

import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { partsOfKey } from "../../../shared/facts/case-key.ts";
import { words } from "../../words/console-cases.ts";
import { words as deskWords } from "../../words/console-desk.ts";
import { useKeys } from "../keys.ts";
import { NoteList } from "../notes/NoteList.tsx";
import { Icon } from "../parts/Icon.tsx";
import { Loaded } from "../parts/Loaded.tsx";
import { PageHead } from "../parts/PageHead.tsx";
import { Tabs } from "../parts/Tabs.tsx";
import { go, hashOf, sheetHash } from "../route.ts";
import { isWatcher, useMember } from "../session.ts";
import { useCall } from "../use-call.ts";
import { whenText } from "../when.ts";
import { Coverage } from "./Coverage.tsx";
import { FactsCard } from "./FactsCard.tsx";
import { FindingsCard } from "./FindingsCard.tsx";
import { LedgerCard } from "./LedgerCard.tsx";
import { byGravity } from "./order.ts";
import { Verdict } from "./Proofs.tsx";
import { holds } from "./prove.ts";
import { SideCard } from "./SideCard.tsx";
import { useProof } from "./use-proof.ts";

type Tab = keyof typeof words.tabs;

export function CasePage({ caseKey }: { caseKey: string }): VNode {
  const view = useCall("caseView", { params: { key: caseKey } });
  const proof = useProof(caseKey);
  const member = useMember();
  const [tab, setTab] = useState<Tab>("findings");
  useKeys({ t: () => go("cases") });
  const { platform, number } = partsOfKey(caseKey);
  const counts: Readonly<Record<Tab, number | undefined>> = {
    findings: view.value?.findings.filter(({ verdict }) => verdict !== "moot").length,
    notes: view.value?.notes.length,
    ledger: proof.value?.ledger.lines.length,
  };
  return (
    <>
      <PageHead
        title={number}
        sub={[platform, view.value === undefined ? "" : words.asOf(whenText(view.value.at, Date.now()))]
          .filter((part) => part !== "")
          .join(" · ")}
      >
        <a class="button secondary" href={sheetHash(caseKey)}>
          <Icon name="clipboard" size={14} />
          {deskWords.sheet.open}
        </a>
        <a class="button secondary" href={hashOf("cases")}>
          <Icon name="arrowLeft" size={14} />
          {words.back}
        </a>
      </PageHead>
      <div class="columns case">
        <div class="column">
          <section class="card pad">
            <Loaded of={view} rows={1}>
              {({ findings }) => (
                <Coverage of={findings.filter(({ verdict }) => verdict !== "moot").sort(byGravity)} />
              )}
            </Loaded>
          </section>
          <section class="card grow">
            <Tabs
              label={words.tabList}
              value={tab}
              options={(["findings", "notes", "ledger"] as const).map((id) => ({
                id,
                word: words.tabs[id],
                ...(counts[id] === undefined ? {} : { count: counts[id] }),
              }))}
              onValue={setTab}
            >
              {tab === "ledger" ? (
                <LedgerCard caseKey={caseKey} of={proof} />
              ) : (
                <Loaded of={view} rows={6}>
                  {(value) =>
                    tab === "findings" ? (
                      <>
                        <FindingsCard
                          caseKey={caseKey}
                          findings={value.findings}
                          acts={value.against ?? []}
                          local={value.rules ?? []}
                        />
                        {value.facts.length === 0 ? null : <FactsCard facts={value.facts} />}
                      </>
                    ) : (
                      <NoteList
                        notes={value.notes}
                        onDone={() => void Promise.all([view.again(), proof.again()])}
                      />
                    )
                  }
                </Loaded>
              )}
            </Tabs>
          </section>
        </div>
        <aside class="card side" aria-label={words.reminders.title}>
          {proof.value === undefined ? null : (
            <div class="card-head">
              <strong>{words.ledger.title}</strong>
              <Verdict good={holds(proof.value.proven)} />
            </div>
          )}
          <Loaded of={view} rows={3}>
            {(value) => <SideCard view={value} />}
          </Loaded>
          <p class="foot-line">
            <Icon name="eye" size={14} />
            {isWatcher(member) ? words.viewed : words.viewedOwn}
          </p>
        </aside>
      </div>
    </>
  );
}
