// Data from other systems: the day's reconciliation for everybody, connections, tables and trying one for those who keep them.
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { words } from "../../words/intake.ts";
import { PageHead } from "../parts/PageHead.tsx";
import { Tabs } from "../parts/Tabs.tsx";
import { may, useMember } from "../session.ts";
import { AttemptTab } from "./AttemptTab.tsx";
import { BringTab } from "./BringTab.tsx";
import { DayTab } from "./DayTab.tsx";
import { SourcesTab } from "./SourcesTab.tsx";

type Tab = keyof typeof words.tabs;

export function IntakePage(): VNode {
  const me = useMember();
  const [tab, setTab] = useState<Tab>("day");
  const tabs: readonly Tab[] = [
    "day",
    ...(may(me, "admin", "leader", "auditor") ? (["sources"] as const) : []),
    ...(may(me, "admin", "legal", "leader") ? (["bring"] as const) : []),
    ...(may(me, "admin") ? (["attempt"] as const) : []),
  ];
  return (
    <>
      <PageHead title={words.title} sub={words.sub} />
      <Tabs
        label={words.title}
        value={tab}
        options={tabs.map((id) => ({ id, word: words.tabs[id] }))}
        onValue={setTab}
      >
        <div class="intake">
          {tab === "day" ? (
            <DayTab />
          ) : tab === "sources" ? (
            <SourcesTab />
          ) : tab === "bring" ? (
            <BringTab />
          ) : (
            <AttemptTab />
          )}
        </div>
      </Tabs>
    </>
  );
}
