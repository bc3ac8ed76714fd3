// The cases of the unit, gravest first.
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { Reply } from "../../../shared/api/contract.ts";
import { remainingText } from "../../../shared/time/format.ts";
import { words } from "../../words/console-cases.ts";
import { ExcelButton } from "../excel/ExcelButton.tsx";
import { casesTable } from "../excel/lists.ts";
import { Empty } from "../parts/Empty.tsx";
import { Icon } from "../parts/Icon.tsx";
import { Loaded } from "../parts/Loaded.tsx";
import { PageHead } from "../parts/PageHead.tsx";
import { matches, SearchBox } from "../parts/SearchBox.tsx";
import { Segments } from "../parts/Segments.tsx";
import { asColour, State } from "../parts/State.tsx";
import { hashOf } from "../route.ts";
import { useCall } from "../use-call.ts";
import { whenText } from "../when.ts";
import { byGravity } from "./order.ts";

type Case = Reply<"cases">["cases"][number];
type Filter = keyof typeof words.filters;

const fits: Readonly<Record<Filter, (one: Case) => boolean>> = {
  all: () => true,
  open: (one) => one.red + one.orange > 0,
  unknown: (one) => one.unknown > 0,
  notes: (one) => one.notes > 0,
};
const FILTERS = Object.keys(fits) as readonly Filter[];

export function CasesPage(): VNode {
  const loaded = useCall("cases");
  const [typed, setTyped] = useState("");
  const [filter, setFilter] = useState<Filter>("all");
  const all = loaded.value?.cases ?? [];
  const found = all
    .filter((one) => fits[filter](one) && matches(typed, one.number, one.platform))
    .sort((a, b) => byGravity({ ...a, due: a.nextDue }, { ...b, due: b.nextDue }));
  return (
    <>
      <PageHead
        title={words.title}
        sub={
          loaded.value === undefined ? null : words.sub(all.length, all.filter((one) => one.red > 0).length)
        }
      >
        <ExcelButton name={words.title} tables={() => [casesTable(found)]} />
        <SearchBox label={words.search} value={typed} onValue={setTyped} />
      </PageHead>
      <section class="card grow">
        <div class="card-head">
          <Segments
            label={words.columns.state}
            value={filter}
            options={FILTERS.map((id) => ({
              id,
              word: words.filters[id],
              count: all.filter(fits[id]).length,
            }))}
            onValue={setFilter}
          />
          <span class="sub">{words.order}</span>
        </div>
        <Loaded of={loaded} rows={6}>
          {() =>
            found.length === 0 ? (
              <Empty title={all.length === 0 ? words.none : words.noMatch}>
                {all.length === 0 ? words.noneWhy : words.noMatchWhy}
              </Empty>
            ) : (
              <Rows cases={found} />
            )
          }
        </Loaded>
      </section>
    </>
  );
}

function Rows({ cases }: { cases: readonly Case[] }): VNode {
  const now = Date.now();
  const { columns } = words;
  return (
    <table class="table cases">
      <thead>
        <tr>
          <th>{columns.state}</th>
          <th>{columns.case}</th>
          <th>{columns.counts}</th>
          <th>{columns.platform}</th>
          <th class="num">{columns.notes}</th>
          <th class="num">{columns.left}</th>
          <th class="num">{columns.due}</th>
          <th class="num">{columns.updated}</th>
        </tr>
      </thead>
      <tbody>
        {cases.map((one) => {
          const colour = asColour(one.colour);
          return (
            <tr key={one.key} class={colour === "red" ? "grave" : ""}>
              <td>
                <State colour={colour} />
              </td>
              <td>
                <a href={hashOf("cases", one.key)} data-row class="row-link">
                  {one.number}
                  <Icon name="chevronRight" size={14} />
                </a>
              </td>
              <td>{words.counts(one.red, one.orange, one.unknown) || "—"}</td>
              <td>{one.platform}</td>
              <td class="num">{one.notes === 0 ? "—" : one.notes}</td>
              <td class={`num left ${colour}`}>
                {one.nextDue === null ? "—" : remainingText(one.nextDue, now)}
              </td>
              <td class="num">{one.nextDue === null ? "—" : whenText(one.nextDue, now)}</td>
              <td class="num">{whenText(one.updatedAt, now)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
