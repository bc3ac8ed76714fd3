// The 清单 tab: the next step, the progress of this stage and of the whole case, the items of the list shown.
import type { VNode } from "preact";
import type { Checklist, ChecklistItem } from "../../../shared/rules/pack.ts";
import { Shape } from "../../look/Draw.tsx";
import { words } from "../../words/panel.ts";
import { ChooseList, OtherStage } from "./ChooseList.tsx";
import { shownChecklist } from "./counts.ts";
import { Fold } from "./Fold.tsx";
import { ItemRow } from "./ItemRow.tsx";
import { type ItemStanding, progressOf, standingOfItem } from "./item-standing.ts";
import { firstSentence } from "./next-step.ts";
import { placeOf, type Store } from "./store.ts";

/** Runs of at least this many met items fold into one line. */
const RUN = 3;

interface Standing extends ItemStanding {
  readonly item: ChecklistItem;
}

const standings = (list: Checklist, store: Store): Standing[] =>
  list.items.map((item) => ({ item, ...standingOfItem(item, store.state.value!) }));

/** The item to do next: what is breached, what is running out, what a person has to do, what could not be read. */
export function nextItem(list: Checklist, store: Store): Standing | undefined {
  const all = standings(list, store);
  return (
    all.find(({ is }) => is === "breached") ??
    all.find(({ is, finding }) => is === "due" && finding?.colour !== "green") ??
    all.find(({ is }) => is === "open") ??
    all.find(({ is }) => is === "unknown")
  );
}

function Next({ list, store }: { list: Checklist; store: Store }): VNode | null {
  const next = nextItem(list, store);
  if (next === undefined) return null;
  const { item, is, finding } = next;
  const place = finding === undefined ? undefined : placeOf(finding, store.state.value);
  const shape = is === "open" ? undefined : finding?.colour;
  return (
    <section class="next">
      {shape !== undefined && <Shape colour={shape} size={16} />}
      <div class="grow">
        <h3>{words.list.next}</h3>
        <p>{is === "breached" && finding !== undefined ? firstSentence(finding.fix) : item.say}</p>
        {is === "unknown" && finding !== undefined && <small>{finding.why}</small>}
        {is === "open" && item.how !== undefined && <small>{item.how}</small>}
      </div>
      {place !== undefined && (
        <button type="button" onClick={() => store.locate(place)}>
          {words.card.locate}
        </button>
      )}
    </section>
  );
}

interface Run {
  readonly is: "met" | "moot";
  readonly part: ItemStanding["part"];
  readonly items: readonly ChecklistItem[];
}

/** Items in order; runs of met ones and of those that do not apply folded, this page's apart from the whole case's. */
export function groups(list: Checklist, store: Store): (ChecklistItem | Run)[] {
  const out: (ChecklistItem | Run)[] = [];
  let run: Standing[] = [];
  const flush = (): void => {
    const items = run.map(({ item }) => item);
    if (items.length >= RUN)
      out.push({ is: run[0]?.is === "moot" ? "moot" : "met", part: run[0]?.part, items });
    else out.push(...items);
    run = [];
  };
  for (const each of standings(list, store)) {
    if (run.length > 0 && (each.is !== run[0]?.is || each.part !== run[0]?.part)) flush();
    if (each.is === "met" || each.is === "moot") run.push(each);
    else out.push(each.item);
  }
  flush();
  return out;
}

const runLabel = ({ is, part }: Run): ((n: number) => string) => {
  if (is === "moot") return part === undefined ? words.list.moot : words.list.mootHere;
  return part === undefined ? words.list.met : words.list.metHere;
};

export function Checklists({ store }: { store: Store }): VNode {
  const state = store.state.value!;
  const list = shownChecklist(state, store.list.value);
  if (list === undefined)
    return (
      <div class="blank small">
        <h3>{words.list.empty}</h3>
        <p>{words.list.emptyWhy}</p>
      </div>
    );
  const progress = progressOf(list, state);
  const choose = (id: string): void => {
    store.list.value = id;
  };
  return (
    <>
      <Next list={list} store={store} />
      <ChooseList state={state} shown={list} choose={choose} />
      <div class="list-head">
        <h3 class="caption">{words.list.caption(progress)}</h3>
        <OtherStage key={list.id} state={state} shown={list} choose={choose} />
      </div>
      <ul class="sheet rows">
        {groups(list, store).map((group) =>
          "id" in group ? (
            <ItemRow key={group.id} store={store} item={group} />
          ) : (
            <li key={group.items[0]!.id} class="run">
              <Fold
                label={
                  <>
                    {group.is === "met" ? <Shape colour="green" size={16} /> : <span class="box dash" />}
                    {runLabel(group)(group.items.length)}
                  </>
                }
              >
                {group.items.map((item) => (
                  <ItemRow key={item.id} store={store} item={item} />
                ))}
              </Fold>
            </li>
          ),
        )}
      </ul>
    </>
  );
}
