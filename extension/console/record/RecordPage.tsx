// 我的记录: what I put right in time, what others found, what I disputed and the answer; nobody else sees this page.
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { pathLabel } from "../../../shared/dictionary/words.ts";
import { words } from "../../words/console-desk.ts";
import { ORIGIN } from "../../words/console-items.ts";
import { STATE as ITEM } from "../../words/items.ts";
import { OUTCOME, words as objectionWords } from "../../words/objections.ts";
import { STATE } from "../../words/panel.ts";
import { ExcelButton } from "../excel/ExcelButton.tsx";
import { stamp, type Table, tableOf } from "../excel/table.ts";
import { type PackWords, usePack } from "../pack.ts";
import { Icon } from "../parts/Icon.tsx";
import { Loaded } from "../parts/Loaded.tsx";
import { PageHead } from "../parts/PageHead.tsx";
import { PaperLine, PrintButton } from "../parts/Paper.tsx";
import { Tabs } from "../parts/Tabs.tsx";
import { byMonth, foundCounts, notesAlone } from "./counts.ts";
import { MonthBars } from "./MonthBars.tsx";
import { CorrectionsTable, DisputesTable, FoundTable } from "./tables.tsx";
import { type OwnRecord, useRecord } from "./use-record.ts";

const WORDS = words.record;
type Tab = keyof typeof WORDS.tabs;

function recordTables({ record, objections }: OwnRecord, rules: PackWords["rules"]): readonly Table[] {
  const { columns, tabs } = WORDS;
  const title = (rule: string): string => rules.get(rule)?.title ?? rule;
  const iso = (text: string): string | undefined => stamp(Date.parse(text));
  return [
    tableOf<OwnRecord["record"]["corrections"][number]>(
      tabs.corrections,
      [
        { head: columns.credit, width: 14, of: ({ credit }) => WORDS.credit[credit] },
        { head: columns.what, width: 40, of: ({ rule }) => title(rule) },
        { head: words.desk.more.on, width: 18, of: ({ on }) => pathLabel(on) },
        { head: columns.case, width: 26, of: ({ number }) => number },
        { head: columns.was, width: 8, of: ({ was }) => STATE[was] },
        { head: columns.from, width: 18, of: ({ from }) => stamp(from) },
        { head: columns.at, width: 18, of: ({ at }) => stamp(at) },
        { head: columns.proof, width: 16, of: ({ index }) => WORDS.place(index) },
      ],
      record.corrections,
    ),
    tableOf<OwnRecord["record"]["found"][number]>(
      tabs.found,
      [
        { head: columns.kind, width: 8, of: ({ note }) => note.kind },
        { head: columns.said, width: 50, of: ({ note }) => note.said },
        { head: columns.case, width: 26, of: ({ number }) => number },
        { head: columns.by, width: 12, of: ({ note }) => note.byName },
        { head: columns.from, width: 18, of: ({ note }) => iso(note.at) },
      ],
      notesAlone(record.found, record.items),
    ),
    tableOf<OwnRecord["record"]["items"][number]>(
      WORDS.items,
      [
        { head: columns.kind, width: 10, of: ({ origin }) => ORIGIN[origin] },
        { head: columns.said, width: 50, of: ({ title: text }) => text },
        { head: columns.case, width: 26, of: ({ number, ref }) => (number === "" ? ref : number) },
        {
          head: columns.by,
          width: 12,
          of: ({ origin, byName }) => (origin === "rule" ? WORDS.confirmed : byName),
        },
        { head: columns.from, width: 18, of: ({ foundAt, at }) => stamp(foundAt ?? at) },
        { head: columns.state, width: 12, of: ({ state }) => ITEM[state] },
      ],
      record.items,
    ),
    tableOf<OwnRecord["objections"][number]>(
      "有异议 有误",
      [
        { head: columns.kind, width: 8, of: ({ kind }) => objectionWords.page.kind[kind] },
        { head: columns.what, width: 40, of: ({ rule }) => title(rule) },
        { head: columns.case, width: 26, of: ({ number }) => number },
        { head: columns.from, width: 18, of: ({ at }) => iso(at) },
        {
          head: columns.answer,
          width: 50,
          of: ({ kind, answer }) =>
            answer === undefined ? WORDS.waiting : `${OUTCOME[kind][answer.outcome]}：${answer.said}`,
        },
      ],
      objections,
    ),
  ];
}

export function RecordPage(): VNode {
  const loaded = useRecord();
  const { rules } = usePack();
  const [tab, setTab] = useState<Tab>("corrections");
  const { value } = loaded;
  const months = value === undefined ? [] : byMonth(value.record.corrections, value.record.at);
  const counts: Readonly<Record<Tab, number | undefined>> = {
    corrections: value?.record.corrections.length,
    found: value === undefined ? undefined : foundCounts(value.record.found, value.record.items).all,
    disputes: value?.objections.length,
  };
  return (
    <>
      <PageHead
        title={WORDS.title}
        sub={
          <span class="seen">
            <Icon name="lock" size={14} />
            {WORDS.own}
          </span>
        }
      >
        <ExcelButton
          name={WORDS.title}
          disabled={value === undefined}
          tables={() => (value === undefined ? [] : recordTables(value, rules))}
        />
        <PrintButton />
      </PageHead>
      <PaperLine />
      {value === undefined ? null : (
        <section class="card record-head">
          <p>
            <strong>{months[11]?.count ?? 0}</strong>
            <small>{WORDS.month}</small>
          </p>
          <p>
            <strong>{months.reduce((sum, { count }) => sum + count, 0)}</strong>
            <small>{WORDS.year}</small>
          </p>
          <MonthBars months={months} />
          <div>
            <p>{WORDS.why}</p>
            <p class="sub">{WORDS.ownWhy}</p>
          </div>
        </section>
      )}
      <section class="card grow">
        <Tabs
          label={WORDS.tabList}
          value={tab}
          options={(["corrections", "found", "disputes"] as const).map((id) => ({
            id,
            word: WORDS.tabs[id],
            ...(counts[id] === undefined ? {} : { count: counts[id] }),
          }))}
          onValue={setTab}
        >
          <Loaded of={loaded} rows={5}>
            {(of) =>
              tab === "corrections" ? (
                <CorrectionsTable of={of} />
              ) : tab === "found" ? (
                <FoundTable of={of} />
              ) : (
                <DisputesTable of={of} />
              )
            }
          </Loaded>
        </Tabs>
      </section>
    </>
  );
}
