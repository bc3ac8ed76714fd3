// 读什么、传什么: all that was read in this browser, and all that left it, from the extension's own stores.
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { ask } from "../../protocol/ask.ts";
import type { TrafficView } from "../../protocol/traffic.ts";
import { words } from "../../words/traffic.ts";
import { Empty } from "../parts/Empty.tsx";
import { Loaded } from "../parts/Loaded.tsx";
import { PageHead } from "../parts/PageHead.tsx";
import { SearchBox } from "../parts/SearchBox.tsx";
import { Tabs } from "../parts/Tabs.tsx";
import { useLoad } from "../use-call.ts";
import { sizeText } from "./carried.ts";
import { EntryView } from "./EntryView.tsx";
import { ReadPart } from "./ReadPart.tsx";
import { SentPart } from "./SentPart.tsx";

type Tab = keyof typeof words.tabs;

function Plain({ view }: { view: TrafficView }): VNode {
  const fields = view.cases.flatMap(({ pages }) =>
    pages.filter((p) => !p.fromLedger).flatMap((p) => p.fields),
  );
  const local = fields.filter(({ privacy }) => privacy === "local").length;
  const { plain } = words;
  return (
    <section class="card pad plain-words" aria-label={plain.title}>
      <div>
        <h2>{plain.read}</h2>
        <p>{plain.readSay(fields.length)}</p>
      </div>
      <div>
        <h2>{plain.stay}</h2>
        <p>{plain.staySay(local)}</p>
      </div>
      <div>
        <h2>{plain.go}</h2>
        <p>{plain.goSay(view.server ?? "")}</p>
        <p class="sub">{plain.beat}</p>
      </div>
    </section>
  );
}

function Waiting({ view }: { view: TrafficView }): VNode {
  if (view.waiting.length + view.refused.length === 0)
    return <Empty title={words.waiting.none}>{words.waiting.noneWhy}</Empty>;
  return (
    <div class="request-body">
      {view.refused.map(({ entry, why }) => (
        <EntryView key={`refused ${entry.seq}`} entry={entry} note={`${words.waiting.refused}：${why}`} />
      ))}
      {view.waiting.map((entry) => (
        <EntryView key={entry.seq} entry={entry} />
      ))}
    </div>
  );
}

export function TrafficPage(): VNode {
  const loaded = useLoad("traffic", () => ask("traffic", {}));
  const [tab, setTab] = useState<Tab>("read");
  const [typed, setTyped] = useState("");
  const view = loaded.value;
  const size = view?.sent.reduce((sum, { bytes }) => sum + bytes, 0) ?? 0;
  return (
    <>
      <PageHead
        title={words.title}
        sub={view === undefined ? null : words.sub(view.cases.length, view.sent.length, sizeText(size))}
      >
        {tab === "read" ? <SearchBox label={words.search} value={typed} onValue={setTyped} /> : null}
      </PageHead>
      <Loaded of={loaded} rows={8}>
        {(value) => (
          <>
            <Plain view={value} />
            <section class="card grow traffic">
              <Tabs
                label={words.tabList}
                value={tab}
                options={[
                  { id: "read", word: words.tabs.read, count: value.cases.length },
                  { id: "sent", word: words.tabs.sent, count: value.sent.length },
                  {
                    id: "waiting",
                    word: words.tabs.waiting,
                    count: value.waiting.length + value.refused.length,
                  },
                ]}
                onValue={setTab}
              >
                {tab === "read" ? (
                  <ReadPart cases={value.cases} now={value.at} typed={typed} />
                ) : tab === "sent" ? (
                  <SentPart sent={value.sent} />
                ) : (
                  <Waiting view={value} />
                )}
              </Tabs>
            </section>
          </>
        )}
      </Loaded>
    </>
  );
}
