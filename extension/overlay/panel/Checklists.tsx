// The 清单 tab: the next step, the progress of every stage, the items of the one shown.
import { useSignal } from "@preact/signals";
import type { VNode } from "preact";
import type { Checklist, ChecklistItem } from "../../../shared/rules/pack.ts";
import { Shape } from "../../look/Draw.tsx";
import { words } from "../../words/panel.ts";
import { findingsOf, itemState, progressOf, shownChecklist } from "./counts.ts";
import { Fold } from "./Fold.tsx";
import { ItemRow } from "./ItemRow.tsx";
import { placeOf, type Store } from "./store.ts";

/** Runs of at least this many met items fold into one line. */
const RUN = 3;

/** The item to do next: gravest first, then what a person still has to confirm. */
export function nextItem(list: Checklist, store: Store): ChecklistItem | undefined {
  const state = store.state.value!;
  for (const wanted of ["breached", "due", "unknown", "open"] as const) {
    const found = list.items.find((item) => itemState(item, state) === wanted);
    if (found !== undefined) return found;
  }
  return undefined;
}

function Next({ list, store }: { list: Checklist; store: Store }): VNode | null {
  const item = nextItem(list, store);
  if (item === undefined) return null;
  const state = store.state.value!;
  const finding = findingsOf(item, state)[0];
  const place = finding === undefined ? undefined : placeOf(finding, state);
  return (
    <section class="next">
      {finding !== undefined && <Shape colour={finding.colour} size={16} />}
      <div class="grow">
        <h3>{words.list.next}</h3>
        <p>{finding?.verdict === "breached" ? firstSentence(finding.fix) : item.say}</p>
      </div>
      {place !== undefined && (
        <button type="button" onClick={() => store.locate(place)}>
          {words.card.locate}
        </button>
      )}
    </section>
  );
}

/** Up to its first full stop. */
const firstSentence = (text: string): string => text.split("。")[0] ?? text;

/** Items in order, runs of met ones folded. */
export function groups(list: Checklist, store: Store): (ChecklistItem | readonly ChecklistItem[])[] {
  const state = store.state.value!;
  const out: (ChecklistItem | readonly ChecklistItem[])[] = [];
  let run: ChecklistItem[] = [];
  const flush = (): void => {
    if (run.length >= RUN) out.push(run);
    else out.push(...run);
    run = [];
  };
  for (const item of list.items)
    if (itemState(item, state) === "met") run.push(item);
    else {
      flush();
      out.push(item);
    }
  flush();
  return out;
}

export function Checklists({ store }: { store: Store }): VNode {
  const state = store.state.value!;
  const chosen = useSignal<string | undefined>(undefined);
  const list = state.checklists.find(({ id }) => id === chosen.value) ?? shownChecklist(state);
  if (list === undefined)
    return (
      <div class="blank small">
        <h3>{words.list.empty}</h3>
        <p>{words.list.emptyWhy}</p>
      </div>
    );
  const { done, all } = progressOf(list, state);
  return (
    <>
      <Next list={list} store={store} />
      <div class="stages">
        {state.checklists.map((each) => {
          const progress = progressOf(each, state);
          const share = progress.all === 0 ? 0 : progress.done / progress.all;
          return (
            <button
              key={each.id}
              type="button"
              aria-pressed={each.id === list.id}
              onClick={() => {
                chosen.value = each.id;
              }}
            >
              <i>
                <s style={{ width: `${share * 100}%` }} />
              </i>
              {each.title}
              <span>{words.list.progress(progress.done, progress.all)}</span>
            </button>
          );
        })}
      </div>
      <h3 class="caption">
        {list.title} {words.list.progress(done, all)}
      </h3>
      <ul class="sheet rows">
        {groups(list, store).map((group) =>
          "id" in group ? (
            <ItemRow key={group.id} store={store} item={group} />
          ) : (
            <li key={group[0]!.id} class="run">
              <Fold
                label={
                  <>
                    <Shape colour="green" size={16} />
                    {words.list.met(group.length)}
                  </>
                }
              >
                {group.map((item) => (
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
