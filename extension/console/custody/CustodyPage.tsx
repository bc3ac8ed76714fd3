// 羁押与强制措施到期一览: who by reference – by name where this browser has read it –, until when, and the next step.
import type { VNode } from "preact";
import { useMemo, useState } from "preact/hooks";
import type { Reply } from "../../../shared/api/contract.ts";
import { ask } from "../../protocol/ask.ts";
import { words } from "../../words/console-desk.ts";
import { call } from "../call.ts";
import { ExcelButton } from "../excel/ExcelButton.tsx";
import { usePack } from "../pack.ts";
import { Empty } from "../parts/Empty.tsx";
import { Loaded } from "../parts/Loaded.tsx";
import { PageHead } from "../parts/PageHead.tsx";
import { PaperLine, PrintButton } from "../parts/Paper.tsx";
import { matches, SearchBox } from "../parts/SearchBox.tsx";
import { Segments } from "../parts/Segments.tsx";
import { useLoad } from "../use-call.ts";
import { usePushed } from "../use-pushed.ts";
import { CustodyTable, custodyTable } from "./CustodyTable.tsx";
import { type CustodyFilter, custodyRows, isUnder } from "./rows.ts";

const WORDS = words.custody;
const FILTERS = Object.keys(WORDS.filters) as readonly CustodyFilter[];
type Whose = "unit" | "mine";

interface Held {
  readonly custody: Reply<"custody">;
  readonly names: Readonly<Record<string, string>>;
}

export function CustodyPage(): VNode {
  const { rules } = usePack();
  const [whose, setWhose] = useState<Whose>("unit");
  const [filter, setFilter] = useState<CustodyFilter>("all");
  const [typed, setTyped] = useState("");
  const loaded = useLoad<Held>(`custody ${whose}`, async () => {
    const [custody, names] = await Promise.all([call("custody", { query: { of: whose } }), ask("names", {})]);
    if (!custody.ok) return custody;
    return { ok: true, value: { custody: custody.value, names: names.ok ? names.value : {} } };
  });
  usePushed("case", loaded.again);
  const { value } = loaded;
  const now = value?.custody.at ?? Date.now();
  const rows = useMemo(
    () => (value === undefined ? [] : custodyRows(value.custody, rules, value.names, now)),
    [value, rules, now],
  );
  const found = rows.filter(
    (row) => isUnder(filter, row, now) && matches(typed, row.number, row.name ?? "", row.kind, row.handler),
  );
  const count = (id: CustodyFilter): number => rows.filter((row) => isUnder(id, row, now)).length;
  return (
    <>
      <PageHead
        title={WORDS.title}
        sub={value === undefined ? null : WORDS.sub(rows.length, count("over"), count("week"))}
      >
        <Segments
          label={words.desk.whose}
          value={whose}
          options={(["unit", "mine"] as const).map((id) => ({ id, word: words.desk[id] }))}
          onValue={setWhose}
        />
        <ExcelButton
          name={WORDS.title}
          disabled={value === undefined}
          tables={() => [custodyTable(found, now)]}
        />
        <PrintButton />
        <SearchBox label={WORDS.search} value={typed} onValue={setTyped} />
      </PageHead>
      <PaperLine />
      <section class="card grow">
        <div class="card-head">
          <Segments
            label={WORDS.filter}
            value={filter}
            options={FILTERS.map((id) => ({ id, word: WORDS.filters[id], count: count(id) }))}
            onValue={setFilter}
          />
          <span class="sub">{WORDS.refWhy}</span>
        </div>
        <Loaded of={loaded} rows={6}>
          {() =>
            found.length === 0 ? (
              <Empty title={rows.length === 0 ? WORDS.none : WORDS.noMatch}>
                {rows.length === 0 ? WORDS.noneWhy : WORDS.noMatchWhy}
              </Empty>
            ) : (
              <CustodyTable rows={found} now={now} />
            )
          }
        </Loaded>
        <p class="foot-line">{WORDS.basis}</p>
      </section>
    </>
  );
}
