// 异议与报错: what officers hold to be wrong, oldest unanswered first; an officer sees the own ones with their answers.
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { Objection } from "../../../shared/supervision/objection.ts";
import { words } from "../../words/objections.ts";
import { ExcelButton } from "../excel/ExcelButton.tsx";
import { objectionsTable } from "../excel/supervision-lists.ts";
import { Empty } from "../parts/Empty.tsx";
import { Loaded } from "../parts/Loaded.tsx";
import { PageHead } from "../parts/PageHead.tsx";
import { matches, SearchBox } from "../parts/SearchBox.tsx";
import { Segments } from "../parts/Segments.tsx";
import { may, useMember } from "../session.ts";
import { useCall } from "../use-call.ts";
import { usePushed } from "../use-pushed.ts";
import { ObjectionCard } from "./ObjectionCard.tsx";

const WORDS = words.page;
type Filter = Objection["state"];

export function ObjectionsPage(): VNode {
  const member = useMember();
  const loaded = useCall("objections");
  usePushed("objection", loaded.again);
  const [typed, setTyped] = useState("");
  const [filter, setFilter] = useState<Filter>("open");
  const all = loaded.value?.objections ?? [];
  const of = (state: Filter): readonly Objection[] => all.filter((one) => one.state === state);
  const found = of(filter)
    .filter((one) =>
      matches(
        typed,
        one.number,
        one.byName,
        one.said,
        one.rule,
        one.snapshot?.title ?? "",
        WORDS.kind[one.kind],
      ),
    )
    // What waits longest first; what was answered last first.
    .sort((a, b) => (filter === "open" ? 1 : -1) * (a.at < b.at ? -1 : 1));
  return (
    <>
      <PageHead
        title={WORDS.title}
        sub={loaded.value === undefined ? null : WORDS.sub(of("open").length, all.length)}
      >
        <ExcelButton
          name={WORDS.title}
          disabled={loaded.value === undefined}
          tables={() => [objectionsTable(found)]}
        />
        <SearchBox label={WORDS.search} value={typed} onValue={setTyped} />
      </PageHead>
      <section class="card grow">
        <div class="card-head">
          <Segments
            label={WORDS.filter}
            value={filter}
            options={(["open", "answered"] as const).map((id) => ({
              id,
              word: WORDS.filters[id],
              count: of(id).length,
            }))}
            onValue={setFilter}
          />
          {may(member, "legal", "leader", "admin") ? null : <span class="sub">{WORDS.mine}</span>}
        </div>
        <Loaded of={loaded} rows={5}>
          {() =>
            found.length === 0 ? (
              typed !== "" ? (
                <Empty title={WORDS.noMatch}>{WORDS.noMatchWhy}</Empty>
              ) : (
                <Empty title={filter === "open" ? WORDS.none : WORDS.noneAnswered}>{WORDS.noneWhy}</Empty>
              )
            ) : (
              <div class="notes wide">
                {found.map((one) => (
                  <ObjectionCard key={`${one.id} ${one.state}`} of={one} onDone={() => void loaded.again()} />
                ))}
              </div>
            )
          }
        </Loaded>
      </section>
    </>
  );
}
