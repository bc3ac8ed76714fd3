// The 提醒 tab: open findings as why-cards, gravest first; then what has happened, then all that is met.
import { useSignal } from "@preact/signals";
import type { VNode } from "preact";
import { Shape } from "../../look/Draw.tsx";
import { words } from "../../words/panel.ts";
import { standingOf } from "../standing.ts";
import { AllClear } from "./AllClear.tsx";
import { Card } from "./Card.tsx";
import { Degraded } from "./Degraded.tsx";
import { FixedRow } from "./FixedRow.tsx";
import { Fold } from "./Fold.tsx";
import { Happened } from "./Happened.tsx";
import { inPlace } from "./just-fixed.ts";
import { MetRow } from "./MetRow.tsx";
import { Notices } from "./Notices.tsx";
import { SubmitNote } from "./SubmitNote.tsx";
import type { Store } from "./store.ts";

/** A page of the case to which no rule speaks: nothing was checked, which is not said to be well. */
function NothingHere({ store }: { store: Store }): VNode {
  const elsewhere = standingOf(store.state.value!.all).open.filter(({ colour }) => colour !== "grey").length;
  return (
    <>
      <Notices store={store} />
      <div class="blank small">
        <h3>{words.states.noRule}</h3>
        <p>{elsewhere === 0 ? words.states.noRuleWhy : words.states.noRuleElse(elsewhere)}</p>
      </div>
    </>
  );
}

/** Four or more unknowns and nothing else: the page itself has changed; they stand as rows, not as cards. */
const DEGRADED = 4;

export function Reminders({ store }: { store: Store }): VNode {
  const standing = store.standing.value;
  const { open, fine, unknown } = standing;
  const shown = useSignal(20);
  if (standing.all.length === 0) return <NothingHere store={store} />;
  const fixed = store.fixed.value;
  if (open.length === 0)
    return (
      <>
        {fixed.map((finding) => (
          <FixedRow key={finding.key} finding={finding} />
        ))}
        <AllClear store={store} />
      </>
    );
  const degraded = unknown >= DEGRADED && unknown === open.length;
  return (
    <>
      <Notices store={store} />
      <SubmitNote store={store} />
      {degraded ? (
        <Degraded store={store} findings={open} />
      ) : (
        inPlace(open.slice(0, shown.value), fixed).map((finding) =>
          fixed.includes(finding) ? (
            <FixedRow key={finding.key} finding={finding} />
          ) : (
            <Card key={finding.key} store={store} finding={finding} />
          ),
        )
      )}
      {!degraded && open.length > shown.value && (
        <button
          type="button"
          class="text"
          onClick={() => {
            shown.value += 20;
          }}
        >
          {words.gate.more(open.length - shown.value)}
        </button>
      )}
      <Happened store={store} />
      {fine.length > 0 && (
        <Fold
          label={
            <>
              <Shape colour="green" size={16} />
              {words.card.rest(fine.length)}
            </>
          }
        >
          {fine.map((finding) => (
            <MetRow key={finding.key} finding={finding} />
          ))}
        </Fold>
      )}
    </>
  );
}
