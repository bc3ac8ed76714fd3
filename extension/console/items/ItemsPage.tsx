// 督办事项: the items of the unit and those below, over their limit first; filters by stage, limit and owner.
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { itemColour } from "../../../shared/supervision/item-limits.ts";
import { remainingText, spanText } from "../../../shared/time/format.ts";
import { ORIGIN, STATE, words } from "../../words/console-items.ts";
import { ExcelButton } from "../excel/ExcelButton.tsx";
import { itemsTable } from "../excel/supervision-lists.ts";
import { Button } from "../parts/Button.tsx";
import { Choice } from "../parts/Choice.tsx";
import { Empty } from "../parts/Empty.tsx";
import { Icon } from "../parts/Icon.tsx";
import { Loaded } from "../parts/Loaded.tsx";
import { PageHead } from "../parts/PageHead.tsx";
import { matches, SearchBox } from "../parts/SearchBox.tsx";
import { Segments } from "../parts/Segments.tsx";
import { State } from "../parts/State.tsx";
import { go, hashOf } from "../route.ts";
import { may, useMember } from "../session.ts";
import { useCall } from "../use-call.ts";
import { whenText } from "../when.ts";
import { BringItems } from "./BringItems.tsx";
import {
  byLimit,
  type DueFilter,
  type ItemView,
  inDue,
  inState,
  late,
  ownersOf,
  STATE_FILTERS,
  type StateFilter,
} from "./order.ts";
import { RaiseItem } from "./RaiseItem.tsx";

const DUES: readonly DueFilter[] = ["any", "late", "soon"];

export function ItemsPage(): VNode {
  const member = useMember();
  const loaded = useCall("items");
  const [typed, setTyped] = useState("");
  const [state, setState] = useState<StateFilter>("open");
  const [due, setDue] = useState<DueFilter>("any");
  const [owner, setOwner] = useState("");
  const [writing, setWriting] = useState<"raise" | "bring">();
  const all = loaded.value?.items ?? [];
  const now = loaded.value?.now ?? Date.now();
  const open = all.filter((item) => inState(item, "open"));
  const found = all
    .filter(
      (item) =>
        inState(item, state) &&
        inDue(item, due, now) &&
        (owner === "" || item.owner?.id === owner) &&
        matches(typed, item.title, item.number, item.owner?.name ?? "", item.ref ?? ""),
    )
    .sort(byLimit);
  const done = (id?: string): void => {
    setWriting(undefined);
    if (id === undefined) void loaded.again();
    else go("items", id);
  };
  return (
    <>
      <PageHead
        title={words.title}
        sub={
          loaded.value === undefined
            ? null
            : words.sub(open.length, all.filter((item) => late(item, now)).length)
        }
      >
        <ExcelButton
          name={words.title}
          disabled={loaded.value === undefined}
          tables={() => [itemsTable(found)]}
        />
        <SearchBox label={words.search} value={typed} onValue={setTyped} />
        {may(member, "legal", "leader") ? (
          <>
            <Button icon="upload" onClick={() => setWriting("bring")}>
              {words.bring.open}
            </Button>
            <Button rank="primary" icon="plus" onClick={() => setWriting("raise")}>
              {words.raise.open}
            </Button>
          </>
        ) : null}
      </PageHead>
      {writing === "raise" ? <RaiseItem onDone={done} /> : null}
      {writing === "bring" ? <BringItems onDone={() => done()} /> : null}
      <section class="card grow">
        <div class="card-head item-filters">
          <Segments
            label={words.stateLabel}
            value={state}
            options={STATE_FILTERS.map((id) => ({
              id,
              word: words.states[id],
              count: all.filter((item) => inState(item, id)).length,
            }))}
            onValue={setState}
          />
          <Segments
            label={words.dueLabel}
            value={due}
            options={DUES.map((id) => ({ id, word: words.dues[id] }))}
            onValue={setDue}
          />
          <Choice
            bare
            label={words.ownerLabel}
            value={owner}
            options={[["", words.anyOwner], ...ownersOf(all)]}
            onValue={setOwner}
          />
        </div>
        <Loaded of={loaded} rows={6}>
          {() =>
            found.length === 0 ? (
              <Empty title={all.length === 0 ? words.none : words.noMatch}>
                {all.length === 0 ? words.noneWhy : words.noMatchWhy}
              </Empty>
            ) : (
              <Rows items={found} now={now} />
            )
          }
        </Loaded>
      </section>
    </>
  );
}

/** How the limit stands, as shape and word. */
export function LimitState({ item, now }: { item: ItemView; now: number }): VNode {
  if (item.state === "closed")
    return <State colour="green">{item.selfCorrected ? words.selfCorrected : words.closed}</State>;
  return (
    <State colour={itemColour(item, now)}>
      {item.limit < now ? words.late(spanText(now - item.limit)) : remainingText(item.limit, now)}
    </State>
  );
}

function Rows({ items, now }: { items: readonly ItemView[]; now: number }): VNode {
  const { columns } = words;
  return (
    <table class="table items">
      <thead>
        <tr>
          <th>{columns.left}</th>
          <th>{columns.what}</th>
          <th>{columns.state}</th>
          <th>{columns.owner}</th>
          <th>{columns.case}</th>
          <th>{columns.origin}</th>
          <th class="num">{columns.limit}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={`${item.unit} ${item.id}`} class={late(item, now) ? "grave" : ""}>
            <td class="limit">
              <LimitState item={item} now={now} />
            </td>
            <td>
              <a href={hashOf("items", `${item.unit}/${item.id}`)} data-row class="row-link">
                {item.title}
                <Icon name="chevronRight" size={14} />
              </a>
            </td>
            <td>{STATE[item.state]}</td>
            <td>{item.owner?.name ?? words.noOwner}</td>
            <td>{item.number === "" ? (item.ref ?? "—") : item.number}</td>
            <td>{ORIGIN[item.origin]}</td>
            <td class="num">{whenText(item.limit, now)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
