// Supervision items of the case: on the card of the finding that one rests on, the others above the cards; what the officer may do.
import { useSignal } from "@preact/signals";
import type { VNode } from "preact";
import type { Role } from "../../../shared/api/route.ts";
import type { Finding } from "../../../shared/rules/finding.ts";
import { mayMove, shownByPage } from "../../../shared/supervision/item-check.ts";
import { itemColour } from "../../../shared/supervision/item-limits.ts";
import { Shape } from "../../look/Draw.tsx";
import type { CaseItem } from "../../protocol/supervision.ts";
import { KIND, STATE, words } from "../../words/items.ts";
import { SaidField } from "./SaidField.tsx";
import type { Store } from "./store.ts";
import { atText, endText } from "./when.ts";

const MOVES = ["claim", "reply", "ask-time"] as const;
type Name = (typeof MOVES)[number];
const LABEL: Readonly<Record<Name, string>> = {
  claim: words.claim,
  reply: words.reply,
  "ask-time": words.askTime,
};
const DAYS = [1, 3, 7] as const;

const openItems = (store: Store): readonly CaseItem[] =>
  (store.state.value?.items ?? []).filter(({ state }) => state !== "closed");

const rests = (item: CaseItem, { rule, on }: Pick<Finding, "rule" | "on">): boolean =>
  item.rule === rule && item.on === on;

/** Whether this very page already shows it mended; the unit says so once it has judged the same. */
function rightHere(store: Store, item: CaseItem): boolean {
  if (item.proof !== undefined) return true;
  const found = store.state.value?.all.find((finding) => rests(item, finding));
  return found?.verdict === "met" || (found?.verdict === "breached" && found.mended !== undefined);
}

/** What its mending waits for, or what was decided about it. */
function standing(store: Store, item: CaseItem, now: number): string {
  const { asked, exemption } = item;
  if (exemption !== undefined)
    return (exemption.approved === undefined ? words.proposed : words.approved)(KIND[exemption.kind]);
  if (asked !== undefined) return words.asked(endText(asked.until, now));
  if (rightHere(store, item)) return words.proven;
  if (item.claim !== undefined) return words.claimed(atText(item.claim.at, now));
  return shownByPage(item) ? words.unproven : words.byHand;
}

function MoveForm({
  store,
  item,
  name,
  done,
}: {
  store: Store;
  item: CaseItem;
  name: Name;
  done: () => void;
}): VNode {
  const said = useSignal("");
  const days = useSignal<number>(DAYS[1]);
  const busy = useSignal(false);
  const send = async (): Promise<void> => {
    const text = said.value.trim();
    if (text === "" || busy.value) return;
    busy.value = true;
    const answer = await store.surface.ask("item-move", {
      caseKey: item.caseKey,
      item: item.id,
      do: name,
      said: text,
      ...(name === "ask-time" ? { days: days.value } : {}),
    });
    busy.value = false;
    if (!answer.ok) {
      store.failed(answer.message);
      return;
    }
    store.toast.value = { text: words.sent };
    done();
  };
  return (
    <form
      class="form say"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {name === "ask-time" && (
        <fieldset class="acts" aria-label={words.days}>
          {DAYS.map((n) => (
            <button
              key={n}
              type="button"
              class={n === days.value ? "primary slim" : "second slim"}
              aria-pressed={n === days.value}
              onClick={() => {
                days.value = n;
              }}
            >
              {words.dayChoice(n)}
            </button>
          ))}
        </fieldset>
      )}
      <SaidField label={words.say} said={said} rows={2} />
      <div class="acts">
        <button type="submit" class="primary" disabled={said.value.trim() === "" || busy.value}>
          {words.send}
        </button>
        <button type="button" class="second" onClick={done}>
          {words.cancel}
        </button>
      </div>
    </form>
  );
}

function Matter({ store, item, titled }: { store: Store; item: CaseItem; titled: boolean }): VNode {
  const writing = useSignal<Name | undefined>(undefined);
  const now = store.now.value;
  const member = store.state.value?.member;
  const actor = { id: member?.id ?? "", roles: (member?.roles ?? []) as readonly Role[] };
  const own = item.owner?.id === member?.id;
  const open = own ? MOVES.filter((name) => mayMove(item, name, actor).ok) : [];
  return (
    <section class="matter" data-item={item.id} aria-label={`${words.title} ${item.title}`}>
      <p class="matter-line">
        <Shape colour={itemColour(item, now)} size={14} />
        <b>
          {words.title} · {STATE[item.state]}
        </b>
        <span class="grow" />
        <small>{item.limit < now ? words.over : words.due(endText(item.limit, now))}</small>
      </p>
      {titled && <p class="matter-title">{item.title}</p>}
      <p class="aside">
        {[
          standing(store, item, now),
          own ? words.yours : item.owner === undefined ? "" : words.whose(item.owner.name),
        ]
          .filter((part) => part !== "")
          .join(" · ")}
      </p>
      {writing.value !== undefined ? (
        <MoveForm
          store={store}
          item={item}
          name={writing.value}
          done={() => {
            writing.value = undefined;
          }}
        />
      ) : (
        open.length > 0 && (
          <div class="acts">
            {open.map((name) => (
              <button
                key={name}
                type="button"
                class="second"
                onClick={() => {
                  writing.value = name;
                }}
              >
                {LABEL[name]}
              </button>
            ))}
          </div>
        )
      )}
    </section>
  );
}

/** The item that rests on this finding. */
export function MatterOf({ store, finding }: { store: Store; finding: Finding }): VNode | null {
  const item = openItems(store).find((one) => rests(one, finding));
  return item === undefined ? null : <Matter store={store} item={item} titled={false} />;
}

/** The open items of the case that no card of this page speaks of. */
export function OtherMatters({ store }: { store: Store }): VNode | null {
  const cards = store.standing.value.open;
  const others = openItems(store).filter((item) => !cards.some((finding) => rests(item, finding)));
  if (others.length === 0) return null;
  return (
    <div class="matters">
      <h3 class="caption">{words.others}</h3>
      {others.map((item) => (
        <Matter key={item.id} store={store} item={item} titled />
      ))}
    </div>
  );
}
